//! Making the file of an export, in the background and one at a time: page after page of the list, as the one who asked
//! reads it.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use actix_web::web::Data;
use chrono::Utc;
use tokio::sync::Semaphore;

use super::ExportId;
use super::domain::MOST_ROWS;
use super::pages::{Pages, heads};
use super::part::{folder, parts, store as keep};
use super::policy::CreateExport;
use super::sheet::Sheet;
use super::store::{self, Finished};
use super::view::NewExport;
use crate::app::System;
use crate::audit::{self, Subject};
use crate::authz::{Action, Permit};
use crate::error::{ApiError, Result};

/// How often the progress is noted.
const OFTEN: Duration = Duration::from_millis(700);

/// Lets one export run at a time, so that memory stays bounded however many are asked for.
pub struct Queue {
    turn: Semaphore,
    /// Where rows of a workbook lie while it is written.
    folder: PathBuf,
}

impl Queue {
    pub fn open(data: &Path) -> Result<Self> {
        let folder = data.join("exports-under-way");
        std::fs::create_dir_all(&folder).map_err(|_| ApiError::Unavailable)?;
        Ok(Self { turn: Semaphore::new(1), folder })
    }
}

/// Makes the file in the background.
pub fn start(system: Data<System>, permit: Permit<CreateExport>, id: ExportId, asked: NewExport) {
    actix_web::rt::spawn(async move {
        let Ok(_turn) = system.exports.turn.acquire().await else { return };
        if let Err(error) = run(&system, permit, id, asked).await {
            let id = id.as_str();
            log::error!(id, error:%; "an export failed");
        }
    });
}

async fn run(system: &Data<System>, permit: Permit<CreateExport>, id: ExportId, asked: NewExport) -> Result<()> {
    let who = permit.who();
    if !system.db.write(move |conn| store::begin(conn, id, Utc::now())).await? {
        return Ok(());
    }
    let outcome = make(system, permit, id, asked).await;
    let finished = match outcome {
        Ok(Some(finished)) => finished,
        // It was deleted meanwhile.
        Ok(None) => return system.files.forget_at(&folder(id)).await,
        Err(error) => {
            system.files.forget_at(&folder(id)).await?;
            system.db.write(move |conn| store::fail(conn, id)).await?;
            return Err(error);
        }
    };
    let kept = system.db.write(move |conn| {
        let now = Utc::now();
        let kept = store::finish(conn, id, &finished, now)?;
        if kept {
            let subject = Subject::new("export", id);
            audit::record(conn, &who, CreateExport::OPERATION, &subject, &format!("{} rows", finished.rows), now)?;
        }
        Ok(kept)
    });
    if kept.await? { Ok(()) } else { system.files.forget_at(&folder(id)).await }
}

/// The file, or none if it was deleted meanwhile.
async fn make(
    system: &Data<System>,
    permit: Permit<CreateExport>,
    id: ExportId,
    asked: NewExport,
) -> Result<Option<Finished>> {
    let (to, full) = parts();
    let sheet = Sheet::begin(asked.format, &heads(&permit, &asked), to, &system.exports.folder)?;
    let writing = write(system, permit, id, asked, sheet);
    let (written, stored) = futures_util::join!(writing, keep(&system.files, id, full));
    let stored = stored?;
    Ok(written?.map(|(rows, truncated)| Finished { rows, truncated, stored }))
}

/// Writes the rows; how many, and whether there are more. None if the export was deleted meanwhile.
async fn write(
    system: &Data<System>,
    permit: Permit<CreateExport>,
    id: ExportId,
    asked: NewExport,
    sheet: Sheet,
) -> Result<Option<(i64, bool)>> {
    let sealer = system.sealer.clone();
    let (mut pages, total) = system.db.read(move |conn| Pages::open(conn, &permit, &asked, sealer)).await?;
    let (mut sheet, mut rows, mut noted) = (sheet, 0, Instant::now());
    if !note(system, id, rows, total).await? {
        return Ok(None);
    }
    loop {
        let (page, more);
        (pages, sheet, page, more) = system
            .db
            .read(move |conn| {
                let (cells, more) = pages.next(conn)?;
                cells.iter().try_for_each(|row| sheet.row(row))?;
                Ok((pages, sheet, i64::try_from(cells.len()).unwrap_or_default(), more))
            })
            .await?;
        rows += page;
        if !more || rows >= MOST_ROWS {
            tokio::task::spawn_blocking(move || sheet.finish()).await.map_err(|_| ApiError::Internal)??;
            return Ok(Some((rows, more)));
        }
        if noted.elapsed() >= OFTEN {
            noted = Instant::now();
            if !note(system, id, rows, total).await? {
                return Ok(None);
            }
        }
    }
}

async fn note(system: &Data<System>, id: ExportId, rows: i64, total: Option<i64>) -> Result<bool> {
    system.db.write(move |conn| store::progress(conn, id, rows, total, Utc::now())).await
}
