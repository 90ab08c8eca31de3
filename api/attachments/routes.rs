//! Sending and fetching files.

use actix_web::{HttpRequest, HttpResponse, get, post, web};
use chrono::Utc;
use serde::Deserialize;
use utoipa::IntoParams;
use validator::Validate;

use super::AttachmentId;
use super::keeping::{By, Sent, StoredFile, give, keep};
use super::kind::FileClass;
use super::policy::{AttachGrievance, GetAttachment};
use super::store::{self, AttachmentRow, Owner};
use crate::app::System;
use crate::audit;
use crate::authz::{Action, Permit, Reporter, Who};
use crate::error::{ApiError, Result};
use crate::grievances::GrievanceId;
use crate::grievances::store::{find, find_own};
use crate::grievances::view::Attachment;
use crate::http::body::File;
use crate::http::idempotency::Answer;
use crate::http::params::path_part;
use crate::http::{Id, IdempotencyKey, Params, Routes};

pub fn routes(api: &mut impl Routes) {
    api.service(attach_grievance).service(get_attachment).service(attach_my_case).service(get_my_attachment);
}

/// What the file is called.
#[derive(Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct FileName {
    #[validate(length(min = 1, max = 200))]
    #[param(min_length = 1, max_length = 200)]
    pub name: Option<String>,
}

/// Adds a file to a case: its bytes, at most 10 MB.
#[utoipa::path(tag = "grievances", params(("id" = GrievanceId, Path), FileName, IdempotencyKey),
    request_body(content = File, content_type = "application/octet-stream"), responses((status = CREATED, body = Attachment)))]
#[post("/grievances/{id}/attachments")]
async fn attach_grievance(
    permit: Permit<AttachGrievance>,
    Id(id): Id<GrievanceId>,
    key: IdempotencyKey,
    Params(file): Params<FileName>,
    File(bytes): File,
    system: web::Data<System>,
) -> Result<Answer> {
    let by = By { who: permit.who(), account: Some(permit.account()?), operation: AttachGrievance::OPERATION };
    let case = system.db.read(move |conn| find(conn, &permit, id)).await?;
    let sent = Sent { name: file.name, bytes };
    keep(&system, Owner::Case(case.id), by, key, sent, |row| Ok(row.view())).await
}

/// Adds a file to the opened case: its bytes, at most 10 MB.
#[utoipa::path(tag = "my case", params(FileName, IdempotencyKey),
    request_body(content = File, content_type = "application/octet-stream"), responses((status = CREATED, body = Attachment)))]
#[post("/my-case/attachments")]
async fn attach_my_case(
    reporter: Reporter,
    key: IdempotencyKey,
    Params(file): Params<FileName>,
    File(bytes): File,
    system: web::Data<System>,
) -> Result<Answer> {
    let by = By { who: Reporter::who(), account: None, operation: "attach_my_case" };
    let case = system.db.read(move |conn| find_own(conn, &reporter)).await?;
    if !case.state.is_open() {
        return Err(ApiError::Conflict("case_ended"));
    }
    let sent = Sent { name: file.name, bytes };
    keep(&system, Owner::Case(case.id), by, key, sent, |row| Ok(row.view())).await
}

/// A file of a case. Who fetches a recording is noted: a voice tells who speaks.
#[utoipa::path(tag = "grievances", params(("id" = GrievanceId, Path), ("attachment_id" = AttachmentId, Path)),
    responses(StoredFile))]
#[get("/grievances/{id}/attachments/{attachment_id}")]
async fn get_attachment(
    permit: Permit<GetAttachment>,
    Id(id): Id<GrievanceId>,
    request: HttpRequest,
    system: web::Data<System>,
) -> Result<HttpResponse> {
    let attachment = path_part(&request, "attachment_id")?;
    let who = permit.who();
    let row = system
        .db
        .read(move |conn| {
            let case = find(conn, &permit, id)?;
            store::find(conn, Owner::Case(case.id), attachment)
        })
        .await?;
    if row.class() == FileClass::Recording {
        note_listening(&system, who, &row).await?;
    }
    give(&system, row).await
}

async fn note_listening(system: &System, who: Who, row: &AttachmentRow) -> Result<()> {
    let (subject, attachment) = (row.owner()?.subject(), row.id);
    system
        .db
        .write(move |conn| {
            audit::record(conn, &who, GetAttachment::OPERATION, &subject, attachment.as_str(), Utc::now())
        })
        .await
}

/// A file that the reporter sent.
#[utoipa::path(tag = "my case", params(("id" = AttachmentId, Path)),
    responses(StoredFile))]
#[get("/my-case/attachments/{id}")]
async fn get_my_attachment(
    reporter: Reporter,
    Id(id): Id<AttachmentId>,
    system: web::Data<System>,
) -> Result<HttpResponse> {
    let row = system.db.read(move |conn| store::find_own(conn, reporter.case(), id)).await?;
    give(&system, row).await
}
