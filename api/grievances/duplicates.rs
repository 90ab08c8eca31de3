//! Cases that go on under another one. The reporter of a duplicate is told so, and nothing of the other.

use diesel::prelude::*;

use super::GrievanceId;
use super::domain::{State, Track};
use super::policy::GetGrievance;
use super::scope::within;
use super::store::Case;
use super::view::CaseLink;
use crate::authz::{Action, Reach, Role, Scope};
use crate::db::{Conn, on_engine};
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
    let row: Option<Row> = grievances::table.find(id).select(COLUMNS).first(conn).optional()?;
    Ok(row.and_then(|row| link(row, role)))
}

/// The cases that go on under this one, of those that the role reaches.
pub fn of(conn: &mut Conn, case: GrievanceId, role: Role) -> Result<Vec<CaseLink>> {
    let rows: Vec<Row> = on_engine!(conn, conn => grievance_standings::table
        .inner_join(grievances::table.on(grievances::id.eq(grievance_standings::grievance_id)))
        .filter(grievance_standings::duplicate_of.eq(case))
        .order(grievances::reference)
        .select(COLUMNS)
        .load(conn))?;
    Ok(rows.into_iter().filter_map(|row| link(row, role)).collect())
}

type Row = (GrievanceId, String, Track);

const COLUMNS: (grievances::id, grievances::reference, grievances::track) =
    (grievances::id, grievances::reference, grievances::track);

/// A case and its duplicates are of one programme, so only the track can keep one of them out of reach.
fn link((id, reference, track): Row, role: Role) -> Option<CaseLink> {
    let reached = match track {
        Track::Normal => true,
        Track::Protection => reaches_protection(role),
    };
    reached.then_some(CaseLink { id, reference })
}

fn reaches_protection(role: Role) -> bool {
    match GetGrievance::reach(role) {
        Reach::ProgrammeAndProtection => true,
        Reach::Programme
        | Reach::Nothing
        | Reach::Everything
        | Reach::Own
        | Reach::OwnSites
        | Reach::Territory
        | Reach::OwnPlaces
        | Reach::Key(_) => false,
    }
}
