//! Published promises over HTTP, for everybody.

use actix_web::{HttpRequest, HttpResponse, get, web};
use chrono::Utc;
use serde::Deserialize;
use utoipa::IntoParams;
use validator::Validate;

use super::store::{self, Wanted};
use super::view::PromiseBoard;
use crate::app::System;
use crate::attachments::AttachmentId;
use crate::attachments::keeping::{StoredFile, give};
use crate::attachments::store::{Owner, find};
use crate::error::Result;
use crate::http::page::{MOST, USUAL};
use crate::http::public::{self, Keep};
use crate::http::{Cursor, Id, Params, Routes};
use crate::sites::SiteId;

pub fn routes(api: &mut impl Routes) {
    api.service(list_promises).service(get_promise_photo);
}

/// Which promises to list.
#[derive(Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PromiseQuery {
    #[param(value_type = Option<String>, format = Uuid)]
    pub site_id: Option<SiteId>,
    /// `next` of the page before.
    #[param(value_type = Option<Cursor>)]
    pub after: Option<Cursor>,
    #[validate(range(min = 1, max = MOST))]
    #[param(minimum = 1, maximum = 100, default = 25)]
    pub limit: Option<i64>,
}

/// What was promised and published: of each site how many were kept, and the promises themselves.
#[utoipa::path(
    tag = "promises", params(PromiseQuery),
    responses(
        (status = OK, body = PromiseBoard, headers(("etag" = String), ("cache-control" = String))),
        (status = NOT_MODIFIED, description = "As `if-none-match` names it"),
    )
)]
#[get("/promises")]
async fn list_promises(
    request: HttpRequest,
    Params(query): Params<PromiseQuery>,
    system: web::Data<System>,
) -> Result<HttpResponse> {
    let PromiseQuery { site_id: site, after, limit } = query;
    let wanted = Wanted { site, after, limit: limit.unwrap_or(USUAL) };
    let board = system.db.read(move |conn| store::board(conn, &wanted, Utc::now())).await?;
    public::answer(&request, &board, Keep::Checked)
}

/// A photo of a published promise that everybody may see.
#[utoipa::path(tag = "promises", params(("id" = AttachmentId, Path)), responses(StoredFile))]
#[get("/promises/photos/{id}")]
async fn get_promise_photo(Id(id): Id<AttachmentId>, system: web::Data<System>) -> Result<HttpResponse> {
    let row = system
        .db
        .read(move |conn| {
            let owner = store::of_photo(conn, id)?;
            find(conn, Owner::Commitment(owner), id)
        })
        .await?;
    give(&system, row).await
}
