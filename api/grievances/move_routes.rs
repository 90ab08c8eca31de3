//! One endpoint for each move of staff and respondents.

use actix_web::{post, web};

use super::decisions::{self, Reasons};
use super::domain::{Author, HIGHEST, Move, Sensitivity, SharedWith, Track};
use super::inputs::{
    Acceptance, Acknowledgement, AnswerInput, Assignment, Escalation, Note, ProposalInput, RecordedAgreement,
    SummaryInput,
};
use super::moves::{Change, Message, Moved, Step, make};
use super::policy::{
    AcceptGrievance, AcknowledgeGrievance, AnswerGrievance, AssignGrievance, EscalateGrievance, InvestigateGrievance,
    ProposeGrievance, RecordAgreementGrievance, ReleaseGrievance, ResolveGrievance, SummariseGrievance,
};
use super::store::Case;
use super::view::Grievance;
use super::{
    GrievanceId, appeal_routes, clock_routes, closing_routes, committee_routes, end_routes, pressure_routes,
    question_routes, staff, steps, submit,
};
use crate::accounts::AccountId;
use crate::app::System;
use crate::authz::Permit;
use crate::db::Conn;
use crate::directory::directory;
use crate::error::{ApiError, Result};
use crate::http::{Id, IfMatch, Routes, Valid};

pub fn routes(api: &mut impl Routes) {
    api.service(acknowledge_grievance)
        .service(accept_grievance)
        .service(summarise_grievance)
        .service(release_grievance)
        .service(investigate_grievance)
        .service(answer_grievance)
        .service(propose_grievance)
        .service(record_agreement_grievance)
        .service(escalate_grievance)
        .service(resolve_grievance)
        .service(assign_grievance);
    appeal_routes::routes(api);
    clock_routes::routes(api);
    question_routes::routes(api);
    committee_routes::routes(api);
    closing_routes::routes(api);
    end_routes::routes(api);
    pressure_routes::routes(api);
}

/// Tells the reporter that the case was read.
#[utoipa::path(tag = "grievances", params(("id" = GrievanceId, Path), IfMatch), request_body = Acknowledgement, responses((status = OK, body = Grievance)))]
#[post("/grievances/{id}/acknowledge")]
async fn acknowledge_grievance(
    permit: Permit<AcknowledgeGrievance>,
    Id(id): Id<GrievanceId>,
    expected: IfMatch,
    Valid(input): Valid<Acknowledgement>,
    system: web::Data<System>,
) -> Result<Moved> {
    make(&system, permit, id, expected, Move::Acknowledge, move |_, _, _| Ok(steps::acknowledge(input.message))).await
}

/// Takes a case up: its category, severity, site and owner.
///
/// `sensitivity: protection` moves it to the protection track, where only protection focal points see it.
#[utoipa::path(tag = "grievances", params(("id" = GrievanceId, Path), IfMatch), request_body = Acceptance, responses((status = OK, body = Grievance), (status = NO_CONTENT, description = "Out of the caller's reach")))]
#[post("/grievances/{id}/accept")]
async fn accept_grievance(
    permit: Permit<AcceptGrievance>,
    Id(id): Id<GrievanceId>,
    expected: IfMatch,
    Valid(input): Valid<Acceptance>,
    system: web::Data<System>,
) -> Result<Moved> {
    let caller = permit.account()?;
    make(&system, permit, id, expected, Move::Accept, move |conn, case, _| {
        Ok(Step { change: taken_up(conn, case, input, caller)?, ..Step::default() })
    })
    .await
}

/// What is found out about a case when it is taken up.
pub fn taken_up(conn: &mut Conn, case: &Case, input: Acceptance, caller: AccountId) -> Result<Change> {
    let Acceptance { category, severity, sensitivity, site_id, owner_id } = input;
    let owner = owner_id.unwrap_or(caller);
    staff::works_in(conn, owner, case.programme_id)?;
    let site = site_id.or(case.site_id);
    let track = match sensitivity {
        Sensitivity::Normal | Sensitivity::Sensitive => case.track,
        Sensitivity::Protection => Track::Protection,
    };
    Ok(Change {
        category: Some(category),
        severity: Some(severity),
        sensitivity: Some(sensitivity),
        track: Some(track),
        site_id: Some(site),
        respondent_id: Some(submit::company(&*directory(conn)?, site)?),
        owner_id: Some(Some(owner)),
        ..Change::default()
    })
}

/// Writes the summary that may leave the programme. Another person releases it.
#[utoipa::path(tag = "grievances", params(("id" = GrievanceId, Path), IfMatch), request_body = SummaryInput, responses((status = OK, body = Grievance)))]
#[post("/grievances/{id}/summarise")]
async fn summarise_grievance(
    permit: Permit<SummariseGrievance>,
    Id(id): Id<GrievanceId>,
    expected: IfMatch,
    Valid(input): Valid<SummaryInput>,
    system: web::Data<System>,
) -> Result<Moved> {
    let author = permit.account()?;
    make(&system, permit, id, expected, Move::Summarise, move |_, _, _| {
        let change = Change { summary: Some(input.text), summary_author_id: Some(author), ..Change::default() };
        Ok(Step { change, ..Step::default() })
    })
    .await
}

/// Releases the summary to the company and the authority. Not by who wrote it.
#[utoipa::path(tag = "grievances", params(("id" = GrievanceId, Path), IfMatch), request_body = Note, responses((status = OK, body = Grievance)))]
#[post("/grievances/{id}/release")]
async fn release_grievance(
    permit: Permit<ReleaseGrievance>,
    Id(id): Id<GrievanceId>,
    expected: IfMatch,
    Valid(input): Valid<Note>,
    system: web::Data<System>,
) -> Result<Moved> {
    let caller = permit.account()?;
    make(&system, permit, id, expected, Move::Release, move |_, _, now| {
        let change = Change { released_by: Some(caller), released_at: Some(now.into()), ..Change::default() };
        Ok(Step { change, note: input.note, ..Step::default() })
    })
    .await
}

/// Starts to look into a case.
#[utoipa::path(tag = "grievances", params(("id" = GrievanceId, Path), IfMatch), request_body = Note, responses((status = OK, body = Grievance)))]
#[post("/grievances/{id}/investigate")]
async fn investigate_grievance(
    permit: Permit<InvestigateGrievance>,
    Id(id): Id<GrievanceId>,
    expected: IfMatch,
    Valid(input): Valid<Note>,
    system: web::Data<System>,
) -> Result<Moved> {
    make(&system, permit, id, expected, Move::Investigate, move |_, _, _| {
        Ok(Step { note: input.note, ..Step::default() })
    })
    .await
}

/// The respondent's answer to a released case.
#[utoipa::path(tag = "grievances", params(("id" = GrievanceId, Path), IfMatch), request_body = AnswerInput, responses((status = OK, body = Grievance)))]
#[post("/grievances/{id}/answer")]
async fn answer_grievance(
    permit: Permit<AnswerGrievance>,
    Id(id): Id<GrievanceId>,
    expected: IfMatch,
    Valid(input): Valid<AnswerInput>,
    system: web::Data<System>,
) -> Result<Moved> {
    make(&system, permit, id, expected, Move::Answer, move |_, _, _| {
        let message = Message { author: Author::Respondent, shared_with: SharedWith::Programme, body: input.body };
        Ok(Step { message: Some(message), ..Step::default() })
    })
    .await
}

/// Proposes a resolution to the reporter.
#[utoipa::path(tag = "grievances", params(("id" = GrievanceId, Path), IfMatch), request_body = ProposalInput, responses((status = OK, body = Grievance)))]
#[post("/grievances/{id}/propose")]
async fn propose_grievance(
    permit: Permit<ProposeGrievance>,
    Id(id): Id<GrievanceId>,
    expected: IfMatch,
    Valid(input): Valid<ProposalInput>,
    system: web::Data<System>,
) -> Result<Moved> {
    make(&system, permit, id, expected, Move::Propose, move |_, _, now| {
        let change = Change {
            remedy: Some(input.remedy.clone()),
            remedy_due_on: Some(input.due_on),
            proposed_at: Some(now.into()),
            ..Change::default()
        };
        // A proposal that is contested is replaced: the timeline keeps its words.
        Ok(Step { change, note: Some(input.remedy), ..Step::default() })
    })
    .await
}

/// Records that the reporter agreed, in the presence of a witness.
#[utoipa::path(tag = "grievances", params(("id" = GrievanceId, Path), IfMatch), request_body = RecordedAgreement, responses((status = OK, body = Grievance)))]
#[post("/grievances/{id}/record-agreement")]
async fn record_agreement_grievance(
    permit: Permit<RecordAgreementGrievance>,
    Id(id): Id<GrievanceId>,
    expected: IfMatch,
    Valid(input): Valid<RecordedAgreement>,
    system: web::Data<System>,
) -> Result<Moved> {
    make(&system, permit, id, expected, Move::RecordAgreement, move |_, _, _| {
        Ok(Step { note: Some(format!("{}: {}", input.witness, input.how)), ..Step::default() })
    })
    .await
}

/// Takes a contested case one level up, where it is looked into again.
#[utoipa::path(tag = "grievances", params(("id" = GrievanceId, Path), IfMatch), request_body = Escalation, responses((status = OK, body = Grievance)))]
#[post("/grievances/{id}/escalate")]
async fn escalate_grievance(
    permit: Permit<EscalateGrievance>,
    Id(id): Id<GrievanceId>,
    expected: IfMatch,
    Valid(input): Valid<Escalation>,
    system: web::Data<System>,
) -> Result<Moved> {
    let account = permit.account()?;
    make(&system, permit, id, expected, Move::Escalate, move |conn, case, now| {
        let Escalation { note, external_body } = input;
        let level = (case.escalation_level + 1).min(HIGHEST);
        match (level == HIGHEST, external_body.is_some()) {
            (true, false) => return Err(ApiError::field("/external_body", "required")),
            (false, true) => return Err(ApiError::field("/external_body", "not_at_this_level")),
            (true, true) | (false, false) => {}
        }
        let reasons = Reasons { made: Move::Escalate, account, reason: note.clone(), elsewhere: external_body };
        decisions::add(conn, case.id, reasons, now)?;
        let change = Change { escalation_level: Some(level), ..Change::default() };
        Ok(Step { change, note: Some(note), ..Step::default() })
    })
    .await
}

/// Closes a case whose remedy is done: on the reporter's word, or after four weeks without one.
#[utoipa::path(tag = "grievances", params(("id" = GrievanceId, Path), IfMatch), request_body = Note, responses((status = OK, body = Grievance)))]
#[post("/grievances/{id}/resolve")]
async fn resolve_grievance(
    permit: Permit<ResolveGrievance>,
    Id(id): Id<GrievanceId>,
    expected: IfMatch,
    Valid(input): Valid<Note>,
    system: web::Data<System>,
) -> Result<Moved> {
    make(&system, permit, id, expected, Move::Resolve, move |_, _, _| Ok(Step { note: input.note, ..Step::default() }))
        .await
}

/// Gives a case to somebody of the programme.
#[utoipa::path(tag = "grievances", params(("id" = GrievanceId, Path), IfMatch), request_body = Assignment, responses((status = OK, body = Grievance)))]
#[post("/grievances/{id}/assign")]
async fn assign_grievance(
    permit: Permit<AssignGrievance>,
    Id(id): Id<GrievanceId>,
    expected: IfMatch,
    Valid(input): Valid<Assignment>,
    system: web::Data<System>,
) -> Result<Moved> {
    make(&system, permit, id, expected, Move::Assign, move |conn, case, _| {
        steps::assign(conn, case, Some(input.owner_id))
    })
    .await
}
