//! Which cases wait for an actor, and for which move.

use crate::authz::Role;
use crate::grievances::domain::State;

/// What may wait for a role, the most pressing first: cases of a state in which one of these operations is the next.
pub fn waits_for(role: Role) -> &'static [(State, &'static [&'static str])] {
    match role {
        Role::Staff | Role::Protection => &[
            (State::Submitted, &["acknowledge_grievance"]),
            (State::Contested, &["confirm_closing_grievance", "escalate_grievance"]),
            (State::Acknowledged, &["accept_grievance"]),
            (State::Accepted, &["release_grievance", "investigate_grievance"]),
            (State::Implementing, &["resolve_grievance"]),
            (
                State::Investigating,
                &[
                    "uphold_appeal_grievance",
                    "confirm_closing_grievance",
                    "accept_grievance",
                    "propose_grievance",
                    "appoint_committee",
                ],
            ),
        ],
        Role::Company | Role::Authority => &[
            (State::AwaitingInformation, &["answer_grievance"]),
            (State::Investigating, &["declare_interests", "answer_grievance"]),
        ],
        // Beside the committees it sits in, a representative acts on no case by itself.
        Role::Community => &[(State::Investigating, &["declare_interests"])],
        // An administrator reads no cases, a partner has no first page.
        Role::Admin | Role::Partner => &[],
    }
}
