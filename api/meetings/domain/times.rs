//! When a meeting is, and which others are then.

use chrono::{DateTime, TimeDelta, Utc};

/// The longest that a meeting lasts: a visit of sites far from one another.
pub const LONGEST: TimeDelta = TimeDelta::days(14);

/// From when to when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
}

/// Whether both take some of the same time. One that begins when the other ends does not.
pub fn overlap(one: Span, other: Span) -> bool {
    one.starts_at < other.ends_at && other.starts_at < one.ends_at
}

/// Why a meeting can't be then: the field, and the code.
pub fn refused_span(Span { starts_at, ends_at }: Span) -> Option<(&'static str, &'static str)> {
    if ends_at <= starts_at {
        Some(("/ends_at", "before_start"))
    } else if ends_at - starts_at > LONGEST {
        Some(("/ends_at", "too_long"))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(from: i64, to: i64) -> Span {
        let at = |hours| DateTime::UNIX_EPOCH + TimeDelta::hours(hours);
        Span { starts_at: at(from), ends_at: at(to) }
    }

    #[test]
    fn meetings_that_touch_do_not_collide() {
        let noon = span(10, 12);
        for (other, collides) in [
            (span(8, 10), false),
            (span(8, 11), true),
            (span(10, 12), true),
            (span(11, 11), true),
            (span(9, 13), true),
            (span(12, 13), false),
        ] {
            assert_eq!(overlap(noon, other), collides, "{other:?}");
            assert_eq!(overlap(other, noon), collides, "{other:?}");
        }
    }

    #[test]
    fn a_meeting_ends_after_it_begins_and_within_a_fortnight() {
        assert_eq!(refused_span(span(10, 11)), None);
        assert_eq!(refused_span(span(10, 10)), Some(("/ends_at", "before_start")));
        assert_eq!(refused_span(span(0, 14 * 24)), None);
        assert_eq!(refused_span(span(0, 14 * 24 + 1)), Some(("/ends_at", "too_long")));
    }
}
