//! Making the case of a sheet that came back: it gets the code that the reporter kept.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use super::domain::{raised_at, refused_day};
use super::input::PaperEntry;
use super::number::SheetNumber;
use super::policy::EnterPaperSheet;
use super::scope::only_in;
use super::sheets::{self as store, SheetRow};
use super::view::EnteredPaper;
use crate::accounts::AccountId;
use crate::authz::{Action, Permit};
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::{ApiError, Result};
use crate::grievances::GrievanceId;
use crate::grievances::domain::Channel;
use crate::grievances::store::references;
use crate::grievances::submit::{Intake, submit};
use crate::schema::paper_sheets as sheets;
use crate::secrets::Sealer;

/// Asked before a kept answer is given again: the sheet must be within reach, and so must the case that it names.
pub fn check(conn: &mut Conn, permit: &Permit<EnterPaperSheet>, number: SheetNumber) -> Result<()> {
    let (sheet, _) = store::find(conn, permit, number)?;
    let Some(case) = sheet.grievance_id else { return Ok(()) };
    if references(conn, permit, vec![case])?.is_empty() { Err(ApiError::Conflict("sheet_not_open")) } else { Ok(()) }
}

/// Enters a sheet, once: of two who enter it at the same moment the second hears that it is not open.
pub fn enter(
    conn: &mut Conn,
    permit: &Permit<EnterPaperSheet>,
    sealer: &Sealer,
    number: SheetNumber,
    entry: PaperEntry,
    now: DateTime<Utc>,
) -> Result<EnteredPaper> {
    let (sheet, batch) = store::find(conn, permit, number)?;
    let PaperEntry { received_on, consent, grievance } = entry;
    if let Some(code) = refused_day(received_on, batch.made_at.utc(), now) {
        return Err(ApiError::field("/received_on", code));
    }
    let receipt_hash = take(conn, &sheet)?;
    let submitted_at = raised_at(received_on, now);
    let intake = Intake {
        submission: grievance,
        channel: Channel::OfflineForm,
        consent: Some(consent),
        recorded_by: Some(permit.account()?),
        who: permit.who(),
        operation: EnterPaperSheet::OPERATION,
        scope: Some(only_in(permit.scope()?, batch.programme_id)),
        receipt_hash,
        submitted_at,
    };
    let (id, reference) = submit(conn, sealer, intake, now)?;
    note_entry(conn, number, id, permit.account().ok(), received_on, now)?;
    Ok(EnteredPaper { grievance_id: id, reference, number, submitted_at })
}

/// Notes on a sheet the case that it became.
pub(crate) fn note_entry(
    conn: &mut Conn,
    number: SheetNumber,
    case: GrievanceId,
    by: Option<AccountId>,
    received_on: NaiveDate,
    now: DateTime<Utc>,
) -> Result<()> {
    let used = (
        (sheets::grievance_id.eq(case), sheets::receipt_hash.eq(None::<String>), sheets::received_on.eq(received_on)),
        (sheets::entered_by.eq(by), sheets::entered_at.eq(Moment::from(now))),
    );
    diesel::update(sheets::table.find(number)).set(used).execute(conn)?;
    Ok(())
}

/// The hash of a sheet's code, if nobody has used it. Whoever else wants it waits until this transaction is over. Its
/// version stays: whoever may not know of the case would know by it that there is one.
fn take(conn: &mut Conn, sheet: &SheetRow) -> Result<String> {
    let open = sheets::table.find(sheet.number).filter(sheets::receipt_hash.is_not_null());
    if diesel::update(open).set(sheets::version.eq(sheets::version)).execute(conn)? == 0 {
        return Err(ApiError::Conflict("sheet_not_open"));
    }
    let hash: Option<String> = sheets::table.find(sheet.number).select(sheets::receipt_hash).first(conn)?;
    hash.ok_or(ApiError::Internal)
}
