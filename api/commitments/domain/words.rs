//! The closed lists of words about commitments.

use crate::db::types::words;
use crate::organisations::OrganisationKind;

words! {
    CommitmentState {
        Open, InProgress,
        /// By whom it is owed; nobody else has looked yet.
        ReportedDone,
        /// Those to whom it was promised have found it done.
        Verified,
        /// Nobody waits for it any more.
        Dropped,
    }
}

words! {
    /// A step of a commitment.
    CommitmentMove {
        Make, Start, Report, Verify, Reject, Drop, MoveDue, Publish, WithdrawPublication, ShowEvidence, HideEvidence,
    }
}

words! {
    /// Which side owes a commitment.
    CommitmentSide { Company, Authority, Community, Programme }
}

words! {
    /// As whom somebody makes a step.
    CommitmentParty {
        /// Who owes it.
        Owner,
        Programme,
        /// Those to whom it was promised.
        Community,
    }
}

words! {
    /// Whether a promise was kept.
    CommitmentStanding {
        /// There is still time.
        Running,
        /// The last day is over, and nothing was reported.
        Overdue,
        /// It was reported done and waits to be verified.
        Awaiting,
        /// Kept by the last day.
        InTime,
        /// Kept after it.
        Late,
        /// Dropped, or owed for more than ninety days after the last day.
        Broken,
    }
}

words! {
    /// The order of the register.
    CommitmentSort {
        /// What is due first before the others.
        Due,
        /// The latest recorded first.
        Newest,
    }
}

/// The side on which an organisation promises; none for a partner, which only reads.
pub fn side_of(kind: OrganisationKind) -> Option<CommitmentSide> {
    match kind {
        OrganisationKind::Company => Some(CommitmentSide::Company),
        OrganisationKind::Authority => Some(CommitmentSide::Authority),
        OrganisationKind::CommunityGroup => Some(CommitmentSide::Community),
        OrganisationKind::Ngo => Some(CommitmentSide::Programme),
        OrganisationKind::Partner => None,
    }
}
