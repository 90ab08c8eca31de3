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

#[cfg(test)]
mod tests {
    use super::*;

    const AT: DateTime<Utc> = DateTime::UNIX_EPOCH;

    fn made(made: Move, from: State, to: State) -> Made {
        let (by, duplicate_of) = (Some(AccountId::random()), Some(GrievanceId::random()));
        Made { made, from, to, by, asked: Some(Asked::Reporter), duplicate_of, at: AT }
    }

    /// A case about which everything is kept that can be.
    fn full() -> Standing {
        Standing {
            ended_at: None,
            refused_by: Some(AccountId::random()),
            appeal: Some(Appeal::Upheld),
            asked: Some(Asked::Respondent),
            closing_asked_by: Some(AccountId::random()),
            duplicate_of: Some(GrievanceId::random()),
            rated_again: true,
        }
    }

    #[test]
    fn a_move_is_kept_by_what_it_means_for_later_ones() {
        use State::{Acknowledged, AwaitingInformation, Duplicate, Ineligible, Investigating, Resolved};
        let before = full();
        let on = Standing { asked: None, closing_asked_by: None, rated_again: false, ..before };
        let over = Standing { ended_at: Some(AT), ..on };
        let refused = made(Move::FindIneligible, Acknowledged, Ineligible);
        assert_eq!(before.after(&refused), Standing { refused_by: refused.by, ..over });
        let appealed = made(Move::Appeal, Ineligible, Investigating);
        assert_eq!(over.after(&appealed), Standing { appeal: Some(Appeal::Pending), ..on });
        let upheld = made(Move::UpholdAppeal, Investigating, Investigating);
        let pending = Standing { appeal: Some(Appeal::Pending), ..before };
        assert_eq!(pending.after(&upheld), before);
        let dismissed = made(Move::DismissAppeal, Investigating, Ineligible);
        let expected = Standing { appeal: Some(Appeal::Dismissed), refused_by: dismissed.by, ..over };
        assert_eq!(pending.after(&dismissed), expected);
        let asked = made(Move::Ask, Investigating, AwaitingInformation);
        assert_eq!(before.after(&asked), Standing { asked: asked.asked, ..on });
        let joined = made(Move::MarkDuplicate, Investigating, Duplicate);
        assert_eq!(before.after(&joined), Standing { duplicate_of: joined.duplicate_of, ..over });
        let first = Standing { rated_again: false, ..over };
        let rated = made(Move::RateAgain, Resolved, Resolved);
        assert_eq!(first.after(&rated), Standing { rated_again: true, ..first });
    }

    #[test]
    fn a_request_to_close_is_kept_until_it_is_dropped() {
        let before = full();
        let asked = made(Move::AskClosing, State::Contested, State::Contested);
        let kept = before.after(&asked);
        assert_eq!(kept, Standing { closing_asked_by: asked.by, ..before });
        let dropped = made(Move::DropClosing, State::Contested, State::Contested);
        assert_eq!(kept.after(&dropped), Standing { closing_asked_by: None, ..before });
    }

    #[test]
    fn an_appeal_that_was_dismissed_is_over_when_the_case_opens_again() {
        let ended = Standing { ended_at: Some(AT), asked: None, closing_asked_by: None, ..full() };
        let opened = made(Move::Reopen, State::Ineligible, State::Investigating);
        let on = Standing { ended_at: None, duplicate_of: None, rated_again: false, ..ended };
        assert_eq!(ended.after(&opened), on);
        let dismissed = Standing { appeal: Some(Appeal::Dismissed), ..ended };
        assert_eq!(dismissed.after(&opened), Standing { appeal: None, ..on });
    }
}
