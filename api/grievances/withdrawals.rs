//! Withdrawals, and the answer to whether anybody pressed the reporter: for protection focal points alone.
//!
//! Nothing of the answer shows in the case itself, in its version, its timeline or the audit trail: whoever pressed
//! somebody must not be able to read off that it was told.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::domain::Pressed;
use super::inputs::Withdrawal;
use super::policy::GetPressure;
use super::store::Case;
use super::view::Pressure;
use super::{GrievanceId, WithdrawalId};
use crate::authz::{Action, Permit};
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::{ApiError, Result};
use crate::protection::alerts;
use crate::protection::alerts::domain::AlertKind;
use crate::schema::grievance_withdrawals;
use crate::secrets::Sealer;

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = grievance_withdrawals)]
struct Row {
    id: WithdrawalId,
    grievance_id: GrievanceId,
    at: Moment,
    pressed: Pressed,
    told_sealed: Option<Vec<u8>>,
}

/// Keeps the answer, whichever it is, and alerts the focal points to a yes.
pub fn add(conn: &mut Conn, sealer: &Sealer, case: &Case, answer: &Withdrawal, now: DateTime<Utc>) -> Result<()> {
    let id = WithdrawalId::at(now);
    let told_sealed = match &answer.told {
        Some(told) => Some(sealer.seal(&place(id.as_str()), told.as_bytes())?),
        None => None,
    };
    let row = Row { id, grievance_id: case.id, at: now.into(), pressed: answer.pressed, told_sealed };
    diesel::insert_into(grievance_withdrawals::table).values(&row).execute(conn)?;
    match answer.pressed {
        Pressed::Yes => {
            alerts::store::raise(conn, case.programme_id, case.id, AlertKind::PressedToWithdraw, None, now).map(drop)
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
    let Row { id, grievance_id: _, at, pressed: _, told_sealed } = last(conn, case.id)?.ok_or(ApiError::NotFound)?;
    let told = told_sealed.map(|told| sealer.open_text(&place(id.as_str()), &told)).transpose()?;
    Ok(Pressure { at: at.utc(), told })
}

/// The operations that a focal point may call on what was told of pressure.
pub fn actions(conn: &mut Conn, case: &Case) -> Result<Vec<&'static str>> {
    Ok(last(conn, case.id)?.map(|_| GetPressure::OPERATION).into_iter().collect())
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
