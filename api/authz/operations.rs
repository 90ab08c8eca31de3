//! All operations and their policies: what the OpenAPI document and the access table are made from.

use super::{Action, Reach, Role};
use crate::second_factor::domain::FactorState;
use crate::{
    accounts, agreements, api_keys, assemblies, attachments, audit, calendars, commitments, engagements, erasures,
    exports, focus_groups, grant_applications, grant_calls, grievances, holidays, home, identities, impact_rounds,
    impacts, invitations, letter_templates, live, mail, mandates, meetings, notifications, organisations, papers,
    places, programmes, protection, relationships, saved_filters, second_factor, sessions, sites, stakeholder_imports,
    stakeholders,
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
    agreements::policy::OPERATIONS,
    api_keys::policy::OPERATIONS,
    assemblies::policy::OPERATIONS,
    attachments::policy::OPERATIONS,
    audit::policy::OPERATIONS,
    calendars::policy::OPERATIONS,
    commitments::policy::OPERATIONS,
    engagements::policy::OPERATIONS,
    erasures::policy::OPERATIONS,
    exports::policy::OPERATIONS,
    focus_groups::policy::OPERATIONS,
    grant_applications::policy::OPERATIONS,
    grant_calls::policy::OPERATIONS,
    grievances::policy::OPERATIONS,
    holidays::policy::OPERATIONS,
    home::policy::OPERATIONS,
    identities::policy::OPERATIONS,
    impact_rounds::policy::OPERATIONS,
    impacts::policy::OPERATIONS,
    invitations::policy::OPERATIONS,
    live::policy::OPERATIONS,
    mail::policy::OPERATIONS,
    mandates::policy::OPERATIONS,
    meetings::day::policy::OPERATIONS,
    meetings::minutes::policy::OPERATIONS,
    meetings::policy::OPERATIONS,
    notifications::policy::OPERATIONS,
    letter_templates::policy::OPERATIONS,
    organisations::policy::OPERATIONS,
    papers::policy::OPERATIONS,
    places::policy::OPERATIONS,
    programmes::policy::OPERATIONS,
    relationships::policy::OPERATIONS,
    saved_filters::policy::OPERATIONS,
    second_factor::policy::OPERATIONS,
    protection::policy::OPERATIONS,
    sessions::policy::OPERATIONS,
    sites::policy::OPERATIONS,
    stakeholder_imports::policy::OPERATIONS,
    stakeholders::policy::OPERATIONS,
];

/// The operations for anybody.
pub const PUBLIC: &[&str] = &[
    "accept_invitation",
    "answer_meeting_link",
    "get_intake",
    "get_meeting_link_calendar",
    "get_promise_photo",
    "get_public_grant_call",
    "list_promises",
    "list_public_grant_calls",
    "list_receipt_keys",
    "log_in",
    "log_out",
    "open_invitation",
    "open_meeting_link",
    "open_receipt",
    "pass_second_factor",
    "read_calendar_feed",
    "refresh_session",
    "submit_grievance",
];

/// The operations for who opened a case with its receipt code.
pub const REPORTER: &[&str] = &[
    "agree_my_case",
    "answer_check_in",
    "answer_my_case",
    "appeal_my_case",
    "attach_my_case",
    "confirm_my_case",
    "contest_my_case",
    "get_my_attachment",
    "get_my_case",
    "get_my_proof",
    "message_my_case",
    "rate_my_case",
    "rate_my_case_again",
    "reopen_my_case",
    "withdraw_my_case",
];

/// What an account may do that must have a second factor and has none yet: set it up, and nothing else.
pub const BEFORE_SECOND_FACTOR: &[&str] =
    &["begin_second_factor", "confirm_second_factor", "get_me", "get_second_factor"];

/// The operation, if the role may do it with whatever it reads.
pub fn allowed<A: Action>(role: Role) -> Option<&'static str> {
    (!A::reach(role).is_nothing()).then_some(A::OPERATION)
}

/// What somebody may do at all: the web app's navigation is drawn from it.
pub fn operations_of(role: Role, factor: FactorState) -> Vec<&'static str> {
    let all = OPERATIONS.iter().flat_map(|resource| resource.iter());
    let may = |operation: &&Operation| !(operation.reach)(role).is_nothing() && opens(operation.id, factor);
    all.filter(may).map(|operation| operation.id).collect()
}

/// Whether an operation is open to an account that stands so with its second factor.
pub fn opens(operation: &str, factor: FactorState) -> bool {
    match factor {
        FactorState::On | FactorState::Off => true,
        FactorState::Needed => BEFORE_SECOND_FACTOR.contains(&operation),
    }
}
