//! What becomes of a sheet, and when a paper counts as raised. Pure.

use chrono::{DateTime, NaiveDate, Utc};

use crate::db::types::words;
use crate::grievances::clock::{day_of, end_of};

words! {
    /// What became of a sheet.
    SheetState {
        /// It has not come back.
        Out,
        Entered,
        /// Lost or spoilt: its code will never open anything.
        Void,
    }
}

/// Why a day can't be the one on which a paper came.
pub fn refused_day(received_on: NaiveDate, made_at: DateTime<Utc>, now: DateTime<Utc>) -> Option<&'static str> {
    if received_on > day_of(now) {
        Some("in_the_future")
    } else if received_on < day_of(made_at) {
        Some("before_it_was_printed")
    } else {
        None
    }
}

/// When a paper counts as raised: at the end of the day on which it came, since nobody knows the hour; at the latest now.
pub fn raised_at(received_on: NaiveDate, now: DateTime<Utc>) -> DateTime<Utc> {
    end_of(received_on).min(now)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_paper_of_an_earlier_day_was_raised_by_its_midnight_in_bishkek() {
        let now = at("2026-11-23T05:00:00Z");
        assert_eq!(raised_at(day("2026-11-20"), now), at("2026-11-20T18:00:00Z"));
        assert_eq!(raised_at(day("2026-11-23"), now), now);
    }

    #[test]
    fn a_paper_comes_back_between_its_printing_and_today() {
        // It is the 24th in Bishkek already.
        let (made, now) = (at("2026-11-20T20:00:00Z"), at("2026-11-23T19:00:00Z"));
        assert_eq!(refused_day(day("2026-11-21"), made, now), None);
        assert_eq!(refused_day(day("2026-11-24"), made, now), None);
        assert_eq!(refused_day(day("2026-11-20"), made, now), Some("before_it_was_printed"));
        assert_eq!(refused_day(day("2026-11-25"), made, now), Some("in_the_future"));
    }
}
