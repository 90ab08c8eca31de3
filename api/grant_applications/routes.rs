//! Applications over HTTP.

use actix_web::{get, patch, post, web};
use chrono::{DateTime, Utc};

use super::input::{GrantApplicationChange, NewGrantApplication};
use super::list::{self, GrantApplicationQuery};
use super::policy::{CreateGrantApplication, GetGrantApplication, ListGrantApplications, UpdateGrantApplication};
use super::view::{GrantApplication, GrantApplicationSummary};
use super::{GrantApplicationId, file_routes, move_routes, render, save, store};
use crate::app::System;
use crate::audit::{self, Subject};
use crate::authz::{Action, Permit};
use crate::db::Conn;
use crate::error::Result;
use crate::http::idempotency::Answer;
use crate::http::{Id, IdempotencyKey, IfMatch, Page, Params, Routes, Tagged, Valid};

pub fn routes(api: &mut impl Routes) {
    api.service(list_grant_applications)
        .service(create_grant_application)
        .service(get_grant_application)
        .service(update_grant_application);
    move_routes::routes(api);
    file_routes::routes(api);
}

pub(super) fn subject(id: GrantApplicationId) -> Subject {
    Subject::new("grant_application", id)
}

/// An applicant's own applications, drafts among them; for staff, all that were submitted.
#[utoipa::path(
    tag = "grant applications", params(GrantApplicationQuery),
    responses((status = OK, body = Page<GrantApplicationSummary>))
)]
#[get("/grant-applications")]
async fn list_grant_applications(
    permit: Permit<ListGrantApplications>,
    Params(query): Params<GrantApplicationQuery>,
    system: web::Data<System>,
) -> Result<web::Json<Page<GrantApplicationSummary>>> {
    let page = system
        .db
        .read(move |conn| {
            let rows = list::list(conn, &permit, &query)?;
            let page = Page::shown(rows, query.limit(), |row| row.id, |rows| render::summaries(conn, rows))?;
            page.counted(query.total, query.after.as_ref(), || list::total(conn, &permit, &query))
        })
        .await?;
    Ok(web::Json(page))
}

/// An application: all that it says, and what happened to it.
#[utoipa::path(
    tag = "grant applications", params(("id" = GrantApplicationId, Path)),
    responses((status = OK, body = GrantApplication))
)]
#[get("/grant-applications/{id}")]
async fn get_grant_application(
    permit: Permit<GetGrantApplication>,
    Id(id): Id<GrantApplicationId>,
    system: web::Data<System>,
) -> Result<Tagged<GrantApplication>> {
    let application = system.db.read(move |conn| render::read(conn, &permit, id, Utc::now())).await?;
    Ok(Tagged(application.version, application))
}

/// Begins an application to an open call: a draft, which is the applicant's own until it is submitted. The programme begins one
/// for who has no account.
#[utoipa::path(
    tag = "grant applications", params(IdempotencyKey), request_body = NewGrantApplication,
    responses((status = CREATED, body = GrantApplication))
)]
#[post("/grant-applications")]
async fn create_grant_application(
    permit: Permit<CreateGrantApplication>,
    key: IdempotencyKey,
    Valid(new): Valid<NewGrantApplication>,
    system: web::Data<System>,
) -> Result<Answer> {
    let sealer = system.sealer.clone();
    system
        .db
        .write(move |conn| {
            let now = Utc::now();
            key.once(conn, &sealer, &new, now, |conn| {
                let row = store::create(conn, &permit, &new, now)?;
                audit::record(conn, &permit.who(), CreateGrantApplication::OPERATION, &subject(row.id), "", now)?;
                render::read(conn, &permit, row.id, now)
            })
        })
        .await
}

/// Saves what an applicant writes, whole or not; only the shape of each field is looked at. What is still missing, `unready`
/// says.
#[utoipa::path(
    tag = "grant applications", params(("id" = GrantApplicationId, Path), IfMatch),
    request_body = GrantApplicationChange, responses((status = OK, body = GrantApplication))
)]
#[patch("/grant-applications/{id}")]
async fn update_grant_application(
    permit: Permit<UpdateGrantApplication>,
    Id(id): Id<GrantApplicationId>,
    expected: IfMatch,
    Valid(change): Valid<GrantApplicationChange>,
    system: web::Data<System>,
) -> Result<Tagged<GrantApplication>> {
    changed(&system, permit, id, move |conn, permit, now| save::save(conn, permit, id, expected, &change, now)).await
}

/// Makes a change of an application: it is in the audit trail, and the caller sees what the application has become.
pub(super) async fn changed<A, F>(
    system: &System,
    permit: Permit<A>,
    id: GrantApplicationId,
    change: F,
) -> Result<Tagged<GrantApplication>>
where
    A: Action + Send,
    F: FnOnce(&mut Conn, &Permit<A>, DateTime<Utc>) -> Result<()> + Send + 'static,
{
    let show = move |conn: &mut Conn, permit: &Permit<A>, (), now| render::read(conn, permit, id, now);
    let application = audit::changed(system, permit, subject(id), change, show).await?;
    Ok(Tagged(application.version, application))
}
