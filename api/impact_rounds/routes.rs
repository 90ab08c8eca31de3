//! Rounds of votes over HTTP.

use actix_web::{get, post, web};
use chrono::Utc;

use super::input::{ChosenByVote, CountedHands, ImpactBallot, NewImpactRound, RoundClosing};
use super::policy::{
    CastImpactBallot, CloseImpactRound, CountImpactHands, CreateImpactRound, GetImpactRound, ListImpactRounds,
    PrioritiseImpactRound,
};
use super::view::{ImpactRound, ImpactRoundSummary};
use super::{ImpactRoundId, ballots, close, render, store};
use crate::app::System;
use crate::audit::{self, Subject};
use crate::authz::{Action, Permit};
use crate::error::Result;
use crate::http::idempotency::Answer;
use crate::http::{Id, IdempotencyKey, IfMatch, Page, PageQuery, Params, Routes, Tagged, Valid};

pub fn routes(api: &mut impl Routes) {
    api.service(list_impact_rounds)
        .service(create_impact_round)
        .service(get_impact_round)
        .service(cast_impact_ballot)
        .service(count_impact_hands)
        .service(close_impact_round)
        .service(prioritise_impact_round);
}

fn subject(id: ImpactRoundId) -> Subject {
    Subject::new("impact_round", id)
}

/// The rounds of votes on impacts within the caller's reach, the latest first.
#[utoipa::path(tag = "impacts", params(PageQuery), responses((status = OK, body = Page<ImpactRoundSummary>)))]
#[get("/impact-rounds")]
async fn list_impact_rounds(
    permit: Permit<ListImpactRounds>,
    Params(query): Params<PageQuery>,
    system: web::Data<System>,
) -> Result<web::Json<Page<ImpactRoundSummary>>> {
    let page = system
        .db
        .read(move |conn| {
            let limit = query.limit();
            let rows = store::list(conn, &permit, query.after, limit)?;
            Page::shown(rows, limit, |row| row.id, |rows| render::summaries(conn, &permit, rows))
        })
        .await?;
    Ok(web::Json(page))
}

/// A round of votes. How it stands is told once it is closed.
#[utoipa::path(tag = "impacts", params(("id" = ImpactRoundId, Path)), responses((status = OK, body = ImpactRound)))]
#[get("/impact-rounds/{id}")]
async fn get_impact_round(
    permit: Permit<GetImpactRound>,
    Id(id): Id<ImpactRoundId>,
    system: web::Data<System>,
) -> Result<Tagged<ImpactRound>> {
    let round = system
        .db
        .read(move |conn| {
            let row = store::find(conn, &permit, id)?;
            render::whole(conn, &permit, row)
        })
        .await?;
    Ok(Tagged(round.version, round))
}

/// Opens a round of votes on impacts.
#[utoipa::path(
    tag = "impacts", params(IdempotencyKey), request_body = NewImpactRound,
    responses((status = CREATED, body = ImpactRound))
)]
#[post("/impact-rounds")]
async fn create_impact_round(
    permit: Permit<CreateImpactRound>,
    key: IdempotencyKey,
    Valid(new): Valid<NewImpactRound>,
    system: web::Data<System>,
) -> Result<Answer> {
    let sealer = system.sealer.clone();
    system
        .db
        .write(move |conn| {
            let now = Utc::now();
            key.once(conn, &sealer, &new, now, |conn| {
                let row = store::create(conn, &permit, &new, now)?;
                audit::record(conn, &permit.who(), CreateImpactRound::OPERATION, &subject(row.id), "", now)?;
                render::whole(conn, &permit, row)
            })
        })
        .await
}

/// Takes the ballot of somebody who was handed a number or, from a representative, her own. Whose dots they are is not kept.
#[utoipa::path(
    tag = "impacts", params(("id" = ImpactRoundId, Path), IdempotencyKey), request_body = ImpactBallot,
    responses((status = CREATED, body = ImpactRound), (status = CONFLICT))
)]
#[post("/impact-rounds/{id}/ballots")]
async fn cast_impact_ballot(
    permit: Permit<CastImpactBallot>,
    Id(id): Id<ImpactRoundId>,
    key: IdempotencyKey,
    Valid(ballot): Valid<ImpactBallot>,
    system: web::Data<System>,
) -> Result<Answer> {
    let sealer = system.sealer.clone();
    system
        .db
        .write(move |conn| {
            let now = Utc::now();
            // Before the key: an answer given once must not be given again to who lost the reach.
            store::find(conn, &permit, id)?;
            key.once(conn, &sealer, &ballot, now, |conn| {
                let row = ballots::send(conn, &permit, id, &ballot)?;
                audit::record(conn, &permit.who(), CastImpactBallot::OPERATION, &subject(id), "", now)?;
                render::whole(conn, &permit, row)
            })
        })
        .await
}

/// Takes what was counted by a show of hands, in place of what was counted before.
#[utoipa::path(
    tag = "impacts", params(("id" = ImpactRoundId, Path), IfMatch), request_body = CountedHands,
    responses((status = OK, body = ImpactRound))
)]
#[post("/impact-rounds/{id}/hands")]
async fn count_impact_hands(
    permit: Permit<CountImpactHands>,
    Id(id): Id<ImpactRoundId>,
    expected: IfMatch,
    Valid(counted): Valid<CountedHands>,
    system: web::Data<System>,
) -> Result<Tagged<ImpactRound>> {
    let round = system
        .db
        .write(move |conn| {
            let row = ballots::send_hands(conn, &permit, id, expected, &counted)?;
            audit::record(conn, &permit.who(), CountImpactHands::OPERATION, &subject(id), "", Utc::now())?;
            render::whole(conn, &permit, row)
        })
        .await?;
    Ok(Tagged(round.version, round))
}

/// Closes a round of votes; impacts that are chosen with it are prioritised.
#[utoipa::path(
    tag = "impacts", params(("id" = ImpactRoundId, Path), IfMatch), request_body = RoundClosing,
    responses((status = OK, body = ImpactRound))
)]
#[post("/impact-rounds/{id}/close")]
async fn close_impact_round(
    permit: Permit<CloseImpactRound>,
    Id(id): Id<ImpactRoundId>,
    expected: IfMatch,
    Valid(closing): Valid<RoundClosing>,
    system: web::Data<System>,
) -> Result<Tagged<ImpactRound>> {
    let round = system
        .db
        .write(move |conn| {
            let now = Utc::now();
            let row = close::send(conn, &permit, id, expected, &closing, now)?;
            audit::record(conn, &permit.who(), CloseImpactRound::OPERATION, &subject(id), "", now)?;
            render::whole(conn, &permit, row)
        })
        .await?;
    Ok(Tagged(round.version, round))
}

/// Prioritises what a closed round of votes has chosen.
#[utoipa::path(
    tag = "impacts", params(("id" = ImpactRoundId, Path), IfMatch), request_body = ChosenByVote,
    responses((status = OK, body = ImpactRound))
)]
#[post("/impact-rounds/{id}/prioritise")]
async fn prioritise_impact_round(
    permit: Permit<PrioritiseImpactRound>,
    Id(id): Id<ImpactRoundId>,
    expected: IfMatch,
    Valid(chosen): Valid<ChosenByVote>,
    system: web::Data<System>,
) -> Result<Tagged<ImpactRound>> {
    let round = system
        .db
        .write(move |conn| {
            let now = Utc::now();
            let row = close::send_chosen(conn, &permit, id, expected, &chosen, now)?;
            audit::record(conn, &permit.who(), PrioritiseImpactRound::OPERATION, &subject(id), "", now)?;
            render::whole(conn, &permit, row)
        })
        .await?;
    Ok(Tagged(round.version, round))
}
