//! Messages outside of a move.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::domain::{Author, Maker, SharedWith};
use super::indexed::index;
use super::inputs::MessageInput;
use super::moves::{Message, Mover, send};
use super::news;
use super::policy::MessageGrievance;
use super::store::Case;
use crate::audit::{self, Subject};
use crate::authz::{Action, Permit, Reporter};
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::{ApiError, Result};
use crate::notifications::Kind;
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
    let maker = Maker { account: Some(permit.account()?), role: Some(permit.role()) };
    write_by(conn, &Mover { who: permit.who(), maker, operation: MessageGrievance::OPERATION }, case, message, now)
}

/// A message of somebody who may write it.
pub(crate) fn write_by(
    conn: &mut Conn,
    writer: &Mover,
    case: &Case,
    message: Message,
    now: DateTime<Utc>,
) -> Result<()> {
    let author = message.author;
    send(conn, case.id, writer.maker.account, message, now)?;
    touch(conn, case, now)?;
    if author == Author::Reporter {
        news::of(conn, case, Kind::ReporterWrote, writer.maker.account, now)?;
    }
    audit::record(conn, &writer.who, writer.operation, &Subject::new("grievance", case.id), "", now)
}

/// A message of the reporter.
pub fn write_own(conn: &mut Conn, case: &Case, body: String, now: DateTime<Utc>) -> Result<()> {
    if !case.state.is_open() {
        return Err(ApiError::Conflict("case_ended"));
    }
    let message = Message::of_reporter(body);
    let mover = Mover { who: Reporter::who(), maker: Maker::REPORTER, operation: "message_my_case" };
    write_by(conn, &mover, case, message, now)
}

/// A message makes the case newer, but overtakes nobody's change: its version stays.
fn touch(conn: &mut Conn, case: &Case, now: DateTime<Utc>) -> Result<()> {
    diesel::update(grievances::table.find(case.id)).set(grievances::updated_at.eq(Moment::from(now))).execute(conn)?;
    index(conn, case.id)
}
