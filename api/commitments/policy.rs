//! Who may do what with commitments.

use super::domain::CommitmentMove;
use crate::authz::{Policy, Reach, Role, actions};

actions! {
    ListCommitments "list_commitments" => who_reads;
    GetCommitment "get_commitment" => who_reads;
    GetCommitmentAttachment "get_commitment_attachment" => who_reads;
    CreateCommitment "create_commitment" => staff;
    StartCommitment "start_commitment" => who_owes;
    ReportCommitment "report_commitment" => who_owes;
    AttachCommitment "attach_commitment" => who_owes;
    VerifyCommitment "verify_commitment" => who_verifies;
    RejectCommitment "reject_commitment" => who_verifies;
    DropCommitment "drop_commitment" => staff;
    MoveCommitmentDue "move_commitment_due" => staff;
    PublishCommitment "publish_commitment" => staff;
    WithdrawCommitmentPublication "withdraw_commitment_publication" => staff;
    ShowCommitmentAttachment "show_commitment_attachment" => staff;
    HideCommitmentAttachment "hide_commitment_attachment" => staff;
}

/// A promise is between the sides: each reads those that it made and those of its sites, its territory, its places. Who keeps
/// the accounts and partners' software read what is published, as everybody does.
fn who_reads(role: Role) -> Reach {
    match role {
        Role::Community => Reach::OwnPlaces,
        Role::Company => Reach::OwnSites,
        Role::Authority => Reach::Territory,
        Role::Staff => Reach::Programme,
        Role::Protection => Reach::ProgrammeAndProtection,
        Role::Admin | Role::Partner => Reach::Nothing,
    }
}

/// Each side may owe something; of whom one is, the rules ask.
fn who_owes(role: Role) -> Reach {
    who_reads(role)
}

fn who_verifies(role: Role) -> Reach {
    match role {
        Role::Community => Reach::OwnPlaces,
        Role::Staff => Reach::Programme,
        Role::Protection => Reach::ProgrammeAndProtection,
        Role::Company | Role::Authority | Role::Admin | Role::Partner => Reach::Nothing,
    }
}

fn staff(role: Role) -> Reach {
    match role {
        Role::Staff => Reach::Programme,
        Role::Protection => Reach::ProgrammeAndProtection,
        Role::Community | Role::Company | Role::Authority | Role::Admin | Role::Partner => Reach::Nothing,
    }
}

/// The moves, each with its operation.
pub const OF_MOVES: &[(CommitmentMove, &str, Policy)] = &[
    (CommitmentMove::Start, "start_commitment", who_owes),
    (CommitmentMove::Report, "report_commitment", who_owes),
    (CommitmentMove::Verify, "verify_commitment", who_verifies),
    (CommitmentMove::Reject, "reject_commitment", who_verifies),
    (CommitmentMove::Drop, "drop_commitment", staff),
    (CommitmentMove::MoveDue, "move_commitment_due", staff),
    (CommitmentMove::Publish, "publish_commitment", staff),
    (CommitmentMove::WithdrawPublication, "withdraw_commitment_publication", staff),
    (CommitmentMove::ShowEvidence, "show_commitment_attachment", staff),
    (CommitmentMove::HideEvidence, "hide_commitment_attachment", staff),
];

/// How a role sees a commitment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    Staff,
    /// One of the sides: what was done, not by which person.
    Side,
}

pub fn audience(role: Role) -> Audience {
    match role {
        Role::Staff | Role::Protection => Audience::Staff,
        Role::Community | Role::Company | Role::Authority | Role::Admin | Role::Partner => Audience::Side,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commitments::domain::MOVES;

    #[test]
    fn every_move_has_its_operation() {
        for (made, ..) in MOVES {
            assert_eq!(OF_MOVES.iter().filter(|(listed, ..)| listed == made).count(), 1, "{made}");
        }
        assert_eq!(OF_MOVES.len(), MOVES.len());
    }
}
