//! Keeping a file that was sent, and giving it out.

use std::collections::{BTreeMap, BTreeSet};

use actix_web::http::header::{
    CACHE_CONTROL, CONTENT_TYPE, Charset, ContentDisposition, DispositionParam, DispositionType, ExtendedValue,
};
use actix_web::web::Bytes;
use actix_web::{HttpResponse, web};
use chrono::Utc;
use serde::Serialize;
use sha2::{Digest, Sha256};
use strum::VariantArray;
use utoipa::openapi::{ContentBuilder, RefOr, Response, ResponseBuilder};
use utoipa::{IntoResponses, PartialSchema};

use super::AttachmentId;
use super::clean::Clean;
use super::files::Part;
use super::kind::{FileClass, Kind};
use super::store::{self, AttachmentRow, Owner};
use crate::accounts::AccountId;
use crate::app::System;
use crate::audit;
use crate::authz::Who;
use crate::error::Result;
use crate::http::IdempotencyKey;
use crate::http::body::File;
use crate::http::idempotency::Answer;

/// Who sends a file; without an account, the reporter of the case.
pub struct By {
    pub who: Who,
    pub account: Option<AccountId>,
    pub operation: &'static str,
}

/// What was sent.
pub struct Sent {
    pub name: Option<String>,
    pub bytes: Bytes,
}

/// Puts the file in its place first and notes it second: what is noted is there. What is not noted after all (the same
/// request was answered before, or its owner has too many files) is taken back.
pub async fn keep<T: Serialize>(
    system: &web::Data<System>,
    owner: Owner,
    by: By,
    key: IdempotencyKey,
    Sent { name, bytes }: Sent,
    view: impl FnOnce(AttachmentRow) -> Result<T> + Send + 'static,
) -> Result<Answer> {
    let request = (name.clone(), hex::encode(Sha256::digest(&bytes)));
    let file = system.cleaner.clean(bytes).await?;
    let now = Utc::now();
    let id = AttachmentId::at(now);
    put(system, id, &file).await?;
    let row = AttachmentRow::new(id, owner, name.as_deref().unwrap_or_default(), &file, by.account, now);
    let shared = system.clone();
    let noted = system
        .db
        .write(move |conn| {
            let mut is_new = false;
            let answer = key.once(conn, &shared.sealer, &request, now, |conn| {
                is_new = true;
                let row = store::add(conn, owner, &row)?;
                audit::record(conn, &by.who, by.operation, &owner.subject(), row.id.as_str(), now)?;
                view(row)
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
pub struct StoredFile;

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

/// Only our own re-encoded pictures are shown in a page; everything else is a download.
pub async fn give(system: &System, row: AttachmentRow) -> Result<HttpResponse> {
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
