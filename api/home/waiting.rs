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
                &["uphold_appeal_grievance", "confirm_closing_grievance", "accept_grievance", "propose_grievance"],
            ),
        ],
        Role::Company | Role::Authority => {
            &[(State::AwaitingInformation, &["answer_grievance"]), (State::Investigating, &["answer_grievance"])]
        }
        // A representative acts on no case by itself, an administrator reads none, a partner has no first page.
        Role::Community | Role::Admin | Role::Partner => &[],
    }
}
