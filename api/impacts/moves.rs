//! Moving an impact on: the one way in which its state, and who reads it, change.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::ImpactId;
use super::change::touched;
use super::domain::{ImpactMove, Standing, check};
use super::events::{self, Step};
use super::store::{Row, find, words};
use crate::accounts::AccountId;
use crate::authz::{Action, Permit};
use crate::db::Conn;
use crate::db::search::{self, Kind};
use crate::db::types::Moment;
use crate::error::{ApiError, Result};
use crate::http::IfMatch;
use crate::http::body::said;
use crate::http::version::{changed_one, still};
use crate::schema::impacts;

/// Makes a move of an impact within the permit's reach.
pub fn lead<A: Action>(
    conn: &mut Conn,
    permit: &Permit<A>,
    id: ImpactId,
    expected: IfMatch,
    made: ImpactMove,
    note: &str,
    now: DateTime<Utc>,
) -> Result<Row> {
    let before = find(conn, permit, id)?;
    still(before.version, expected)?;
    make(conn, &before, made, note, permit.account()?, now)?;
    find(conn, permit, id)
}

/// Writes a move: the impact, its timeline and where it is searched, or nothing.
pub fn make(
    conn: &mut Conn,
    before: &Row,
    made: ImpactMove,
    note: &str,
    by: AccountId,
    now: DateTime<Utc>,
) -> Result<()> {
    said("/note", note)?;
    let after = check(made, before.standing()).map_err(ApiError::Conflict)?;
    let set = (
        (impacts::state.eq(after.state), impacts::published.eq(after.published)),
        impacts::published_at.eq(published_at(before, after, now)),
        touched(before.version, now),
    );
    let target = impacts::table.find(before.id).filter(impacts::version.eq(before.version));
    changed_one(diesel::update(target).set(set).execute(conn)?)?;
    if after.published && !before.published {
        let words = words(&before.title, &before.description);
        search::put(conn, Kind::ImpactPublished, before.id.as_str(), &words)?;
    } else if before.published && !after.published {
        search::remove(conn, Kind::ImpactPublished, before.id.as_str())?;
    }
    let step = Step { made, from: Some(before.state), to: after.state, note: Some(note), fields: None };
    events::note(conn, before.id, &step, by, now)
}

fn published_at(before: &Row, after: Standing, now: DateTime<Utc>) -> Option<Moment> {
    after.published.then(|| before.published_at.unwrap_or_else(|| now.into()))
}
