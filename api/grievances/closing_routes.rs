//! Closing a case without agreement: one person asks, another confirms.

use actix_web::{post, web};

use super::GrievanceId;
use super::decisions::{self, Reasons};
use super::domain::Move;
use super::inputs::{ClosingInput, Note};
use super::moves::{Moved, Step, make};
use super::policy::{AskClosingGrievance, ConfirmClosingGrievance, DropClosingGrievance};
use super::view::Grievance;
use crate::app::System;
use crate::authz::Permit;
use crate::error::Result;
use crate::http::{Id, IfMatch, Routes, Valid};

pub fn routes(api: &mut impl Routes) {
    api.service(ask_closing_grievance).service(drop_closing_grievance).service(confirm_closing_grievance);
}

/// Asks to close a case without agreement, with the reason that the reporter will read.
#[utoipa::path(tag = "grievances", params(("id" = GrievanceId, Path), IfMatch), request_body = ClosingInput, responses((status = OK, body = Grievance)))]
#[post("/grievances/{id}/ask-closing")]
async fn ask_closing_grievance(
    permit: Permit<AskClosingGrievance>,
    Id(id): Id<GrievanceId>,
    expected: IfMatch,
    Valid(input): Valid<ClosingInput>,
    system: web::Data<System>,
) -> Result<Moved> {
    let account = permit.account()?;
    make(&system, permit, id, expected, Move::AskClosing, move |conn, case, now| {
        let ClosingInput { reason } = input;
        let note = Some(reason.clone());
        decisions::add(conn, case.id, Reasons { made: Move::AskClosing, account, reason, elsewhere: None }, now)?;
        Ok(Step { note, ..Step::default() })
    })
    .await
}

/// Takes the request to close a case back, or refuses it: the case goes on.
#[utoipa::path(tag = "grievances", params(("id" = GrievanceId, Path), IfMatch), request_body = Note, responses((status = OK, body = Grievance)))]
#[post("/grievances/{id}/drop-closing")]
async fn drop_closing_grievance(
    permit: Permit<DropClosingGrievance>,
    Id(id): Id<GrievanceId>,
    expected: IfMatch,
    Valid(input): Valid<Note>,
    system: web::Data<System>,
) -> Result<Moved> {
    make(&system, permit, id, expected, Move::DropClosing, move |_, _, _| {
        Ok(Step { note: input.note, ..Step::default() })
    })
    .await
}

/// Closes a case without agreement, as somebody else asked. The reporter may open it again within 60 days.
#[utoipa::path(tag = "grievances", params(("id" = GrievanceId, Path), IfMatch), request_body = Note, responses((status = OK, body = Grievance)))]
#[post("/grievances/{id}/confirm-closing")]
async fn confirm_closing_grievance(
    permit: Permit<ConfirmClosingGrievance>,
    Id(id): Id<GrievanceId>,
    expected: IfMatch,
    Valid(input): Valid<Note>,
    system: web::Data<System>,
) -> Result<Moved> {
    make(&system, permit, id, expected, Move::ConfirmClosing, move |_, _, _| {
        Ok(Step { note: input.note, ..Step::default() })
    })
    .await
}
