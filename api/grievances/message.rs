//! Messages outside of a move.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::domain::{Author, SharedWith};
use super::inputs::MessageInput;
use super::moves::{Message, index, send};
use super::policy::MessageGrievance;
use super::store::Case;
use crate::audit::{self, Subject};
use crate::authz::{Action, Permit, Reporter};
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::{ApiError, Result};
use crate::schema::grievances;

/// A message of the programme.
pub fn write(
    conn: &mut Conn,
    permit: &Permit<MessageGrievance>,
    case: &Case,
    input: MessageInput,
    now: DateTime<Utc>,
) -> Result<()> {
    if input.shared_with == SharedWith::Respondent && case.released_at.is_none() {
        return Err(ApiError::Conflict("not_released"));
    }
    let message = Message { author: Author::Programme, shared_with: input.shared_with, body: input.body };
    send(conn, case.id, Some(permit.account()?), message, now)?;
    touch(conn, case, now)?;
    audit::record(conn, &permit.who(), MessageGrievance::OPERATION, &Subject::new("grievance", case.id), "", now)
}

/// A message of the reporter.
pub fn write_own(conn: &mut Conn, case: &Case, body: String, now: DateTime<Utc>) -> Result<()> {
    if !case.state.is_open() {
        return Err(ApiError::Conflict("case_ended"));
    }
    let message = Message { author: Author::Reporter, shared_with: SharedWith::Programme, body };
    send(conn, case.id, None, message, now)?;
    touch(conn, case, now)?;
    audit::record(conn, &Reporter::who(), "message_my_case", &Subject::new("grievance", case.id), "", now)
}

/// A message makes the case newer, but overtakes nobody's change: its version stays.
fn touch(conn: &mut Conn, case: &Case, now: DateTime<Utc>) -> Result<()> {
    diesel::update(grievances::table.find(case.id)).set(grievances::updated_at.eq(Moment::from(now))).execute(conn)?;
    index(conn, case.id)
}
