//! Hearing back and publishing over HTTP, and what was published.

use actix_web::{get, post, web};

use super::input::{HearingBack, Publishing};
use super::published;
use super::view::PublishedFocusGroup;
use crate::app::System;
use crate::authz::Permit;
use crate::error::Result;
use crate::focus_groups::FocusGroupId;
use crate::focus_groups::policy::{ListPublishedFocusGroups, PublishFocusGroup, ValidateFocusGroup};
use crate::focus_groups::routes::changed;
use crate::focus_groups::view::FocusGroup;
use crate::http::{Id, IfMatch, Page, PageQuery, Params, Routes, Tagged, Valid};

pub fn routes(api: &mut impl Routes) {
    api.service(validate_focus_group).service(publish_focus_group).service(list_published_focus_groups);
}

/// Notes that the people heard what was made of their words. It confirms the impacts that were only reported.
#[utoipa::path(
    tag = "focus groups", params(("id" = FocusGroupId, Path), IfMatch), request_body = HearingBack,
    responses((status = OK, body = FocusGroup), (status = CONFLICT))
)]
#[post("/focus-groups/{id}/validate")]
async fn validate_focus_group(
    permit: Permit<ValidateFocusGroup>,
    Id(id): Id<FocusGroupId>,
    expected: IfMatch,
    Valid(body): Valid<HearingBack>,
    system: web::Data<System>,
) -> Result<Tagged<FocusGroup>> {
    changed(&system, permit, id, move |conn, permit, now| super::validate(conn, permit, id, expected, &body, now)).await
}

/// Publishes what names nobody: kind, month, district, counts of five and more, chosen impacts and quotes.
#[utoipa::path(
    tag = "focus groups", params(("id" = FocusGroupId, Path), IfMatch), request_body = Publishing,
    responses((status = OK, body = FocusGroup), (status = CONFLICT))
)]
#[post("/focus-groups/{id}/publish")]
async fn publish_focus_group(
    permit: Permit<PublishFocusGroup>,
    Id(id): Id<FocusGroupId>,
    expected: IfMatch,
    Valid(body): Valid<Publishing>,
    system: web::Data<System>,
) -> Result<Tagged<FocusGroup>> {
    changed(&system, permit, id, move |conn, permit, now| super::publish(conn, permit, id, expected, &body, now)).await
}

/// What was published of groups at the caller's sites, in the caller's territory or places; the latest first.
#[utoipa::path(
    tag = "focus groups", params(PageQuery), responses((status = OK, body = Page<PublishedFocusGroup>))
)]
#[get("/published-focus-groups")]
async fn list_published_focus_groups(
    permit: Permit<ListPublishedFocusGroups>,
    Params(query): Params<PageQuery>,
    system: web::Data<System>,
) -> Result<web::Json<Page<PublishedFocusGroup>>> {
    let page = system
        .db
        .read(move |conn| {
            let rows = published::list(conn, &permit, query.after.as_ref(), query.limit())?;
            Page::shown(rows, query.limit(), |row| row.id, |rows| published::views(conn, &permit, rows))
        })
        .await?;
    Ok(web::Json(page))
}
