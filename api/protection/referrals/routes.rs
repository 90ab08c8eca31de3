//! One endpoint for each step of a referral.

use actix_web::{get, post, web};
use chrono::Utc;
use serde::Deserialize;
use utoipa::IntoParams;
use validator::Validate;

use super::super::ReferralId;
use super::super::policy::{
    AcceptReferral, CloseReferral, ConsentToReferral, ListReferrals, NoteReferral, ProposeReferral, RefuseReferral,
    SendReferral, TurnDownReferral, WithdrawReferral,
};
use super::domain::ReferralStep;
use super::store::{self, Change, Step};
use super::view::{ConsentInput, ProtectionReferral, ProtectionReferralInput, ReferralClosing, StepInput};
use crate::app::System;
use crate::audit::{self, Subject};
use crate::authz::{Action, Permit};
use crate::error::Result;
use crate::grievances::GrievanceId;
use crate::http::idempotency::Answer;
use crate::http::page::{MOST, USUAL};
use crate::http::{Cursor, Id, IdempotencyKey, IfMatch, Page, Params, Routes, Tagged, Valid};

pub fn routes(api: &mut impl Routes) {
    api.service(propose_protection_referral)
        .service(list_protection_referrals)
        .service(consent_to_protection_referral)
        .service(refuse_protection_referral)
        .service(send_protection_referral)
        .service(accept_protection_referral)
        .service(turn_down_protection_referral)
        .service(note_protection_referral)
        .service(close_protection_referral)
        .service(withdraw_protection_referral);
}

/// Proposes help from outside the programme, to be spoken about with the person.
#[utoipa::path(tag = "protection", params(("id" = GrievanceId, Path), IdempotencyKey), request_body = ProtectionReferralInput, responses((status = CREATED, body = ProtectionReferral)))]
#[post("/grievances/{id}/protection-referrals")]
async fn propose_protection_referral(
    permit: Permit<ProposeReferral>,
    Id(id): Id<GrievanceId>,
    key: IdempotencyKey,
    Valid(input): Valid<ProtectionReferralInput>,
    system: web::Data<System>,
) -> Result<Answer> {
    let shared = system.clone();
    system
        .db
        .write(move |conn| {
            let now = Utc::now();
            let case = crate::grievances::store::find(conn, &permit, id)?;
            key.once(conn, &shared.sealer, &input, now, |conn| {
                let referral = store::propose(conn, &permit, &shared.sealer, &case, &input, now)?;
                let subject = Subject::new("protection_referral", referral);
                audit::record(conn, &permit.who(), ProposeReferral::OPERATION, &subject, input.body.as_str(), now)?;
                store::whole(conn, &permit, &shared.sealer, referral)
            })
        })
        .await
}

/// Which referrals.
#[derive(Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ReferralQuery {
    /// `true`: those under way.
    pub open: Option<bool>,
    /// `next` of the page before.
    #[param(value_type = Option<Cursor>)]
    pub after: Option<Cursor>,
    #[validate(range(min = 1, max = MOST))]
    #[param(minimum = 1, maximum = 100)]
    pub limit: Option<i64>,
}

/// Help asked for outside the programme, the latest first.
#[utoipa::path(tag = "protection", params(ReferralQuery), responses((status = OK, body = Page<ProtectionReferral>)))]
#[get("/protection/referrals")]
async fn list_protection_referrals(
    permit: Permit<ListReferrals>,
    Params(query): Params<ReferralQuery>,
    system: web::Data<System>,
) -> Result<web::Json<Page<ProtectionReferral>>> {
    let limit = query.limit.unwrap_or(USUAL);
    let rows = system.db.read(move |conn| store::list(conn, &permit, query.open, query.after, limit)).await?;
    Ok(web::Json(Page::of(rows, limit, |row| Cursor::by_id(row.id), |row| row)))
}

async fn lead_on<A: Action>(
    system: web::Data<System>,
    permit: Permit<A>,
    id: ReferralId,
    expected: IfMatch,
    step: Step,
) -> Result<Tagged<ProtectionReferral>> {
    let shared = system.clone();
    let referral = system
        .db
        .write(move |conn| {
            let now = Utc::now();
            let referral = store::lead_on(conn, &permit, &shared.sealer, id, expected, step, now)?;
            let subject = Subject::new("protection_referral", id);
            audit::record(conn, &permit.who(), A::OPERATION, &subject, referral.state.as_str(), now)?;
            Ok(referral)
        })
        .await?;
    Ok(Tagged(referral.version, referral))
}

fn plain(step: ReferralStep, input: StepInput) -> Step {
    let change = Change { look_again_on: input.look_again_on, ..Change::default() };
    Step { step, change, note: input.note }
}

/// Records that the person agreed: how, and to what.
#[utoipa::path(tag = "protection", params(("id" = ReferralId, Path), IfMatch), request_body = ConsentInput, responses((status = OK, body = ProtectionReferral)))]
#[post("/protection/referrals/{id}/consent")]
async fn consent_to_protection_referral(
    permit: Permit<ConsentToReferral>,
    Id(id): Id<ReferralId>,
    expected: IfMatch,
    Valid(input): Valid<ConsentInput>,
    system: web::Data<System>,
) -> Result<Tagged<ProtectionReferral>> {
    let change = Change { consent: Some(input.how), ..Change::default() };
    lead_on(system, permit, id, expected, Step { step: ReferralStep::Consent, change, note: input.note }).await
}

/// Records that the person does not want it.
#[utoipa::path(tag = "protection", params(("id" = ReferralId, Path), IfMatch), request_body = StepInput, responses((status = OK, body = ProtectionReferral)))]
#[post("/protection/referrals/{id}/refuse")]
async fn refuse_protection_referral(
    permit: Permit<RefuseReferral>,
    Id(id): Id<ReferralId>,
    expected: IfMatch,
    Valid(input): Valid<StepInput>,
    system: web::Data<System>,
) -> Result<Tagged<ProtectionReferral>> {
    lead_on(system, permit, id, expected, plain(ReferralStep::Refuse, input)).await
}

/// Records that help was asked for.
#[utoipa::path(tag = "protection", params(("id" = ReferralId, Path), IfMatch), request_body = StepInput, responses((status = OK, body = ProtectionReferral)))]
#[post("/protection/referrals/{id}/send")]
async fn send_protection_referral(
    permit: Permit<SendReferral>,
    Id(id): Id<ReferralId>,
    expected: IfMatch,
    Valid(input): Valid<StepInput>,
    system: web::Data<System>,
) -> Result<Tagged<ProtectionReferral>> {
    lead_on(system, permit, id, expected, plain(ReferralStep::Send, input)).await
}

/// Records that the office takes it up.
#[utoipa::path(tag = "protection", params(("id" = ReferralId, Path), IfMatch), request_body = StepInput, responses((status = OK, body = ProtectionReferral)))]
#[post("/protection/referrals/{id}/accept")]
async fn accept_protection_referral(
    permit: Permit<AcceptReferral>,
    Id(id): Id<ReferralId>,
    expected: IfMatch,
    Valid(input): Valid<StepInput>,
    system: web::Data<System>,
) -> Result<Tagged<ProtectionReferral>> {
    lead_on(system, permit, id, expected, plain(ReferralStep::Accept, input)).await
}

/// Records that the office does not take it up.
#[utoipa::path(tag = "protection", params(("id" = ReferralId, Path), IfMatch), request_body = StepInput, responses((status = OK, body = ProtectionReferral)))]
#[post("/protection/referrals/{id}/turn-down")]
async fn turn_down_protection_referral(
    permit: Permit<TurnDownReferral>,
    Id(id): Id<ReferralId>,
    expected: IfMatch,
    Valid(input): Valid<StepInput>,
    system: web::Data<System>,
) -> Result<Tagged<ProtectionReferral>> {
    lead_on(system, permit, id, expected, plain(ReferralStep::TurnDown, input)).await
}

/// Notes something on the way.
#[utoipa::path(tag = "protection", params(("id" = ReferralId, Path), IfMatch), request_body = StepInput, responses((status = OK, body = ProtectionReferral)))]
#[post("/protection/referrals/{id}/note")]
async fn note_protection_referral(
    permit: Permit<NoteReferral>,
    Id(id): Id<ReferralId>,
    expected: IfMatch,
    Valid(input): Valid<StepInput>,
    system: web::Data<System>,
) -> Result<Tagged<ProtectionReferral>> {
    lead_on(system, permit, id, expected, plain(ReferralStep::Note, input)).await
}

/// Closes a referral with what came of it.
#[utoipa::path(tag = "protection", params(("id" = ReferralId, Path), IfMatch), request_body = ReferralClosing, responses((status = OK, body = ProtectionReferral)))]
#[post("/protection/referrals/{id}/close")]
async fn close_protection_referral(
    permit: Permit<CloseReferral>,
    Id(id): Id<ReferralId>,
    expected: IfMatch,
    Valid(input): Valid<ReferralClosing>,
    system: web::Data<System>,
) -> Result<Tagged<ProtectionReferral>> {
    let change = Change { outcome: Some(input.outcome), ..Change::default() };
    lead_on(system, permit, id, expected, Step { step: ReferralStep::Close, change, note: input.note }).await
}

/// Records that the person took their consent back.
#[utoipa::path(tag = "protection", params(("id" = ReferralId, Path), IfMatch), request_body = StepInput, responses((status = OK, body = ProtectionReferral)))]
#[post("/protection/referrals/{id}/withdraw")]
async fn withdraw_protection_referral(
    permit: Permit<WithdrawReferral>,
    Id(id): Id<ReferralId>,
    expected: IfMatch,
    Valid(input): Valid<StepInput>,
    system: web::Data<System>,
) -> Result<Tagged<ProtectionReferral>> {
    lead_on(system, permit, id, expected, plain(ReferralStep::Withdraw, input)).await
}
