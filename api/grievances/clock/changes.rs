//! The number of the last change of what deadlines are counted with.

use diesel::prelude::*;

use crate::db::{Conn, counter};
use crate::error::Result;
use crate::schema::counters;

/// Counts the changes of terms and holidays: deadlines of an older number are to be counted anew.
const CHANGES: &str = "calendar";

/// The number of the last change.
pub fn version(conn: &mut Conn) -> Result<i64> {
    Ok(counters::table.find(CHANGES).select(counters::value).first(conn).optional()?.unwrap_or(0))
}

/// To be called with every change of terms or holidays: all deadlines are then counted anew, some at a time.
pub fn anew(conn: &mut Conn) -> Result<()> {
    counter::next(conn, CHANGES).map(drop)
}
