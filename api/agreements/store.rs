//! Reading agreements, within reach only, and drafting new ones.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use super::AgreementId;
use super::domain::{AgreementMove, AgreementState, Standing};
use super::events::{self, Step};
use super::input::NewAgreement;
use super::policy::{CreateAgreement, GetAgreement};
use super::scope::within;
use super::sides;
use super::view::{AgreementLink, AgreementText};
use crate::accounts::AccountId;
use crate::authz::{Action, Permit};
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::{ApiError, Result};
use crate::grievances::GrievanceId;
use crate::http::Version;
use crate::http::body::said;
use crate::impacts::store::{company_of, path_in};
use crate::meetings::{self, MeetingId};
use crate::places::PlaceId;
use crate::programmes::ProgrammeId;
use crate::schema::{agreement_texts as texts, agreements};
use crate::sites::SiteId;

/// An agreement as the database holds it.
#[derive(Clone, Queryable, Selectable)]
#[diesel(table_name = agreements)]
pub struct Row {
    pub id: AgreementId,
    pub version: Version,
    pub programme_id: ProgrammeId,
    pub title: String,
    pub place_id: PlaceId,
    pub site_id: Option<SiteId>,
    pub grievance_id: Option<GrievanceId>,
    pub meeting_id: Option<MeetingId>,
    pub state: AgreementState,
    pub revision: i64,
    pub revision_in_force: Option<i64>,
    pub in_force_since: Option<NaiveDate>,
    pub ended_on: Option<NaiveDate>,
    pub created_at: Moment,
    pub updated_at: Moment,
}

impl Row {
    pub fn standing(&self) -> Standing {
        Standing { state: self.state, revision: self.revision, in_force: self.revision_in_force }
    }
}

/// What was agreed at a meeting, as far as the caller reaches it.
pub fn of_meeting<A: Action>(conn: &mut Conn, permit: &Permit<A>, meeting: MeetingId) -> Result<Vec<AgreementLink>> {
    let rows: Vec<(AgreementId, String)> = agreements::table
        .filter(agreements::meeting_id.eq(meeting))
        .filter(within(&permit.also::<GetAgreement>()?)?)
        .order(agreements::id)
        .select((agreements::id, agreements::title))
        .load(conn)?;
    Ok(rows.into_iter().map(|(id, title)| AgreementLink { id, title }).collect())
}

/// The agreement, if within the permit's reach; 404 otherwise.
pub fn find<A: Action>(conn: &mut Conn, permit: &Permit<A>, id: AgreementId) -> Result<Row> {
    Ok(agreements::table.filter(agreements::id.eq(id)).filter(within(permit)?).select(Row::as_select()).first(conn)?)
}

/// The agreement by its title; none if it is out of reach.
pub fn link<A: Action>(conn: &mut Conn, permit: &Permit<A>, id: AgreementId) -> Result<Option<AgreementLink>> {
    match find(conn, permit, id) {
        Ok(row) => Ok(Some(AgreementLink { id: row.id, title: row.title })),
        Err(ApiError::NotFound) => Ok(None),
        Err(other) => Err(other),
    }
}

/// The titles of those of the agreements that are within reach.
pub fn titles<A: Action>(
    conn: &mut Conn,
    permit: &Permit<A>,
    ids: Vec<AgreementId>,
) -> Result<HashMap<AgreementId, String>> {
    let rows: Vec<(AgreementId, String)> = agreements::table
        .filter(agreements::id.eq_any(ids))
        .filter(within(permit)?)
        .select((agreements::id, agreements::title))
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

/// The texts of an agreement that the caller was found to reach, the latest first.
pub fn texts(conn: &mut Conn, id: AgreementId) -> Result<Vec<AgreementText>> {
    let rows: Vec<(i64, String, Moment)> = texts::table
        .filter(texts::agreement_id.eq(id))
        .order(texts::revision.desc())
        .select((texts::revision, texts::text, texts::at))
        .load(conn)?;
    Ok(rows.into_iter().map(|(revision, text, at)| AgreementText { revision, text, at: at.utc() }).collect())
}

/// Writes a text that an agreement does not have yet.
pub fn write(
    conn: &mut Conn,
    id: AgreementId,
    revision: i64,
    text: &str,
    by: AccountId,
    now: DateTime<Utc>,
) -> Result<()> {
    let row = (
        (texts::agreement_id.eq(id), texts::revision.eq(revision), texts::text.eq(text.trim())),
        (texts::account_id.eq(by), texts::at.eq(Moment::from(now))),
    );
    diesel::insert_into(texts::table).values(row).execute(conn)?;
    Ok(())
}

/// Drafts an agreement in one of the caller's programmes.
pub fn create(
    conn: &mut Conn,
    permit: &Permit<CreateAgreement>,
    new: &NewAgreement,
    now: DateTime<Utc>,
) -> Result<Row> {
    if !permit.programmes()?.contains(&new.programme_id) {
        return Err(ApiError::field("/programme_id", "unknown"));
    }
    if let Some(case) = new.grievance_id {
        crate::commitments::store::check_case(conn, permit, new.programme_id, case)?;
    }
    if let Some(meeting) = new.meeting_id {
        meetings::store::check_origin(conn, permit, new.programme_id, meeting)?;
    }
    let id = insert(conn, new, permit.account()?, now)?;
    find(conn, permit, id)
}

/// Writes a draft, whoever may make it.
pub fn insert(conn: &mut Conn, new: &NewAgreement, by: AccountId, now: DateTime<Utc>) -> Result<AgreementId> {
    said("/title", &new.title)?;
    said("/text", &new.text)?;
    let path = path_in(conn, new.programme_id, new.place_id)?;
    company_of(conn, new.site_id)?;
    let (id, at) = (AgreementId::at(now), Moment::from(now));
    let Standing { state, revision, in_force: _ } = Standing::NEW;
    let row = (
        (agreements::id.eq(id), agreements::programme_id.eq(new.programme_id), agreements::title.eq(new.title.trim())),
        (agreements::place_id.eq(new.place_id), agreements::place_path.eq(path), agreements::site_id.eq(new.site_id)),
        (agreements::grievance_id.eq(new.grievance_id), agreements::state.eq(state), agreements::revision.eq(revision)),
        agreements::meeting_id.eq(new.meeting_id),
        (agreements::created_by.eq(by), agreements::created_at.eq(at), agreements::updated_at.eq(at)),
    );
    diesel::insert_into(agreements::table).values(row).execute(conn)?;
    write(conn, id, revision, &new.text, by, now)?;
    sides::replace(conn, id, new.programme_id, &new.sides, now)?;
    events::note(conn, id, &Step { made: AgreementMove::Draft, revision, side: None, note: None }, by, now)?;
    Ok(id)
}
