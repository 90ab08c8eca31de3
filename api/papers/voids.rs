//! Giving up sheets that will not come back.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::PaperBatchId;
use super::batches::{self, BatchRow};
use super::domain::SheetState;
use super::number::SheetNumber;
use super::policy::{VoidPaperBatch, VoidPaperSheet};
use super::sheets as store;
use super::view::{PaperBatch, PaperSheet};
use crate::authz::{Action, Permit};
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::{ApiError, Result};
use crate::grievances::GrievanceId;
use crate::grievances::store::references;
use crate::http::IfMatch;
use crate::http::version::{changed_one, still};
use crate::schema::{paper_batches, paper_sheets as sheets};

/// Voids a sheet that has not come back. One whose case the caller may not know of looks like that, so it is marked and
/// nothing else: the case keeps its code.
pub fn one(
    conn: &mut Conn,
    permit: &Permit<VoidPaperSheet>,
    number: SheetNumber,
    expected: IfMatch,
    reason: &str,
    now: DateTime<Utc>,
) -> Result<PaperSheet> {
    let (row, _) = store::find(conn, permit, number)?;
    still(row.version, expected)?;
    let same = sheets::table.find(number).filter(sheets::version.eq(row.version));
    changed_one(diesel::update(same).set(sheets::version.eq(row.version + 1)).execute(conn)?)?;
    // Read once nobody else can enter it any more.
    if state(conn, permit, number)? != SheetState::Out {
        return Err(ApiError::Conflict("sheet_not_open"));
    }
    mark(conn, permit, &[number], reason, now)?;
    store::get(conn, permit, number)
}

fn state<A: Action>(conn: &mut Conn, permit: &Permit<A>, number: SheetNumber) -> Result<SheetState> {
    store::get(conn, permit, number).map(|sheet| sheet.state)
}

/// Voids every sheet of a batch that has not come back.
pub fn rest(
    conn: &mut Conn,
    permit: &Permit<VoidPaperBatch>,
    id: PaperBatchId,
    expected: IfMatch,
    reason: &str,
    now: DateTime<Utc>,
) -> Result<PaperBatch> {
    let BatchRow { version, .. } = batches::find(conn, permit, id)?;
    still(version, expected)?;
    let same = paper_batches::table.find(id).filter(paper_batches::version.eq(version));
    changed_one(diesel::update(same).set(paper_batches::version.eq(version + 1)).execute(conn)?)?;
    // Locks them: what is being entered is waited for.
    diesel::update(sheets::table.filter(sheets::batch_id.eq(id)))
        .set(sheets::version.eq(sheets::version))
        .execute(conn)?;
    let rows: Vec<(SheetNumber, Option<GrievanceId>)> = sheets::table
        .filter(sheets::batch_id.eq(id))
        .filter(sheets::voided_at.is_null())
        .select((sheets::number, sheets::grievance_id))
        .load(conn)?;
    let reached = references(conn, permit, rows.iter().filter_map(|(_, case)| *case).collect())?;
    let out: Vec<SheetNumber> = rows
        .into_iter()
        .filter(|(_, case)| case.is_none_or(|case| !reached.contains_key(&case)))
        .map(|(number, _)| number)
        .collect();
    if out.is_empty() {
        return Err(ApiError::Conflict("sheet_not_open"));
    }
    diesel::update(sheets::table.filter(sheets::number.eq_any(&out)))
        .set(sheets::version.eq(sheets::version + 1))
        .execute(conn)?;
    mark(conn, permit, &out, reason, now)?;
    batches::get(conn, permit, id)
}

fn mark<A: Action>(
    conn: &mut Conn,
    permit: &Permit<A>,
    numbers: &[SheetNumber],
    reason: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    let void = (
        sheets::receipt_hash.eq(None::<String>),
        sheets::voided_by.eq(permit.account()?),
        sheets::voided_at.eq(Moment::from(now)),
        sheets::void_reason.eq(reason.trim()),
    );
    diesel::update(sheets::table.filter(sheets::number.eq_any(numbers))).set(void).execute(conn)?;
    Ok(())
}
