//! How often something may be tried: a purse that each try takes from, and that fills up again slowly.
//!
//! All that is kept of a purse is until when what was taken is not filled up yet (the generic cell rate algorithm), in
//! microseconds since 1970: one number, which one statement of the database can change.

use std::num::NonZeroU32;

const SECOND: i64 = 1_000_000;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Allowance {
    /// In which a try is filled up again.
    step: i64,
    /// Tries in a full purse.
    capacity: i64,
}

impl Allowance {
    /// So many a second, and a minute's worth at once.
    pub fn per_second(tries: NonZeroU32) -> Self {
        let tries = i64::from(tries.get());
        Self { step: SECOND / tries, capacity: 60 * tries }
    }

    /// So many a minute, and these at once.
    pub fn per_minute(tries: NonZeroU32) -> Self {
        let tries = i64::from(tries.get());
        Self { step: 60 * SECOND / tries, capacity: tries }
    }

    pub fn step(self) -> i64 {
        self.step
    }

    /// The latest that a purse may be spent until for one more try at `now`.
    pub fn limit(self, now: i64) -> i64 {
        now + (self.capacity - 1) * self.step
    }

    /// What the purse is spent until after one more try; none if it is empty.
    pub fn take(self, spent_until: i64, now: i64) -> Option<i64> {
        let spent_until = spent_until.max(now);
        (spent_until <= self.limit(now)).then(|| spent_until + self.step)
    }

    /// Whole seconds until an empty purse has a try again.
    pub fn wait(self, spent_until: i64, now: i64) -> u64 {
        let wait = (spent_until - self.limit(now)).max(0);
        u64::try_from(wait / SECOND + 1).unwrap_or(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ten_a_minute() -> Allowance {
        Allowance::per_minute(NonZeroU32::new(10).unwrap())
    }

    #[test]
    fn a_purse_is_spent_and_fills_up_slowly() {
        let (allowance, now) = (ten_a_minute(), 1_000 * SECOND);
        let mut spent_until = 0;
        for _ in 0..10 {
            spent_until = allowance.take(spent_until, now).unwrap();
        }
        assert_eq!(allowance.take(spent_until, now), None);
        assert_eq!(allowance.wait(spent_until, now), 7);
        let later = now + 6 * SECOND;
        spent_until = allowance.take(spent_until, later).unwrap();
        assert_eq!(allowance.take(spent_until, later), None);
    }

    #[test]
    fn a_purse_never_holds_more_than_it_can() {
        let (allowance, much_later) = (ten_a_minute(), 1_000_000 * SECOND);
        let (mut spent_until, mut tries) = (0, 0);
        while let Some(spent) = allowance.take(spent_until, much_later) {
            (spent_until, tries) = (spent, tries + 1);
        }
        assert_eq!(tries, 10);
    }
}
