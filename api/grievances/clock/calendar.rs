//! Working time: what passes on working days, from midnight to midnight in Bishkek. Pure.
//!
//! A term of two working days that begins on Friday at ten is over on Tuesday at ten; one that begins on a Saturday is
//! over at the end of Tuesday.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, TimeDelta, Utc, Weekday};
use chrono_tz::Asia::Bishkek;

/// Which days are worked: Monday to Friday, but for the days named here.
#[derive(Clone, Debug, Default)]
pub struct Calendar {
    /// Whether a day is worked that its weekday would say otherwise of.
    named: BTreeMap<NaiveDate, bool>,
}

impl Calendar {
    /// From days, each with whether it is worked.
    pub fn of(named: impl IntoIterator<Item = (NaiveDate, bool)>) -> Self {
        Self { named: named.into_iter().collect() }
    }

    pub fn is_worked(&self, day: NaiveDate) -> bool {
        let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        self.named.get(&day).copied().unwrap_or(!weekend)
    }

    /// The working time from one moment to a later one.
    pub fn between(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> TimeDelta {
        let mut sum = TimeDelta::zero();
        let mut at = from;
        while at < to {
            let day = day_of(at);
            let end = end_of(day).min(to);
            if self.is_worked(day) {
                sum += end - at;
            }
            at = end;
        }
        sum
    }

    /// The moment at which so much working time has passed.
    pub fn after(&self, from: DateTime<Utc>, time: TimeDelta) -> DateTime<Utc> {
        let (mut at, mut left) = (from, time);
        while left > TimeDelta::zero() {
            let day = day_of(at);
            let end = end_of(day);
            if self.is_worked(day) {
                let passed = left.min(end - at);
                left -= passed;
                at += passed;
            } else {
                at = end;
            }
        }
        at
    }
}

/// The day in Bishkek, whatever the server's own zone.
pub fn day_of(at: DateTime<Utc>) -> NaiveDate {
    at.with_timezone(&Bishkek).date_naive()
}

/// The midnight at which a day in Bishkek begins.
pub fn start_of(day: NaiveDate) -> DateTime<Utc> {
    let midnight = day.and_time(NaiveTime::MIN);
    // Where the clocks once went forward at midnight, the day began an hour later.
    let local = midnight.and_local_timezone(Bishkek).earliest();
    local.map_or_else(|| midnight.and_utc() - TimeDelta::hours(6), |local| local.to_utc())
}

/// The midnight at which a day in Bishkek ends.
pub fn end_of(day: NaiveDate) -> DateTime<Utc> {
    start_of(day + Days::new(1))
}
