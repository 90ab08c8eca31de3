//! Exports over HTTP.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, ContentEncoding};
use actix_web::web::Bytes;
use actix_web::{HttpResponse, delete, get, post, web};
use chrono::{DateTime, Utc};
use futures_util::{StreamExt, stream};

use super::domain::Format;
use super::part::{folder, read};
use super::policy::{CreateExport, DeleteExport, GetExport, GetExportFile, ListExports};
use super::view::NewExport;
use super::{Export, ExportId, job, pages, store};
use crate::app::System;
use crate::audit::{self, Subject};
use crate::authz::{Action, Permit};
use crate::error::Result;
use crate::http::body::File;
use crate::http::idempotency::Answer;
use crate::http::{Id, IdempotencyKey, IfMatch, Page, Routes, Tagged, Valid};

pub fn routes(api: &mut impl Routes) {
    api.service(list_exports)
        .service(create_export)
        .service(get_export)
        .service(get_export_file)
        .service(delete_export);
}

/// The caller's own exports, the latest first: at most 20, none older than a day.
#[utoipa::path(tag = "exports", responses((status = OK, body = Page<Export>)))]
#[get("/exports")]
async fn list_exports(permit: Permit<ListExports>, system: web::Data<System>) -> Result<web::Json<Page<Export>>> {
    let role = permit.role();
    let rows = system.db.read(move |conn| store::list(conn, &permit, Utc::now())).await?;
    let items = rows.into_iter().map(|row| row.view(role)).collect();
    Ok(web::Json(Page { items, next: None, total: None }))
}

/// Makes a file of a list, in the background: ask for the export again to see how far it is.
///
/// It holds what the list shows to the caller, up to 100,000 rows; of stakeholders also what their records show. Its maker alone can fetch it, for a day.
#[utoipa::path(
    tag = "exports", params(IdempotencyKey), request_body = NewExport, responses((status = CREATED, body = Export))
)]
#[post("/exports")]
async fn create_export(
    permit: Permit<CreateExport>,
    key: IdempotencyKey,
    Valid(new): Valid<NewExport>,
    system: web::Data<System>,
) -> Result<Answer> {
    let making = permit.also::<CreateExport>()?;
    let (asked, sealer) = (new.clone(), system.sealer.clone());
    let id = ExportId::at(Utc::now());
    let made = Arc::new(AtomicBool::new(false));
    let is_new = Arc::clone(&made);
    let answer = system
        .db
        .write(move |conn| {
            let now = Utc::now();
            key.once(conn, &sealer, &new, now, |conn| {
                pages::check(conn, &permit, &new)?;
                let row = store::create(conn, &permit, id, &new, now)?;
                // Not the query: people search for names.
                let contacts = if new.contacts { ", with contacts" } else { "" };
                let detail = format!("asked for, {}, {}{contacts}", new.list(), new.format);
                let subject = Subject::new("export", id);
                audit::record(conn, &permit.who(), CreateExport::OPERATION, &subject, &detail, now)?;
                is_new.store(true, Ordering::Relaxed);
                Ok(row.view(permit.role()))
            })
        })
        .await?;
    if made.load(Ordering::Relaxed) {
        job::start(system, making, id, asked);
    }
    Ok(answer)
}

/// An export, and how far it is.
#[utoipa::path(tag = "exports", params(("id" = ExportId, Path)), responses((status = OK, body = Export)))]
#[get("/exports/{id}")]
async fn get_export(
    permit: Permit<GetExport>,
    Id(id): Id<ExportId>,
    system: web::Data<System>,
) -> Result<Tagged<Export>> {
    let role = permit.role();
    let row = system.db.read(move |conn| store::get(conn, &permit, id, Utc::now())).await?;
    Ok(Tagged(row.version, row.view(role)))
}

/// The file of an export that is ready. Each fetching is in the audit trail.
#[utoipa::path(
    tag = "exports", params(("id" = ExportId, Path)),
    responses(
        (status = OK, content(
            (File = "text/csv"), (File = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        )),
        (status = CONFLICT)
    )
)]
#[get("/exports/{id}/file")]
async fn get_export_file(
    permit: Permit<GetExportFile>,
    Id(id): Id<ExportId>,
    system: web::Data<System>,
) -> Result<HttpResponse> {
    let row = system
        .db
        .write(move |conn| {
            let now = Utc::now();
            let row = store::ready(conn, &permit, id, now)?;
            audit::record(conn, &permit.who(), GetExportFile::OPERATION, &Subject::new("export", id), "", now)?;
            Ok(row)
        })
        .await?;
    let (kind, name) = kind_and_name(row.format, row.created_at.utc());
    let (parts, size) = (row.parts, u64::try_from(row.size).unwrap_or_default());
    let bytes = stream::unfold((system, 0), move |(system, part)| async move {
        if part == parts {
            return None;
        }
        let piece = read(&system.files, id, part).await.map(Bytes::from);
        Some((piece, (system, part + 1)))
    });
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, kind))
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
        .insert_header((CACHE_CONTROL, "private, no-store"))
        // As it is: a workbook is compressed already, and the length is told.
        .insert_header(ContentEncoding::Identity)
        .no_chunking(size)
        .streaming(bytes.boxed_local()))
}

fn kind_and_name(format: Format, at: DateTime<Utc>) -> (&'static str, String) {
    let day = at.with_timezone(&chrono_tz::Asia::Bishkek).format("%Y-%m-%d");
    match format {
        Format::Csv => ("text/csv; charset=utf-8", format!("maslahat-{day}.csv")),
        Format::Xlsx => {
            ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", format!("maslahat-{day}.xlsx"))
        }
    }
}

/// Deletes an export with its file; one that is under way is given up.
#[utoipa::path(tag = "exports", params(("id" = ExportId, Path), IfMatch), responses((status = NO_CONTENT)))]
#[delete("/exports/{id}")]
async fn delete_export(
    permit: Permit<DeleteExport>,
    Id(id): Id<ExportId>,
    expected: IfMatch,
    system: web::Data<System>,
) -> Result<HttpResponse> {
    system
        .db
        .write(move |conn| {
            let now = Utc::now();
            // While the trail can still see whose it is.
            audit::record(conn, &permit.who(), DeleteExport::OPERATION, &Subject::new("export", id), "", now)?;
            store::delete(conn, &permit, id, expected, now)
        })
        .await?;
    system.files.forget_at(&folder(id)).await?;
    Ok(HttpResponse::NoContent().finish())
}
