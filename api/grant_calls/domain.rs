//! The life of a call. Pure: no database, no HTTP, no clock.

use chrono::{DateTime, Timelike, Utc};

use super::GrantQuestionId;
use crate::db::types::words;
use crate::organisations::OrganisationKind;

words! {
    GrantCallState { Draft, Published, Withdrawn }
}

words! {
    /// How a call stands at this moment.
    GrantCallPhase {
        Draft,
        /// Published, and not open yet.
        Upcoming,
        Open,
        Closed,
        /// There are no grants of it after all.
        Withdrawn,
    }
}

words! {
    /// Who applies.
    GrantApplicantKind {
        CommunityGroup,
        /// Somebody who speaks for a place.
        Representative,
    }
}

words! {
    GrantQuestionStage {
        /// Whether somebody can apply at all.
        Eligibility,
        Application,
    }
}

words! {
    GrantQuestionKind { YesNo, Text, Number, Choice, File }
}

/// A question, as far as an answer is looked at by it.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    pub id: GrantQuestionId,
    pub stage: GrantQuestionStage,
    pub kind: GrantQuestionKind,
    pub required: bool,
    pub expected: Option<bool>,
    /// Of a choice: how many there are to choose from.
    pub options: i64,
    pub max_length: Option<i64>,
    pub least: Option<i64>,
    pub most: Option<i64>,
}

/// What is done with a call once it is drafted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::VariantArray)]
pub enum CallMove {
    Change,
    Publish,
    Extend,
    Withdraw,
}

/// What bears on what can be done with a call.
#[derive(Clone, Copy, Debug)]
pub struct Standing {
    pub state: GrantCallState,
    pub opens_at: DateTime<Utc>,
    /// The last moment at which it is open.
    pub closes_at: DateTime<Utc>,
}

impl Standing {
    pub fn phase(&self, now: DateTime<Utc>) -> GrantCallPhase {
        match self.state {
            GrantCallState::Draft => GrantCallPhase::Draft,
            GrantCallState::Withdrawn => GrantCallPhase::Withdrawn,
            GrantCallState::Published if now < self.opens_at => GrantCallPhase::Upcoming,
            GrantCallState::Published if now <= self.closes_at => GrantCallPhase::Open,
            GrantCallState::Published => GrantCallPhase::Closed,
        }
    }

    /// Where something leads, or why it can't be done: the code that the caller hears.
    pub fn after(&self, made: CallMove, now: DateTime<Utc>) -> Result<GrantCallState, &'static str> {
        match (made, self.phase(now)) {
            (CallMove::Change, GrantCallPhase::Draft) => Ok(GrantCallState::Draft),
            (CallMove::Publish, GrantCallPhase::Draft) => Ok(GrantCallState::Published),
            (CallMove::Extend, GrantCallPhase::Upcoming | GrantCallPhase::Open) => Ok(GrantCallState::Published),
            (CallMove::Extend, GrantCallPhase::Closed) => Err("call_is_closed"),
            (CallMove::Withdraw, GrantCallPhase::Upcoming | GrantCallPhase::Open | GrantCallPhase::Closed) => {
                Ok(GrantCallState::Withdrawn)
            }
            (
                CallMove::Change | CallMove::Publish,
                GrantCallPhase::Upcoming | GrantCallPhase::Open | GrantCallPhase::Closed | GrantCallPhase::Withdrawn,
            )
            | (CallMove::Extend | CallMove::Withdraw, GrantCallPhase::Draft | GrantCallPhase::Withdrawn) => {
                Err("not_in_this_state")
            }
        }
    }
}

/// Why a call can't be open from one moment to another: the field, and the code.
pub fn refused_period(opens_at: DateTime<Utc>, closes_at: DateTime<Utc>) -> Option<(&'static str, &'static str)> {
    let whole = |at: DateTime<Utc>| at.second() == 0 && at.nanosecond() == 0;
    if !whole(opens_at) {
        Some(("/opens_at", "not_a_whole_minute"))
    } else if !whole(closes_at) {
        Some(("/closes_at", "not_a_whole_minute"))
    } else if closes_at <= opens_at {
        Some(("/closes_at", "before_start"))
    } else {
        None
    }
}

/// As whom somebody of such an organisation can apply.
pub fn applies_as(kind: GrantApplicantKind, of: OrganisationKind) -> bool {
    match kind {
        GrantApplicantKind::CommunityGroup => of == OrganisationKind::CommunityGroup,
        GrantApplicantKind::Representative => true,
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use proptest::prelude::*;
    use strum::VariantArray;

    use super::*;

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::seconds(seconds)
    }

    fn published() -> Standing {
        Standing { state: GrantCallState::Published, opens_at: at(600), closes_at: at(1200) }
    }

    #[test]
    fn a_call_is_open_up_to_its_last_moment_and_not_a_second_longer() {
        let phases = [599, 600, 1200, 1201].map(|second| published().phase(at(second)));
        use GrantCallPhase::{Closed, Open, Upcoming};
        assert_eq!(phases, [Upcoming, Open, Open, Closed]);
    }

    #[test]
    fn a_period_is_of_whole_minutes_and_not_empty() {
        assert_eq!(refused_period(at(0), at(60)), None);
        assert_eq!(refused_period(at(1), at(60)), Some(("/opens_at", "not_a_whole_minute")));
        assert_eq!(refused_period(at(0), at(61)), Some(("/closes_at", "not_a_whole_minute")));
        assert_eq!(refused_period(at(60), at(60)), Some(("/closes_at", "before_start")));
    }

    proptest! {
        #[test]
        fn what_was_published_is_never_written_anew(
            steps in prop::collection::vec((0..CallMove::VARIANTS.len(), 0..2000_i64), 0..50)
        ) {
            let mut stands = Standing { state: GrantCallState::Draft, ..published() };
            let mut was_published = false;
            for (made, second) in steps {
                let made = CallMove::VARIANTS[made];
                let Ok(to) = stands.after(made, at(second)) else { continue };
                prop_assert!(!was_published || made != CallMove::Change && made != CallMove::Publish);
                prop_assert!(stands.state != GrantCallState::Withdrawn, "nothing follows an end");
                was_published |= to == GrantCallState::Published;
                stands.state = to;
            }
        }
    }
}
