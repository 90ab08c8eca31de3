//! Reading relationships, within reach only, and recording new ones.

use std::collections::HashSet;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::dsl::exists;
use diesel::prelude::*;

use super::RelationshipId;
use super::domain::{Period, RelationshipKind, refused_period};
use super::input::NewRelationship;
use super::policy::CreateRelationship;
use super::scope::within;
use crate::accounts::AccountId;
use crate::authz::{Action, Permit};
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::{ApiError, FieldError, Result};
use crate::grievances::clock::day_of;
use crate::http::Version;
use crate::programmes::ProgrammeId;
use crate::schema::stakeholder_relationships as relationships;
use crate::stakeholders::StakeholderId;
use crate::stakeholders::named::programmes_among;

/// A relationship as the database holds it.
#[derive(Clone, Queryable, Selectable)]
#[diesel(table_name = relationships)]
pub struct Row {
    pub id: RelationshipId,
    pub version: Version,
    pub kind: RelationshipKind,
    pub from_id: StakeholderId,
    pub to_id: StakeholderId,
    pub since: Option<NaiveDate>,
    pub until: Option<NaiveDate>,
    pub note: Option<String>,
    pub source: Option<String>,
    pub created_by: AccountId,
    pub created_at: Moment,
}

/// The relationship, if within the permit's reach; 404 otherwise.
pub fn find<A: Action>(conn: &mut Conn, permit: &Permit<A>, id: RelationshipId) -> Result<Row> {
    Ok(relationships::table
        .filter(relationships::id.eq(id))
        .filter(within(permit)?)
        .select(Row::as_select())
        .first(conn)?)
}

/// Records a relationship between two stakeholders of one of the caller's programmes.
pub fn create(
    conn: &mut Conn,
    permit: &Permit<CreateRelationship>,
    new: &NewRelationship,
    now: DateTime<Utc>,
) -> Result<Row> {
    let programmes = programmes_among(conn, permit, &[new.from_id, new.to_id])?;
    let from = programmes.get(&new.from_id).ok_or_else(|| ApiError::field("/from_id", "unknown"))?;
    let to = programmes.get(&new.to_id).ok_or_else(|| ApiError::field("/to_id", "unknown"))?;
    if from != to {
        return Err(ApiError::field("/to_id", "of_another_programme"));
    }
    let id = insert(conn, new, *from, permit.account()?, now)?;
    find(conn, permit, id)
}

/// Writes a new relationship, whoever may record it.
pub fn insert(
    conn: &mut Conn,
    new: &NewRelationship,
    programme: ProgrammeId,
    by: AccountId,
    now: DateTime<Utc>,
) -> Result<RelationshipId> {
    let NewRelationship { kind, from_id, to_id, since, until, note, source } = new;
    if from_id == to_id {
        return Err(ApiError::field("/to_id", "oneself"));
    }
    refuse(refused_period(Period { since: *since, until: *until }, day_of(now)))?;
    let (from, to) = kind.in_order(*from_id, *to_id);
    if until.is_none() {
        free(conn, *kind, from, to)?;
    }
    let (id, at) = (RelationshipId::at(now), Moment::from(now));
    let row = (
        (relationships::id.eq(id), relationships::programme_id.eq(programme), relationships::kind.eq(kind)),
        (relationships::from_id.eq(from), relationships::to_id.eq(to)),
        (relationships::since.eq(since), relationships::until.eq(until)),
        (relationships::note.eq(tidy(note.as_deref())), relationships::source.eq(tidy(source.as_deref()))),
        (relationships::created_by.eq(by), relationships::created_at.eq(at), relationships::updated_at.eq(at)),
    );
    diesel::insert_into(relationships::table).values(row).execute(conn)?;
    Ok(id)
}

/// A text without the spaces around; none if nothing is left.
pub(super) fn tidy(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
}

/// The fields that were refused, if any were.
pub(super) fn refuse(refused: Vec<(&'static str, &'static str)>) -> Result<()> {
    let field = |(pointer, code): (&str, &str)| FieldError { pointer: pointer.into(), code: code.into() };
    if refused.is_empty() { Ok(()) } else { Err(ApiError::Invalid(refused.into_iter().map(field).collect())) }
}

/// Checks that the same does not hold already.
pub(super) fn free(conn: &mut Conn, kind: RelationshipKind, from: StakeholderId, to: StakeholderId) -> Result<()> {
    let same = relationships::table
        .filter(relationships::from_id.eq(from))
        .filter(relationships::to_id.eq(to))
        .filter(relationships::kind.eq(kind))
        .filter(relationships::until.is_null());
    let held: bool = diesel::select(exists(same)).get_result(conn)?;
    if held { Err(ApiError::field("/to_id", "holds_already")) } else { Ok(()) }
}

/// Checks that whom `from` represents does not represent `from`, through however many others.
///
/// To be called with the audit trail's head locked, as it is from the entry of a change until its commit: then nobody adds
/// the other half of a circle meanwhile.
pub fn acyclic(conn: &mut Conn, kind: RelationshipKind, from: StakeholderId, to: StakeholderId) -> Result<()> {
    if kind != RelationshipKind::Represents {
        return Ok(());
    }
    let mut known = HashSet::from([to]);
    let mut reached = vec![to];
    while !reached.is_empty() {
        if known.contains(&from) {
            return Err(ApiError::field("/to_id", "circle"));
        }
        let next: Vec<StakeholderId> = relationships::table
            .filter(relationships::from_id.eq_any(reached))
            .filter(relationships::kind.eq(RelationshipKind::Represents))
            .filter(relationships::until.is_null())
            .select(relationships::to_id)
            .load(conn)?;
        reached = next.into_iter().filter(|id| known.insert(*id)).collect();
    }
    Ok(())
}
