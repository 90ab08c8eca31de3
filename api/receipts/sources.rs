//! Where guesses come from. Addresses are in memory only, each server's own, for an hour at most.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::allowance::Allowance;

const HOUR: i64 = 3_600 * 1_000_000;
const MINUTE: i64 = HOUR / 60;

/// Whether somebody guessed wrong from an address before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Not within the last hour, and nothing is under way.
    Newcomer,
    Guesser,
}

/// Seconds after which the address may try again.
#[derive(Debug, PartialEq, Eq)]
pub struct Spent(pub u64);

pub struct Sources {
    allowance: Allowance,
    known: Mutex<Known>,
}

#[derive(Default)]
struct Known {
    by_address: HashMap<IpAddr, Source>,
    swept_at: i64,
}

#[derive(Default)]
struct Source {
    spent_until: i64,
    wrong_at: Option<i64>,
}

impl Source {
    fn guessed_wrong(&self, now: i64) -> bool {
        self.wrong_at.is_some_and(|then| now - then < HOUR)
    }
}

impl Sources {
    pub fn new(allowance: Allowance) -> Self {
        Self { allowance, known: Mutex::default() }
    }

    /// Takes a try, so that many at once can't all pass. `now` is in microseconds since 1970.
    pub fn take(&self, address: IpAddr, now: i64) -> Result<Standing, Spent> {
        let mut known = self.known();
        known.forget_old(now);
        let source = known.by_address.entry(address).or_default();
        let fresh = source.spent_until <= now && !source.guessed_wrong(now);
        let spent_until = self.allowance.take(source.spent_until, now);
        source.spent_until = spent_until.ok_or_else(|| Spent(self.allowance.wait(source.spent_until, now)))?;
        Ok(if fresh { Standing::Newcomer } else { Standing::Guesser })
    }

    /// The try opened a case, or was not made.
    pub fn give_back(&self, address: IpAddr) {
        if let Some(source) = self.known().by_address.get_mut(&address) {
            source.spent_until -= self.allowance.step();
        }
    }

    pub fn note_wrong(&self, address: IpAddr, now: i64) {
        self.known().by_address.entry(address).or_default().wrong_at = Some(now);
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Known {
    fn forget_old(&mut self, now: i64) {
        if now - self.swept_at > MINUTE {
            self.swept_at = now;
            self.by_address.retain(|_, source| source.spent_until > now || source.guessed_wrong(now));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::num::NonZeroU32;

    use super::*;

    const NOW: i64 = 1_000 * HOUR;

    fn sources() -> Sources {
        Sources::new(Allowance::per_minute(NonZeroU32::new(3).unwrap()))
    }

    fn address(last: u8) -> IpAddr {
        IpAddr::from([192, 0, 2, last])
    }

    #[test]
    fn right_codes_cost_nothing_and_wrong_ones_are_limited() {
        let sources = sources();
        for _ in 0..20 {
            assert_eq!(sources.take(address(1), NOW), Ok(Standing::Newcomer));
            sources.give_back(address(1));
        }
        for expected in [Standing::Newcomer, Standing::Guesser, Standing::Guesser] {
            assert_eq!(sources.take(address(1), NOW), Ok(expected));
            sources.note_wrong(address(1), NOW);
        }
        assert_eq!(sources.take(address(1), NOW), Err(Spent(21)));
        assert_eq!(sources.take(address(2), NOW), Ok(Standing::Newcomer), "others are not concerned");
    }

    #[test]
    fn who_tries_several_at_once_is_a_newcomer_with_the_first_only() {
        let sources = sources();
        assert_eq!(sources.take(address(1), NOW), Ok(Standing::Newcomer));
        assert_eq!(sources.take(address(1), NOW), Ok(Standing::Guesser));
    }

    #[test]
    fn an_address_is_forgotten_after_an_hour() {
        let sources = sources();
        sources.take(address(1), NOW).unwrap();
        sources.note_wrong(address(1), NOW);
        assert_eq!(sources.take(address(1), NOW + HOUR / 2), Ok(Standing::Guesser));
        sources.take(address(2), NOW + 2 * HOUR).unwrap();
        assert_eq!(sources.known().by_address.len(), 1);
        assert_eq!(sources.take(address(1), NOW + 2 * HOUR), Ok(Standing::Newcomer));
    }
}
