//! How a community gives its word. Pure.

use chrono::NaiveDate;

use crate::db::types::words;

words! {
    /// How the community decided.
    AssemblyForm {
        /// By show of hands at a gathering.
        Assembly,
        /// By ballot.
        Vote,
        /// Talked over until nobody objected.
        Consensus,
    }
}

/// Why a gathering can't have been on a day.
pub fn refused_day(held_on: NaiveDate, today: NaiveDate) -> Option<&'static str> {
    (held_on > today).then_some("in_the_future")
}

/// What is doubtful about a gathering, and yet may be so.
pub fn doubts(held_on: NaiveDate, (starts_on, ends_on): (NaiveDate, NaiveDate)) -> Vec<&'static str> {
    if (starts_on..=ends_on).contains(&held_on) { vec![] } else { vec!["outside_programme_period"] }
}
