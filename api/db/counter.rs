//! Numbers that count up, without gaps.

use diesel::connection::Connection;
use diesel::prelude::*;
use diesel::result::{DatabaseErrorKind, Error};

use super::Conn;
use crate::error::Result;
use crate::schema::counters;

/// The next number of a counter, which starts at 1.
pub fn next(conn: &mut Conn, name: &str) -> Result<i64> {
    if !add_one(conn, name)? {
        match begin(conn, name) {
            // Two began it at once: this one comes second.
            Err(Error::DatabaseError(DatabaseErrorKind::UniqueViolation, _)) => drop(add_one(conn, name)?),
            outcome => outcome?,
        }
    }
    Ok(counters::table.find(name).select(counters::value).first(conn)?)
}

/// The first of the next `count` numbers of a counter. The first holds the counter's row until the transaction ends.
pub fn reserve(conn: &mut Conn, name: &str, count: i64) -> Result<i64> {
    let first = next(conn, name)?;
    let counter = counters::table.find(name);
    diesel::update(counter).set(counters::value.eq(counters::value + (count - 1))).execute(conn)?;
    Ok(first)
}

fn add_one(conn: &mut Conn, name: &str) -> QueryResult<bool> {
    let counter = counters::table.find(name);
    diesel::update(counter).set(counters::value.eq(counters::value + 1)).execute(conn).map(|rows| rows == 1)
}

/// In a savepoint: on PostgreSQL a refused row would end the transaction around it.
fn begin(conn: &mut Conn, name: &str) -> QueryResult<()> {
    conn.transaction(|conn| {
        let row = (counters::name.eq(name), counters::value.eq(1));
        diesel::insert_into(counters::table).values(row).execute(conn).map(drop)
    })
}
