//! Programmes over HTTP.

use actix_web::{get, patch, post, web};
use chrono::Utc;

use super::input::{NewProgramme, ProgrammeChange, check_areas};
use super::policy::{CreateProgramme, GetProgramme, ListProgrammes, UpdateProgramme};
use super::store::{self, Whole};
use super::{Programme, ProgrammeId};
use crate::app::System;
use crate::audit::{self, Subject};
use crate::authz::{Action, Permit};
use crate::error::Result;
use crate::http::idempotency::Answer;
use crate::http::{Cursor, Id, IdempotencyKey, IfMatch, Page, PageQuery, Params, Routes, Tagged, Valid};

pub fn routes(api: &mut impl Routes) {
    api.service(list_programmes).service(get_programme).service(create_programme).service(update_programme);
}

/// The programmes, past, running and planned, the newest first.
#[utoipa::path(tag = "programmes", params(PageQuery), responses((status = OK, body = Page<Programme>)))]
#[get("/programmes")]
async fn list_programmes(
    permit: Permit<ListProgrammes>,
    Params(query): Params<PageQuery>,
    system: web::Data<System>,
) -> Result<web::Json<Page<Programme>>> {
    let limit = query.limit();
    let role = permit.role();
    let rows = system.db.read(move |conn| store::list(conn, &permit, query.after, limit)).await?;
    let cursor = |(row, _): &Whole| Cursor::by_id(row.id);
    Ok(web::Json(Page::of(rows, limit, cursor, |(row, areas)| Programme::of(row, areas, role))))
}

/// A programme.
#[utoipa::path(tag = "programmes", params(("id" = ProgrammeId, Path)), responses((status = OK, body = Programme)))]
#[get("/programmes/{id}")]
async fn get_programme(
    permit: Permit<GetProgramme>,
    Id(id): Id<ProgrammeId>,
    system: web::Data<System>,
) -> Result<Tagged<Programme>> {
    let role = permit.role();
    let (row, areas) = system.db.read(move |conn| store::get(conn, &permit, id)).await?;
    Ok(Tagged(row.version, Programme::of(row, areas, role)))
}

/// Adds a programme.
#[utoipa::path(
    tag = "programmes", params(IdempotencyKey), request_body = NewProgramme,
    responses((status = CREATED, body = Programme))
)]
#[post("/programmes")]
async fn create_programme(
    permit: Permit<CreateProgramme>,
    key: IdempotencyKey,
    Valid(new): Valid<NewProgramme>,
    system: web::Data<System>,
) -> Result<Answer> {
    let sealer = system.sealer.clone();
    system
        .db
        .write(move |conn| {
            let now = Utc::now();
            key.once(conn, &sealer, &new, now, |conn| {
                let (row, areas) = new.clone().parts()?;
                check_areas(conn, &areas)?;
                let (row, areas) = store::create(conn, &permit, &row, &areas, now)?;
                let subject = Subject::new("programme", row.id);
                audit::record(conn, &permit.who(), CreateProgramme::OPERATION, &subject, "", now)?;
                Ok(Programme::of(row, areas, permit.role()))
            })
        })
        .await
}

/// Changes a programme. Focus areas are replaced as a whole.
#[utoipa::path(
    tag = "programmes", params(("id" = ProgrammeId, Path), IfMatch), request_body = ProgrammeChange,
    responses((status = OK, body = Programme))
)]
#[patch("/programmes/{id}")]
async fn update_programme(
    permit: Permit<UpdateProgramme>,
    Id(id): Id<ProgrammeId>,
    expected: IfMatch,
    Valid(change): Valid<ProgrammeChange>,
    system: web::Data<System>,
) -> Result<Tagged<Programme>> {
    let role = permit.role();
    let (row, areas) = system
        .db
        .write(move |conn| {
            let now = Utc::now();
            let (changes, areas) = change.parts();
            check_areas(conn, areas.as_deref().unwrap_or_default())?;
            let whole = store::update(conn, &permit, id, expected, &changes, areas.as_deref(), now)?;
            let subject = Subject::new("programme", id);
            audit::record(conn, &permit.who(), UpdateProgramme::OPERATION, &subject, "", now)?;
            Ok(whole)
        })
        .await?;
    Ok(Tagged(row.version, Programme::of(row, areas, role)))
}
