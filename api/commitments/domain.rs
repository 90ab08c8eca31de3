//! The rules of commitments. Pure: no database, no HTTP, no clock.
//!
//! `machine` is the table of the moves and of who makes them; `standing` says whether a promise was kept, and in time.

mod machine;
mod standing;
#[cfg(test)]
mod walks;
mod words;

pub use machine::{Facts, MOVES, Maker, check, party};
pub use standing::{BROKEN_AFTER, first_broken_day, standing};
pub use words::{
    CommitmentMove, CommitmentParty, CommitmentSide, CommitmentSort, CommitmentStanding, CommitmentState, side_of,
};

use chrono::NaiveDate;

/// Why something can't have been promised on a day, or be due on one: the field, and the code.
pub fn refused_days(made_on: NaiveDate, due_on: NaiveDate, today: NaiveDate) -> Option<(&'static str, &'static str)> {
    if made_on > today {
        Some(("/made_on", "in_the_future"))
    } else if due_on < made_on {
        Some(("/due_on", "before_it_was_made"))
    } else {
        None
    }
}

/// Why something can't have been done on a day.
pub fn refused_done(done_on: NaiveDate, made_on: NaiveDate, today: NaiveDate) -> Option<&'static str> {
    if done_on > today {
        Some("in_the_future")
    } else if done_on < made_on {
        Some("before_it_was_made")
    } else {
        None
    }
}

/// Why the last day can't move to another.
pub fn refused_due(to: NaiveDate, from: NaiveDate, today: NaiveDate) -> Option<&'static str> {
    if to == from {
        Some("the_same")
    } else if to < today {
        Some("in_the_past")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn nothing_is_due_before_it_was_promised_nor_promised_tomorrow() {
        let today = day("2026-11-30");
        assert_eq!(refused_days(today, today, today), None);
        assert_eq!(refused_days(day("2026-12-01"), day("2026-12-02"), today), Some(("/made_on", "in_the_future")));
        assert_eq!(refused_days(today, day("2026-11-29"), today), Some(("/due_on", "before_it_was_made")));
    }

    #[test]
    fn nothing_is_done_before_it_was_promised_nor_tomorrow() {
        let (made, today) = (day("2026-11-01"), day("2026-11-30"));
        assert_eq!([made, today].map(|done| refused_done(done, made, today)), [None, None]);
        assert_eq!(refused_done(day("2026-10-31"), made, today), Some("before_it_was_made"));
        assert_eq!(refused_done(day("2026-12-01"), made, today), Some("in_the_future"));
    }

    #[test]
    fn the_last_day_moves_to_another_that_is_to_come() {
        let (due, today) = (day("2026-11-20"), day("2026-11-30"));
        assert_eq!(refused_due(today, due, today), None);
        assert_eq!(refused_due(due, due, today), Some("the_same"));
        assert_eq!(refused_due(day("2026-11-29"), due, today), Some("in_the_past"));
    }
}
