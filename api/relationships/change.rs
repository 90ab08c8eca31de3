//! Changing what is recorded of a relationship, ending it, and taking an end back.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use super::RelationshipId;
use super::domain::{Period, refused_period};
use super::input::{RelationshipChange, RelationshipEnd};
use super::policy::{EndRelationship, ReopenRelationship, UpdateRelationship};
use super::store::{Row, find, free, refuse, tidy};
use crate::authz::Permit;
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::{ApiError, Result};
use crate::grievances::clock::day_of;
use crate::http::version::{changed_one, still};
use crate::http::{IfMatch, Version};
use crate::schema::stakeholder_relationships as relationships;

type Touched = (diesel::dsl::Eq<relationships::version, Version>, diesel::dsl::Eq<relationships::updated_at, Moment>);

/// What every change of a relationship of this version sets.
fn touched(version: Version, now: DateTime<Utc>) -> Touched {
    (relationships::version.eq(version + 1), relationships::updated_at.eq(Moment::from(now)))
}

/// The relationship as it was read.
#[diesel::dsl::auto_type(no_type_alias)]
fn same(id: RelationshipId, version: Version) -> _ {
    relationships::table.filter(relationships::id.eq(id)).filter(relationships::version.eq(version))
}

/// Changes what is said of a relationship; between whom it is, and what, stays.
pub fn update(
    conn: &mut Conn,
    permit: &Permit<UpdateRelationship>,
    id: RelationshipId,
    expected: IfMatch,
    change: &RelationshipChange,
    now: DateTime<Utc>,
) -> Result<Row> {
    let before = find(conn, permit, id)?;
    still(before.version, expected)?;
    let since = change.since.unwrap_or(before.since);
    let note = change.note.as_ref().unwrap_or(&before.note).as_deref();
    let source = change.source.as_ref().unwrap_or(&before.source).as_deref();
    let (note, source) = (tidy(note), tidy(source));
    let refused = refused_period(Period { since, until: before.until }, day_of(now));
    refuse(refused.into_iter().map(|(_, code)| ("/since", code)).collect())?;
    if (since, note, source) == (before.since, before.note.as_deref(), before.source.as_deref()) {
        return Ok(before);
    }
    let set = (
        (relationships::since.eq(since), relationships::note.eq(note), relationships::source.eq(source)),
        touched(before.version, now),
    );
    changed_one(diesel::update(same(id, before.version)).set(set).execute(conn)?)?;
    find(conn, permit, id)
}

/// Ends a relationship: it stays on the record of both, with its last day.
pub fn end(
    conn: &mut Conn,
    permit: &Permit<EndRelationship>,
    id: RelationshipId,
    expected: IfMatch,
    RelationshipEnd { until }: &RelationshipEnd,
    now: DateTime<Utc>,
) -> Result<Row> {
    let before = find(conn, permit, id)?;
    still(before.version, expected)?;
    if before.until.is_some() {
        return Err(ApiError::Conflict("relationship_ended"));
    }
    refuse(refused_period(Period { since: before.since, until: Some(*until) }, day_of(now)))?;
    let set = (relationships::until.eq(*until), touched(before.version, now));
    changed_one(diesel::update(same(id, before.version)).set(set).execute(conn)?)?;
    find(conn, permit, id)
}

/// Takes an end back that was noted by mistake, unless the same holds again already.
pub fn reopen(
    conn: &mut Conn,
    permit: &Permit<ReopenRelationship>,
    id: RelationshipId,
    expected: IfMatch,
    now: DateTime<Utc>,
) -> Result<Row> {
    let before = find(conn, permit, id)?;
    still(before.version, expected)?;
    if before.until.is_none() {
        return Err(ApiError::Conflict("relationship_holds"));
    }
    free(conn, before.kind, before.from_id, before.to_id)?;
    let set = (relationships::until.eq(None::<NaiveDate>), touched(before.version, now));
    changed_one(diesel::update(same(id, before.version)).set(set).execute(conn)?)?;
    find(conn, permit, id)
}
