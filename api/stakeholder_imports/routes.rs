//! Imports over HTTP.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::{HttpResponse, delete, get, post, web};
use chrono::Utc;
use sha2::{Digest, Sha256};

use super::domain::ImportState;
use super::errors::table_of_errors;
use super::policy::{
    CreateStakeholderImport, DeleteStakeholderImport, GetStakeholderImport, GetStakeholderImportErrors,
    ListStakeholderImportDuplicates, ListStakeholderImports, MapStakeholderImport, RunStakeholderImport,
};
use super::run::Decisions;
use super::store::{self, ImportRow, NewImport};
use super::view::{FileOf, ImportDecisions, ImportDuplicate, ImportMapping, StakeholderImport};
use super::{ImportId, job, kept, render, table};
use crate::app::System;
use crate::audit::{self, Subject};
use crate::authz::{Action, Permit, Role};
use crate::error::{ApiError, Result};
use crate::http::body::{File, Table};
use crate::http::idempotency::Answer;
use crate::http::{Cursor, Id, IdempotencyKey, IfMatch, Page, PageQuery, Params, Routes, Tagged, Valid};
use crate::stakeholders::policy::{
    CreateStakeholder, ListStakeholders, ReassessStakeholder, RecordStakeholderConsent, UpdateStakeholder,
};

pub fn routes(api: &mut impl Routes) {
    api.service(list_stakeholder_imports)
        .service(create_stakeholder_import)
        .service(get_stakeholder_import)
        .service(get_stakeholder_import_errors)
        .service(list_stakeholder_import_duplicates)
        .service(map_stakeholder_import)
        .service(run_stakeholder_import)
        .service(delete_stakeholder_import);
}

fn subject(id: ImportId) -> Subject {
    Subject::new("stakeholder_import", id)
}

/// The caller's own imports, the latest first: at most 20, none older than a day.
#[utoipa::path(tag = "stakeholders", responses((status = OK, body = Page<StakeholderImport>)))]
#[get("/stakeholder-imports")]
async fn list_stakeholder_imports(
    permit: Permit<ListStakeholderImports>,
    system: web::Data<System>,
) -> Result<web::Json<Page<StakeholderImport>>> {
    let role = permit.role();
    let rows = system.db.read(move |conn| store::list(conn, &permit, Utc::now())).await?;
    let shown = |row: ImportRow| {
        let progress = system.imports.progress(row.id);
        render::import(row, None, progress, role)
    };
    Ok(web::Json(Page { items: rows.into_iter().map(shown).collect(), next: None, total: None }))
}

/// Sends a table of stakeholders: a workbook (XLSX) or text (CSV), at most 20 MB and 50,000 rows. It is looked through in
/// the background, and nothing is recorded yet.
#[utoipa::path(
    tag = "stakeholders", params(FileOf, IdempotencyKey),
    request_body(content = File, content_type = "application/octet-stream"),
    responses((status = CREATED, body = StakeholderImport), (status = CONFLICT))
)]
#[post("/stakeholder-imports")]
async fn create_stakeholder_import(
    permit: Permit<CreateStakeholderImport>,
    key: IdempotencyKey,
    Params(of): Params<FileOf>,
    Table(bytes): Table,
    system: web::Data<System>,
) -> Result<Answer> {
    permit.also::<CreateStakeholder>()?;
    let request = (of.programme_id.to_string(), of.name.clone(), hex::encode(Sha256::digest(&bytes)));
    let looked = bytes.clone();
    let format =
        tokio::task::spawn_blocking(move || table::format_of(&looked)).await.map_err(|_| ApiError::Internal)??;
    let now = Utc::now();
    let id = ImportId::at(now);
    // The file first: what is noted is there.
    kept::put_source(&system.files, id, &bytes).await?;
    let new = NewImport { programme: of.programme_id, file_name: of.name, format, language: of.language };
    let (made, sealer, role) = (Arc::new(AtomicBool::new(false)), system.sealer.clone(), permit.role());
    let is_new = Arc::clone(&made);
    let noted = system
        .db
        .write(move |conn| {
            let mut made = None;
            let answer = key.once(conn, &sealer, &request, now, |conn| {
                let row = store::create(conn, &permit, id, &new, now)?;
                let detail = format!("{format}");
                audit::record(conn, &permit.who(), CreateStakeholderImport::OPERATION, &subject(id), &detail, now)?;
                is_new.store(true, Ordering::Relaxed);
                made = Some(row.clone());
                Ok(render::import(row, None, None, role))
            })?;
            Ok((answer, made))
        })
        .await;
    match noted {
        Ok((answer, Some(row))) if made.load(Ordering::Relaxed) => {
            job::start_check(system, row, None);
            Ok(answer)
        }
        Ok((answer, _)) => {
            system.files.forget_at(&kept::folder(id)).await?;
            Ok(answer)
        }
        Err(error) => {
            system.files.forget_at(&kept::folder(id)).await?;
            Err(error)
        }
    }
}

/// An import: how far it is, and what was found in the file.
#[utoipa::path(
    tag = "stakeholders", params(("id" = ImportId, Path)), responses((status = OK, body = StakeholderImport))
)]
#[get("/stakeholder-imports/{id}")]
async fn get_stakeholder_import(
    permit: Permit<GetStakeholderImport>,
    Id(id): Id<ImportId>,
    system: web::Data<System>,
) -> Result<Tagged<StakeholderImport>> {
    let role = permit.role();
    let row = system.db.read(move |conn| store::find(conn, &permit, id, Utc::now())).await?;
    shown(&system, row, role).await
}

async fn shown(system: &System, row: ImportRow, role: Role) -> Result<Tagged<StakeholderImport>> {
    let found = match row.state {
        ImportState::Checked => Some(kept::get_report(&system.files, row.id).await?),
        ImportState::Checking | ImportState::Running | ImportState::Done | ImportState::Failed => None,
    };
    let progress = system.imports.progress(row.id);
    Ok(Tagged(row.version, render::import(row, found, progress, role)))
}

/// What was found in a file that waits for a decision.
async fn found<A: Action>(
    system: &System,
    permit: Permit<A>,
    id: ImportId,
) -> Result<(ImportRow, super::report::Report)> {
    let row = system.db.read(move |conn| store::find(conn, &permit, id, Utc::now())).await?;
    match row.state {
        ImportState::Checked => Ok((row, kept::get_report(&system.files, id).await?)),
        ImportState::Checking | ImportState::Running => Err(ApiError::Conflict("import_under_way")),
        ImportState::Done | ImportState::Failed => Err(ApiError::Conflict("import_ended")),
    }
}

/// The errors of a table, as a table (CSV): row, column, what stands there, what is wrong and what to do, in the language in
/// which the file was sent.
#[utoipa::path(
    tag = "stakeholders", params(("id" = ImportId, Path)),
    responses((status = OK, content((File = "text/csv"))), (status = CONFLICT))
)]
#[get("/stakeholder-imports/{id}/errors")]
async fn get_stakeholder_import_errors(
    permit: Permit<GetStakeholderImportErrors>,
    Id(id): Id<ImportId>,
    system: web::Data<System>,
) -> Result<HttpResponse> {
    let (row, report) = found(&system, permit, id).await?;
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "text/csv; charset=utf-8"))
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{}\"", render::errors_name(id))))
        .insert_header((CACHE_CONTROL, "private, no-store"))
        .body(table_of_errors(row.language, &report.errors)?))
}

/// The rows of a table that may be somebody who is known, in order.
#[utoipa::path(
    tag = "stakeholders", params(("id" = ImportId, Path), PageQuery),
    responses((status = OK, body = Page<ImportDuplicate>), (status = CONFLICT))
)]
#[get("/stakeholder-imports/{id}/duplicates")]
async fn list_stakeholder_import_duplicates(
    permit: Permit<ListStakeholderImportDuplicates>,
    Id(id): Id<ImportId>,
    Params(query): Params<PageQuery>,
    system: web::Data<System>,
) -> Result<web::Json<Page<ImportDuplicate>>> {
    let reads = permit.also::<ListStakeholders>()?;
    let (_, report) = found(&system, permit, id).await?;
    let after: u32 = match &query.after {
        Some(cursor) => cursor.id.parse().map_err(|_| ApiError::field("?after", "unknown"))?,
        None => 0,
    };
    let limit = query.limit();
    let most = usize::try_from(limit + 1).unwrap_or_default();
    let doubles: Vec<_> = report.doubles.into_iter().filter(|double| double.row > after).take(most).collect();
    let rows = system.db.read(move |conn| render::duplicates(conn, &reads, doubles)).await?;
    Ok(web::Json(Page::of(rows, limit, |one: &ImportDuplicate| Cursor::by_id(one.row), |one| one)))
}

/// Says what the columns of a table hold; the file is looked through anew.
#[utoipa::path(
    tag = "stakeholders", params(("id" = ImportId, Path), IfMatch), request_body = ImportMapping,
    responses((status = OK, body = StakeholderImport), (status = CONFLICT))
)]
#[post("/stakeholder-imports/{id}/columns")]
async fn map_stakeholder_import(
    permit: Permit<MapStakeholderImport>,
    Id(id): Id<ImportId>,
    expected: IfMatch,
    Valid(ImportMapping { columns }): Valid<ImportMapping>,
    system: web::Data<System>,
) -> Result<Tagged<StakeholderImport>> {
    let role = permit.role();
    let row = system
        .db
        .write(move |conn| store::begin(conn, &permit, id, expected, ImportState::Checking, Utc::now()))
        .await?;
    job::start_check(system.clone(), row.clone(), Some(columns));
    shown(&system, row, role).await
}

/// Reads a table into the register, in the background: all its rows or none.
#[utoipa::path(
    tag = "stakeholders", params(("id" = ImportId, Path), IfMatch), request_body = ImportDecisions,
    responses((status = OK, body = StakeholderImport), (status = CONFLICT))
)]
#[post("/stakeholder-imports/{id}/run")]
async fn run_stakeholder_import(
    permit: Permit<RunStakeholderImport>,
    Id(id): Id<ImportId>,
    expected: IfMatch,
    Valid(ImportDecisions { duplicates, rows }): Valid<ImportDecisions>,
    system: web::Data<System>,
) -> Result<Tagged<StakeholderImport>> {
    permit.also::<CreateStakeholder>()?;
    permit.also::<UpdateStakeholder>()?;
    permit.also::<ReassessStakeholder>()?;
    permit.also::<RecordStakeholderConsent>()?;
    let (role, running) = (permit.role(), permit.also::<RunStakeholderImport>()?);
    let row = system
        .db
        .write(move |conn| store::begin(conn, &permit, id, expected, ImportState::Running, Utc::now()))
        .await?;
    let decisions = Decisions { all: duplicates, each: rows.into_iter().map(|one| (one.row, one.decision)).collect() };
    job::start_run(system.clone(), running, row.clone(), decisions);
    shown(&system, row, role).await
}

/// Deletes an import with its file. What was recorded stays.
#[utoipa::path(
    tag = "stakeholders", params(("id" = ImportId, Path), IfMatch),
    responses((status = NO_CONTENT), (status = CONFLICT))
)]
#[delete("/stakeholder-imports/{id}")]
async fn delete_stakeholder_import(
    permit: Permit<DeleteStakeholderImport>,
    Id(id): Id<ImportId>,
    expected: IfMatch,
    system: web::Data<System>,
) -> Result<HttpResponse> {
    system
        .db
        .write(move |conn| {
            let now = Utc::now();
            store::find(conn, &permit, id, now)?;
            // While the trail can still see of which programme it is.
            audit::record(conn, &permit.who(), DeleteStakeholderImport::OPERATION, &subject(id), "", now)?;
            store::delete(conn, &permit, id, expected, now)
        })
        .await?;
    system.files.forget_at(&kept::folder(id)).await?;
    Ok(HttpResponse::NoContent().finish())
}
