//! Who was there, as counts, and whether they may have been heard.

use strum::VariantArray;

use crate::headcount::{CountedBand, HeadcountTotals};
use crate::stakeholders::domain::Sex;

/// More people don't hear each other.
pub const MOST_PEOPLE: i64 = 100;

/// How many of each age.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BandCounts {
    pub under14: i64,
    pub from14: i64,
    pub from18: i64,
    pub from25: i64,
    pub from36: i64,
    pub from60: i64,
}

impl BandCounts {
    pub fn of(&self, band: CountedBand) -> i64 {
        match band {
            CountedBand::Under14 => self.under14,
            CountedBand::From14 => self.from14,
            CountedBand::From18 => self.from18,
            CountedBand::From25 => self.from25,
            CountedBand::From36 => self.from36,
            CountedBand::From60 => self.from60,
        }
    }

    pub fn set(&mut self, band: CountedBand, people: i64) {
        let count = match band {
            CountedBand::Under14 => &mut self.under14,
            CountedBand::From14 => &mut self.from14,
            CountedBand::From18 => &mut self.from18,
            CountedBand::From25 => &mut self.from25,
            CountedBand::From36 => &mut self.from36,
            CountedBand::From60 => &mut self.from60,
        };
        *count = people;
    }

    fn people(&self) -> i64 {
        CountedBand::VARIANTS.iter().map(|band| self.of(*band)).sum()
    }

    fn youth(&self) -> i64 {
        CountedBand::VARIANTS.iter().filter(|band| band.is_youth()).map(|band| self.of(*band)).sum()
    }
}

/// How many of each sex and age.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Attendance {
    pub female: BandCounts,
    pub male: BandCounts,
}

impl Attendance {
    pub fn of(&self, sex: Sex) -> &BandCounts {
        match sex {
            Sex::Female => &self.female,
            Sex::Male => &self.male,
        }
    }

    pub fn of_mut(&mut self, sex: Sex) -> &mut BandCounts {
        match sex {
            Sex::Female => &mut self.female,
            Sex::Male => &mut self.male,
        }
    }

    pub fn figures(&self) -> HeadcountTotals {
        HeadcountTotals {
            people: self.female.people() + self.male.people(),
            women: self.female.people(),
            youth: self.female.youth() + self.male.youth(),
        }
    }

    fn both(&self, band: CountedBand) -> i64 {
        self.female.of(band) + self.male.of(band)
    }

    fn under18(&self) -> i64 {
        self.both(CountedBand::Under14) + self.both(CountedBand::From14)
    }

    fn adults(&self) -> i64 {
        self.figures().people - self.under18()
    }
}

/// Why these people can't have been heard with the consent of so many parents or guardians.
pub fn refused_hearing(attendance: &Attendance, guardians: i64) -> Vec<(&'static str, &'static str)> {
    let mut refused = vec![];
    if attendance.figures().people == 0 {
        refused.push(("/attendance", "nobody"));
    }
    if attendance.under18() > guardians {
        refused.push(("/guardians", "guardians_missing"));
    }
    // A child comes with a grown-up of its own and is never among strangers alone.
    if attendance.both(CountedBand::Under14) > attendance.adults() {
        refused.push(("/attendance", "child_alone"));
    }
    refused
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(female: [i64; 6], male: [i64; 6]) -> Attendance {
        let counts = |[under14, from14, from18, from25, from36, from60]: [i64; 6]| BandCounts {
            under14,
            from14,
            from18,
            from25,
            from36,
            from60,
        };
        Attendance { female: counts(female), male: counts(male) }
    }

    #[test]
    fn youth_is_14_to_35() {
        let figures = of([1, 2, 3, 4, 5, 6], [0, 0, 1, 0, 0, 9]).figures();
        assert_eq!((figures.people, figures.women, figures.youth), (31, 21, 10));
    }

    #[test]
    fn who_is_under_18_needs_the_consent_of_a_parent_or_guardian() {
        let group = of([0, 2, 0, 0, 3, 0], [0, 1, 0, 0, 0, 0]);
        assert_eq!(refused_hearing(&group, 2), [("/guardians", "guardians_missing")]);
        assert_eq!(refused_hearing(&group, 3), []);
        let without = of([0, 0, 3, 0, 3, 0], [0; 6]);
        assert_eq!(refused_hearing(&without, 0), []);
    }

    #[test]
    fn a_child_under_14_is_not_heard_without_a_grown_up_of_its_own() {
        let alone = of([2, 4, 0, 0, 0, 0], [0, 0, 1, 0, 0, 0]);
        assert_eq!(refused_hearing(&alone, 6), [("/attendance", "child_alone")]);
        let with = of([2, 4, 0, 0, 1, 0], [0, 0, 1, 0, 0, 0]);
        assert_eq!(refused_hearing(&with, 6), []);
        assert_eq!(refused_hearing(&with, 5), [("/guardians", "guardians_missing")]);
    }

    #[test]
    fn nobody_was_not_heard() {
        assert_eq!(refused_hearing(&Attendance::default(), 0), [("/attendance", "nobody")]);
    }

    #[test]
    fn a_count_is_found_where_it_was_put() {
        for sex in Sex::VARIANTS {
            for band in CountedBand::VARIANTS {
                let mut attendance = Attendance::default();
                attendance.of_mut(*sex).set(*band, 7);
                assert_eq!(attendance.of(*sex).of(*band), 7);
                assert_eq!(attendance.figures().people, 7);
            }
        }
    }
}
