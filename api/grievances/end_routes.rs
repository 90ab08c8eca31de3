//! Passing a case on, joining it to another, keeping it apart, opening it again.

use actix_web::{post, web};

use super::domain::{Move, Sensitivity, Track};
use super::inputs::{DuplicateInput, Note, ReferralInput, Reopening, ReplyInput};
use super::moves::{Change, Moved, Step, make};
use super::policy::{MarkDuplicateGrievance, ProtectGrievance, RecordReplyGrievance, ReferGrievance, ReopenGrievance};
use super::view::Grievance;
use super::{GrievanceId, duplicates, referrals};
use crate::app::System;
use crate::authz::Permit;
use crate::error::Result;
use crate::http::{Id, IfMatch, Routes, Valid};

pub fn routes(api: &mut impl Routes) {
    api.service(refer_grievance)
        .service(record_reply_grievance)
        .service(mark_duplicate_grievance)
        .service(protect_grievance)
        .service(reopen_grievance);
}

/// Passes a case on to a body outside the mechanism, with the reporter's recorded consent.
#[utoipa::path(tag = "grievances", params(("id" = GrievanceId, Path), IfMatch), request_body = ReferralInput, responses((status = OK, body = Grievance)))]
#[post("/grievances/{id}/refer")]
async fn refer_grievance(
    permit: Permit<ReferGrievance>,
    Id(id): Id<GrievanceId>,
    expected: IfMatch,
    Valid(input): Valid<ReferralInput>,
    system: web::Data<System>,
) -> Result<Moved> {
    let account = permit.account()?;
    make(&system, permit, id, expected, Move::Refer, move |conn, case, now| {
        let note = Some(input.external_body.clone());
        referrals::add(conn, case.id, account, input, now)?;
        Ok(Step { note, ..Step::default() })
    })
    .await
}

/// Records what the body to which a case was referred replied. The reporter reads it.
#[utoipa::path(tag = "grievances", params(("id" = GrievanceId, Path), IfMatch), request_body = ReplyInput, responses((status = OK, body = Grievance)))]
#[post("/grievances/{id}/record-reply")]
async fn record_reply_grievance(
    permit: Permit<RecordReplyGrievance>,
    Id(id): Id<GrievanceId>,
    expected: IfMatch,
    Valid(input): Valid<ReplyInput>,
    system: web::Data<System>,
) -> Result<Moved> {
    make(&system, permit, id, expected, Move::RecordReply, move |conn, case, now| {
        let note = Some(input.reply);
        referrals::reply(conn, case.id, note.as_deref().unwrap_or_default(), now)?;
        Ok(Step { note, ..Step::default() })
    })
    .await
}

/// Joins a case to another one that says the same, under which it goes on. Its receipt code stays.
#[utoipa::path(tag = "grievances", params(("id" = GrievanceId, Path), IfMatch), request_body = DuplicateInput, responses((status = OK, body = Grievance)))]
#[post("/grievances/{id}/mark-duplicate")]
async fn mark_duplicate_grievance(
    permit: Permit<MarkDuplicateGrievance>,
    Id(id): Id<GrievanceId>,
    expected: IfMatch,
    Valid(input): Valid<DuplicateInput>,
    system: web::Data<System>,
) -> Result<Moved> {
    let scope = permit.scope()?;
    make(&system, permit, id, expected, Move::MarkDuplicate, move |conn, case, _| {
        duplicates::check(conn, &scope, case, input.duplicate_of)?;
        Ok(Step { duplicate_of: Some(input.duplicate_of), ..Step::default() })
    })
    .await
}

/// Moves a case to the protection track, where only protection focal points see it: from then on it does not exist for
/// anybody else, the caller included.
#[utoipa::path(tag = "grievances", params(("id" = GrievanceId, Path), IfMatch), request_body = Note, responses((status = OK, body = Grievance), (status = NO_CONTENT, description = "Out of the caller's reach")))]
#[post("/grievances/{id}/protect")]
async fn protect_grievance(
    permit: Permit<ProtectGrievance>,
    Id(id): Id<GrievanceId>,
    expected: IfMatch,
    Valid(input): Valid<Note>,
    system: web::Data<System>,
) -> Result<Moved> {
    make(&system, permit, id, expected, Move::Protect, move |_, _, _| {
        let change =
            Change { track: Some(Track::Protection), sensitivity: Some(Sensitivity::Protection), ..Change::default() };
        Ok(Step { change, note: input.note, ..Step::default() })
    })
    .await
}

/// Looks again into a case that ended.
#[utoipa::path(tag = "grievances", params(("id" = GrievanceId, Path), IfMatch), request_body = Reopening, responses((status = OK, body = Grievance)))]
#[post("/grievances/{id}/reopen")]
async fn reopen_grievance(
    permit: Permit<ReopenGrievance>,
    Id(id): Id<GrievanceId>,
    expected: IfMatch,
    Valid(input): Valid<Reopening>,
    system: web::Data<System>,
) -> Result<Moved> {
    make(&system, permit, id, expected, Move::Reopen, move |_, _, _| {
        Ok(Step { note: Some(input.reason), ..Step::default() })
    })
    .await
}
