//! What shows that a promise was kept, over HTTP.

use actix_web::{HttpRequest, HttpResponse, get, post, web};

use super::input::CommitmentEvidence;
use super::policy::{AttachCommitment, GetCommitmentAttachment, HideCommitmentAttachment, ShowCommitmentAttachment};
use super::routes::changed;
use super::view::{Commitment, CommitmentAttachment};
use super::{CommitmentId, evidence, store};
use crate::app::System;
use crate::attachments::AttachmentId;
use crate::attachments::keeping::{By, Sent, StoredFile, give, keep};
use crate::attachments::routes::FileName;
use crate::attachments::store::{Owner, find};
use crate::authz::{Action, Permit};
use crate::error::Result;
use crate::http::body::File;
use crate::http::idempotency::Answer;
use crate::http::params::path_part;
use crate::http::{Id, IdempotencyKey, IfMatch, Params, Routes, Tagged, Valid};

pub fn routes(api: &mut impl Routes) {
    api.service(attach_commitment)
        .service(get_commitment_attachment)
        .service(show_commitment_attachment)
        .service(hide_commitment_attachment);
}

/// Adds a file that shows that a promise was kept: its bytes, at most 10 MB. Of a photo nothing is kept in sight but its
/// picture.
#[utoipa::path(tag = "commitments", params(("id" = CommitmentId, Path), FileName, IdempotencyKey),
    request_body(content = File, content_type = "application/octet-stream"),
    responses((status = CREATED, body = CommitmentAttachment)))]
#[post("/commitments/{id}/attachments")]
async fn attach_commitment(
    permit: Permit<AttachCommitment>,
    Id(id): Id<CommitmentId>,
    key: IdempotencyKey,
    Params(file): Params<FileName>,
    File(bytes): File,
    system: web::Data<System>,
) -> Result<Answer> {
    let by = By { who: permit.who(), account: Some(permit.account()?), operation: AttachCommitment::OPERATION };
    system.db.read(move |conn| evidence::check(conn, &permit, id)).await?;
    let sent = Sent { name: file.name, bytes };
    keep(&system, Owner::Commitment(id), by, key, sent, |row| Ok(evidence::view(row))).await
}

/// A file of a commitment.
#[utoipa::path(tag = "commitments", params(("id" = CommitmentId, Path), ("attachment_id" = AttachmentId, Path)),
    responses(StoredFile))]
#[get("/commitments/{id}/attachments/{attachment_id}")]
async fn get_commitment_attachment(
    permit: Permit<GetCommitmentAttachment>,
    Id(id): Id<CommitmentId>,
    request: HttpRequest,
    system: web::Data<System>,
) -> Result<HttpResponse> {
    let attachment = path_part(&request, "attachment_id")?;
    let row = system
        .db
        .read(move |conn| {
            let row = store::find(conn, &permit, id)?;
            find(conn, Owner::Commitment(row.id), attachment)
        })
        .await?;
    give(&system, row).await
}

/// Lets everybody see a photo with the published commitment. Whoever does this has looked that it shows nobody's face.
#[utoipa::path(
    tag = "commitments", params(("id" = CommitmentId, Path), IfMatch), request_body = CommitmentEvidence,
    responses((status = OK, body = Commitment))
)]
#[post("/commitments/{id}/show-evidence")]
async fn show_commitment_attachment(
    permit: Permit<ShowCommitmentAttachment>,
    Id(id): Id<CommitmentId>,
    expected: IfMatch,
    Valid(CommitmentEvidence { attachment_id }): Valid<CommitmentEvidence>,
    system: web::Data<System>,
) -> Result<Tagged<Commitment>> {
    let shown = (attachment_id, true);
    changed(&system, permit, id, move |conn, permit, now| evidence::show(conn, permit, id, expected, shown, now)).await
}

/// Takes a photo back from what everybody sees.
#[utoipa::path(
    tag = "commitments", params(("id" = CommitmentId, Path), IfMatch), request_body = CommitmentEvidence,
    responses((status = OK, body = Commitment))
)]
#[post("/commitments/{id}/hide-evidence")]
async fn hide_commitment_attachment(
    permit: Permit<HideCommitmentAttachment>,
    Id(id): Id<CommitmentId>,
    expected: IfMatch,
    Valid(CommitmentEvidence { attachment_id }): Valid<CommitmentEvidence>,
    system: web::Data<System>,
) -> Result<Tagged<Commitment>> {
    let hidden = (attachment_id, false);
    changed(&system, permit, id, move |conn, permit, now| evidence::show(conn, permit, id, expected, hidden, now)).await
}
