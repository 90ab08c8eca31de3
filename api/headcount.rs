//! How many people, by sex and age band: what is known of a gathering without knowing anybody.
//!
//! Youth is 14 to 35, as in the Kyrgyz law on youth policy.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::db::types::words;
use crate::error::FieldError;
use crate::stakeholders::domain::Sex;

words! {
    /// Of which age people are, by the first year of the band: under 14, 14 to 17, 18 to 24, 25 to 35, 36 to 59, 60 and
    /// more.
    CountedBand { Under14, From14, From18, From25, From36, From60 }
}

impl CountedBand {
    pub fn is_youth(self) -> bool {
        match self {
            Self::From14 | Self::From18 | Self::From25 => true,
            Self::Under14 | Self::From36 | Self::From60 => false,
        }
    }
}

/// How many people of a sex and an age.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Headcount {
    pub sex: Sex,
    pub band: CountedBand,
    #[validate(range(min = 0, max = 100_000))]
    #[schema(value_type = i32, minimum = 0, maximum = 100_000)]
    pub people: i64,
}

/// What such counts come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct HeadcountTotals {
    pub people: i64,
    pub women: i64,
    /// 14 to 35.
    pub youth: i64,
}

impl HeadcountTotals {
    pub fn of(counts: &[Headcount]) -> Self {
        let sum = |counted: &dyn Fn(&Headcount) -> bool| {
            counts.iter().filter(|count| counted(count)).map(|count| count.people).sum()
        };
        Self {
            people: sum(&|_| true),
            women: sum(&|count| count.sex == Sex::Female),
            youth: sum(&|count| count.band.is_youth()),
        }
    }

    /// Of two gatherings together.
    pub fn with(self, other: Self) -> Self {
        Self { people: self.people + other.people, women: self.women + other.women, youth: self.youth + other.youth }
    }
}

/// Why these can't be the counts of one gathering: nobody was there, or the same people are counted twice.
pub fn refused(field: &str, counts: &[Headcount]) -> Vec<FieldError> {
    let twice = counts.iter().enumerate().filter(|(index, count)| {
        counts.iter().take(*index).any(|before| (before.sex, before.band) == (count.sex, count.band))
    });
    let mut refused: Vec<_> = twice.map(|(index, _)| wrong(format!("{field}/{index}"), "repeated")).collect();
    if HeadcountTotals::of(counts).people == 0 {
        refused.push(wrong(field.into(), "empty"));
    }
    refused
}

fn wrong(pointer: String, code: &str) -> FieldError {
    FieldError { pointer, code: code.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(sex: Sex, band: CountedBand, people: i64) -> Headcount {
        Headcount { sex, band, people }
    }

    #[test]
    fn women_and_youth_are_parts_of_all() {
        let counts = [
            count(Sex::Female, CountedBand::From25, 4),
            count(Sex::Female, CountedBand::From60, 3),
            count(Sex::Male, CountedBand::From14, 2),
            count(Sex::Male, CountedBand::Under14, 1),
        ];
        assert_eq!(HeadcountTotals::of(&counts), HeadcountTotals { people: 10, women: 7, youth: 6 });
        assert_eq!(refused("/attendance", &counts), []);
    }

    #[test]
    fn nobody_is_counted_twice_and_somebody_was_there() {
        let same = [count(Sex::Male, CountedBand::From36, 5), count(Sex::Male, CountedBand::From36, 6)];
        assert_eq!(refused("/attendance", &same), [wrong("/attendance/1".into(), "repeated")]);
        let nobody = [count(Sex::Male, CountedBand::From36, 0)];
        assert_eq!(refused("/attendance", &nobody), [wrong("/attendance".into(), "empty")]);
    }
}
