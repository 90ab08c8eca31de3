//! Sites over HTTP.

use actix_web::{get, patch, post, web};
use chrono::Utc;
use serde::Deserialize;
use utoipa::IntoParams;
use validator::Validate;

use super::input::{NewSite, SiteChange};
use super::policy::{CreateSite, GetSite, ListSites, UpdateSite};
use super::store::{self, SiteRow, Wanted};
use super::{Site, SiteId};
use crate::app::System;
use crate::audit::{self, Subject};
use crate::authz::{Action, Permit};
use crate::error::Result;
use crate::http::idempotency::Answer;
use crate::http::{Cursor, Id, IdempotencyKey, IfMatch, Page, Params, Routes, Tagged, Valid, page};
use crate::organisations::OrganisationId;

pub fn routes(api: &mut impl Routes) {
    api.service(list_sites).service(get_site).service(create_site).service(update_site);
}

/// Which sites to list.
#[derive(Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct SiteQuery {
    /// Only those of this company.
    pub organisation_id: Option<OrganisationId>,
    /// Part of a name, of the licence number or of the mineral, in any letter case.
    #[validate(length(min = 1, max = 100))]
    #[param(min_length = 1, max_length = 100)]
    pub q: Option<String>,
    /// `next` of the page before.
    #[param(value_type = Option<Cursor>)]
    pub after: Option<Cursor>,
    #[validate(range(min = 1, max = 100))]
    #[param(minimum = 1, maximum = 100, default = 25)]
    pub limit: Option<i64>,
}

/// The sites.
#[utoipa::path(tag = "sites", params(SiteQuery), responses((status = OK, body = Page<Site>)))]
#[get("/sites")]
async fn list_sites(
    permit: Permit<ListSites>,
    Params(query): Params<SiteQuery>,
    system: web::Data<System>,
) -> Result<web::Json<Page<Site>>> {
    let SiteQuery { organisation_id: organisation, q: words, after, limit } = query;
    let limit = limit.unwrap_or(page::USUAL);
    let role = permit.role();
    let wanted = Wanted { organisation, words, after, limit };
    let rows = system.db.read(move |conn| store::list(conn, &permit, wanted)).await?;
    let cursor = |row: &SiteRow| Cursor::by_id(row.id);
    Ok(web::Json(Page::of(rows, limit, cursor, |row| Site::of(row, role))))
}

/// A site.
#[utoipa::path(tag = "sites", params(("id" = SiteId, Path)), responses((status = OK, body = Site)))]
#[get("/sites/{id}")]
async fn get_site(permit: Permit<GetSite>, Id(id): Id<SiteId>, system: web::Data<System>) -> Result<Tagged<Site>> {
    let role = permit.role();
    let row = system.db.read(move |conn| store::get(conn, &permit, id)).await?;
    Ok(Tagged(row.version, Site::of(row, role)))
}

/// Adds a site.
#[utoipa::path(tag = "sites", params(IdempotencyKey), request_body = NewSite, responses((status = CREATED, body = Site)))]
#[post("/sites")]
async fn create_site(
    permit: Permit<CreateSite>,
    key: IdempotencyKey,
    Valid(new): Valid<NewSite>,
    system: web::Data<System>,
) -> Result<Answer> {
    let sealer = system.sealer.clone();
    system
        .db
        .write(move |conn| {
            let now = Utc::now();
            key.once(conn, &sealer, &new, now, |conn| {
                let row = new.clone().row(conn)?;
                let row = store::create(conn, &permit, &row)?;
                audit::record(conn, &permit.who(), CreateSite::OPERATION, &Subject::new("site", row.id), "", now)?;
                Ok(Site::of(row, permit.role()))
            })
        })
        .await
}

/// Changes a site. Its company stays.
#[utoipa::path(
    tag = "sites", params(("id" = SiteId, Path), IfMatch), request_body = SiteChange,
    responses((status = OK, body = Site))
)]
#[patch("/sites/{id}")]
async fn update_site(
    permit: Permit<UpdateSite>,
    Id(id): Id<SiteId>,
    expected: IfMatch,
    Valid(change): Valid<SiteChange>,
    system: web::Data<System>,
) -> Result<Tagged<Site>> {
    let role = permit.role();
    let row = system
        .db
        .write(move |conn| {
            let changes = change.changes(conn)?;
            let row = store::update(conn, &permit, id, expected, &changes)?;
            audit::record(conn, &permit.who(), UpdateSite::OPERATION, &Subject::new("site", id), "", Utc::now())?;
            Ok(row)
        })
        .await?;
    Ok(Tagged(row.version, Site::of(row, role)))
}
