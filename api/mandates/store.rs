//! Reading mandates, within reach only, and nominating.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use super::MandateId;
use super::domain::{MandateEnding, MandateEventKind, MandateState, SpeaksFor, Term, refused_day};
use super::events;
use super::input::Nomination;
use super::policy::NominateRepresentative;
use crate::accounts::AccountId;
use crate::assemblies::AssemblyId;
use crate::authz::{Action, Permit};
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::{ApiError, Result};
use crate::grievances::clock::day_of;
use crate::http::Version;
use crate::places::{self, PlaceId};
use crate::programmes::ProgrammeId;
use crate::schema::{mandates, stakeholders};
use crate::stakeholders::StakeholderId;
use crate::stakeholders::domain::{EARLIEST_BIRTH, StakeholderKind};

/// A mandate as the database holds it.
#[derive(Clone, Queryable, Selectable)]
#[diesel(table_name = mandates)]
pub struct Row {
    pub id: MandateId,
    pub version: Version,
    pub programme_id: ProgrammeId,
    pub stakeholder_id: StakeholderId,
    pub place_id: PlaceId,
    pub place_path: String,
    pub speaks_for: SpeaksFor,
    pub state: MandateState,
    pub nominated_on: NaiveDate,
    pub nominated_by: String,
    pub vetted_on: Option<NaiveDate>,
    pub assembly_id: Option<AssemblyId>,
    pub starts_on: Option<NaiveDate>,
    pub expires_on: Option<NaiveDate>,
    pub account_id: Option<AccountId>,
    pub named: bool,
    pub ended_on: Option<NaiveDate>,
    pub ending: Option<MandateEnding>,
}

impl Row {
    pub fn term(&self) -> Term {
        Term { starts_on: self.starts_on, expires_on: self.expires_on }
    }
}

/// The mandate, if within the permit's reach; 404 otherwise.
pub fn find<A: Action>(conn: &mut Conn, permit: &Permit<A>, id: MandateId) -> Result<Row> {
    let within = mandates::table.find(id).filter(mandates::programme_id.eq_any(permit.programmes()?));
    Ok(within.select(Row::as_select()).first(conn)?)
}

/// A mandate that the caller has just written, whoever may read it.
pub(crate) fn reread(conn: &mut Conn, id: MandateId) -> Result<Row> {
    Ok(mandates::table.find(id).select(Row::as_select()).first(conn)?)
}

/// Notes that a person of the register, within reach, was proposed.
pub fn nominate(
    conn: &mut Conn,
    permit: &Permit<NominateRepresentative>,
    new: &Nomination,
    now: DateTime<Utc>,
) -> Result<MandateId> {
    let within = stakeholders::table
        .find(new.stakeholder_id)
        .filter(stakeholders::programme_id.eq_any(permit.programmes()?))
        .filter(stakeholders::erased_at.is_null());
    let found: Option<(ProgrammeId, StakeholderKind)> =
        within.select((stakeholders::programme_id, stakeholders::kind)).first(conn).optional()?;
    let (programme, kind) = found.ok_or_else(|| ApiError::field("/stakeholder_id", "unknown"))?;
    match kind {
        StakeholderKind::Person => {}
        StakeholderKind::Group => return Err(ApiError::field("/stakeholder_id", "not_a_person")),
    }
    insert(conn, programme, new, permit.account()?, now)
}

/// Writes a nomination, whoever may make it.
pub fn insert(
    conn: &mut Conn,
    programme: ProgrammeId,
    new: &Nomination,
    by: AccountId,
    now: DateTime<Utc>,
) -> Result<MandateId> {
    let first = NaiveDate::from_ymd_opt(i32::try_from(EARLIEST_BIRTH).unwrap_or_default(), 1, 1).unwrap_or_default();
    refused_day(new.nominated_on, first, day_of(now))
        .map_or(Ok(()), |code| Err(ApiError::field("/nominated_on", code)))?;
    if new.nominated_by.trim().is_empty() {
        return Err(ApiError::field("/nominated_by", "too_short"));
    }
    let place = places::store::named_in(conn, "/place_id", new.place_id)?;
    let open = mandates::table
        .filter(mandates::stakeholder_id.eq(new.stakeholder_id).and(mandates::place_id.eq(new.place_id)))
        .filter(mandates::speaks_for.eq(new.speaks_for).and(mandates::state.ne(MandateState::Ended)));
    if open.count().get_result::<i64>(conn)? > 0 {
        return Err(ApiError::field("/stakeholder_id", "already_nominated"));
    }
    let (id, at) = (MandateId::at(now), Moment::from(now));
    diesel::insert_into(mandates::table)
        .values((
            (mandates::id.eq(id), mandates::programme_id.eq(programme)),
            (mandates::stakeholder_id.eq(new.stakeholder_id), mandates::place_id.eq(new.place_id)),
            (mandates::place_path.eq(place.path), mandates::speaks_for.eq(new.speaks_for)),
            (mandates::state.eq(MandateState::Nominated), mandates::nominated_on.eq(new.nominated_on)),
            (mandates::nominated_by.eq(new.nominated_by.trim()), mandates::named.eq(false)),
            (mandates::created_by.eq(by), mandates::created_at.eq(at), mandates::updated_at.eq(at)),
        ))
        .execute(conn)?;
    events::note(conn, id, MandateEventKind::Nominate, by, new.note.as_deref(), now)?;
    Ok(id)
}
