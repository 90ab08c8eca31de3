//! Assemblies over HTTP.

use actix_web::{get, patch, post, web};
use chrono::Utc;
use serde::Deserialize;
use utoipa::IntoParams;
use validator::Validate;

use super::policy::{CreateAssembly, GetAssembly, ListAssemblies, UpdateAssembly};
use super::view::{Assembly, AssemblyChange, NewAssembly};
use super::{AssemblyId, store};
use crate::app::System;
use crate::audit::{self, Subject};
use crate::authz::{Action, Permit};
use crate::error::Result;
use crate::http::idempotency::Answer;
use crate::http::page::{MOST, USUAL};
use crate::http::{Cursor, Id, IdempotencyKey, IfMatch, Page, Params, Routes, Tagged, Valid};
use crate::places::PlaceId;

pub fn routes(api: &mut impl Routes) {
    api.service(list_assemblies).service(create_assembly).service(get_assembly).service(update_assembly);
}

fn subject(id: AssemblyId) -> Subject {
    Subject::new("assembly", id)
}

/// Which assemblies.
#[derive(Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct AssemblyQuery {
    /// A place and all below it.
    #[param(value_type = Option<String>, format = Uuid)]
    pub place_id: Option<PlaceId>,
    /// `next` of the page before.
    #[param(value_type = Option<Cursor>)]
    pub after: Option<Cursor>,
    #[validate(range(min = 1, max = MOST))]
    #[param(minimum = 1, maximum = 100)]
    pub limit: Option<i64>,
}

/// Where communities gave their word, the latest recorded first.
#[utoipa::path(tag = "mandates", params(AssemblyQuery), responses((status = OK, body = Page<Assembly>)))]
#[get("/assemblies")]
async fn list_assemblies(
    permit: Permit<ListAssemblies>,
    Params(query): Params<AssemblyQuery>,
    system: web::Data<System>,
) -> Result<web::Json<Page<Assembly>>> {
    let limit = query.limit.unwrap_or(USUAL);
    let page = system
        .db
        .read(move |conn| {
            let rows = store::list(conn, &permit, query.place_id, query.after, limit)?;
            Page::shown(rows, limit, |row| row.id, |rows| store::whole(conn, permit.role(), rows))
        })
        .await?;
    Ok(web::Json(page))
}

/// An assembly.
#[utoipa::path(tag = "mandates", params(("id" = AssemblyId, Path)), responses((status = OK, body = Assembly)))]
#[get("/assemblies/{id}")]
async fn get_assembly(
    permit: Permit<GetAssembly>,
    Id(id): Id<AssemblyId>,
    system: web::Data<System>,
) -> Result<Tagged<Assembly>> {
    let assembly = system.db.read(move |conn| store::read(conn, &permit, id)).await?;
    Ok(Tagged(assembly.version, assembly))
}

/// Records an assembly with how many took part.
#[utoipa::path(tag = "mandates", params(IdempotencyKey), request_body = NewAssembly, responses((status = CREATED, body = Assembly)))]
#[post("/assemblies")]
async fn create_assembly(
    permit: Permit<CreateAssembly>,
    key: IdempotencyKey,
    Valid(new): Valid<NewAssembly>,
    system: web::Data<System>,
) -> Result<Answer> {
    let sealer = system.sealer.clone();
    system
        .db
        .write(move |conn| {
            let now = Utc::now();
            key.once(conn, &sealer, &new, now, |conn| {
                let id = store::create(conn, &permit, &new, now)?;
                audit::record(conn, &permit.who(), CreateAssembly::OPERATION, &subject(id), "", now)?;
                store::read(conn, &permit, id)
            })
        })
        .await
}

/// Corrects what was recorded of an assembly.
#[utoipa::path(
    tag = "mandates", params(("id" = AssemblyId, Path), IfMatch), request_body = AssemblyChange,
    responses((status = OK, body = Assembly))
)]
#[patch("/assemblies/{id}")]
async fn update_assembly(
    permit: Permit<UpdateAssembly>,
    Id(id): Id<AssemblyId>,
    expected: IfMatch,
    Valid(change): Valid<AssemblyChange>,
    system: web::Data<System>,
) -> Result<Tagged<Assembly>> {
    let assembly = system
        .db
        .write(move |conn| {
            let now = Utc::now();
            store::update(conn, &permit, id, expected, &change, now)?;
            audit::record(conn, &permit.who(), UpdateAssembly::OPERATION, &subject(id), "", now)?;
            store::read(conn, &permit, id)
        })
        .await?;
    Ok(Tagged(assembly.version, assembly))
}
