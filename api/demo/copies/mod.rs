//! Many meetings and promises made from the demonstration's, to see how the system bears them: copies of its rows, spread over
//! two years and a little of what is to come. No audit trail tells of what nobody did.

mod commitments;
mod meetings;

use std::ops::Range;

use chrono::{DateTime, TimeDelta, Utc};

use crate::app::System;
use crate::db::Conn;
use crate::error::Result;

/// Originals that are copied: more than the demonstration has.
const MOST: i64 = 100;
/// Copies in a transaction: enough to share a sync to disk, few enough for others to get their turn.
const BATCH: u32 = 5_000;

/// Copies are spread over so many days before now, and so many after.
const PAST: TimeDelta = TimeDelta::days(700);
const TO_COME: TimeDelta = TimeDelta::days(60);

/// A copy by its number among `count`, the earliest first.
#[derive(Clone, Copy, Debug)]
struct Copy {
    number: u32,
    count: u32,
    now: DateTime<Utc>,
}

impl Copy {
    /// Its day, at the time at which the copies are made.
    fn day(self) -> DateTime<Utc> {
        let days = (PAST + TO_COME).num_days() * i64::from(self.number) / i64::from(self.count.max(1));
        self.now - PAST + TimeDelta::days(days)
    }

    /// One of the originals, each as often as the others.
    fn of<T>(self, originals: &[T]) -> Option<&T> {
        let number = usize::try_from(self.number).unwrap_or_default();
        originals.get(number.checked_rem(originals.len())?)
    }
}

/// Adds so many copies of the demonstration's meetings.
pub async fn meetings(system: &System, count: u32, now: DateTime<Utc>) -> Result<()> {
    let originals = system.db.read(meetings::originals).await?;
    copied(system, count, now, move |conn, copies| meetings::add(conn, &originals, copies)).await
}

/// Adds so many copies of the demonstration's promises.
pub async fn commitments(system: &System, count: u32, now: DateTime<Utc>) -> Result<()> {
    let originals = system.db.read(commitments::originals).await?;
    copied(system, count, now, move |conn, copies| commitments::add(conn, &originals, copies)).await
}

async fn copied(
    system: &System,
    count: u32,
    now: DateTime<Utc>,
    add: impl Fn(&mut Conn, &[Copy]) -> Result<()> + Clone + Send + 'static,
) -> Result<()> {
    for Range { start, end } in batches(count) {
        let add = add.clone();
        let copies: Vec<Copy> = (start..end).map(|number| Copy { number, count, now }).collect();
        system.db.write(move |conn| add(conn, &copies)).await?;
    }
    Ok(())
}

fn batches(count: u32) -> impl Iterator<Item = Range<u32>> {
    (0..count)
        .step_by(usize::try_from(BATCH).unwrap_or(1))
        .map(move |first| first..count.min(first.saturating_add(BATCH)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_follow_one_another_from_two_years_ago_into_what_is_to_come() {
        let now: DateTime<Utc> = "2019-11-20T04:00:00Z".parse().unwrap();
        let days: Vec<_> = (0..5000).map(|number| Copy { number, count: 5000, now }.day()).collect();
        assert!(days.is_sorted());
        assert_eq!(days[0], now - PAST);
        assert!(days[4999] > now && days[4999] <= now + TO_COME);
    }

    #[test]
    fn every_copy_is_in_one_batch() {
        let numbers: Vec<u32> = batches(12_345).flatten().collect();
        assert!(numbers.iter().copied().eq(0..12_345));
        assert_eq!(batches(0).count(), 0);
    }
}
