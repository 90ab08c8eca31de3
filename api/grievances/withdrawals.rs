//! Withdrawals, and the answer to whether anybody pressed the reporter: for protection focal points alone.
//!
//! Nothing of the answer shows in the case itself, in its version, its timeline or the audit trail: whoever pressed
//! somebody must not be able to read off that it was told.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::domain::Pressed;
use super::inputs::Withdrawal;
use super::policy::{GetPressure, HeedPressure, ListGrievances};
use super::scope::within;
use super::store::Case;
use super::view::Pressure;
use super::{GrievanceId, WithdrawalId, staff};
use crate::accounts::AccountId;
use crate::audit::{self, Subject};
use crate::authz::{Action, Permit};
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::{ApiError, Result};
use crate::http::version::changed_one;
use crate::http::{IfMatch, Version};
use crate::notifications::{self, Kind, tell};
use crate::schema::{grievance_withdrawals, grievances};
use crate::secrets::Sealer;

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = grievance_withdrawals)]
struct Row {
    id: WithdrawalId,
    version: Version,
    grievance_id: GrievanceId,
    at: Moment,
    pressed: Pressed,
    told_sealed: Option<Vec<u8>>,
    heeded_at: Option<Moment>,
    heeded_by: Option<AccountId>,
}

/// Keeps the answer, whichever it is, and tells the focal points of a yes.
pub fn add(conn: &mut Conn, sealer: &Sealer, case: &Case, answer: &Withdrawal, now: DateTime<Utc>) -> Result<()> {
    let id = WithdrawalId::at(now);
    let told_sealed = match &answer.told {
        Some(told) => Some(sealer.seal(&place(id.as_str()), told.as_bytes())?),
        None => None,
    };
    let row = Row {
        id,
        version: 1,
        grievance_id: case.id,
        at: now.into(),
        pressed: answer.pressed,
        told_sealed,
        heeded_at: None,
        heeded_by: None,
    };
    diesel::insert_into(grievance_withdrawals::table).values(&row).execute(conn)?;
    match answer.pressed {
        Pressed::Yes => {
            let focal_points = staff::focal_points(conn, case)?;
            tell(conn, &focal_points, Kind::ReporterPressed, notifications::Subject::Case(case.id), now)
        }
        Pressed::No | Pressed::Unsaid => Ok(()),
    }
}

/// Where what was told is sealed.
pub fn place(id: &str) -> String {
    format!("grievance_withdrawals/{id}/told")
}

/// What the reporter of a case told of pressure, last; 404 if nothing.
pub fn pressure(conn: &mut Conn, sealer: &Sealer, _: &Permit<GetPressure>, case: &Case) -> Result<Pressure> {
    let Row { id, version, grievance_id: _, at, pressed: _, told_sealed, heeded_at, heeded_by: _ } =
        last(conn, case.id)?.ok_or(ApiError::NotFound)?;
    let told = match told_sealed {
        Some(sealed) => Some(sealer.open(&place(id.as_str()), &sealed)?),
        None => None,
    };
    let told = told.map(String::from_utf8).transpose().map_err(|_| ApiError::Internal)?;
    Ok(Pressure { version, at: at.utc(), told, heeded_at: heeded_at.map(Moment::utc) })
}

/// Notes that a focal point has seen to it.
pub fn heed(
    conn: &mut Conn,
    permit: &Permit<HeedPressure>,
    case: &Case,
    IfMatch(expected): IfMatch,
    now: DateTime<Utc>,
) -> Result<()> {
    let row = last(conn, case.id)?.ok_or(ApiError::NotFound)?;
    if row.version != expected {
        return Err(ApiError::Stale);
    }
    if row.heeded_at.is_some() {
        return Err(ApiError::Conflict("already_heeded"));
    }
    let target = grievance_withdrawals::table
        .filter(grievance_withdrawals::id.eq(row.id).and(grievance_withdrawals::version.eq(expected)));
    let set = (
        grievance_withdrawals::version.eq(expected + 1),
        grievance_withdrawals::heeded_at.eq(Moment::from(now)),
        grievance_withdrawals::heeded_by.eq(permit.account()?),
    );
    changed_one(diesel::update(target).set(set).execute(conn)?)?;
    // Under the withdrawal's own id: the trail is read by people who must not learn which case it was.
    audit::record(conn, &permit.who(), HeedPressure::OPERATION, &Subject::new("withdrawal", row.id), "", now)
}

/// The operations that a focal point may call on what was told of pressure.
pub fn actions(conn: &mut Conn, case: &Case) -> Result<Vec<&'static str>> {
    Ok(match last(conn, case.id)? {
        None => vec![],
        Some(row) if row.heeded_at.is_some() => vec![GetPressure::OPERATION],
        Some(_) => vec![GetPressure::OPERATION, HeedPressure::OPERATION],
    })
}

fn last(conn: &mut Conn, case: GrievanceId) -> Result<Option<Row>> {
    Ok(grievance_withdrawals::table
        .filter(grievance_withdrawals::grievance_id.eq(case))
        .filter(grievance_withdrawals::pressed.eq(Pressed::Yes))
        .order(grievance_withdrawals::id.desc())
        .select(Row::as_select())
        .first(conn)
        .optional()?)
}

/// Cases whose reporters were pressed and that nobody has seen to, the longest waiting first. `reads` says which rows;
/// that it is a focal point's, `_heeds`.
pub fn unheeded(
    conn: &mut Conn,
    reads: &Permit<ListGrievances>,
    _heeds: &Permit<HeedPressure>,
    most: i64,
) -> Result<Vec<Case>> {
    let waiting = grievance_withdrawals::table
        .filter(grievance_withdrawals::pressed.eq(Pressed::Yes).and(grievance_withdrawals::heeded_at.is_null()))
        .select(grievance_withdrawals::grievance_id);
    Ok(grievances::table
        .filter(grievances::id.eq_any(waiting))
        .filter(within(&reads.scope()?)?)
        .order((grievances::submitted_at, grievances::id))
        .limit(most)
        .select(Case::as_select())
        .load(conn)?)
}
