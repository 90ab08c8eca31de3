//! The reporter's side: a case opened with its receipt code, and nothing else.

use actix_web::{HttpRequest, HttpResponse, get, post, web};
use chrono::Utc;
use diesel::prelude::*;
use serde::Serialize;
use utoipa::ToSchema;

use super::domain::Move;
use super::inputs::{CodeInput, Contest, OwnMessage, Rating};
use super::moves::{Change, Message, Step, make_own};
use super::view::MyCase;
use super::{GrievanceId, message, render, reporter_moves, store};
use crate::app::System;
use crate::audit::{self, Subject};
use crate::authn::token::{Bearer, RECEIPT};
use crate::authz::Reporter;
use crate::db::Conn;
use crate::error::{ApiError, Result};
use crate::http::idempotency::Answer;
use crate::http::{IdempotencyKey, IfMatch, Routes, Tagged, Valid};
use crate::protection::check_ins;
use crate::protection::check_ins::view::CheckInInput;
use crate::receipts::guesses::Charge;
use crate::schema::grievances;

pub fn routes(api: &mut impl Routes) {
    api.service(open_receipt)
        .service(get_my_case)
        .service(agree_my_case)
        .service(contest_my_case)
        .service(confirm_my_case)
        .service(rate_my_case)
        .service(message_my_case)
        .service(answer_check_in);
    reporter_moves::routes(api);
}

/// A case opened with its code.
#[derive(Serialize, ToSchema)]
pub struct OpenedCase {
    /// Send it as `Authorization: Bearer …`; keep it in memory only.
    pub token: String,
    /// Seconds.
    pub expires_in: i64,
    pub case: MyCase,
}

/// Opens a case with its receipt code. Wrong codes are limited from one address, and from everywhere together.
#[utoipa::path(
    tag = "my case", request_body = CodeInput,
    responses((status = OK, body = OpenedCase), (status = NOT_FOUND), (status = TOO_MANY_REQUESTS))
)]
#[post("/receipts/open")]
async fn open_receipt(
    request: HttpRequest,
    Valid(input): Valid<CodeInput>,
    system: web::Data<System>,
) -> Result<HttpResponse> {
    let charge = system.guesses.charge(&system.db, system.limits.address(&request)?).await?;
    let hash = system.receipts.hash(&input.code).await?;
    let shared = system.clone();
    let opened = system.db.write(move |conn| open(conn, &shared, charge, &hash)).await;
    system.guesses.settle(charge, &opened);
    let (id, case) = opened?;
    let token = system.tokens.sign(Bearer::Receipt(id), Utc::now())?;
    Ok(HttpResponse::Ok().insert_header(("cache-control", "no-store")).json(OpenedCase {
        token,
        expires_in: RECEIPT.num_seconds(),
        case,
    }))
}

fn open(conn: &mut Conn, system: &System, charge: Charge, hash: &str) -> Result<(GrievanceId, MyCase)> {
    let found: Option<GrievanceId> =
        grievances::table.filter(grievances::receipt_hash.eq(hash)).select(grievances::id).first(conn).optional()?;
    let id = found.ok_or(ApiError::NotFound)?;
    let case = store::reread(conn, id)?;
    audit::record(conn, &Reporter::who(), "open_receipt", &Subject::new("grievance", id), "", Utc::now())?;
    system.guesses.refund(conn, charge)?;
    Ok((id, render::my_case(conn, &case)?))
}

/// The case that was opened.
#[utoipa::path(tag = "my case", responses((status = OK, body = MyCase)))]
#[get("/my-case")]
async fn get_my_case(reporter: Reporter, system: web::Data<System>) -> Result<Tagged<MyCase>> {
    let case = system
        .db
        .read(move |conn| {
            let case = store::find_own(conn, &reporter)?;
            render::my_case(conn, &case)
        })
        .await?;
    Ok(Tagged(case.version, case))
}

/// Agrees to the proposed resolution.
#[utoipa::path(tag = "my case", params(IfMatch), responses((status = OK, body = MyCase)))]
#[post("/my-case/agree")]
async fn agree_my_case(reporter: Reporter, expected: IfMatch, system: web::Data<System>) -> Result<Tagged<MyCase>> {
    make_own(&system, reporter, expected, Move::Agree, "agree_my_case", |_, _, _| Ok(Step::default())).await
}

/// Contests the proposed resolution, and says why.
#[utoipa::path(tag = "my case", params(IfMatch), request_body = Contest, responses((status = OK, body = MyCase)))]
#[post("/my-case/contest")]
async fn contest_my_case(
    reporter: Reporter,
    expected: IfMatch,
    Valid(input): Valid<Contest>,
    system: web::Data<System>,
) -> Result<Tagged<MyCase>> {
    make_own(&system, reporter, expected, Move::Contest, "contest_my_case", |_, _, _| {
        Ok(Step { message: Some(Message::of_reporter(input.reason)), ..Step::default() })
    })
    .await
}

/// Confirms that what was promised was done.
#[utoipa::path(tag = "my case", params(IfMatch), responses((status = OK, body = MyCase)))]
#[post("/my-case/confirm")]
async fn confirm_my_case(reporter: Reporter, expected: IfMatch, system: web::Data<System>) -> Result<Tagged<MyCase>> {
    make_own(&system, reporter, expected, Move::Confirm, "confirm_my_case", |_, _, now| {
        let change = Change { confirmed_at: Some(Some(now.into())), ..Change::default() };
        Ok(Step { change, ..Step::default() })
    })
    .await
}

/// Rates how the case was handled.
#[utoipa::path(tag = "my case", params(IfMatch), request_body = Rating, responses((status = OK, body = MyCase)))]
#[post("/my-case/rate")]
async fn rate_my_case(
    reporter: Reporter,
    expected: IfMatch,
    Valid(input): Valid<Rating>,
    system: web::Data<System>,
) -> Result<Tagged<MyCase>> {
    make_own(&system, reporter, expected, Move::Rate, "rate_my_case", move |_, _, _| {
        let Rating { rating, comment } = input;
        // A case that is opened again loses its rating: the timeline keeps it.
        let note = Some(comment.iter().fold(format!("{rating}/5"), |note, comment| format!("{note}: {comment}")));
        let change = Change { rating: Some(Some(rating)), rating_comment: Some(comment), ..Change::default() };
        Ok(Step { change, note, ..Step::default() })
    })
    .await
}

/// Writes to the programme.
#[utoipa::path(tag = "my case", params(IdempotencyKey), request_body = OwnMessage, responses((status = CREATED, body = MyCase)))]
#[post("/my-case/messages")]
async fn message_my_case(
    reporter: Reporter,
    key: IdempotencyKey,
    Valid(input): Valid<OwnMessage>,
    system: web::Data<System>,
) -> Result<Answer> {
    let shared = system.clone();
    system
        .db
        .write(move |conn| {
            let now = Utc::now();
            let case = store::find_own(conn, &reporter)?;
            key.once(conn, &shared.sealer, &input.clone(), now, |conn| {
                message::write_own(conn, &case, input.body, now)?;
                let case = store::reread(conn, case.id)?;
                render::my_case(conn, &case)
            })
        })
        .await
}

/// Says whether anybody does the reporter harm for having spoken. Protection focal points read it, and nobody else.
#[utoipa::path(tag = "my case", params(IdempotencyKey), request_body = CheckInInput, responses((status = CREATED, body = MyCase)))]
#[post("/my-case/check-in")]
async fn answer_check_in(
    reporter: Reporter,
    key: IdempotencyKey,
    Valid(input): Valid<CheckInInput>,
    system: web::Data<System>,
) -> Result<Answer> {
    let shared = system.clone();
    system
        .db
        .write(move |conn| {
            let now = Utc::now();
            let case = store::find_own(conn, &reporter)?;
            key.once(conn, &shared.sealer, &input.clone(), now, |conn| {
                check_ins::store::answer(conn, &shared.sealer, &case, input, now)?;
                let subject = Subject::new("grievance", case.id);
                audit::record(conn, &Reporter::who(), "answer_check_in", &subject, "", now)?;
                render::my_case(conn, &case)
            })
        })
        .await
}
