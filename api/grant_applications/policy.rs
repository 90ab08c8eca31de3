//! Who may do what with applications.

use super::domain::GrantApplicationMove;
use crate::authz::{Policy, Reach, Role, actions};

actions! {
    ListGrantApplications "list_grant_applications" => who_reads;
    GetGrantApplication "get_grant_application" => who_reads;
    GetGrantApplicationAttachment "get_grant_application_attachment" => who_reads;
    CreateGrantApplication "create_grant_application" => who_files;
    UpdateGrantApplication "update_grant_application" => who_files;
    AttachGrantApplication "attach_grant_application" => who_files;
    SubmitGrantApplication "submit_grant_application" => who_files;
    AnswerGrantApplication "answer_grant_application" => who_files;
    WithdrawGrantApplication "withdraw_grant_application" => who_files;
    AskGrantApplication "ask_grant_application" => staff;
    FindGrantApplicationEligible "find_grant_application_eligible" => staff;
    FindGrantApplicationNotEligible "find_grant_application_not_eligible" => staff;
}

/// An application is between its applicant and the programme: companies and authorities learn of what was granted, and who asked
/// in vain they do not.
fn who_reads(role: Role) -> Reach {
    match role {
        Role::Community => Reach::OwnPlaces,
        Role::Staff => Reach::Programme,
        Role::Protection => Reach::ProgrammeAndProtection,
        Role::Company | Role::Authority | Role::Admin | Role::Partner => Reach::Nothing,
    }
}

/// The programme files from paper, for who has no account; whose an application is, the rules ask.
fn who_files(role: Role) -> Reach {
    who_reads(role)
}

fn staff(role: Role) -> Reach {
    match role {
        Role::Staff => Reach::Programme,
        Role::Protection => Reach::ProgrammeAndProtection,
        Role::Community | Role::Company | Role::Authority | Role::Admin | Role::Partner => Reach::Nothing,
    }
}

/// The moves, each with its operation.
pub const OF_MOVES: &[(GrantApplicationMove, &str, Policy)] = &[
    (GrantApplicationMove::Submit, "submit_grant_application", who_files),
    (GrantApplicationMove::Answer, "answer_grant_application", who_files),
    (GrantApplicationMove::Withdraw, "withdraw_grant_application", who_files),
    (GrantApplicationMove::Ask, "ask_grant_application", staff),
    (GrantApplicationMove::FindEligible, "find_grant_application_eligible", staff),
    (GrantApplicationMove::FindNotEligible, "find_grant_application_not_eligible", staff),
];

/// How a role sees an application.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    Staff,
    /// What was asked and decided, not by which person.
    Applicant,
}

pub fn audience(role: Role) -> Audience {
    match role {
        Role::Staff | Role::Protection => Audience::Staff,
        Role::Community | Role::Company | Role::Authority | Role::Admin | Role::Partner => Audience::Applicant,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grant_applications::domain::MOVES;

    #[test]
    fn every_move_has_its_operation() {
        for (made, ..) in MOVES {
            assert_eq!(OF_MOVES.iter().filter(|(listed, ..)| listed == made).count(), 1, "{made}");
        }
        assert_eq!(OF_MOVES.len(), MOVES.len());
    }
}
