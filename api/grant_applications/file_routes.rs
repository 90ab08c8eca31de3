//! Files of an application over HTTP.

use actix_web::{HttpRequest, HttpResponse, get, post, web};
use chrono::Utc;

use super::policy::{AttachGrantApplication, GetGrantApplicationAttachment};
use super::{GrantApplicationId, save, store};
use crate::app::System;
use crate::attachments::AttachmentId;
use crate::attachments::keeping::{By, Sent, StoredFile, give, keep};
use crate::attachments::routes::FileName;
use crate::attachments::store::{Owner, find};
use crate::authz::{Action, Permit};
use crate::error::Result;
use crate::grievances::view::Attachment;
use crate::http::body::File;
use crate::http::idempotency::Answer;
use crate::http::params::path_part;
use crate::http::{Id, IdempotencyKey, Params, Routes};

pub fn routes(api: &mut impl Routes) {
    api.service(attach_grant_application).service(get_grant_application_attachment);
}

/// Adds a file to an application that can be written: its bytes, at most 10 MB. An answer to a question then names it.
#[utoipa::path(tag = "grant applications", params(("id" = GrantApplicationId, Path), FileName, IdempotencyKey),
    request_body(content = File, content_type = "application/octet-stream"), responses((status = CREATED, body = Attachment)))]
#[post("/grant-applications/{id}/attachments")]
async fn attach_grant_application(
    permit: Permit<AttachGrantApplication>,
    Id(id): Id<GrantApplicationId>,
    key: IdempotencyKey,
    Params(file): Params<FileName>,
    File(bytes): File,
    system: web::Data<System>,
) -> Result<Answer> {
    let by = By { who: permit.who(), account: Some(permit.account()?), operation: AttachGrantApplication::OPERATION };
    system.db.read(move |conn| save::check(conn, &permit, id, Utc::now())).await?;
    let sent = Sent { name: file.name, bytes };
    keep(&system, Owner::GrantApplication(id), by, key, sent, |row| Ok(row.view())).await
}

/// A file of an application.
#[utoipa::path(tag = "grant applications",
    params(("id" = GrantApplicationId, Path), ("attachment_id" = AttachmentId, Path)), responses(StoredFile))]
#[get("/grant-applications/{id}/attachments/{attachment_id}")]
async fn get_grant_application_attachment(
    permit: Permit<GetGrantApplicationAttachment>,
    Id(id): Id<GrantApplicationId>,
    request: HttpRequest,
    system: web::Data<System>,
) -> Result<HttpResponse> {
    let attachment = path_part(&request, "attachment_id")?;
    let row = system
        .db
        .read(move |conn| {
            let row = store::find(conn, &permit, id)?;
            find(conn, Owner::GrantApplication(row.id), attachment)
        })
        .await?;
    give(&system, row).await
}
