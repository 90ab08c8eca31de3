//! Who needs a second factor, and how long anything about it lasts.

use chrono::{DateTime, TimeDelta, Utc};

use crate::authz::Role;
use crate::db::types::words;

/// A sign-in waits so long for its second step.
pub const CHALLENGE: TimeDelta = TimeDelta::minutes(5);
/// A secret that was shown must be confirmed within this time.
pub const SET_UP: TimeDelta = TimeDelta::minutes(30);
/// Recovery codes that an account is given at a time.
pub const RECOVERY_CODES: usize = 10;

/// Wrong codes before the account waits. One guess hits by chance three times in a million.
const PATIENCE: i64 = 3;
const SHORTEST_WAIT: TimeDelta = TimeDelta::seconds(5);
const LONGEST_WAIT: TimeDelta = TimeDelta::hours(1);

words! {
    /// Where an account stands with its second factor.
    FactorState {
        Off,
        On,
        /// The account must have one and has none: nothing else opens until it is set up.
        Needed,
    }
}

/// Of whom this server demands a second factor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Demand {
    /// Of the office, which sees what can hurt people.
    Office,
    /// Of nobody: the passwords of a demonstration are known to everybody anyway.
    Nobody,
}

impl Demand {
    pub fn of(self, role: Role) -> bool {
        match role {
            Role::Staff | Role::Protection | Role::Admin => self == Self::Office,
            // A representative may have a phone that does nothing but call; software has a key.
            Role::Community | Role::Company | Role::Authority | Role::Partner => false,
        }
    }

    /// The state of an account of this role.
    pub fn state(self, role: Role, confirmed: bool) -> FactorState {
        match (confirmed, self.of(role)) {
            (true, _) => FactorState::On,
            (false, true) => FactorState::Needed,
            (false, false) => FactorState::Off,
        }
    }
}

/// How long an account waits after so many wrong codes in a row: each doubles the wait, up to an hour.
pub fn wait_after(failures: i64) -> Option<TimeDelta> {
    let doublings = u32::try_from(failures - PATIENCE).ok()?.min(20);
    SHORTEST_WAIT.checked_mul(2_i32.pow(doublings)).map(|wait| wait.min(LONGEST_WAIT))
}

/// Whole seconds until `until`, at least one: what a person is asked to wait.
pub fn seconds_until(until: DateTime<Utc>, now: DateTime<Utc>) -> u64 {
    u64::try_from((until - now).num_seconds()).unwrap_or_default() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_office_needs_a_second_factor_and_the_others_may_have_one() {
        for role in [Role::Staff, Role::Protection, Role::Admin] {
            assert_eq!(Demand::Office.state(role, false), FactorState::Needed);
            assert_eq!(Demand::Office.state(role, true), FactorState::On);
            assert_eq!(Demand::Nobody.state(role, false), FactorState::Off);
        }
        for role in [Role::Community, Role::Company, Role::Authority] {
            assert_eq!(Demand::Office.state(role, false), FactorState::Off);
            assert_eq!(Demand::Office.state(role, true), FactorState::On);
        }
    }

    #[test]
    fn wrong_codes_make_the_account_wait_longer_and_longer() {
        assert_eq!(wait_after(2), None);
        assert_eq!(wait_after(3), Some(TimeDelta::seconds(5)));
        assert_eq!(wait_after(6), Some(TimeDelta::seconds(40)));
        assert_eq!(wait_after(1000), Some(LONGEST_WAIT));
    }
}
