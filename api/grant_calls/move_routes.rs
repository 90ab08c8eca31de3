//! The moves of a call over HTTP.

use actix_web::{post, web};

use super::input::{GrantCallExtension, GrantCallWithdrawal};
use super::policy::{ExtendGrantCall, PublishGrantCall, WithdrawGrantCall};
use super::routes::changed;
use super::view::GrantCall;
use super::{GrantCallId, moves};
use crate::app::System;
use crate::authz::Permit;
use crate::error::Result;
use crate::http::{Id, IfMatch, Routes, Tagged, Valid};

pub fn routes(api: &mut impl Routes) {
    api.service(publish_grant_call).service(extend_grant_call).service(withdraw_grant_call);
}

/// Lets everybody read a call. Applications are taken from when it opens; what it asks does not change any more.
#[utoipa::path(
    tag = "grant calls", params(("id" = GrantCallId, Path), IfMatch), responses((status = OK, body = GrantCall))
)]
#[post("/grant-calls/{id}/publish")]
async fn publish_grant_call(
    permit: Permit<PublishGrantCall>,
    Id(id): Id<GrantCallId>,
    expected: IfMatch,
    system: web::Data<System>,
) -> Result<Tagged<GrantCall>> {
    changed(&system, permit, id, move |conn, permit, now| moves::publish(conn, permit, id, expected, now)).await
}

/// Lets a published call close later; never earlier, and not once it has closed.
#[utoipa::path(
    tag = "grant calls", params(("id" = GrantCallId, Path), IfMatch), request_body = GrantCallExtension,
    responses((status = OK, body = GrantCall))
)]
#[post("/grant-calls/{id}/extend")]
async fn extend_grant_call(
    permit: Permit<ExtendGrantCall>,
    Id(id): Id<GrantCallId>,
    expected: IfMatch,
    Valid(GrantCallExtension { closes_at }): Valid<GrantCallExtension>,
    system: web::Data<System>,
) -> Result<Tagged<GrantCall>> {
    changed(&system, permit, id, move |conn, permit, now| moves::extend(conn, permit, id, expected, closes_at, now))
        .await
}

/// Withdraws a published call: no application is taken any more, and everybody reads why.
#[utoipa::path(
    tag = "grant calls", params(("id" = GrantCallId, Path), IfMatch), request_body = GrantCallWithdrawal,
    responses((status = OK, body = GrantCall))
)]
#[post("/grant-calls/{id}/withdraw")]
async fn withdraw_grant_call(
    permit: Permit<WithdrawGrantCall>,
    Id(id): Id<GrantCallId>,
    expected: IfMatch,
    Valid(GrantCallWithdrawal { reason }): Valid<GrantCallWithdrawal>,
    system: web::Data<System>,
) -> Result<Tagged<GrantCall>> {
    changed(&system, permit, id, move |conn, permit, now| moves::withdraw(conn, permit, id, expected, &reason, now))
        .await
}
