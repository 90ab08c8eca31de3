//! What may be told of a group so that nobody in it is known by it.

use super::attendance::Attendance;
use crate::headcount::{CountedBand, HeadcountTotals};
use crate::stakeholders::domain::{AgeBand, Sex};

/// Fewer than this are not counted in public.
pub const FEWEST: i64 = 5;

/// How many were heard, where that tells of nobody.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PublishedCounts {
    pub people: Option<i64>,
    pub women: Option<i64>,
    pub youth: Option<i64>,
}

/// The counts of five and more. A part is told only if the rest is five or more too, or nobody: who subtracts must learn no
/// more than who reads.
pub fn published_counts(HeadcountTotals { people, women, youth }: HeadcountTotals) -> PublishedCounts {
    let all = (people >= FEWEST).then_some(people);
    let part = |part: i64| {
        let rest = people - part;
        all.filter(|_| part >= FEWEST && (rest == 0 || rest >= FEWEST)).map(|_| part)
    };
    PublishedCounts { people: all, women: part(women), youth: part(youth) }
}

/// Whether a quote of somebody of this kind could be known: fewer than five of the kind were there.
pub fn identifies(attendance: &Attendance, sex: Sex, band: AgeBand) -> bool {
    let band = match band {
        AgeBand::From14 => CountedBand::From14,
        AgeBand::From18 => CountedBand::From18,
        AgeBand::From25 => CountedBand::From25,
        AgeBand::From36 => CountedBand::From36,
        AgeBand::From60 => CountedBand::From60,
    };
    attendance.of(sex).of(band) < FEWEST
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn neither_reading_nor_subtracting_tells_of_fewer_than_five(
            people in 0..60_i64, women in 0..60_i64, youth in 0..60_i64
        ) {
            let (women, youth) = (women.min(people), youth.min(people));
            let told = published_counts(HeadcountTotals { people, women, youth });
            for told in [told.people, told.women, told.youth].into_iter().flatten() {
                prop_assert!(told >= FEWEST);
            }
            if let Some(all) = told.people {
                for part in [told.women, told.youth].into_iter().flatten() {
                    prop_assert!(all == part || all - part >= FEWEST);
                }
            } else {
                prop_assert_eq!((told.women, told.youth), (None, None));
            }
        }
    }

    #[test]
    fn what_tells_of_nobody_is_told() {
        let told = |people, women, youth| published_counts(HeadcountTotals { people, women, youth });
        assert_eq!(told(12, 12, 6), PublishedCounts { people: Some(12), women: Some(12), youth: Some(6) });
        assert_eq!(told(12, 8, 4), PublishedCounts { people: Some(12), women: None, youth: None });
        assert_eq!(told(4, 4, 4), PublishedCounts::default());
    }

    #[test]
    fn a_quote_of_one_of_few_is_not_for_others() {
        let mut attendance = Attendance::default();
        attendance.female.from36 = 5;
        attendance.female.from60 = 4;
        assert!(!identifies(&attendance, Sex::Female, AgeBand::From36));
        assert!(identifies(&attendance, Sex::Female, AgeBand::From60));
        assert!(identifies(&attendance, Sex::Male, AgeBand::From36));
    }
}
