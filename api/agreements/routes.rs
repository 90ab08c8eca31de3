//! Agreements over HTTP.

use actix_web::{HttpRequest, HttpResponse, get, patch, post, web};
use chrono::{DateTime, Utc};

use super::input::{AgreementChange, NewAgreement};
use super::list::{self, AgreementQuery};
use super::policy::{
    AttachAgreement, CreateAgreement, GetAgreement, GetAgreementAttachment, ListAgreements, UpdateAgreement,
};
use super::view::{Agreement, AgreementSummary};
use super::{AgreementId, move_routes, moves, render, store};
use crate::app::System;
use crate::attachments::AttachmentId;
use crate::attachments::keeping::{By, Sent, StoredFile, give, keep};
use crate::attachments::routes::FileName;
use crate::attachments::store::{Owner, find as find_file};
use crate::audit::{self, Subject};
use crate::authz::{Action, Permit};
use crate::db::Conn;
use crate::error::Result;
use crate::grievances::view::Attachment;
use crate::http::body::File;
use crate::http::idempotency::Answer;
use crate::http::params::path_part;
use crate::http::{Id, IdempotencyKey, IfMatch, Page, Params, Routes, Tagged, Valid};

pub fn routes(api: &mut impl Routes) {
    api.service(list_agreements)
        .service(create_agreement)
        .service(get_agreement)
        .service(update_agreement)
        .service(attach_agreement)
        .service(get_agreement_attachment);
    move_routes::routes(api);
}

fn subject(id: AgreementId) -> Subject {
    Subject::new("agreement", id)
}

/// The agreements in which the caller's side is named, the latest first; for staff all of their programmes.
#[utoipa::path(tag = "agreements", params(AgreementQuery), responses((status = OK, body = Page<AgreementSummary>)))]
#[get("/agreements")]
async fn list_agreements(
    permit: Permit<ListAgreements>,
    Params(query): Params<AgreementQuery>,
    system: web::Data<System>,
) -> Result<web::Json<Page<AgreementSummary>>> {
    let page = system
        .db
        .read(move |conn| {
            let rows = list::list(conn, &permit, &query)?;
            Page::shown(rows, query.limit(), |row| row.id, |rows| render::summaries(conn, rows))
        })
        .await?;
    Ok(web::Json(page))
}

/// An agreement: its texts, who is to sign it, and who has.
#[utoipa::path(tag = "agreements", params(("id" = AgreementId, Path)), responses((status = OK, body = Agreement)))]
#[get("/agreements/{id}")]
async fn get_agreement(
    permit: Permit<GetAgreement>,
    Id(id): Id<AgreementId>,
    system: web::Data<System>,
) -> Result<Tagged<Agreement>> {
    let agreement = system.db.read(move |conn| render::read(conn, &permit, id)).await?;
    Ok(Tagged(agreement.version, agreement))
}

/// Drafts an agreement and names its sides.
#[utoipa::path(
    tag = "agreements", params(IdempotencyKey), request_body = NewAgreement,
    responses((status = CREATED, body = Agreement))
)]
#[post("/agreements")]
async fn create_agreement(
    permit: Permit<CreateAgreement>,
    key: IdempotencyKey,
    Valid(new): Valid<NewAgreement>,
    system: web::Data<System>,
) -> Result<Answer> {
    let sealer = system.sealer.clone();
    system
        .db
        .write(move |conn| {
            let now = Utc::now();
            key.once(conn, &sealer, &new, now, |conn| {
                let row = store::create(conn, &permit, &new, now)?;
                audit::record(conn, &permit.who(), CreateAgreement::OPERATION, &subject(row.id), "", now)?;
                render::read(conn, &permit, row.id)
            })
        })
        .await
}

/// Writes a draft anew: its title, its text, its sides.
#[utoipa::path(
    tag = "agreements", params(("id" = AgreementId, Path), IfMatch), request_body = AgreementChange,
    responses((status = OK, body = Agreement))
)]
#[patch("/agreements/{id}")]
async fn update_agreement(
    permit: Permit<UpdateAgreement>,
    Id(id): Id<AgreementId>,
    expected: IfMatch,
    Valid(change): Valid<AgreementChange>,
    system: web::Data<System>,
) -> Result<Tagged<Agreement>> {
    changed(&system, permit, id, move |conn, permit, now| moves::update(conn, permit, id, expected, &change, now)).await
}

/// Makes a change of an agreement: it is in the audit trail, and the caller sees what the agreement has become.
pub(super) async fn changed<A, F>(
    system: &System,
    permit: Permit<A>,
    id: AgreementId,
    change: F,
) -> Result<Tagged<Agreement>>
where
    A: Action + Send,
    F: FnOnce(&mut Conn, &Permit<A>, DateTime<Utc>) -> Result<()> + Send + 'static,
{
    let show = move |conn: &mut Conn, permit: &Permit<A>, (), _| render::read(conn, permit, id);
    let agreement = audit::changed(system, permit, subject(id), change, show).await?;
    Ok(Tagged(agreement.version, agreement))
}

/// Adds the scan of a signature to an agreement that can be signed: its bytes, at most 10 MB.
#[utoipa::path(tag = "agreements", params(("id" = AgreementId, Path), FileName, IdempotencyKey),
    request_body(content = File, content_type = "application/octet-stream"), responses((status = CREATED, body = Attachment)))]
#[post("/agreements/{id}/attachments")]
async fn attach_agreement(
    permit: Permit<AttachAgreement>,
    Id(id): Id<AgreementId>,
    key: IdempotencyKey,
    Params(file): Params<FileName>,
    File(bytes): File,
    system: web::Data<System>,
) -> Result<Answer> {
    let by = By { who: permit.who(), account: Some(permit.account()?), operation: AttachAgreement::OPERATION };
    system.db.read(move |conn| moves::takes_scans(&store::find(conn, &permit, id)?)).await?;
    let sent = Sent { name: file.name, bytes };
    keep(&system, Owner::Agreement(id), by, key, sent, |row| Ok(row.view())).await
}

/// The scan of a signature.
#[utoipa::path(tag = "agreements", params(("id" = AgreementId, Path), ("attachment_id" = AttachmentId, Path)),
    responses(StoredFile))]
#[get("/agreements/{id}/attachments/{attachment_id}")]
async fn get_agreement_attachment(
    permit: Permit<GetAgreementAttachment>,
    Id(id): Id<AgreementId>,
    request: HttpRequest,
    system: web::Data<System>,
) -> Result<HttpResponse> {
    let attachment = path_part(&request, "attachment_id")?;
    let row = system
        .db
        .read(move |conn| {
            let row = store::find(conn, &permit, id)?;
            find_file(conn, Owner::Agreement(row.id), attachment)
        })
        .await?;
    give(&system, row).await
}
