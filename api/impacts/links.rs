//! The cases in which an impact is dealt with, and the impacts that are dealt with in a case.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::ImpactId;
use super::change::touch;
use super::input::ImpactCase;
use super::policy::{Audience, LinkImpactGrievance, ListGrievanceImpacts, UnlinkImpactGrievance, audience};
use super::scope::within;
use super::store::{Row, find};
use crate::accounts::AccountId;
use crate::authz::{Action, Permit};
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::{ApiError, Result};
use crate::grievances::domain::Track;
use crate::grievances::policy::GetGrievance;
use crate::grievances::view::CaseLink;
use crate::grievances::{self, GrievanceId};
use crate::http::IfMatch;
use crate::http::page::MOST;
use crate::http::version::still;
use crate::schema::{impact_grievances as links, impact_sources, impacts};

/// Cases that an impact may be dealt with in.
const MOST_CASES: i64 = 200;

/// A case that a request's body names at `pointer`.
pub(super) struct CaseAt<'a> {
    pub case: GrievanceId,
    pub impact: ImpactId,
    pub pointer: &'a str,
}

/// Refuses a case that the caller does not reach, one of another programme, and one of the protection track: a link would
/// tell others that it is there.
pub(super) fn case_in_reach<A: Action>(conn: &mut Conn, permit: &Permit<A>, at: CaseAt) -> Result<()> {
    let CaseAt { case, impact, pointer } = at;
    let found = grievances::store::find(conn, &permit.also::<GetGrievance>()?, case);
    let unknown = || ApiError::field(pointer, "unknown");
    let found = found.map_err(|error| if matches!(error, ApiError::NotFound) { unknown() } else { error })?;
    if found.programme_id != find(conn, permit, impact)?.programme_id {
        return Err(unknown());
    }
    match found.track {
        Track::Normal => Ok(()),
        Track::Protection => Err(ApiError::field(pointer, "on_the_protection_track")),
    }
}

/// Notes that an impact is dealt with in a case.
pub fn link(
    conn: &mut Conn,
    permit: &Permit<LinkImpactGrievance>,
    id: ImpactId,
    expected: IfMatch,
    ImpactCase { grievance_id }: &ImpactCase,
    now: DateTime<Utc>,
) -> Result<Row> {
    let before = find(conn, permit, id)?;
    still(before.version, expected)?;
    case_in_reach(conn, permit, CaseAt { case: *grievance_id, impact: id, pointer: "/grievance_id" })?;
    let known = links::table.filter(links::impact_id.eq(id));
    let many: i64 = known.count().get_result(conn)?;
    if many >= MOST_CASES {
        return Err(ApiError::Conflict("too_many_cases"));
    }
    if diesel::select(diesel::dsl::exists(known.filter(links::grievance_id.eq(grievance_id)))).get_result(conn)? {
        return Err(ApiError::field("/grievance_id", "already_there"));
    }
    insert(conn, id, *grievance_id, permit.account()?, now)?;
    touch(conn, &before, now)?;
    find(conn, permit, id)
}

/// Writes a link that was checked.
pub fn insert(conn: &mut Conn, impact: ImpactId, case: GrievanceId, by: AccountId, now: DateTime<Utc>) -> Result<()> {
    let row = (
        (links::impact_id.eq(impact), links::grievance_id.eq(case)),
        (links::account_id.eq(by), links::at.eq(Moment::from(now))),
    );
    diesel::insert_into(links::table).values(row).execute(conn)?;
    Ok(())
}

/// Takes such a note back.
pub fn unlink(
    conn: &mut Conn,
    permit: &Permit<UnlinkImpactGrievance>,
    id: ImpactId,
    expected: IfMatch,
    ImpactCase { grievance_id }: &ImpactCase,
    now: DateTime<Utc>,
) -> Result<Row> {
    let before = find(conn, permit, id)?;
    still(before.version, expected)?;
    if diesel::delete(links::table.find((id, *grievance_id))).execute(conn)? == 0 {
        return Err(ApiError::field("/grievance_id", "unknown"));
    }
    touch(conn, &before, now)?;
    find(conn, permit, id)
}

/// Takes a case that goes to the protection track away from every impact: what is left must not tell of it.
pub fn forget(conn: &mut Conn, case: GrievanceId) -> Result<()> {
    diesel::delete(links::table.filter(links::grievance_id.eq(case))).execute(conn)?;
    diesel::delete(impact_sources::table.filter(impact_sources::grievance_id.eq(case))).execute(conn)?;
    Ok(())
}

/// The cases in which an impact is dealt with, of those that the caller reaches.
pub(super) fn of<A: Action>(conn: &mut Conn, permit: &Permit<A>, impact: ImpactId) -> Result<Vec<CaseLink>> {
    let ids = links::table.filter(links::impact_id.eq(impact)).select(links::grievance_id).load(conn)?;
    let reached = grievances::store::references(conn, &permit.also::<GetGrievance>()?, ids)?;
    let mut cases: Vec<CaseLink> = reached.into_iter().map(|(id, reference)| CaseLink { id, reference }).collect();
    cases.sort_by(|one, other| one.reference.cmp(&other.reference));
    Ok(cases)
}

/// The impacts of a case within reach: those dealt with in it and, for staff, those known from it.
pub fn of_case(conn: &mut Conn, permit: &Permit<ListGrievanceImpacts>, case: GrievanceId) -> Result<Vec<Row>> {
    grievances::store::find(conn, permit, case)?;
    let mut ids: Vec<ImpactId> =
        links::table.filter(links::grievance_id.eq(case)).select(links::impact_id).limit(MOST).load(conn)?;
    match audience(permit.role()) {
        Audience::Staff => {
            let from_it = impact_sources::table.filter(impact_sources::grievance_id.eq(case));
            ids.extend(from_it.select(impact_sources::impact_id).limit(MOST).load::<ImpactId>(conn)?);
        }
        Audience::Published => {}
    }
    Ok(impacts::table
        .filter(impacts::id.eq_any(ids))
        .filter(within(&permit.scope()?)?)
        .order(impacts::id.desc())
        .limit(MOST)
        .select(Row::as_select())
        .load(conn)?)
}
