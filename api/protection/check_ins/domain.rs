//! When to ask, and which answers worry. Pure.

use chrono::{DateTime, TimeDelta, Utc};

use crate::db::types::words;

words! {
    /// From when the weeks count.
    CountedFrom {
        Submission,
        /// When the company was told.
        Release,
    }
}

words! {
    /// Where a question stands.
    CheckInState {
        Waiting,
        Answered,
        /// Nobody answered in time; it can still be answered.
        Silent,
        /// Not asked any more: another takes its place.
        Replaced,
    }
}

words! {
    /// Whether anybody does the reporter harm.
    CheckInAnswer {
        /// Nobody does.
        Calm,
        Unsure,
        /// Somebody presses or threatens them.
        Pressed,
        /// Somebody harmed them.
        Harmed,
    }
}

impl CheckInAnswer {
    pub fn worries(self) -> bool {
        match self {
            Self::Calm => false,
            Self::Unsure | Self::Pressed | Self::Harmed => true,
        }
    }
}

/// Weeks after which to ask.
pub const WEEKS: [i64; 2] = [2, 8];

/// How long to wait for an answer before the silence is told.
pub const PATIENCE: TimeDelta = TimeDelta::weeks(1);

pub fn due(since: DateTime<Utc>, weeks: i64) -> DateTime<Utc> {
    since + TimeDelta::weeks(weeks)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_calm_does_not_worry() {
        use strum::VariantArray;
        let calm = CheckInAnswer::VARIANTS.iter().filter(|answer| !answer.worries()).collect::<Vec<_>>();
        assert_eq!(calm, [&CheckInAnswer::Calm]);
    }

    #[test]
    fn weeks_are_weeks() {
        let since: DateTime<Utc> = "2026-11-24T10:00:00Z".parse().unwrap();
        assert_eq!(due(since, 8).to_rfc3339(), "2027-01-19T10:00:00+00:00");
    }
}
