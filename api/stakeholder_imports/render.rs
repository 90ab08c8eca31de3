//! Imports made into what their sender sees.

use std::collections::HashMap;

use diesel::prelude::*;

use super::ImportId;
use super::domain::ImportState;
use super::policy::{
    DeleteStakeholderImport, GetStakeholderImportErrors, ListStakeholderImportDuplicates, MapStakeholderImport,
    RunStakeholderImport,
};
use super::problems::letters;
use super::report::{CellError, Double, Report};
use super::store::ImportRow;
use super::view::{ImportColumn, ImportDuplicate, ImportError, ImportFound, ImportSample, StakeholderImport};
use crate::authz::{Permit, Role, allowed};
use crate::db::Conn;
use crate::error::Result;
use crate::schema::stakeholders;
use crate::stakeholders::policy::ListStakeholders;
use crate::stakeholders::scope::within;
use crate::stakeholders::store::Row;
use crate::stakeholders::view::StakeholderSummary;
use crate::stakeholders::{StakeholderId, render};

/// Errors that are shown with an import.
const SHOWN: usize = 200;

pub fn import(row: ImportRow, found: Option<Report>, progress: Option<i64>, role: Role) -> StakeholderImport {
    let rows_done = match row.state {
        ImportState::Checking | ImportState::Running => progress.unwrap_or_default(),
        ImportState::Checked | ImportState::Done | ImportState::Failed => row.rows_total,
    };
    let actions = actions(&row, role);
    StakeholderImport {
        id: row.id,
        version: row.version,
        programme_id: row.programme_id.into(),
        file_name: row.file_name,
        format: row.format,
        state: row.state,
        problem: row.problem,
        rows_done,
        rows_total: row.rows_total,
        errors: row.errors,
        duplicates: row.duplicates,
        added: row.added,
        updated: row.updated,
        skipped: row.skipped,
        created_at: row.created_at.utc(),
        expires_at: row.expires_at.utc(),
        found: found.map(shown),
        actions,
    }
}

fn actions(row: &ImportRow, role: Role) -> Vec<&'static str> {
    let delete = allowed::<DeleteStakeholderImport>(role);
    match row.state {
        ImportState::Running => vec![],
        ImportState::Checking | ImportState::Done | ImportState::Failed => delete.into_iter().collect(),
        ImportState::Checked => {
            let run = if row.errors == 0 { allowed::<RunStakeholderImport>(role) } else { None };
            let errors = if row.errors > 0 { allowed::<GetStakeholderImportErrors>(role) } else { None };
            let known = if row.duplicates > 0 { allowed::<ListStakeholderImportDuplicates>(role) } else { None };
            [run, allowed::<MapStakeholderImport>(role), errors, known, delete].into_iter().flatten().collect()
        }
    }
}

fn shown(report: Report) -> ImportFound {
    let Report { headings_at, columns, sample, errors, doubles: _ } = report;
    ImportFound {
        headings_at,
        columns: columns.into_iter().map(|one| ImportColumn { heading: one.heading, field: one.field }).collect(),
        sample: sample.into_iter().map(|one| ImportSample { row: one.number, cells: one.cells }).collect(),
        errors: errors.into_iter().take(SHOWN).map(error).collect(),
    }
}

fn error(CellError { row, column, field, value, code }: CellError) -> ImportError {
    ImportError { row, column: column.map(letters), field, value, code }
}

/// Rows that may be somebody who is known, with who that is as the register shows it now.
pub fn duplicates(
    conn: &mut Conn,
    permit: &Permit<ListStakeholders>,
    doubles: Vec<Double>,
) -> Result<Vec<ImportDuplicate>> {
    let ids: Vec<StakeholderId> = doubles.iter().filter_map(|double| double.known).collect();
    let rows: Vec<Row> = stakeholders::table
        .filter(stakeholders::id.eq_any(ids))
        .filter(within(permit)?)
        .select(Row::as_select())
        .load(conn)?;
    let ids: Vec<StakeholderId> = rows.iter().map(|row| row.id).collect();
    let known: HashMap<StakeholderId, StakeholderSummary> =
        ids.into_iter().zip(render::summaries(conn, rows)?).collect();
    let shown = doubles.into_iter().map(|double| {
        let Double { row, name, known: id, same_as, likeness, same_phone } = double;
        // Several rows can be of one person.
        let known = id.and_then(|id| known.get(&id).cloned());
        ImportDuplicate { row, name, known, same_as_row: same_as, likeness, same_phone }
    });
    Ok(shown.collect())
}

/// What the file of errors is called.
pub fn errors_name(id: ImportId) -> String {
    let short: String = id.as_str().chars().take(8).collect();
    format!("maslahat-errors-{short}.csv")
}
