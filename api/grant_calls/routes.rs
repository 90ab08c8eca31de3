//! Calls over HTTP, for staff.

use actix_web::{get, patch, post, web};
use chrono::{DateTime, Utc};

use super::input::{GrantCallChange, GrantCallCloning, NewGrantCall};
use super::list::{self, GrantCallQuery};
use super::policy::{CloneGrantCall, CreateGrantCall, GetGrantCall, ListGrantCalls, UpdateGrantCall};
use super::view::{GrantCall, GrantCallSummary};
use super::{GrantCallId, move_routes, moves, public, render, store};
use crate::app::System;
use crate::audit::{self, Subject};
use crate::authz::{Action, Permit};
use crate::db::Conn;
use crate::error::Result;
use crate::http::idempotency::Answer;
use crate::http::{Cursor, Id, IdempotencyKey, IfMatch, Page, Params, Routes, Tagged, Valid};

pub fn routes(api: &mut impl Routes) {
    api.service(list_grant_calls)
        .service(create_grant_call)
        .service(get_grant_call)
        .service(update_grant_call)
        .service(clone_grant_call);
    move_routes::routes(api);
    public::routes(api);
}

fn subject(id: GrantCallId) -> Subject {
    Subject::new("grant_call", id)
}

/// The calls for grants of the caller's programmes, drafts among them; the latest first.
#[utoipa::path(tag = "grant calls", params(GrantCallQuery), responses((status = OK, body = Page<GrantCallSummary>)))]
#[get("/grant-calls")]
async fn list_grant_calls(
    permit: Permit<ListGrantCalls>,
    Params(query): Params<GrantCallQuery>,
    system: web::Data<System>,
) -> Result<web::Json<Page<GrantCallSummary>>> {
    let page = system
        .db
        .read(move |conn| {
            let now = Utc::now();
            let rows = list::list(conn, &permit, &query, now)?;
            Ok(Page::of(rows, query.limit(), |row| Cursor::by_id(row.id), |row| render::summary(row, now)))
        })
        .await?;
    Ok(web::Json(page))
}

/// A call: what it asks, and by what applications are judged.
#[utoipa::path(tag = "grant calls", params(("id" = GrantCallId, Path)), responses((status = OK, body = GrantCall)))]
#[get("/grant-calls/{id}")]
async fn get_grant_call(
    permit: Permit<GetGrantCall>,
    Id(id): Id<GrantCallId>,
    system: web::Data<System>,
) -> Result<Tagged<GrantCall>> {
    let call = system.db.read(move |conn| render::read(conn, &permit, id, Utc::now())).await?;
    Ok(Tagged(call.version, call))
}

/// Drafts a call.
#[utoipa::path(
    tag = "grant calls", params(IdempotencyKey), request_body = NewGrantCall,
    responses((status = CREATED, body = GrantCall))
)]
#[post("/grant-calls")]
async fn create_grant_call(
    permit: Permit<CreateGrantCall>,
    key: IdempotencyKey,
    Valid(new): Valid<NewGrantCall>,
    system: web::Data<System>,
) -> Result<Answer> {
    let sealer = system.sealer.clone();
    system
        .db
        .write(move |conn| {
            let now = Utc::now();
            key.once(conn, &sealer, &new, now, |conn| {
                let id = store::create(conn, &permit, &new, now)?;
                audit::record(conn, &permit.who(), CreateGrantCall::OPERATION, &subject(id), "", now)?;
                render::read(conn, &permit, id, now)
            })
        })
        .await
}

/// Writes a draft anew. What was published stays as it was read.
#[utoipa::path(
    tag = "grant calls", params(("id" = GrantCallId, Path), IfMatch), request_body = GrantCallChange,
    responses((status = OK, body = GrantCall))
)]
#[patch("/grant-calls/{id}")]
async fn update_grant_call(
    permit: Permit<UpdateGrantCall>,
    Id(id): Id<GrantCallId>,
    expected: IfMatch,
    Valid(change): Valid<GrantCallChange>,
    system: web::Data<System>,
) -> Result<Tagged<GrantCall>> {
    changed(&system, permit, id, move |conn, permit, now| moves::update(conn, permit, id, expected, change, now)).await
}

/// Drafts a call like another one, for another time.
#[utoipa::path(
    tag = "grant calls", params(("id" = GrantCallId, Path), IdempotencyKey), request_body = GrantCallCloning,
    responses((status = CREATED, body = GrantCall))
)]
#[post("/grant-calls/{id}/clone")]
async fn clone_grant_call(
    permit: Permit<CloneGrantCall>,
    Id(id): Id<GrantCallId>,
    key: IdempotencyKey,
    Valid(cloning): Valid<GrantCallCloning>,
    system: web::Data<System>,
) -> Result<Answer> {
    let sealer = system.sealer.clone();
    system
        .db
        .write(move |conn| {
            let now = Utc::now();
            key.once(conn, &sealer, &(id, &cloning), now, |conn| {
                let made = store::clone(conn, &permit, id, &cloning, now)?;
                audit::record(conn, &permit.who(), CloneGrantCall::OPERATION, &subject(made), "", now)?;
                render::read(conn, &permit, made, now)
            })
        })
        .await
}

/// Makes a change of a call: it is in the audit trail, and the caller sees what the call has become.
pub(super) async fn changed<A, F>(
    system: &System,
    permit: Permit<A>,
    id: GrantCallId,
    change: F,
) -> Result<Tagged<GrantCall>>
where
    A: Action + Send,
    F: FnOnce(&mut Conn, &Permit<A>, DateTime<Utc>) -> Result<()> + Send + 'static,
{
    let show = move |conn: &mut Conn, permit: &Permit<A>, (), now| render::read(conn, permit, id, now);
    let call = audit::changed(system, permit, subject(id), change, show).await?;
    Ok(Tagged(call.version, call))
}
