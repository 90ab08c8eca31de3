//! What bears on the next moves of a case besides its state.

use chrono::{DateTime, Utc};

use super::words::{Appeal, Asked, Move, State};
use crate::accounts::AccountId;
use crate::grievances::GrievanceId;

/// Most cases have nothing of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// None while the case is open.
    pub ended_at: Option<DateTime<Utc>>,
    /// Who found it ineligible, last.
    pub refused_by: Option<AccountId>,
    pub appeal: Option<Appeal>,
    pub asked: Option<Asked>,
    pub closing_asked_by: Option<AccountId>,
    /// The case under which this one goes on.
    pub duplicate_of: Option<GrievanceId>,
    /// Whether the reporter was asked again, weeks after the end, and answered.
    pub rated_again: bool,
}

/// A move that was made.
#[derive(Clone, Copy, Debug)]
pub struct Made {
    pub made: Move,
    pub from: State,
    pub to: State,
    /// None: the reporter.
    pub by: Option<AccountId>,
    /// Whom the move asks.
    pub asked: Option<Asked>,
    /// The case that the move names.
    pub duplicate_of: Option<GrievanceId>,
    pub at: DateTime<Utc>,
}

impl Standing {
    pub fn after(self, step: &Made) -> Self {
        let next = if step.from == step.to { self } else { self.moved_on(step) };
        match step.made {
            Move::FindIneligible => Self { refused_by: step.by, ..next },
            Move::Appeal => Self { appeal: Some(Appeal::Pending), ..next },
            Move::UpholdAppeal => Self { appeal: Some(Appeal::Upheld), ..next },
            Move::DismissAppeal => Self { appeal: Some(Appeal::Dismissed), refused_by: step.by, ..next },
            Move::Ask => Self { asked: step.asked, ..next },
            Move::AskClosing => Self { closing_asked_by: step.by, ..next },
            Move::DropClosing => Self { closing_asked_by: None, ..next },
            Move::MarkDuplicate => Self { duplicate_of: step.duplicate_of, ..next },
            Move::RateAgain => Self { rated_again: true, ..next },
            // An appeal that was dismissed is over; one that was not still keeps out who is appealed against.
            Move::Reopen => {
                let appeal = next.appeal.filter(|appeal| *appeal != Appeal::Dismissed);
                Self { appeal, duplicate_of: None, ..next }
            }
            Move::Submit
            | Move::Acknowledge
            | Move::Accept
            | Move::Refer
            | Move::RecordReply
            | Move::Summarise
            | Move::Release
            | Move::Investigate
            | Move::Answer
            | Move::Reply
            | Move::Resume
            | Move::Propose
            | Move::Agree
            | Move::RecordAgreement
            | Move::Contest
            | Move::Escalate
            | Move::AppointCommittee
            | Move::Declare
            | Move::ConfirmClosing
            | Move::Confirm
            | Move::Resolve
            | Move::Withdraw
            | Move::Protect
            | Move::Assess
            | Move::Extend
            | Move::Assign
            | Move::Rate => next,
        }
    }

    /// A question and a request to close it are over once a case moves on.
    fn moved_on(self, step: &Made) -> Self {
        let ended_at = (!step.to.is_open()).then_some(step.at);
        Self { ended_at, asked: None, closing_asked_by: None, rated_again: false, ..self }
    }
}
