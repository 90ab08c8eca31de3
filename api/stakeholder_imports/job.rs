//! Looking through files and reading them in, in the background and one at a time.

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use actix_web::web::Data;
use chrono::Utc;
use tokio::sync::Semaphore;

use super::check::{Table, Terms, report, rows};
use super::domain::{ImportField, ImportProblem, ImportState};
use super::policy::RunStakeholderImport;
use super::run::{Decisions, Run};
use super::store::{Counted, ImportRow};
use super::{ImportId, kept, store};
use crate::app::System;
use crate::audit::{self, Subject};
use crate::authz::{Action, Permit};
use crate::error::{ApiError, Result};
use crate::grievances::clock::day_of;

/// Lets one file be worked on at a time, so that memory stays bounded, and knows how far each is: the transaction of an
/// import can't tell before it ends.
pub struct Imports {
    turn: Semaphore,
    progress: Mutex<HashMap<ImportId, Arc<AtomicUsize>>>,
}

impl Default for Imports {
    fn default() -> Self {
        Self { turn: Semaphore::new(1), progress: Mutex::default() }
    }
}

impl Imports {
    /// Rows that were done so far, if this server works on it.
    pub fn progress(&self, id: ImportId) -> Option<i64> {
        let known = self.progress.lock().unwrap_or_else(PoisonError::into_inner);
        known.get(&id).and_then(|rows| i64::try_from(rows.load(Ordering::Relaxed)).ok())
    }

    fn begin(&self, id: ImportId) -> Arc<AtomicUsize> {
        let rows = Arc::<AtomicUsize>::default();
        self.progress.lock().unwrap_or_else(PoisonError::into_inner).insert(id, Arc::clone(&rows));
        rows
    }

    fn end(&self, id: ImportId) {
        self.progress.lock().unwrap_or_else(PoisonError::into_inner).remove(&id);
    }
}

/// Looks through a file; with columns that somebody said, or those that the headings say.
pub fn start_check(system: Data<System>, row: ImportRow, said: Option<Vec<Option<ImportField>>>) {
    actix_web::rt::spawn(async move {
        let Ok(_turn) = system.imports.turn.acquire().await else { return };
        let id = row.id;
        let seen = system.imports.begin(id);
        let outcome = check(&system, row, said, seen).await;
        system.imports.end(id);
        if let Err(error) = outcome {
            log::error!(id = id.as_str(), error:%; "an import can't be looked through");
            give_up(&system, id, ImportProblem::BrokeOff).await;
        }
    });
}

async fn give_up(system: &System, id: ImportId, problem: ImportProblem) {
    // What fails here is found by the chore.
    let failed = system.db.write(move |conn| store::fail(conn, id, problem)).await;
    let forgotten = system.files.forget_at(&kept::folder(id)).await;
    if failed.and(forgotten).is_err() {
        log::warn!(id = id.as_str(); "an import that failed is left to the chore");
    }
}

async fn table(
    system: &System,
    row: &ImportRow,
    said: Option<Vec<Option<ImportField>>>,
) -> Result<std::result::Result<Table, ImportProblem>> {
    let bytes = kept::get_source(&system.files, row.id).await?;
    let format = row.format;
    let read = move || Table::read(format, &bytes, said.as_deref());
    tokio::task::spawn_blocking(read).await.map_err(|_| ApiError::Internal)
}

fn terms(row: &ImportRow) -> Terms {
    Terms { programme: row.programme_id, language: row.language, today: day_of(Utc::now()) }
}

async fn check(
    system: &Data<System>,
    row: ImportRow,
    said: Option<Vec<Option<ImportField>>>,
    seen: Arc<AtomicUsize>,
) -> Result<()> {
    let id = row.id;
    let table = match table(system, &row, said).await? {
        Ok(table) => table,
        Err(problem) => {
            give_up(system, id, problem).await;
            return Ok(());
        }
    };
    let (terms, sealer) = (terms(&row), system.sealer.clone());
    let (found, counted) = system
        .db
        .read(move |conn| {
            let (found, errors) = report(conn, &sealer, &terms, &table, |rows| seen.store(rows, Ordering::Relaxed))?;
            let count = |rows: usize| i64::try_from(rows).unwrap_or_default();
            let counted = Counted { rows: count(table.lines.len()), errors, duplicates: count(found.doubles.len()) };
            Ok((found, counted))
        })
        .await?;
    kept::put_report(&system.files, id, &found).await?;
    if !system.db.write(move |conn| store::checked(conn, id, counted, Utc::now())).await? {
        // It was deleted meanwhile.
        system.files.forget_at(&kept::folder(id)).await?;
    }
    Ok(())
}

/// Reads a file in.
pub fn start_run(system: Data<System>, permit: Permit<RunStakeholderImport>, row: ImportRow, decisions: Decisions) {
    actix_web::rt::spawn(async move {
        let Ok(_turn) = system.imports.turn.acquire().await else { return };
        let id = row.id;
        let done = system.imports.begin(id);
        let outcome = run(&system, permit, row.clone(), decisions, done).await;
        system.imports.end(id);
        if let Err(error) = outcome {
            log::error!(id = id.as_str(), error:%; "an import failed: nothing was recorded");
            look_again(&system, row).await;
        }
    });
}

/// What was found in a file may be so no more: somebody was merged meanwhile, a place is called otherwise.
async fn look_again(system: &Data<System>, row: ImportRow) {
    let id = row.id;
    let put_back = system.db.write(move |conn| store::put_back(conn, id, ImportState::Checking)).await;
    match (put_back, kept::get_report(&system.files, id).await) {
        (Ok(()), Ok(found)) => {
            start_check(system.clone(), row, Some(found.columns.iter().map(|one| one.field).collect()))
        }
        (Ok(()) | Err(_), _) => log::warn!(id = id.as_str(); "an import that failed is left to the chore"),
    }
}

async fn run(
    system: &Data<System>,
    permit: Permit<RunStakeholderImport>,
    row: ImportRow,
    decisions: Decisions,
    progress: Arc<AtomicUsize>,
) -> Result<()> {
    let id = row.id;
    let found = kept::get_report(&system.files, id).await?;
    let said = found.columns.iter().map(|column| column.field).collect();
    let table = table(system, &row, Some(said)).await?.map_err(|_| ApiError::Internal)?;
    let (terms, programme, sealer) = (terms(&row), row.programme_id, system.sealer.clone());
    let rows = system.db.read(move |conn| rows(conn, &terms, &table, |_| ())).await?;
    if rows.error_count > 0 {
        // A place or an organisation has another name than when it was looked through.
        return Err(ApiError::Conflict("import_has_errors"));
    }
    system
        .db
        .write_alone(move |conn| {
            let now = Utc::now();
            let run = Run { permit: &permit, sealer: &sealer, programme, decisions: &decisions, now };
            let outcome = run.all(conn, rows.right, &found.doubles, |rows| progress.store(rows, Ordering::Relaxed))?;
            store::done(conn, id, outcome, now)?;
            let detail = format!("{} added, {} updated, {} left out", outcome.added, outcome.updated, outcome.skipped);
            let subject = Subject::new("stakeholder_import", id);
            audit::record(conn, &permit.who(), RunStakeholderImport::OPERATION, &subject, &detail, now)
        })
        .await?;
    system.files.forget_at(&kept::folder(id)).await
}
