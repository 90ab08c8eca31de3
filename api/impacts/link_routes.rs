//! What an impact comes from and where it is dealt with, over HTTP.

use actix_web::{get, post, web};

use super::input::{ImpactCase, ImpactSourceRemoval, NewImpactSource};
use super::policy::{
    AddImpactSource, LinkImpactGrievance, ListGrievanceImpacts, RemoveImpactSource, UnlinkImpactGrievance,
};
use super::routes::changed;
use super::view::{Impact, ImpactSummary};
use super::{ImpactId, links, render, sources};
use crate::app::System;
use crate::authz::Permit;
use crate::error::Result;
use crate::grievances::GrievanceId;
use crate::http::{Id, IfMatch, Page, Routes, Tagged, Valid};

pub fn routes(api: &mut impl Routes) {
    api.service(add_impact_source)
        .service(remove_impact_source)
        .service(link_impact_grievance)
        .service(unlink_impact_grievance)
        .service(list_grievance_impacts);
}

/// Adds something that an impact is known from.
#[utoipa::path(
    tag = "impacts", params(("id" = ImpactId, Path), IfMatch), request_body = NewImpactSource,
    responses((status = OK, body = Impact))
)]
#[post("/impacts/{id}/sources")]
async fn add_impact_source(
    permit: Permit<AddImpactSource>,
    Id(id): Id<ImpactId>,
    expected: IfMatch,
    Valid(source): Valid<NewImpactSource>,
    system: web::Data<System>,
) -> Result<Tagged<Impact>> {
    changed(&system, permit, id, move |conn, permit, now| sources::add_to(conn, permit, id, expected, &source, now))
        .await
}

/// Takes something away that an impact was said to be known from.
#[utoipa::path(
    tag = "impacts", params(("id" = ImpactId, Path), IfMatch), request_body = ImpactSourceRemoval,
    responses((status = OK, body = Impact))
)]
#[post("/impacts/{id}/remove-source")]
async fn remove_impact_source(
    permit: Permit<RemoveImpactSource>,
    Id(id): Id<ImpactId>,
    expected: IfMatch,
    Valid(removal): Valid<ImpactSourceRemoval>,
    system: web::Data<System>,
) -> Result<Tagged<Impact>> {
    changed(&system, permit, id, move |conn, permit, now| sources::remove(conn, permit, id, expected, &removal, now))
        .await
}

/// Notes that an impact is dealt with in a case.
#[utoipa::path(
    tag = "impacts", params(("id" = ImpactId, Path), IfMatch), request_body = ImpactCase,
    responses((status = OK, body = Impact))
)]
#[post("/impacts/{id}/link-grievance")]
async fn link_impact_grievance(
    permit: Permit<LinkImpactGrievance>,
    Id(id): Id<ImpactId>,
    expected: IfMatch,
    Valid(case): Valid<ImpactCase>,
    system: web::Data<System>,
) -> Result<Tagged<Impact>> {
    changed(&system, permit, id, move |conn, permit, now| links::link(conn, permit, id, expected, &case, now)).await
}

/// Notes that an impact is not dealt with in a case.
#[utoipa::path(
    tag = "impacts", params(("id" = ImpactId, Path), IfMatch), request_body = ImpactCase,
    responses((status = OK, body = Impact))
)]
#[post("/impacts/{id}/unlink-grievance")]
async fn unlink_impact_grievance(
    permit: Permit<UnlinkImpactGrievance>,
    Id(id): Id<ImpactId>,
    expected: IfMatch,
    Valid(case): Valid<ImpactCase>,
    system: web::Data<System>,
) -> Result<Tagged<Impact>> {
    changed(&system, permit, id, move |conn, permit, now| links::unlink(conn, permit, id, expected, &case, now)).await
}

/// The impacts that are dealt with in a case or, for staff, known from it; of those within the caller's reach.
#[utoipa::path(
    tag = "impacts", params(("id" = GrievanceId, Path)), responses((status = OK, body = Page<ImpactSummary>))
)]
#[get("/grievances/{id}/impacts")]
async fn list_grievance_impacts(
    permit: Permit<ListGrievanceImpacts>,
    Id(id): Id<GrievanceId>,
    system: web::Data<System>,
) -> Result<web::Json<Page<ImpactSummary>>> {
    let items = system
        .db
        .read(move |conn| {
            let rows = links::of_case(conn, &permit, id)?;
            render::summaries(conn, &permit, rows)
        })
        .await?;
    Ok(web::Json(Page { items, next: None, total: None }))
}
