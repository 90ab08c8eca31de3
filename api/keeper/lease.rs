//! Who does a chore, and when it is due again.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use diesel::connection::Connection;
use diesel::prelude::*;
use diesel::result::{DatabaseErrorKind, Error};

use super::Chore;
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::Result;
use crate::schema::chores;

/// A holder that has not finished by then is taken for dead.
const HELD: TimeDelta = TimeDelta::minutes(10);

/// What has failed is tried again after so long.
const RETRY: Duration = Duration::from_mins(1);

/// Enters the chores that the database does not know yet; they are due at once.
pub fn enter(conn: &mut Conn, all: &[Chore], now: DateTime<Utc>) -> Result<()> {
    for chore in all {
        let row = (chores::name.eq(chore.name), chores::due_at.eq(Moment::from(now)));
        // In a savepoint: another instance may have entered it.
        match conn.transaction(|conn| diesel::insert_into(chores::table).values(row).execute(conn)) {
            Ok(_) | Err(Error::DatabaseError(DatabaseErrorKind::UniqueViolation, _)) => {}
            Err(other) => return Err(other.into()),
        }
    }
    Ok(())
}

/// A chore as the database knows it.
#[derive(Queryable, Selectable)]
#[diesel(table_name = chores)]
pub struct Known {
    name: String,
    due_at: Moment,
    held_until: Option<Moment>,
}

impl Known {
    /// Whether it is this chore, due, and held by nobody. What is due later than one period from now was put off by a
    /// clock that ran ahead.
    pub fn is_due(&self, chore: &Chore, now: DateTime<Utc>) -> bool {
        let due = self.due_at.utc() <= now || self.due_at.utc() > now + chore.every;
        self.is(chore) && due && self.held_until.is_none_or(|until| until.utc() <= now)
    }

    pub fn is(&self, chore: &Chore) -> bool {
        self.name == chore.name
    }
}

/// All chores that the database knows.
pub fn known(conn: &mut Conn) -> Result<Vec<Known>> {
    Ok(chores::table.select(Known::as_select()).load(conn)?)
}

/// Takes a chore that is due; `false` if somebody else was faster.
pub fn take(conn: &mut Conn, chore: &Chore, holder: &str, now: DateTime<Utc>) -> Result<bool> {
    let (until, ahead) = (Moment::from(now + HELD), Moment::from(now + chore.every));
    let now = Moment::from(now);
    let free = chores::table
        .filter(chores::name.eq(chore.name))
        .filter(chores::due_at.le(now).or(chores::due_at.gt(ahead)))
        .filter(chores::held_until.is_null().or(chores::held_until.le(now)));
    let held = (chores::holder.eq(Some(holder)), chores::held_until.eq(Some(until)));
    Ok(diesel::update(free).set(held).execute(conn)? == 1)
}

/// Gives a chore back that went well, unless the lease has run out and somebody else holds it.
pub fn done(conn: &mut Conn, chore: &Chore, holder: &str, now: DateTime<Utc>) -> Result<()> {
    let kept = (chores::done_at.eq(Some(Moment::from(now))), chores::failures.eq(0));
    let held = chores::table.filter(chores::name.eq(chore.name)).filter(chores::holder.eq(holder));
    diesel::update(held).set((again(now, chore.every), kept)).execute(conn)?;
    Ok(())
}

/// Gives a chore back that failed.
pub fn failed(conn: &mut Conn, chore: &Chore, holder: &str, now: DateTime<Utc>) -> Result<()> {
    let held = chores::table.filter(chores::name.eq(chore.name)).filter(chores::holder.eq(holder));
    let set = (again(now, RETRY.min(chore.every)), chores::failures.eq(chores::failures + 1));
    diesel::update(held).set(set).execute(conn)?;
    Ok(())
}

/// Free, and due after so long.
#[diesel::dsl::auto_type(no_type_alias)]
fn again(now: DateTime<Utc>, after: Duration) -> _ {
    let due: Moment = Moment::from(now + after);
    let nobody: Option<&'static str> = None;
    let never: Option<Moment> = None;
    (chores::due_at.eq(due), chores::holder.eq(nobody), chores::held_until.eq(never))
}
