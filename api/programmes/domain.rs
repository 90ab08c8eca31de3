//! What makes a programme: its status and its period.

use std::collections::HashSet;

use chrono::NaiveDate;

use crate::db::types::words;
use crate::error::{ApiError, Result};
use crate::places::PlaceId;

words! {
    /// Whether a programme takes grievances: only while it runs.
    ProgrammeStatus { Planned, Running, Closed }
}

/// A programme ends on the day it starts, or later.
pub fn check_period(starts_on: NaiveDate, ends_on: NaiveDate) -> Result<()> {
    if starts_on <= ends_on { Ok(()) } else { Err(ApiError::field("/ends_on", "before_start")) }
}

/// An area names each of its places once.
pub fn check_places(area: usize, places: &[PlaceId]) -> Result<()> {
    let mut seen = HashSet::new();
    match places.iter().position(|place| !seen.insert(place)) {
        Some(twice) => Err(ApiError::field(&format!("/focus_areas/{area}/place_ids/{twice}"), "duplicate")),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2019, 4, day).unwrap()
    }

    #[test]
    fn a_programme_may_last_a_day_but_not_less() {
        assert!(check_period(day(1), day(1)).is_ok());
        assert_eq!(check_period(day(2), day(1)), Err(ApiError::field("/ends_on", "before_start")));
    }

    #[test]
    fn an_area_that_names_a_place_twice_is_told_where() {
        let [ton, barskoon] = [1, 2].map(|at| PlaceId::at(chrono::DateTime::from_timestamp(at, 0).unwrap()));
        assert!(check_places(0, &[ton, barskoon]).is_ok());
        let refused = ApiError::field("/focus_areas/3/place_ids/2", "duplicate");
        assert_eq!(check_places(3, &[ton, barskoon, ton]), Err(refused));
    }
}
