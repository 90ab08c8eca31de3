//! Sheets of paper over HTTP.

use actix_web::{get, post, web};
use chrono::Utc;

use super::input::{NewPaperBatch, PaperEntry, Voiding};
use super::number::SheetNumber;
use super::policy::{
    EnterPaperSheet, GetPaperBatch, GetPaperSheet, ListPaperBatches, ListPaperSheets, PrintPaperBatch, VoidPaperBatch,
    VoidPaperSheet,
};
use super::view::{EnteredPaper, PaperBatch, PaperSheet, PrintedBatch};
use super::{PaperBatchId, batches, enter, sheets, voids};
use crate::app::System;
use crate::audit::{self, Subject};
use crate::authz::{Action, Permit};
use crate::error::Result;
use crate::http::idempotency::Answer;
use crate::http::{Cursor, Id, IdempotencyKey, IfMatch, Page, PageQuery, Params, Routes, Tagged, Valid};

pub fn routes(api: &mut impl Routes) {
    api.service(list_paper_batches)
        .service(print_paper_batch)
        .service(get_paper_batch)
        .service(list_paper_sheets)
        .service(void_paper_batch)
        .service(get_paper_sheet)
        .service(enter_paper_sheet)
        .service(void_paper_sheet);
}

/// The batches of sheets, the latest first: the programme's for staff, the own ones for a representative.
#[utoipa::path(tag = "papers", params(PageQuery), responses((status = OK, body = Page<PaperBatch>)))]
#[get("/paper-batches")]
async fn list_paper_batches(
    permit: Permit<ListPaperBatches>,
    Params(query): Params<PageQuery>,
    system: web::Data<System>,
) -> Result<web::Json<Page<PaperBatch>>> {
    let limit = query.limit();
    let found = system.db.read(move |conn| batches::list(conn, &permit, query.after, limit)).await?;
    Ok(web::Json(Page::of(found, limit, |batch| Cursor::by_id(batch.id), |batch| batch)))
}

/// Makes sheets to print, each with a receipt code of its own.
///
/// The answer holds the codes, which are shown this once: the server keeps only their hashes. A code opens nothing before
/// its sheet is entered.
#[utoipa::path(
    tag = "papers", params(IdempotencyKey), request_body = NewPaperBatch,
    responses((status = CREATED, body = PrintedBatch))
)]
#[post("/paper-batches")]
async fn print_paper_batch(
    permit: Permit<PrintPaperBatch>,
    key: IdempotencyKey,
    Valid(new): Valid<NewPaperBatch>,
    system: web::Data<System>,
) -> Result<Answer> {
    let codes = system.receipts.draw_many(new.sheets).await?;
    let sealer = system.sealer.clone();
    system
        .db
        .write(move |conn| {
            let now = Utc::now();
            key.once(conn, &sealer, &new, now, |conn| {
                let printed = batches::print(conn, &permit, &new, codes, now)?;
                let subject = Subject::new("paper_batch", printed.batch.id);
                audit::record(conn, &permit.who(), PrintPaperBatch::OPERATION, &subject, "", now)?;
                Ok(printed)
            })
        })
        .await
}

/// A batch.
#[utoipa::path(tag = "papers", params(("id" = PaperBatchId, Path)), responses((status = OK, body = PaperBatch)))]
#[get("/paper-batches/{id}")]
async fn get_paper_batch(
    permit: Permit<GetPaperBatch>,
    Id(id): Id<PaperBatchId>,
    system: web::Data<System>,
) -> Result<Tagged<PaperBatch>> {
    let batch = system.db.read(move |conn| batches::get(conn, &permit, id)).await?;
    Ok(Tagged(batch.version, batch))
}

/// The sheets of a batch, by number: at most 50.
#[utoipa::path(tag = "papers", params(("id" = PaperBatchId, Path)), responses((status = OK, body = Page<PaperSheet>)))]
#[get("/paper-batches/{id}/sheets")]
async fn list_paper_sheets(
    permit: Permit<ListPaperSheets>,
    Id(id): Id<PaperBatchId>,
    system: web::Data<System>,
) -> Result<web::Json<Page<PaperSheet>>> {
    let items = system.db.read(move |conn| sheets::of_batch(conn, &permit, id)).await?;
    Ok(web::Json(Page { items, next: None, total: None }))
}

/// Voids the sheets of a batch that have not come back: their codes will never open anything.
#[utoipa::path(
    tag = "papers", params(("id" = PaperBatchId, Path), IfMatch), request_body = Voiding,
    responses((status = OK, body = PaperBatch))
)]
#[post("/paper-batches/{id}/void")]
async fn void_paper_batch(
    permit: Permit<VoidPaperBatch>,
    Id(id): Id<PaperBatchId>,
    expected: IfMatch,
    Valid(input): Valid<Voiding>,
    system: web::Data<System>,
) -> Result<Tagged<PaperBatch>> {
    let batch = system
        .db
        .write(move |conn| {
            let now = Utc::now();
            let batch = voids::rest(conn, &permit, id, expected, &input.reason, now)?;
            let subject = Subject::new("paper_batch", id);
            audit::record(conn, &permit.who(), VoidPaperBatch::OPERATION, &subject, "", now)?;
            Ok(batch)
        })
        .await?;
    Ok(Tagged(batch.version, batch))
}

/// A sheet, by the number on the part that came back.
#[utoipa::path(tag = "papers", params(("id" = SheetNumber, Path)), responses((status = OK, body = PaperSheet)))]
#[get("/paper-sheets/{id}")]
async fn get_paper_sheet(
    permit: Permit<GetPaperSheet>,
    Id(number): Id<SheetNumber>,
    system: web::Data<System>,
) -> Result<Tagged<PaperSheet>> {
    let sheet = system.db.read(move |conn| sheets::get(conn, &permit, number)).await?;
    Ok(Tagged(sheet.version, sheet))
}

/// Enters what is written on a sheet. The case gets the code that the reporter kept; a sheet is entered once.
#[utoipa::path(
    tag = "papers", params(("id" = SheetNumber, Path), IdempotencyKey), request_body = PaperEntry,
    responses((status = CREATED, body = EnteredPaper))
)]
#[post("/paper-sheets/{id}/enter")]
async fn enter_paper_sheet(
    permit: Permit<EnterPaperSheet>,
    Id(number): Id<SheetNumber>,
    key: IdempotencyKey,
    Valid(entry): Valid<PaperEntry>,
    system: web::Data<System>,
) -> Result<Answer> {
    let sealer = system.sealer.clone();
    system
        .db
        .write(move |conn| {
            let now = Utc::now();
            enter::check(conn, &permit, number)?;
            key.once(conn, &sealer, &entry.clone(), now, |conn| {
                enter::enter(conn, &permit, &sealer, number, entry, now)
            })
        })
        .await
}

/// Voids a sheet that was lost or spoilt: its code will never open anything.
#[utoipa::path(
    tag = "papers", params(("id" = SheetNumber, Path), IfMatch), request_body = Voiding,
    responses((status = OK, body = PaperSheet))
)]
#[post("/paper-sheets/{id}/void")]
async fn void_paper_sheet(
    permit: Permit<VoidPaperSheet>,
    Id(number): Id<SheetNumber>,
    expected: IfMatch,
    Valid(input): Valid<Voiding>,
    system: web::Data<System>,
) -> Result<Tagged<PaperSheet>> {
    let sheet = system
        .db
        .write(move |conn| {
            let now = Utc::now();
            let sheet = voids::one(conn, &permit, number, expected, &input.reason, now)?;
            let subject = Subject::new("paper_sheet", number);
            audit::record(conn, &permit.who(), VoidPaperSheet::OPERATION, &subject, "", now)?;
            Ok(sheet)
        })
        .await?;
    Ok(Tagged(sheet.version, sheet))
}
