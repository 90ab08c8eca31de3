//! What one of many cases is like: when it was submitted, how far it has come. Pure, and the same for the same number.

use chrono::{DateTime, TimeDelta, Utc};

use crate::grievances::domain::State;

/// Cases are spread over so many days.
pub const DAYS: i64 = 730;

/// A case by its number among `count`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Variation {
    pub submitted: DateTime<Utc>,
    pub state: State,
    /// Chooses the template, the place and the people.
    pub dice: u64,
}

impl Variation {
    pub fn of(number: u32, count: u32, now: DateTime<Utc>) -> Self {
        let ago = TimeDelta::days(DAYS) * i32::try_from(count - number).unwrap_or(i32::MAX)
            / i32::try_from(count).unwrap_or(i32::MAX);
        let dice = mix(u64::from(number));
        Self { submitted: now - ago, state: state(ago.num_days(), dice), dice: dice >> 16 }
    }
}

/// How far cases of an age have come: most of the old ones are resolved, and some never are.
fn state(days: i64, dice: u64) -> State {
    use State::*;
    let share: &[State] = match days {
        ..=1 => &[Submitted],
        2..=6 => &[Submitted, Acknowledged, Acknowledged, Accepted],
        7..=20 => &[Accepted, Accepted, Investigating, Investigating, ResolutionProposed],
        21..=60 => &[Investigating, ResolutionProposed, ResolutionProposed, Contested, Implementing, Implementing],
        61..=120 => &[Implementing, Resolved, Resolved, Contested, Resolved, Resolved],
        _ if dice.is_multiple_of(50) => &[Contested, Implementing, Investigating],
        _ => &[Resolved],
    };
    let chosen = usize::try_from(dice >> 32).unwrap_or_default() % share.len();
    share.get(chosen).copied().unwrap_or(Resolved)
}

/// Scatters numbers (SplitMix64).
fn mix(number: u64) -> u64 {
    let mut z = number.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn cases_follow_one_another_over_two_years_until_now() {
        let now: DateTime<Utc> = "2019-11-20T04:00:00Z".parse().unwrap();
        let cases: Vec<_> = (0..5000).map(|number| Variation::of(number, 5000, now)).collect();
        assert!(cases.is_sorted_by_key(|case| case.submitted));
        assert_eq!(cases[0].submitted, now - TimeDelta::days(DAYS));
        assert!(cases[4999].submitted < now);
        assert_eq!(cases.iter().map(|case| case.state).collect::<HashSet<_>>().len(), 8);
    }

    #[test]
    fn the_largest_number_of_cases_is_spread_as_well() {
        let now: DateTime<Utc> = "2019-11-20T04:00:00Z".parse().unwrap();
        assert_eq!(Variation::of(5_000_000, 10_000_000, now).submitted, now - TimeDelta::days(DAYS / 2));
    }
}
