//! Numbers that count up, without gaps.

use diesel::prelude::*;

use super::Conn;
use crate::error::Result;
use crate::schema::counters;

/// The next number of a counter, which starts at 1.
pub fn next(conn: &mut Conn, name: &str) -> Result<i64> {
    let counter = counters::table.find(name);
    if diesel::update(counter).set(counters::value.eq(counters::value + 1)).execute(conn)? == 0 {
        diesel::insert_into(counters::table).values((counters::name.eq(name), counters::value.eq(1))).execute(conn)?;
    }
    Ok(counter.select(counters::value).first(conn)?)
}
