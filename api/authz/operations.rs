//! All operations and their policies: what the OpenAPI document and the access table are made from.

use super::{Action, Reach, Role};
use crate::{
    accounts, api_keys, attachments, erasures, grievances, home, identities, invitations, notifications, organisations,
    places, programmes, protection, sessions, sites,
};

/// How far each role reaches with an operation.
pub type Policy = fn(Role) -> Reach;

/// An operation and its policy.
#[derive(Clone, Copy)]
pub struct Operation {
    pub id: &'static str,
    pub reach: Policy,
}

impl Operation {
    pub const fn of<A: Action>() -> Self {
        Self { id: A::OPERATION, reach: A::reach }
    }
}

/// The operations that need an actor, by resource.
pub const OPERATIONS: &[&[Operation]] = &[
    accounts::policy::OPERATIONS,
    api_keys::policy::OPERATIONS,
    attachments::policy::OPERATIONS,
    erasures::policy::OPERATIONS,
    grievances::policy::OPERATIONS,
    home::policy::OPERATIONS,
    identities::policy::OPERATIONS,
    invitations::policy::OPERATIONS,
    notifications::policy::OPERATIONS,
    organisations::policy::OPERATIONS,
    places::policy::OPERATIONS,
    programmes::policy::OPERATIONS,
    protection::policy::OPERATIONS,
    sessions::policy::OPERATIONS,
    sites::policy::OPERATIONS,
];

/// The operations for anybody.
pub const PUBLIC: &[&str] = &[
    "accept_invitation",
    "get_intake",
    "log_in",
    "log_out",
    "open_invitation",
    "open_receipt",
    "refresh_session",
    "submit_grievance",
];

/// The operations for who opened a case with its receipt code.
pub const REPORTER: &[&str] = &[
    "agree_my_case",
    "answer_check_in",
    "attach_my_case",
    "confirm_my_case",
    "contest_my_case",
    "get_my_attachment",
    "get_my_case",
    "message_my_case",
    "rate_my_case",
];

/// The operation, if the role may do it with whatever it reads.
pub fn allowed<A: Action>(role: Role) -> Option<&'static str> {
    (!A::reach(role).is_nothing()).then_some(A::OPERATION)
}

/// What a role may do at all: the web app's navigation is drawn from it.
pub fn operations_of(role: Role) -> Vec<&'static str> {
    let all = OPERATIONS.iter().flat_map(|resource| resource.iter());
    all.filter(|operation| !(operation.reach)(role).is_nothing()).map(|operation| operation.id).collect()
}
