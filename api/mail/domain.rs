//! What becomes of an e-mail.

use chrono::TimeDelta;

use crate::db::types::words;

words! {
    /// What an e-mail is about.
    MailKind {
        /// Notifications that the account has not read.
        Notifications,
    }
}

words! {
    /// How far an e-mail is.
    MailState {
        /// It is to be sent.
        Waiting,
        /// An instance sends it now.
        Sending,
        /// The next server has taken it.
        Sent,
        /// There was nothing left to say when its turn came, or nobody who wanted to hear it.
        Dropped,
        /// The next server may have taken it: it is not sent again by itself.
        Unclear,
        /// It was refused, or tried for too long.
        GivenUp,
    }
}

words! {
    /// What went wrong with an e-mail last.
    MailFault {
        /// There was no connection to the next server.
        Unreachable,
        /// The connection could not be made secret, or the server could not show that it is the one that is meant.
        NotSecure,
        /// The server did not let us sign in.
        SignInRefused,
        /// The server asked to try again later.
        Deferred,
        /// The server refused it for good.
        Refused,
        /// The connection was lost before the text was handed over.
        BrokenOff,
        /// The connection was lost after the text was handed over.
        NoAnswer,
        /// The instance that sent it has died over it.
        Interrupted,
        /// The address is none that mail can be sent to.
        BadAddress,
        /// The database was restored to a moment before, after which it may have been sent.
        Restored,
    }
}

/// What became of a try.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Sent,
    /// It was surely not taken.
    NotTaken(MailFault, Option<i64>),
    /// Whether it was taken can't be known.
    Unknown,
}

/// What a try leaves behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    pub state: MailState,
    /// Until the next try.
    pub wait: TimeDelta,
    pub fault: Option<MailFault>,
    pub smtp_status: Option<i64>,
}

/// The first wait; each one after it is twice as long.
const FIRST_WAIT: TimeDelta = TimeDelta::minutes(1);
const LONGEST_WAIT: TimeDelta = TimeDelta::hours(4);

/// With the waits between them, somewhat over four days: RFC 5321, 4.5.4.1, asks for four to five.
const MOST_ATTEMPTS: i64 = 32;

/// What becomes of an e-mail after its `attempts`th try.
pub fn after(attempts: i64, outcome: Outcome) -> Verdict {
    let ended = |state, fault, smtp_status| Verdict { state, wait: TimeDelta::zero(), fault, smtp_status };
    match outcome {
        Outcome::Sent => ended(MailState::Sent, None, None),
        Outcome::Unknown => ended(MailState::Unclear, Some(MailFault::NoAnswer), None),
        Outcome::NotTaken(fault, status) if is_final(fault) || attempts >= MOST_ATTEMPTS => {
            ended(MailState::GivenUp, Some(fault), status)
        }
        Outcome::NotTaken(fault, smtp_status) => {
            Verdict { state: MailState::Waiting, wait: wait_after(attempts), fault: Some(fault), smtp_status }
        }
    }
}

/// Whether another try would end like this one.
fn is_final(fault: MailFault) -> bool {
    match fault {
        MailFault::Refused | MailFault::BadAddress => true,
        MailFault::Unreachable
        | MailFault::NotSecure
        | MailFault::SignInRefused
        | MailFault::Deferred
        | MailFault::BrokenOff
        | MailFault::NoAnswer
        | MailFault::Interrupted
        | MailFault::Restored => false,
    }
}

fn wait_after(attempts: i64) -> TimeDelta {
    let doublings = u32::try_from(attempts - 1).unwrap_or_default().min(16);
    (FIRST_WAIT * 2_i32.pow(doublings)).min(LONGEST_WAIT)
}

impl MailState {
    /// Whether somebody may have it sent, or sent at once.
    pub fn may_be_retried(self) -> bool {
        match self {
            Self::Waiting | Self::Unclear | Self::GivenUp => true,
            Self::Sending | Self::Sent | Self::Dropped => false,
        }
    }

    /// Whether somebody may give it up.
    pub fn may_be_given_up(self) -> bool {
        match self {
            Self::Waiting | Self::Unclear => true,
            Self::Sending | Self::Sent | Self::Dropped | Self::GivenUp => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_waits_grow_and_end_after_four_days() {
        let waits: Vec<TimeDelta> = (1..MOST_ATTEMPTS).map(wait_after).collect();
        assert_eq!(waits.first(), Some(&TimeDelta::minutes(1)));
        assert!(waits.is_sorted());
        assert_eq!(waits.last(), Some(&LONGEST_WAIT));
        let whole: TimeDelta = waits.into_iter().sum();
        assert!(whole > TimeDelta::days(4) && whole < TimeDelta::days(5), "{whole}");
    }

    #[test]
    fn what_is_refused_for_good_is_not_tried_again() {
        let refused = Outcome::NotTaken(MailFault::Refused, Some(550));
        assert_eq!(after(1, refused).state, MailState::GivenUp);
        let deferred = Outcome::NotTaken(MailFault::Deferred, Some(451));
        assert_eq!(after(1, deferred).state, MailState::Waiting);
        assert_eq!(after(MOST_ATTEMPTS, deferred).state, MailState::GivenUp);
    }

    #[test]
    fn what_may_have_been_taken_is_not_sent_again_by_itself() {
        assert_eq!(after(1, Outcome::Unknown).state, MailState::Unclear);
    }
}
