//! What can't be said of an impact, and what is odd but can be.

use chrono::{Datelike, NaiveDate};

use super::words::ImpactSourceKind;

/// Nobody who was there could tell of it.
const EARLIEST: i32 = 1900;

/// Why something can't have been said or seen on a day.
pub fn refused_day(day: NaiveDate, today: NaiveDate) -> Option<&'static str> {
    if day > today {
        Some("in_the_future")
    } else if day.year() < EARLIEST {
        Some("too_early")
    } else {
        None
    }
}

/// Which parts of a source its kind lacks or can't have, and why.
pub fn refused_source(
    kind: ImpactSourceKind,
    grievance: bool,
    observed: bool,
    day: bool,
) -> Vec<(&'static str, &'static str)> {
    let (needs_case, needs_words) = match kind {
        ImpactSourceKind::Grievance => (true, false),
        ImpactSourceKind::Observed => (false, true),
    };
    let parts =
        [("grievance_id", needs_case, grievance), ("observed", needs_words, observed), ("day", needs_words, day)];
    let code = |(field, needed, given)| match (needed, given) {
        (true, false) => Some((field, "required")),
        (false, true) => Some((field, "not_of_this_kind")),
        (true, true) | (false, false) => None,
    };
    parts.into_iter().filter_map(code).collect()
}

/// The time of a programme.
#[derive(Clone, Copy, Debug)]
pub struct Period {
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
}

/// What is odd about a day that is possible.
pub fn warned(day: NaiveDate, period: Period) -> Option<&'static str> {
    if day < period.starts_on {
        Some("before_the_programme")
    } else if day > period.ends_on {
        Some("after_the_programme")
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
    fn a_day_lies_in_living_memory() {
        let today = day("2026-11-30");
        assert_eq!(refused_day(today, today), None);
        assert_eq!(refused_day(day("2026-12-01"), today), Some("in_the_future"));
        assert_eq!(refused_day(day("1899-12-31"), today), Some("too_early"));
    }

    #[test]
    fn a_source_has_the_parts_of_its_kind() {
        let (case, seen) = (ImpactSourceKind::Grievance, ImpactSourceKind::Observed);
        assert_eq!(refused_source(case, true, false, false), []);
        assert_eq!(refused_source(seen, false, true, true), []);
        assert_eq!(
            refused_source(seen, true, true, false),
            [("grievance_id", "not_of_this_kind"), ("day", "required")]
        );
        assert_eq!(
            refused_source(case, false, true, false),
            [("grievance_id", "required"), ("observed", "not_of_this_kind")]
        );
    }

    #[test]
    fn a_day_out_of_the_programmes_time_is_odd() {
        let period = Period { starts_on: day("2019-04-01"), ends_on: day("2019-12-31") };
        assert_eq!(warned(day("2019-03-31"), period), Some("before_the_programme"));
        assert_eq!(warned(day("2019-04-01"), period), None);
        assert_eq!(warned(day("2019-12-31"), period), None);
        assert_eq!(warned(day("2020-01-01"), period), Some("after_the_programme"));
    }
}
