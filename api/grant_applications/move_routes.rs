//! The moves of an application over HTTP.

use actix_web::{post, web};
use chrono::Utc;

use super::input::{GrantApplicationNote, GrantIneligibility, GrantInformationRequest};
use super::policy::{
    AnswerGrantApplication, AskGrantApplication, FindGrantApplicationEligible, FindGrantApplicationNotEligible,
    SubmitGrantApplication, WithdrawGrantApplication,
};
use super::routes::{changed, subject};
use super::view::GrantApplication;
use super::{GrantApplicationId, moves, render};
use crate::app::System;
use crate::audit;
use crate::authz::{Action, Permit};
use crate::error::Result;
use crate::http::idempotency::Answer;
use crate::http::{Id, IdempotencyKey, IfMatch, Routes, Tagged, Valid};

pub fn routes(api: &mut impl Routes) {
    api.service(submit_grant_application)
        .service(answer_grant_application)
        .service(withdraw_grant_application)
        .service(ask_grant_application)
        .service(find_grant_application_eligible)
        .service(find_grant_application_not_eligible);
}

/// Submits an application, once it is whole and as long as the call is open by the clock of the server. Its receipt number is in
/// the answer, and the same key gets the same receipt again. What is refused is named by the field of the application.
#[utoipa::path(
    tag = "grant applications", params(("id" = GrantApplicationId, Path), IfMatch, IdempotencyKey),
    responses((status = CREATED, body = GrantApplication))
)]
#[post("/grant-applications/{id}/submit")]
async fn submit_grant_application(
    permit: Permit<SubmitGrantApplication>,
    Id(id): Id<GrantApplicationId>,
    key: IdempotencyKey,
    expected: IfMatch,
    system: web::Data<System>,
) -> Result<Answer> {
    let sealer = system.sealer.clone();
    system
        .db
        .write(move |conn| {
            let now = Utc::now();
            key.once(conn, &sealer, &id, now, |conn| {
                moves::submit(conn, &permit, id, expected, now)?;
                audit::record(conn, &permit.who(), SubmitGrantApplication::OPERATION, &subject(id), "", now)?;
                render::read(conn, &permit, id, now)
            })
        })
        .await
}

/// Submits an application again, with what the programme asked for; up to the last day that it gave, also once the call is closed.
#[utoipa::path(
    tag = "grant applications", params(("id" = GrantApplicationId, Path), IfMatch),
    request_body = GrantApplicationNote, responses((status = OK, body = GrantApplication))
)]
#[post("/grant-applications/{id}/answer")]
async fn answer_grant_application(
    permit: Permit<AnswerGrantApplication>,
    Id(id): Id<GrantApplicationId>,
    expected: IfMatch,
    Valid(GrantApplicationNote { note }): Valid<GrantApplicationNote>,
    system: web::Data<System>,
) -> Result<Tagged<GrantApplication>> {
    changed(&system, permit, id, move |conn, permit, now| {
        moves::answer(conn, permit, id, expected, note.as_deref(), now)
    })
    .await
}

/// Takes an application back, before it is decided on. What was never submitted stays the applicant's own.
#[utoipa::path(
    tag = "grant applications", params(("id" = GrantApplicationId, Path), IfMatch),
    request_body = GrantApplicationNote, responses((status = OK, body = GrantApplication))
)]
#[post("/grant-applications/{id}/withdraw")]
async fn withdraw_grant_application(
    permit: Permit<WithdrawGrantApplication>,
    Id(id): Id<GrantApplicationId>,
    expected: IfMatch,
    Valid(GrantApplicationNote { note }): Valid<GrantApplicationNote>,
    system: web::Data<System>,
) -> Result<Tagged<GrantApplication>> {
    changed(&system, permit, id, move |conn, permit, now| {
        moves::withdraw(conn, permit, id, expected, note.as_deref(), now)
    })
    .await
}

/// Asks the applicant to say more, and until when.
#[utoipa::path(
    tag = "grant applications", params(("id" = GrantApplicationId, Path), IfMatch),
    request_body = GrantInformationRequest, responses((status = OK, body = GrantApplication))
)]
#[post("/grant-applications/{id}/ask")]
async fn ask_grant_application(
    permit: Permit<AskGrantApplication>,
    Id(id): Id<GrantApplicationId>,
    expected: IfMatch,
    Valid(asked): Valid<GrantInformationRequest>,
    system: web::Data<System>,
) -> Result<Tagged<GrantApplication>> {
    changed(&system, permit, id, move |conn, permit, now| moves::ask(conn, permit, id, expected, &asked, now)).await
}

/// Finds that an applicant may be granted what they apply for. Never who filed it, nor who is of the group.
#[utoipa::path(
    tag = "grant applications", params(("id" = GrantApplicationId, Path), IfMatch),
    responses((status = OK, body = GrantApplication))
)]
#[post("/grant-applications/{id}/find-eligible")]
async fn find_grant_application_eligible(
    permit: Permit<FindGrantApplicationEligible>,
    Id(id): Id<GrantApplicationId>,
    expected: IfMatch,
    system: web::Data<System>,
) -> Result<Tagged<GrantApplication>> {
    changed(&system, permit, id, move |conn, permit, now| moves::find_eligible(conn, permit, id, expected, now)).await
}

/// Finds that an applicant may not; the applicant reads why. One who was asked for more has the days that were given.
#[utoipa::path(
    tag = "grant applications", params(("id" = GrantApplicationId, Path), IfMatch),
    request_body = GrantIneligibility, responses((status = OK, body = GrantApplication))
)]
#[post("/grant-applications/{id}/find-not-eligible")]
async fn find_grant_application_not_eligible(
    permit: Permit<FindGrantApplicationNotEligible>,
    Id(id): Id<GrantApplicationId>,
    expected: IfMatch,
    Valid(GrantIneligibility { reason }): Valid<GrantIneligibility>,
    system: web::Data<System>,
) -> Result<Tagged<GrantApplication>> {
    changed(&system, permit, id, move |conn, permit, now| {
        moves::find_not_eligible(conn, permit, id, expected, &reason, now)
    })
    .await
}
