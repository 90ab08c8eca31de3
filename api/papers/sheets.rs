//! Reading sheets, within reach only.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::PaperBatchId;
use super::batches::{self, BatchRow};
use super::domain::SheetState;
use super::number::SheetNumber;
use super::policy::{EnterPaperSheet, ListPaperSheets, VoidPaperSheet};
use super::view::PaperSheet;
use crate::authz::{Action, Permit, allowed};
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::{ApiError, Result};
use crate::grievances::GrievanceId;
use crate::grievances::store::references;
use crate::grievances::view::CaseLink;
use crate::http::Version;
use crate::schema::paper_sheets as sheets;

#[derive(Queryable, Selectable)]
#[diesel(table_name = sheets)]
pub(super) struct SheetRow {
    pub(super) number: SheetNumber,
    pub(super) version: Version,
    batch_id: PaperBatchId,
    pub(super) grievance_id: Option<GrievanceId>,
    received_on: Option<NaiveDate>,
    entered_at: Option<Moment>,
    voided_at: Option<Moment>,
    void_reason: Option<String>,
}

/// A sheet is entered only for whoever reaches its case: one whose case is out of reach looks as if it had not come back.
pub(super) fn state_of(entered: bool, void: bool) -> SheetState {
    match (entered, void) {
        (true, _) => SheetState::Entered,
        (false, true) => SheetState::Void,
        (false, false) => SheetState::Out,
    }
}

/// A sheet within reach; 404 otherwise.
pub(super) fn find<A: Action>(
    conn: &mut Conn,
    permit: &Permit<A>,
    number: SheetNumber,
) -> Result<(SheetRow, BatchRow)> {
    let sheet: SheetRow = sheets::table.find(number).select(SheetRow::as_select()).first(conn)?;
    let batch = batches::find(conn, permit, sheet.batch_id)?;
    Ok((sheet, batch))
}

pub fn get<A: Action>(conn: &mut Conn, permit: &Permit<A>, number: SheetNumber) -> Result<PaperSheet> {
    let (row, batch) = find(conn, permit, number)?;
    views(conn, permit, &batch, vec![row])?.pop().ok_or(ApiError::Internal)
}

/// The sheets of a batch within reach, by number.
pub fn of_batch(conn: &mut Conn, permit: &Permit<ListPaperSheets>, id: PaperBatchId) -> Result<Vec<PaperSheet>> {
    let batch = batches::find(conn, permit, id)?;
    let rows: Vec<SheetRow> = sheets::table
        .filter(sheets::batch_id.eq(batch.id))
        .order(sheets::number)
        .select(SheetRow::as_select())
        .load(conn)?;
    views(conn, permit, &batch, rows)
}

pub(super) fn views<A: Action>(
    conn: &mut Conn,
    permit: &Permit<A>,
    batch: &BatchRow,
    rows: Vec<SheetRow>,
) -> Result<Vec<PaperSheet>> {
    let references = references(conn, permit, rows.iter().filter_map(|row| row.grievance_id).collect())?;
    let view = |row: SheetRow| {
        let SheetRow { number, version, batch_id, grievance_id, received_on, entered_at, voided_at, void_reason } = row;
        let reached = grievance_id.and_then(|id| Some(CaseLink { id, reference: references.get(&id)?.clone() }));
        let state = state_of(reached.is_some(), voided_at.is_some());
        let told = reached.is_some();
        PaperSheet {
            number,
            version,
            batch_id,
            label: batch.label.clone(),
            language: batch.language,
            printed_at: batch.made_at.utc(),
            state,
            grievance: reached,
            received_on: received_on.filter(|_| told),
            entered_at: entered_at.filter(|_| told).map(Moment::utc),
            voided_at: voided_at.filter(|_| !told).map(Moment::utc),
            void_reason: void_reason.filter(|_| !told),
            actions: actions(state, permit),
        }
    };
    Ok(rows.into_iter().map(view).collect())
}

fn actions<A: Action>(state: SheetState, permit: &Permit<A>) -> Vec<&'static str> {
    let role = permit.role();
    match state {
        SheetState::Out => {
            [allowed::<EnterPaperSheet>(role), allowed::<VoidPaperSheet>(role)].into_iter().flatten().collect()
        }
        SheetState::Entered | SheetState::Void => vec![],
    }
}
