//! What may be published of counts. Pure.
//!
//! A count is rounded down to a multiple of five, and one under five is left out, as nothing is. So a number that is shown
//! stands for five that are possible, and one that is not for those from none to four. Two tables of the same cases (by
//! state, by district) have the same sum: the second is published only if the sums leave every number that is left out as
//! uncertain as it was. Figures are those of the beginning of the week, so one day can't be compared with the next.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, Days, NaiveDate, Utc};

/// No number smaller than this is told, and no difference between numbers.
pub const LEAST: i64 = 5;

/// Counts of the same cases, by something that each has one of.
pub type Table<K> = BTreeMap<K, i64>;

/// A table as it is published: what is not in it is not told.
pub fn coarse<K: Ord + Clone>(table: &Table<K>) -> Table<K> {
    let fives = table.iter().map(|(cell, count)| (cell.clone(), count - count.rem_euclid(LEAST)));
    fives.filter(|(_, count)| *count >= LEAST).collect()
}

/// What anybody can conclude of a table's sum: between which numbers it lies. `cells` is how many there can be.
fn sums<K>(published: &Table<K>, cells: usize) -> (i64, i64) {
    let least: i64 = published.values().sum();
    (least, least + (LEAST - 1) * i64::try_from(cells).unwrap_or(i64::MAX / LEAST))
}

/// Whether a table can be published beside another of the same cases: together they tell of no number that is left out
/// more than each alone. `cells` are how many cells each can have, shown or not.
pub fn go_together<K, L>(one: (&Table<K>, usize), other: (&Table<L>, usize)) -> bool {
    let (one_sum, other_sum) = (sums(one.0, one.1), sums(other.0, other.1));
    let (least, most) = (one_sum.0.max(other_sum.0), one_sum.1.min(other_sum.1));
    // A cell that is left out may be nothing, if the others can make up the sum; and four, if the sum has room for it.
    let uncertain = |(low, high): (i64, i64)| least <= high - (LEAST - 1) && most >= low + (LEAST - 1);
    let hides = |shown: usize, cells: usize| shown < cells;
    (!hides(one.0.len(), one.1) || uncertain(one_sum)) && (!hides(other.0.len(), other.1) || uncertain(other_sum))
}

/// The Monday of the week, in Bishkek.
pub fn week_of(now: DateTime<Utc>) -> NaiveDate {
    let today = now.with_timezone(&chrono_tz::Asia::Bishkek).date_naive();
    today - Days::new(u64::from(today.weekday().num_days_from_monday()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn table(counts: &[i64]) -> Table<usize> {
        counts.iter().copied().enumerate().collect()
    }

    /// All tables that would have been published like this one: what an attacker who knows the rule is left with.
    fn possible(published: &Table<usize>, cells: usize) -> Vec<Vec<i64>> {
        (0..cells).fold(vec![vec![]], |tables, cell| {
            let low = published.get(&cell).copied().unwrap_or(0);
            let longer =
                tables.iter().flat_map(|table| (low..low + LEAST).map(move |n| [table.clone(), vec![n]].concat()));
            longer.collect()
        })
    }

    /// Two tables of the same cases: each case has a row and a column.
    fn cases() -> impl Strategy<Value = (Vec<i64>, Vec<i64>)> {
        let one = (1..=3usize, 1..=3usize);
        one.prop_flat_map(|(rows, columns)| {
            prop::collection::vec((0..rows, 0..columns), 0..40).prop_map(move |cases| {
                let (mut one, mut other) = (vec![0; rows], vec![0; columns]);
                for (row, column) in cases {
                    one[row] += 1;
                    other[column] += 1;
                }
                (one, other)
            })
        })
    }

    proptest! {
        #[test]
        fn no_small_number_is_shown(counts in prop::collection::vec(0..50i64, 0..10)) {
            for (cell, shown) in coarse(&table(&counts)) {
                prop_assert!(shown >= LEAST && shown % LEAST == 0);
                prop_assert!((shown..shown + LEAST).contains(&counts[cell]));
            }
        }

        #[test]
        fn a_case_more_or_less_within_a_five_changes_nothing(fives in 0..10i64, one in 0..LEAST, other in 0..LEAST) {
            let shown = |more: i64| coarse(&table(&[fives * LEAST + more]));
            prop_assert_eq!(shown(one), shown(other));
        }

        /// The attack itself, by trying everything: whatever is published, each number that is left out can still be any
        /// from none to four, also for who subtracts one table's sum from the other's.
        #[test]
        fn what_is_left_out_stays_uncertain_when_sums_are_compared((one, other) in cases()) {
            let (first, second) = (coarse(&table(&one)), coarse(&table(&other)));
            let together = go_together((&first, one.len()), (&second, other.len()));
            let (firsts, seconds) = (possible(&first, one.len()), possible(&second, other.len()));
            let sums = |tables: &[Vec<i64>]| tables.iter().map(|table| table.iter().sum::<i64>()).collect::<Vec<_>>();
            let (first_sums, second_sums) = (sums(&firsts), sums(&seconds));
            for (published, tables, others) in [(&first, &firsts, &second_sums), (&second, &seconds, &first_sums)] {
                let consistent = tables.iter().filter(|table| others.contains(&table.iter().sum()));
                let consistent: Vec<&Vec<i64>> = consistent.collect();
                for cell in (0..tables[0].len()).filter(|cell| !published.contains_key(cell)) {
                    let uncertain = (0..LEAST).all(|n| consistent.iter().any(|table| table[cell] == n));
                    prop_assert!(!together || uncertain, "{published:?} {cell}");
                }
            }
        }
    }

    #[test]
    fn a_table_that_would_give_a_number_away_is_kept_back() {
        // By state 15 and 0, by district 9 and 6: rounded, the districts can't make up 15 without each having more.
        let states = coarse(&table(&[15, 0]));
        let districts = coarse(&table(&[9, 4, 2]));
        assert!(!go_together((&states, 2), (&districts, 3)));
        assert!(go_together((&states, 2), (&coarse(&table(&[10, 5])), 2)));
    }

    #[test]
    fn a_week_begins_on_monday_in_bishkek() {
        let monday = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        // Sunday evening in UTC is Monday in Bishkek.
        assert_eq!(week_of("2026-11-22T18:00:00Z".parse().unwrap()), monday);
        assert_eq!(week_of("2026-11-22T17:59:59Z".parse().unwrap()), monday - Days::new(7));
        assert_eq!(week_of("2026-11-29T17:59:59Z".parse().unwrap()), monday);
    }
}
