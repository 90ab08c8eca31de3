//! Sending and fetching files.

use std::collections::{BTreeMap, BTreeSet};

use actix_web::http::header::{
    CACHE_CONTROL, CONTENT_TYPE, Charset, ContentDisposition, DispositionParam, DispositionType, ExtendedValue,
};
use actix_web::web::Bytes;
use actix_web::{HttpRequest, HttpResponse, get, post, web};
use chrono::Utc;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use strum::VariantArray;
use utoipa::openapi::{ContentBuilder, RefOr, Response, ResponseBuilder};
use utoipa::{IntoParams, IntoResponses, PartialSchema};
use validator::Validate;

use super::AttachmentId;
use super::clean::Clean;
use super::files::Part;
use super::kind::{FileClass, Kind};
use super::policy::{AttachGrievance, GetAttachment};
use super::store::{self, AttachmentRow};
use crate::accounts::AccountId;
use crate::app::System;
use crate::audit::{self, Subject};
use crate::authz::{Action, Permit, Reporter, Who};
use crate::error::{ApiError, Result};
use crate::grievances::GrievanceId;
use crate::grievances::store::{Case, find, find_own};
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
    keep(&system, case, by, key, file.name, bytes).await
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
    keep(&system, case, by, key, file.name, bytes).await
}

struct By {
    who: Who,
    account: Option<AccountId>,
    operation: &'static str,
}

/// Puts the file in its place first and notes it second: what is noted is there. What is not noted after all (the same
/// request was answered before, or the case has too many files) is taken back.
async fn keep(
    system: &web::Data<System>,
    case: Case,
    by: By,
    key: IdempotencyKey,
    name: Option<String>,
    sent: Bytes,
) -> Result<Answer> {
    let request = (name.clone(), hex::encode(Sha256::digest(&sent)));
    let file = system.cleaner.clean(sent).await?;
    let now = Utc::now();
    let id = AttachmentId::at(now);
    put(system, id, &file).await?;
    let row = AttachmentRow::new(id, &case, name.as_deref().unwrap_or_default(), &file, by.account, now);
    let shared = system.clone();
    let noted = system
        .db
        .write(move |conn| {
            let mut is_new = false;
            let answer = key.once(conn, &shared.sealer, &request, now, |conn| {
                is_new = true;
                let attachment = store::add(conn, &row)?;
                let subject = Subject::new("grievance", row.grievance_id);
                audit::record(conn, &by.who, by.operation, &subject, attachment.id.as_str(), now)?;
                Ok(attachment)
            })?;
            Ok((answer, is_new))
        })
        .await;
    match noted {
        Ok((answer, true)) => Ok(answer),
        Ok((answer, false)) => {
            system.files.discard(id).await;
            Ok(answer)
        }
        Err(error) => {
            system.files.discard(id).await;
            Err(error)
        }
    }
}

async fn put(system: &System, id: AttachmentId, file: &Clean) -> Result<()> {
    if let Some(original) = &file.original {
        system.files.put(id, Part::Original, original).await?;
    }
    system.files.put(id, Part::Shown, &file.bytes).await
}

/// A file as it is stored, of one of the kinds that are taken.
struct StoredFile;

impl IntoResponses for StoredFile {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        let types: BTreeSet<&str> = Kind::VARIANTS.iter().map(|kind| kind.media_type()).collect();
        let content = || ContentBuilder::new().schema(Some(File::schema())).build();
        let response = types
            .into_iter()
            .fold(ResponseBuilder::new(), |response, media_type| response.content(media_type, content()));
        BTreeMap::from([("200".into(), response.build().into())])
    }
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
            store::find(conn, case.id, attachment)
        })
        .await?;
    if row.class() == FileClass::Recording {
        note_listening(&system, who, &row).await?;
    }
    give(&system, row).await
}

async fn note_listening(system: &System, who: Who, row: &AttachmentRow) -> Result<()> {
    let (case, attachment) = (row.grievance_id, row.id);
    system
        .db
        .write(move |conn| {
            let subject = Subject::new("grievance", case);
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

/// Only our own re-encoded pictures are shown in a page; everything else is a download.
async fn give(system: &System, row: AttachmentRow) -> Result<HttpResponse> {
    let bytes = system.files.get(row.id, Part::Shown).await?;
    let disposition = match row.class() {
        FileClass::Photo => DispositionType::Inline,
        FileClass::Recording | FileClass::Paper => DispositionType::Attachment,
    };
    let name = ExtendedValue { charset: Charset::Ext("UTF-8".into()), language_tag: None, value: row.name.into() };
    let disposition = ContentDisposition { disposition, parameters: vec![DispositionParam::FilenameExt(name)] };
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, row.media_type))
        .insert_header(disposition)
        .insert_header((CACHE_CONTROL, "private, no-store"))
        .insert_header(("content-security-policy", "default-src 'none'; sandbox"))
        .body(bytes))
}
