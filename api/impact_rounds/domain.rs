//! The rules of a vote. Pure: no database, no HTTP, no clock.

use crate::db::types::words;

words! {
    /// How a group votes.
    VotingMethod {
        /// Each participant by itself, with a number that was handed out or with an account.
        Ballots,
        /// All together: somebody counts.
        ShowOfHands,
    }
}

words! {
    RoundState { Open, Closed }
}

/// Why a ballot can't be: each number is the dots of one impact.
pub fn refused_ballot(budget: i64, dots: &[i64]) -> Option<&'static str> {
    let sum: i64 = dots.iter().sum();
    if dots.iter().any(|dots| *dots < 1) || sum < 1 {
        Some("empty")
    } else if sum > budget {
        Some("over_the_budget")
    } else {
        None
    }
}

/// Why a count of hands can't be.
pub fn refused_hands(budget: i64, participants: i64, dots: &[i64]) -> Option<&'static str> {
    let sum: i64 = dots.iter().sum();
    (sum > budget * participants).then_some("more_than_the_hands")
}

/// The share of each in the whole, in percent: whole numbers that add up to a hundred, if there is anything to share.
pub fn shares(dots: &[i64]) -> Vec<i64> {
    let sum: i64 = dots.iter().sum();
    if sum == 0 {
        return vec![0; dots.len()];
    }
    let mut shares: Vec<i64> = dots.iter().map(|dots| dots * 100 / sum).collect();
    let missing = 100 - shares.iter().sum::<i64>();
    // Who was rounded down the most is rounded up.
    let mut order: Vec<usize> = (0..dots.len()).collect();
    order.sort_by_key(|place| dots.get(*place).map(|dots| std::cmp::Reverse(dots * 100 % sum)));
    for place in order.into_iter().take(usize::try_from(missing).unwrap_or_default()) {
        if let Some(share) = shares.get_mut(place) {
            *share += 1;
        }
    }
    shares
}

/// The place of each in the result, from 1; who has as many dots shares it.
pub fn ranks(dots: &[i64]) -> Vec<i64> {
    let more = |own: &i64| i64::try_from(dots.iter().filter(|other| *other > own).count()).unwrap_or_default();
    dots.iter().map(|own| more(own) + 1).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// Whatever ballots are tried, and in whatever order: what was taken never adds up to more than there was to give.
        #[test]
        fn the_sum_of_dots_is_never_over_the_budget(
            budget in 1..=20i64, tries in prop::collection::vec(prop::collection::vec(-3..25i64, 0..6), 0..40)
        ) {
            let taken: Vec<&Vec<i64>> = tries.iter().filter(|dots| refused_ballot(budget, dots).is_none()).collect();
            let sum: i64 = taken.iter().flat_map(|dots| dots.iter()).sum();
            prop_assert!(sum <= budget * i64::try_from(taken.len()).unwrap());
            prop_assert!(taken.iter().all(|dots| dots.iter().all(|dots| *dots > 0)));
        }

        #[test]
        fn hands_give_no_more_dots_than_they_have(
            budget in 1..=20i64, participants in 0..60i64, dots in prop::collection::vec(0..200i64, 1..6)
        ) {
            let sum: i64 = dots.iter().sum();
            prop_assert_eq!(refused_hands(budget, participants, &dots).is_none(), sum <= budget * participants);
        }

        #[test]
        fn shares_add_up_and_keep_the_order(dots in prop::collection::vec(0..400i64, 1..12)) {
            let shares = shares(&dots);
            let sum: i64 = dots.iter().sum();
            prop_assert_eq!(shares.iter().sum::<i64>(), if sum == 0 { 0 } else { 100 });
            for (one, own) in dots.iter().zip(&shares) {
                for (other, theirs) in dots.iter().zip(&shares) {
                    prop_assert!(one <= other || own >= theirs);
                }
            }
        }
    }

    #[test]
    fn a_ballot_is_neither_empty_nor_over_the_budget() {
        assert_eq!(refused_ballot(3, &[]), Some("empty"));
        assert_eq!(refused_ballot(3, &[2, 0]), Some("empty"));
        assert_eq!(refused_ballot(3, &[2, 1]), None);
        assert_eq!(refused_ballot(3, &[1]), None);
        assert_eq!(refused_ballot(3, &[2, 2]), Some("over_the_budget"));
    }

    #[test]
    fn who_has_as_many_shares_the_place() {
        assert_eq!(ranks(&[5, 9, 5, 0]), [2, 1, 2, 4]);
        assert_eq!(shares(&[1, 1, 1]), [34, 33, 33]);
    }
}
