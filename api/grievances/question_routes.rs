//! Questions on whose answer a case waits.

use actix_web::{post, web};

use super::GrievanceId;
use super::domain::{Asked, Author, Move, SharedWith};
use super::inputs::{Note, QuestionInput};
use super::moves::{Message, Moved, Step, make};
use super::policy::{AskGrievance, ResumeGrievance};
use super::view::Grievance;
use crate::app::System;
use crate::authz::Permit;
use crate::error::{ApiError, Result};
use crate::http::{Id, IfMatch, Routes, Valid};

pub fn routes(api: &mut impl Routes) {
    api.service(ask_grievance).service(resume_grievance);
}

/// Asks the reporter or the respondent for information, and waits for the answer.
#[utoipa::path(tag = "grievances", params(("id" = GrievanceId, Path), IfMatch), request_body = QuestionInput, responses((status = OK, body = Grievance)))]
#[post("/grievances/{id}/ask")]
async fn ask_grievance(
    permit: Permit<AskGrievance>,
    Id(id): Id<GrievanceId>,
    expected: IfMatch,
    Valid(input): Valid<QuestionInput>,
    system: web::Data<System>,
) -> Result<Moved> {
    make(&system, permit, id, expected, Move::Ask, move |_, case, _| {
        let QuestionInput { asked, question } = input;
        let shared_with = match asked {
            Asked::Reporter => SharedWith::Reporter,
            Asked::Respondent if case.released_at.is_none() => return Err(ApiError::Conflict("not_released")),
            Asked::Respondent => SharedWith::Respondent,
        };
        let message = Some(Message { author: Author::Programme, shared_with, body: question });
        Ok(Step { message, asked: Some(asked), ..Step::default() })
    })
    .await
}

/// Goes on without the answer, or with one that came in another way: the note says which.
#[utoipa::path(tag = "grievances", params(("id" = GrievanceId, Path), IfMatch), request_body = Note, responses((status = OK, body = Grievance)))]
#[post("/grievances/{id}/resume")]
async fn resume_grievance(
    permit: Permit<ResumeGrievance>,
    Id(id): Id<GrievanceId>,
    expected: IfMatch,
    Valid(input): Valid<Note>,
    system: web::Data<System>,
) -> Result<Moved> {
    make(&system, permit, id, expected, Move::Resume, move |_, _, _| Ok(Step { note: input.note, ..Step::default() }))
        .await
}
