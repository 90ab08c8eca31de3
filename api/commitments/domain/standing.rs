//! Whether a promise was kept, and in time.

use chrono::{Days, NaiveDate};

use super::words::{CommitmentStanding, CommitmentState};

/// Days after the last day, after which a promise that nobody reported done counts as broken until it is kept: else what is
/// never spoken of again would never be broken.
pub const BROKEN_AFTER: u64 = 90;

/// Of what was due on this day or later, nothing is broken by time alone.
pub fn first_broken_day(today: NaiveDate) -> NaiveDate {
    today.checked_sub_days(Days::new(BROKEN_AFTER)).unwrap_or(NaiveDate::MIN)
}

/// How a promise stands today, in Bishkek.
pub fn standing(
    state: CommitmentState,
    due_on: NaiveDate,
    done_on: Option<NaiveDate>,
    today: NaiveDate,
) -> CommitmentStanding {
    match state {
        CommitmentState::Open | CommitmentState::InProgress => {
            if due_on >= today {
                CommitmentStanding::Running
            } else if due_on >= first_broken_day(today) {
                CommitmentStanding::Overdue
            } else {
                CommitmentStanding::Broken
            }
        }
        CommitmentState::ReportedDone => CommitmentStanding::Awaiting,
        CommitmentState::Verified => {
            if done_on.is_none_or(|done| done <= due_on) {
                CommitmentStanding::InTime
            } else {
                CommitmentStanding::Late
            }
        }
        CommitmentState::Dropped => CommitmentStanding::Broken,
    }
}

#[cfg(test)]
mod tests {
    use CommitmentStanding::{Awaiting, Broken, InTime, Late, Overdue, Running};
    use CommitmentState::{Dropped, InProgress, Open, ReportedDone, Verified};

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_promise_stands_by_its_last_day() {
        let due = day("2026-06-30");
        let stands = |state, done: Option<&str>, today: &str| standing(state, due, done.map(day), day(today));
        for state in [Open, InProgress] {
            assert_eq!(stands(state, None, "2026-06-30"), Running, "the last day is still a day");
            assert_eq!(stands(state, None, "2026-07-01"), Overdue);
            assert_eq!(stands(state, None, "2026-09-28"), Overdue, "ninety days later");
            assert_eq!(stands(state, None, "2026-09-29"), Broken);
        }
        assert_eq!(stands(ReportedDone, Some("2026-06-30"), "2026-12-31"), Awaiting);
        assert_eq!(stands(Verified, Some("2026-06-30"), "2026-12-31"), InTime);
        assert_eq!(stands(Verified, Some("2026-07-01"), "2026-12-31"), Late);
        assert_eq!(stands(Dropped, None, "2026-01-01"), Broken);
    }
}
