//! References: `MSL-2026-480217`, the year in Bishkek and a number drawn by lot.
//!
//! Numbers that count up would say too much. A company that raises a case of its own every day would know on which day each
//! other one was raised; and whoever sees a list with numbers missing would know how many cases are kept from them.

use chrono::{DateTime, Datelike, Utc};
use diesel::dsl::exists;
use diesel::prelude::*;
use rand::RngExt;

use crate::db::Conn;
use crate::error::Result;
use crate::schema::grievances;

/// Digits of a number, while there are few cases in a year.
const DIGITS: u32 = 6;
/// Draws after which a year is taken to be full, and numbers get a digit more.
const DRAWS: u32 = 8;

/// A reference that no case has.
pub fn draw(conn: &mut Conn, now: DateTime<Utc>) -> Result<String> {
    let series = series(now);
    let mut draws = 0;
    loop {
        let reference = numbered(&series, drawn(DIGITS + draws / DRAWS));
        let taken = grievances::table.filter(grievances::reference.eq(&reference));
        if !diesel::select(exists(taken)).get_result::<bool>(conn)? {
            return Ok(reference);
        }
        draws += 1;
    }
}

fn drawn(digits: u32) -> i64 {
    rand::rng().random_range(0..10_i64.saturating_pow(digits))
}

/// The references of cases submitted in the same year.
pub(crate) fn series(now: DateTime<Utc>) -> String {
    format!("MSL-{}", now.with_timezone(&chrono_tz::Asia::Bishkek).year())
}

pub(crate) fn numbered(series: &str, number: i64) -> String {
    format!("{series}-{number:06}")
}
