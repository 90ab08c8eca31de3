//! What can be said of a person and what can't, and when somebody can have agreed.

use chrono::{Datelike, NaiveDate};

use super::words::{AgeBand, Sex, StakeholderKind};

/// Nobody alive was born before.
pub const EARLIEST_BIRTH: i64 = 1900;

/// The register is of people who can speak for themselves in a meeting: it keeps no children.
const YOUNGEST: i64 = 14;

/// The facts that only a person has.
#[derive(Clone, Copy, Debug)]
pub struct Facts {
    pub kind: StakeholderKind,
    pub sex: Option<Sex>,
    pub birth_year: Option<i64>,
    pub age_band: Option<AgeBand>,
}

/// Which field can't be so, and why.
pub fn refused_facts(facts: Facts, today: NaiveDate) -> Vec<(&'static str, &'static str)> {
    let Facts { kind, sex, birth_year, age_band } = facts;
    let mut refused = vec![];
    match kind {
        StakeholderKind::Person => {}
        StakeholderKind::Group => {
            let given =
                [("/sex", sex.is_some()), ("/birth_year", birth_year.is_some()), ("/age_band", age_band.is_some())];
            let of_a_person = given.into_iter().filter(|(_, given)| *given).map(|(field, _)| (field, "not_of_a_group"));
            refused.extend(of_a_person);
            return refused;
        }
    }
    if let Some(year) = birth_year {
        let this = i64::from(today.year());
        if year > this {
            refused.push(("/birth_year", "in_the_future"));
        } else if this - year < YOUNGEST {
            refused.push(("/birth_year", "too_young"));
        }
        if age_band.is_some() {
            refused.push(("/age_band", "not_with_birth_year"));
        }
    }
    refused
}

/// The band of somebody born in a year, by the age that the person reaches this year.
pub fn age_band_of(birth_year: i64, today: NaiveDate) -> AgeBand {
    match i64::from(today.year()) - birth_year {
        ..18 => AgeBand::From14,
        18..25 => AgeBand::From18,
        25..36 => AgeBand::From25,
        36..60 => AgeBand::From36,
        60.. => AgeBand::From60,
    }
}

/// Why somebody can't have agreed on a day.
pub fn refused_consent(given_on: NaiveDate, today: NaiveDate) -> Option<&'static str> {
    if given_on > today {
        Some("in_the_future")
    } else if i64::from(given_on.year()) < EARLIEST_BIRTH {
        Some("too_early")
    } else {
        None
    }
}

/// Why somebody can't have taken it back on a day.
pub fn refused_withdrawal(withdrawn_on: NaiveDate, given_on: NaiveDate, today: NaiveDate) -> Option<&'static str> {
    if withdrawn_on > today {
        Some("in_the_future")
    } else if withdrawn_on < given_on {
        Some("before_it_was_given")
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

    fn person(birth_year: Option<i64>, age_band: Option<AgeBand>) -> Facts {
        Facts { kind: StakeholderKind::Person, sex: Some(Sex::Female), birth_year, age_band }
    }

    #[test]
    fn a_person_was_born_and_is_no_child() {
        let today = day("2026-11-30");
        assert_eq!(refused_facts(person(Some(1962), None), today), []);
        assert_eq!(refused_facts(person(Some(2012), None), today), []);
        assert_eq!(refused_facts(person(Some(2013), None), today), [("/birth_year", "too_young")]);
        assert_eq!(refused_facts(person(Some(2027), None), today), [("/birth_year", "in_the_future")]);
        let both = person(Some(1962), Some(AgeBand::From60));
        assert_eq!(refused_facts(both, today), [("/age_band", "not_with_birth_year")]);
    }

    #[test]
    fn a_group_has_neither_sex_nor_age() {
        let group = Facts { kind: StakeholderKind::Group, ..person(None, Some(AgeBand::From25)) };
        let refused = [("/sex", "not_of_a_group"), ("/age_band", "not_of_a_group")];
        assert_eq!(refused_facts(group, day("2026-11-30")), refused);
    }

    #[test]
    fn bands_begin_where_their_names_say() {
        let today = day("2026-11-30");
        let band = |age: i64| age_band_of(2026 - age, today);
        assert_eq!((band(17), band(18), band(24)), (AgeBand::From14, AgeBand::From18, AgeBand::From18));
        assert_eq!((band(25), band(35), band(36)), (AgeBand::From25, AgeBand::From25, AgeBand::From36));
        assert_eq!((band(59), band(60), band(96)), (AgeBand::From36, AgeBand::From60, AgeBand::From60));
    }

    #[test]
    fn consent_is_given_by_today_and_taken_back_after_that() {
        let (given, today) = (day("2026-03-01"), day("2026-11-30"));
        assert_eq!(refused_consent(given, today), None);
        assert_eq!(refused_consent(day("2026-12-01"), today), Some("in_the_future"));
        assert_eq!(refused_consent(day("0202-03-01"), today), Some("too_early"));
        assert_eq!(refused_withdrawal(given, given, today), None);
        assert_eq!(refused_withdrawal(day("2026-02-28"), given, today), Some("before_it_was_given"));
        assert_eq!(refused_withdrawal(day("2026-12-01"), given, today), Some("in_the_future"));
    }
}
