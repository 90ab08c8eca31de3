//! Published calls over HTTP, for everybody.

use actix_web::{HttpRequest, HttpResponse, get, web};
use chrono::Utc;

use super::list::{self, GrantCallQuery};
use super::view::{PublicGrantCall, PublicGrantCallSummary};
use super::{GrantCallId, render};
use crate::app::System;
use crate::error::Result;
use crate::http::public::{self, Keep};
use crate::http::{Cursor, Id, Page, Params, Routes};

pub fn routes(api: &mut impl Routes) {
    api.service(list_public_grant_calls).service(get_public_grant_call);
}

/// The calls for grants that were published, the latest first.
#[utoipa::path(
    tag = "grant calls", params(GrantCallQuery),
    responses(
        (status = OK, body = Page<PublicGrantCallSummary>, headers(("etag" = String), ("cache-control" = String))),
        (status = NOT_MODIFIED, description = "As `if-none-match` names it"),
    )
)]
#[get("/public-grant-calls")]
async fn list_public_grant_calls(
    request: HttpRequest,
    Params(query): Params<GrantCallQuery>,
    system: web::Data<System>,
) -> Result<HttpResponse> {
    let page = system
        .db
        .read(move |conn| {
            let now = Utc::now();
            let rows = list::published(conn, &query, now)?;
            Ok(Page::of(rows, query.limit(), |row| Cursor::by_id(row.id), |row| render::public_summary(row, now)))
        })
        .await?;
    public::answer(&request, &page, Keep::Checked)
}

/// A published call: what it asks, and by what applications are judged.
#[utoipa::path(
    tag = "grant calls", params(("id" = GrantCallId, Path)),
    responses(
        (status = OK, body = PublicGrantCall, headers(("etag" = String), ("cache-control" = String))),
        (status = NOT_MODIFIED, description = "As `if-none-match` names it"),
    )
)]
#[get("/public-grant-calls/{id}")]
async fn get_public_grant_call(
    request: HttpRequest,
    Id(id): Id<GrantCallId>,
    system: web::Data<System>,
) -> Result<HttpResponse> {
    let call = system.db.read(move |conn| render::public(conn, id, Utc::now())).await?;
    public::answer(&request, &call, Keep::Checked)
}
