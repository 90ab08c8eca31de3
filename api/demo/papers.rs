//! The demonstration's sheets of paper: some are out in the villages, one is lost, and the cases that came on paper have
//! theirs.

use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;

use super::PROGRAMME;
use super::directory::{Directory, find};
use crate::accounts::AccountId;
use crate::authz::Role;
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::{ApiError, Result};
use crate::grievances::GrievanceId;
use crate::grievances::clock::day_of;
use crate::grievances::code::ReceiptCodes;
use crate::grievances::domain::Channel;
use crate::names::Language;
use crate::papers::batches::insert;
use crate::papers::enter::note_entry;
use crate::papers::input::NewPaperBatch;
use crate::papers::number::SheetNumber;
use crate::schema::{grievances, paper_sheets as sheets};

const SHEETS: u32 = 12;
const PRINTED_DAYS_AGO: i64 = 200;
const LABEL: &str = "Барскоон, ФАП";
const LOST: &str = "Жамгырда суу болуп калды.";

/// The codes of the sheets, with their hashes. Nobody keeps them: a visitor prints sheets of their own.
pub async fn codes(receipts: &ReceiptCodes) -> Result<Vec<(String, String)>> {
    receipts.draw_many(SHEETS).await
}

pub fn load(conn: &mut Conn, known: &Directory, codes: Vec<(String, String)>, now: DateTime<Utc>) -> Result<()> {
    let programme_id = find(&known.programmes, PROGRAMME)?;
    let is_staff =
        |person: &&super::directory::Person| person.role == Role::Staff && person.programmes.contains(&programme_id);
    let staff = known.people.iter().find(is_staff).ok_or(ApiError::Internal)?.id;
    let new = NewPaperBatch { programme_id, label: LABEL.into(), language: Language::Ky, sheets: SHEETS };
    let printed_at = now - TimeDelta::days(PRINTED_DAYS_AGO);
    let (_, printed) = insert(conn, staff, &new, codes, printed_at)?;
    let mut numbers = printed.into_iter().map(|sheet| sheet.number);
    for (case, submitted_at) in on_paper(conn)? {
        let number = numbers.next().ok_or(ApiError::Internal)?;
        enter(conn, number, case, submitted_at.utc())?;
    }
    let lost = numbers.next().ok_or(ApiError::Internal)?;
    let void = (
        (sheets::receipt_hash.eq(None::<String>), sheets::voided_by.eq(staff), sheets::void_reason.eq(LOST)),
        (sheets::voided_at.eq(Moment::from(now - TimeDelta::days(10))), sheets::version.eq(2_i64)),
    );
    diesel::update(sheets::table.find(lost)).set(void).execute(conn)?;
    Ok(())
}

fn on_paper(conn: &mut Conn) -> Result<Vec<(GrievanceId, Moment)>> {
    Ok(grievances::table
        .filter(grievances::channel.eq(Channel::OfflineForm))
        .order(grievances::submitted_at)
        .select((grievances::id, grievances::submitted_at))
        .load(conn)?)
}

/// Entered at the hour at which the case of the demonstration was submitted.
fn enter(conn: &mut Conn, number: SheetNumber, case: GrievanceId, at: DateTime<Utc>) -> Result<()> {
    let recorder: Option<AccountId> = grievances::table.find(case).select(grievances::recorded_by).first(conn)?;
    note_entry(conn, number, case, recorder, day_of(at), at)
}
