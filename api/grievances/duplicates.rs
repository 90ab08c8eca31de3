//! Cases that go on under another one. The reporter of a duplicate is told so, and nothing of the other.

use diesel::prelude::*;

use super::GrievanceId;
use super::domain::{State, Track};
use super::policy::GetGrievance;
use super::scope::within;
use super::store::Case;
use super::view::CaseLink;
use crate::authz::{Action, Reach, Role, Scope};
use crate::db::Conn;
use crate::error::{ApiError, Result};
use crate::schema::{grievance_standings, grievances};

/// Checks that a case can go on under `other`, which must be within the reach of who says so.
pub fn check(conn: &mut Conn, scope: &Scope, case: &Case, other: GrievanceId) -> Result<()> {
    if other == case.id {
        return Err(ApiError::field("/duplicate_of", "itself"));
    }
    let found: Option<GrievanceId> = grievances::table
        .filter(grievances::id.eq(other).and(grievances::programme_id.eq(case.programme_id)))
        .filter(within(scope)?)
        .select(grievances::id)
        .first(conn)
        .optional()?;
    found.map(drop).ok_or_else(|| ApiError::field("/duplicate_of", "unknown"))?;
    goes_on(conn, other)
}

/// Checks that a case is not itself a duplicate. Asked again after the write, when two people who mark two cases as
/// duplicates of each other have taken turns.
pub fn goes_on(conn: &mut Conn, case: GrievanceId) -> Result<()> {
    let state: State = grievances::table.find(case).select(grievances::state).first(conn)?;
    if state == State::Duplicate { Err(ApiError::field("/duplicate_of", "itself_a_duplicate")) } else { Ok(()) }
}

/// The case under which this one goes on, if the role reaches it.
pub fn original(conn: &mut Conn, of: Option<GrievanceId>, role: Role) -> Result<Option<CaseLink>> {
    let Some(id) = of else { return Ok(None) };
    let row: Option<(GrievanceId, String)> = grievances::table
        .filter(grievances::id.eq(id).and(grievances::track.eq_any(tracks(role))))
        .select((grievances::id, grievances::reference))
        .first(conn)
        .optional()?;
    Ok(row.map(|(id, reference)| CaseLink { id, reference }))
}

/// The cases that go on under this one, of those that the role reaches.
pub fn of(conn: &mut Conn, case: GrievanceId, role: Role) -> Result<Vec<CaseLink>> {
    let rows: Vec<(GrievanceId, String)> = grievance_standings::table
        .inner_join(grievances::table.on(grievances::id.eq(grievance_standings::grievance_id)))
        .filter(grievance_standings::duplicate_of.eq(case))
        .filter(grievances::track.eq_any(tracks(role)))
        .order(grievances::reference)
        .select((grievances::id, grievances::reference))
        .load(conn)?;
    Ok(rows.into_iter().map(|(id, reference)| CaseLink { id, reference }).collect())
}

/// A case and its duplicates are of one programme, so only the track can keep one of them out of reach.
fn tracks(role: Role) -> &'static [Track] {
    match GetGrievance::reach(role) {
        Reach::ProgrammeAndProtection => &[Track::Normal, Track::Protection],
        Reach::Programme
        | Reach::Nothing
        | Reach::Everything
        | Reach::Own
        | Reach::OwnSites
        | Reach::Territory
        | Reach::OwnPlaces
        | Reach::Key(_) => &[Track::Normal],
    }
}
