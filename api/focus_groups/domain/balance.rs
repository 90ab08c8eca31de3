//! Whether all are heard: what planning warns of, and never forbids.

use chrono::NaiveDate;

use crate::db::types::words;
use crate::headcount::HeadcountTotals;

words! {
    /// What is to be thought of while a group is planned.
    FocusGroupWarning {
        /// Women would be under a third of those heard and expected in the area.
        FewWomen,
        /// Who is 14 to 35 would be under a third of those heard and expected in the area.
        FewYouth,
        /// The day is not within the programme's period.
        OutsidePeriod,
        /// The place is in none of the programme's areas.
        OutsideAreas,
    }
}

/// What can't be expected.
pub fn refused_expectation(expected: HeadcountTotals) -> Vec<(&'static str, &'static str)> {
    let parts = [("/expected/women", expected.women), ("/expected/youth", expected.youth)];
    parts.into_iter().filter(|(_, part)| *part > expected.people).map(|(field, _)| (field, "too_large")).collect()
}

/// What to warn of, from all who were heard and are expected in the area, this group among them.
pub fn warnings(
    area: Option<HeadcountTotals>,
    day: NaiveDate,
    [starts_on, ends_on]: [NaiveDate; 2],
) -> Vec<FocusGroupWarning> {
    let under_a_third = |part: i64, all: i64| part * 3 < all;
    let of_area = |part: fn(HeadcountTotals) -> i64| area.is_some_and(|area| under_a_third(part(area), area.people));
    [
        (FocusGroupWarning::FewWomen, of_area(|area| area.women)),
        (FocusGroupWarning::FewYouth, of_area(|area| area.youth)),
        (FocusGroupWarning::OutsidePeriod, day < starts_on || day > ends_on),
        (FocusGroupWarning::OutsideAreas, area.is_none()),
    ]
    .into_iter()
    .filter(|(_, so)| *so)
    .map(|(warning, _)| warning)
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_third_is_enough_and_less_is_not() {
        let period = [day("2026-04-01"), day("2026-12-31")];
        let of =
            |people, women, youth| warnings(Some(HeadcountTotals { people, women, youth }), day("2026-06-01"), period);
        assert_eq!(of(30, 10, 10), []);
        assert_eq!(of(30, 9, 10), [FocusGroupWarning::FewWomen]);
        assert_eq!(of(30, 10, 9), [FocusGroupWarning::FewYouth]);
        assert_eq!(of(0, 0, 0), []);
    }

    #[test]
    fn days_of_the_period_are_the_first_to_the_last() {
        let period = [day("2026-04-01"), day("2026-12-31")];
        let on = |text| warnings(Some(HeadcountTotals::default()), day(text), period);
        assert_eq!((on("2026-04-01"), on("2026-12-31")), (vec![], vec![]));
        for outside in ["2026-03-31", "2027-01-01"] {
            assert_eq!(on(outside), [FocusGroupWarning::OutsidePeriod]);
        }
        assert_eq!(warnings(None, day("2026-06-01"), period), [FocusGroupWarning::OutsideAreas]);
    }

    #[test]
    fn no_more_women_or_youth_are_expected_than_people() {
        let refused = |women, youth| refused_expectation(HeadcountTotals { people: 10, women, youth });
        assert_eq!(refused(10, 10), []);
        let both = [("/expected/women", "too_large"), ("/expected/youth", "too_large")];
        assert_eq!(refused(11, 12), both);
    }
}
