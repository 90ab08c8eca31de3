//! What deadlines are counted with besides the case: a programme's terms and the calendar.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::calendar::Calendar;
use super::terms::{Term, TermUnit, Terms};
use crate::db::{Conn, counter};
use crate::error::Result;
use crate::programmes::ProgrammeId;
use crate::schema::{counters, holidays, programme_terms};

/// Counts the changes of terms and holidays: deadlines of an older number are to be counted anew.
const CHANGES: &str = "calendar";

pub struct Measures {
    pub terms: Terms,
    pub calendar: Calendar,
}

impl Measures {
    /// For cases of a programme that begin on `first` or later.
    pub fn of(conn: &mut Conn, programme: ProgrammeId, first: NaiveDate) -> Result<Self> {
        let set: Vec<(Term, i64, TermUnit)> = programme_terms::table
            .filter(programme_terms::programme_id.eq(programme))
            .select((programme_terms::term, programme_terms::amount, programme_terms::unit))
            .load(conn)?;
        let named: Vec<(NaiveDate, bool)> =
            holidays::table.filter(holidays::day.ge(first)).select((holidays::day, holidays::worked)).load(conn)?;
        Ok(Self { terms: Terms::with(set), calendar: Calendar::of(named) })
    }
}

/// The number of the last change.
pub fn version(conn: &mut Conn) -> Result<i64> {
    Ok(counters::table.find(CHANGES).select(counters::value).first(conn).optional()?.unwrap_or(0))
}

/// To be called with every change of terms or holidays: all deadlines are then counted anew, some at a time.
pub fn anew(conn: &mut Conn) -> Result<()> {
    counter::next(conn, CHANGES).map(drop)
}
