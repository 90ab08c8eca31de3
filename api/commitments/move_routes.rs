//! The moves of a commitment over HTTP.

use actix_web::{post, web};

use super::CommitmentId;
use super::domain::CommitmentMove;
use super::events::Told;
use super::input::{
    CommitmentDropping, CommitmentDue, CommitmentNote, CommitmentPublication, CommitmentRejection, CommitmentReport,
    CommitmentVerification,
};
use super::moves::{self, Changes};
use super::policy::{
    DropCommitment, MoveCommitmentDue, PublishCommitment, RejectCommitment, ReportCommitment, StartCommitment,
    VerifyCommitment, WithdrawCommitmentPublication,
};
use super::routes::changed;
use super::view::Commitment;
use crate::app::System;
use crate::authz::Permit;
use crate::error::Result;
use crate::http::body::said;
use crate::http::{Id, IfMatch, Routes, Tagged, Valid};

pub fn routes(api: &mut impl Routes) {
    api.service(start_commitment)
        .service(report_commitment)
        .service(verify_commitment)
        .service(reject_commitment)
        .service(drop_commitment)
        .service(move_commitment_due)
        .service(publish_commitment)
        .service(withdraw_commitment_publication);
}

/// Work on a promise has begun.
#[utoipa::path(
    tag = "commitments", params(("id" = CommitmentId, Path), IfMatch), request_body = CommitmentNote,
    responses((status = OK, body = Commitment))
)]
#[post("/commitments/{id}/start")]
async fn start_commitment(
    permit: Permit<StartCommitment>,
    Id(id): Id<CommitmentId>,
    expected: IfMatch,
    Valid(input): Valid<CommitmentNote>,
    system: web::Data<System>,
) -> Result<Tagged<Commitment>> {
    changed(&system, permit, id, move |conn, permit, now| {
        let told = Told { note: input.note.as_deref(), ..Told::default() };
        moves::make(conn, permit, id, expected, (CommitmentMove::Start, told), now, |_, _, _, _| Ok(Changes::default()))
    })
    .await
}

/// Says that a promise was kept, as who owes it or for them. It waits then to be verified by those to whom it was made.
#[utoipa::path(
    tag = "commitments", params(("id" = CommitmentId, Path), IfMatch), request_body = CommitmentReport,
    responses((status = OK, body = Commitment))
)]
#[post("/commitments/{id}/report")]
async fn report_commitment(
    permit: Permit<ReportCommitment>,
    Id(id): Id<CommitmentId>,
    expected: IfMatch,
    Valid(input): Valid<CommitmentReport>,
    system: web::Data<System>,
) -> Result<Tagged<Commitment>> {
    changed(&system, permit, id, move |conn, permit, now| moves::report(conn, permit, id, expected, &input, now)).await
}

/// Finds that a promise was kept: whoever speaks for the place; the programme with a witness, where nobody does; never who
/// owes it, nor who reported it.
#[utoipa::path(
    tag = "commitments", params(("id" = CommitmentId, Path), IfMatch), request_body = CommitmentVerification,
    responses((status = OK, body = Commitment))
)]
#[post("/commitments/{id}/verify")]
async fn verify_commitment(
    permit: Permit<VerifyCommitment>,
    Id(id): Id<CommitmentId>,
    expected: IfMatch,
    Valid(input): Valid<CommitmentVerification>,
    system: web::Data<System>,
) -> Result<Tagged<Commitment>> {
    changed(&system, permit, id, move |conn, permit, now| {
        let CommitmentVerification { note, witness } = &input;
        let told = Told { note: note.as_deref(), witness: witness.as_deref(), ..Told::default() };
        moves::judge(conn, permit, id, expected, (CommitmentMove::Verify, told), now)
    })
    .await
}

/// Finds that a promise was not kept; who owes it goes on. Whoever may verify it may do this.
#[utoipa::path(
    tag = "commitments", params(("id" = CommitmentId, Path), IfMatch), request_body = CommitmentRejection,
    responses((status = OK, body = Commitment))
)]
#[post("/commitments/{id}/reject")]
async fn reject_commitment(
    permit: Permit<RejectCommitment>,
    Id(id): Id<CommitmentId>,
    expected: IfMatch,
    Valid(input): Valid<CommitmentRejection>,
    system: web::Data<System>,
) -> Result<Tagged<Commitment>> {
    changed(&system, permit, id, move |conn, permit, now| {
        let CommitmentRejection { reason, witness } = &input;
        said("/reason", reason)?;
        let told = Told { witness: witness.as_deref(), ..Told::because(reason) };
        moves::judge(conn, permit, id, expected, (CommitmentMove::Reject, told), now)
    })
    .await
}

/// Gives a promise up: it counts as broken.
#[utoipa::path(
    tag = "commitments", params(("id" = CommitmentId, Path), IfMatch), request_body = CommitmentDropping,
    responses((status = OK, body = Commitment))
)]
#[post("/commitments/{id}/drop")]
async fn drop_commitment(
    permit: Permit<DropCommitment>,
    Id(id): Id<CommitmentId>,
    expected: IfMatch,
    Valid(input): Valid<CommitmentDropping>,
    system: web::Data<System>,
) -> Result<Tagged<Commitment>> {
    changed(&system, permit, id, move |conn, permit, now| {
        moves::give_up(conn, permit, id, expected, &input.reason, now)
    })
    .await
}

/// Gives a promise another last day. Its history keeps each day, and why it moved.
#[utoipa::path(
    tag = "commitments", params(("id" = CommitmentId, Path), IfMatch), request_body = CommitmentDue,
    responses((status = OK, body = Commitment))
)]
#[post("/commitments/{id}/due")]
async fn move_commitment_due(
    permit: Permit<MoveCommitmentDue>,
    Id(id): Id<CommitmentId>,
    expected: IfMatch,
    Valid(input): Valid<CommitmentDue>,
    system: web::Data<System>,
) -> Result<Tagged<Commitment>> {
    changed(&system, permit, id, move |conn, permit, now| moves::move_due(conn, permit, id, expected, &input, now))
        .await
}

/// Lets everybody read of a promise, in words that name nobody.
#[utoipa::path(
    tag = "commitments", params(("id" = CommitmentId, Path), IfMatch), request_body = CommitmentPublication,
    responses((status = OK, body = Commitment))
)]
#[post("/commitments/{id}/publish")]
async fn publish_commitment(
    permit: Permit<PublishCommitment>,
    Id(id): Id<CommitmentId>,
    expected: IfMatch,
    Valid(input): Valid<CommitmentPublication>,
    system: web::Data<System>,
) -> Result<Tagged<Commitment>> {
    changed(&system, permit, id, move |conn, permit, now| moves::publish(conn, permit, id, expected, &input.text, now))
        .await
}

/// Takes a promise back from what everybody reads.
#[utoipa::path(
    tag = "commitments", params(("id" = CommitmentId, Path), IfMatch), request_body = CommitmentNote,
    responses((status = OK, body = Commitment))
)]
#[post("/commitments/{id}/withdraw-publication")]
async fn withdraw_commitment_publication(
    permit: Permit<WithdrawCommitmentPublication>,
    Id(id): Id<CommitmentId>,
    expected: IfMatch,
    Valid(input): Valid<CommitmentNote>,
    system: web::Data<System>,
) -> Result<Tagged<Commitment>> {
    changed(&system, permit, id, move |conn, permit, now| {
        let told = Told { note: input.note.as_deref(), ..Told::default() };
        let made = (CommitmentMove::WithdrawPublication, told);
        moves::make(conn, permit, id, expected, made, now, |_, _, _, _| {
            Ok(Changes { published: Some(false), ..Changes::default() })
        })
    })
    .await
}
