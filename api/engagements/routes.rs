//! The log of contacts over HTTP.

use actix_web::{get, patch, post, web};
use chrono::{DateTime, Utc};

use super::input::{EngagementChange, FollowUpCompletion, NewEngagement};
use super::list::EngagementQuery;
use super::policy::{
    CompleteFollowUp, CreateEngagement, GetEngagement, ListEngagements, ReopenFollowUp, UpdateEngagement,
};
use super::view::Engagement;
use super::{EngagementId, change, list, render, store};
use crate::app::System;
use crate::audit::{self, Subject};
use crate::authz::{Action, Permit};
use crate::db::Conn;
use crate::error::Result;
use crate::http::idempotency::Answer;
use crate::http::{Id, IdempotencyKey, IfMatch, Page, Params, Routes, Tagged, Valid};

pub fn routes(api: &mut impl Routes) {
    api.service(list_engagements)
        .service(create_engagement)
        .service(get_engagement)
        .service(update_engagement)
        .service(complete_follow_up)
        .service(reopen_follow_up);
}

fn subject(id: EngagementId) -> Subject {
    Subject::new("engagement", id)
}

/// The contacts with stakeholders of the caller's programmes.
#[utoipa::path(tag = "engagements", params(EngagementQuery), responses((status = OK, body = Page<Engagement>)))]
#[get("/engagements")]
async fn list_engagements(
    permit: Permit<ListEngagements>,
    Params(query): Params<EngagementQuery>,
    system: web::Data<System>,
) -> Result<web::Json<Page<Engagement>>> {
    let page = system
        .db
        .read(move |conn| {
            let now = Utc::now();
            let rows = list::list(conn, &permit, &query, now)?;
            let page = Page::shown(rows, query.limit(), |row| row.id, |rows| render::all(conn, &permit, rows, now))?;
            page.counted(query.total, query.after.as_ref(), || list::total(conn, &permit, &query, now))
        })
        .await?;
    Ok(web::Json(page))
}

/// A contact with stakeholders.
#[utoipa::path(tag = "engagements", params(("id" = EngagementId, Path)), responses((status = OK, body = Engagement)))]
#[get("/engagements/{id}")]
async fn get_engagement(
    permit: Permit<GetEngagement>,
    Id(id): Id<EngagementId>,
    system: web::Data<System>,
) -> Result<Tagged<Engagement>> {
    let record = system
        .db
        .read(move |conn| {
            let row = store::find(conn, &permit, id)?;
            render::one(conn, &permit, row, Utc::now())
        })
        .await?;
    Ok(Tagged(record.version, record))
}

/// Records a contact. Whoever is given what is to follow is told, unless it is who records it.
#[utoipa::path(
    tag = "engagements", params(IdempotencyKey), request_body = NewEngagement,
    responses((status = CREATED, body = Engagement))
)]
#[post("/engagements")]
async fn create_engagement(
    permit: Permit<CreateEngagement>,
    key: IdempotencyKey,
    Valid(new): Valid<NewEngagement>,
    system: web::Data<System>,
) -> Result<Answer> {
    let sealer = system.sealer.clone();
    system
        .db
        .write(move |conn| {
            let now = Utc::now();
            key.once(conn, &sealer, &new, now, |conn| {
                let row = store::create(conn, &permit, &new, now)?;
                audit::record(conn, &permit.who(), CreateEngagement::OPERATION, &subject(row.id), "", now)?;
                render::one(conn, &permit, row, now)
            })
        })
        .await
}

/// Changes what was recorded of a contact.
#[utoipa::path(
    tag = "engagements", params(("id" = EngagementId, Path), IfMatch), request_body = EngagementChange,
    responses((status = OK, body = Engagement))
)]
#[patch("/engagements/{id}")]
async fn update_engagement(
    permit: Permit<UpdateEngagement>,
    Id(id): Id<EngagementId>,
    expected: IfMatch,
    Valid(change): Valid<EngagementChange>,
    system: web::Data<System>,
) -> Result<Tagged<Engagement>> {
    changed(&system, permit, id, move |conn, permit, now| change::update(conn, permit, id, expected, &change, now))
        .await
}

/// Notes that a follow-up was done, when and what came of it.
#[utoipa::path(
    tag = "engagements", params(("id" = EngagementId, Path), IfMatch), request_body = FollowUpCompletion,
    responses((status = OK, body = Engagement))
)]
#[post("/engagements/{id}/complete")]
async fn complete_follow_up(
    permit: Permit<CompleteFollowUp>,
    Id(id): Id<EngagementId>,
    expected: IfMatch,
    Valid(completion): Valid<FollowUpCompletion>,
    system: web::Data<System>,
) -> Result<Tagged<Engagement>> {
    changed(&system, permit, id, move |conn, permit, now| {
        change::complete(conn, permit, id, expected, &completion, now)
    })
    .await
}

/// Opens a follow-up again that was taken for done.
#[utoipa::path(
    tag = "engagements", params(("id" = EngagementId, Path), IfMatch), responses((status = OK, body = Engagement))
)]
#[post("/engagements/{id}/reopen")]
async fn reopen_follow_up(
    permit: Permit<ReopenFollowUp>,
    Id(id): Id<EngagementId>,
    expected: IfMatch,
    system: web::Data<System>,
) -> Result<Tagged<Engagement>> {
    changed(&system, permit, id, move |conn, permit, now| change::reopen(conn, permit, id, expected, now)).await
}

/// Makes a change of a contact: it is in the audit trail, and the caller sees what the contact has become.
async fn changed<A, F>(system: &System, permit: Permit<A>, id: EngagementId, change: F) -> Result<Tagged<Engagement>>
where
    A: Action + Send,
    F: FnOnce(&mut Conn, &Permit<A>, DateTime<Utc>) -> Result<store::Row> + Send + 'static,
{
    let show = |conn: &mut Conn, permit: &Permit<A>, row, now| render::one(conn, permit, row, now);
    let record = audit::changed(system, permit, subject(id), change, show).await?;
    Ok(Tagged(record.version, record))
}
