//! The reporter's moves off the main path: answering, appealing, withdrawing, coming back.

use actix_web::{post, web};

use super::domain::Move;
use super::inputs::{OwnMessage, Rating, Reopening, Withdrawal};
use super::moves::{Message, Step, make_own};
use super::view::MyCase;
use super::{second_ratings, withdrawals};
use crate::app::System;
use crate::authz::Reporter;
use crate::error::Result;
use crate::http::{IfMatch, Routes, Tagged, Valid};

pub fn routes(api: &mut impl Routes) {
    api.service(answer_my_case)
        .service(appeal_my_case)
        .service(reopen_my_case)
        .service(withdraw_my_case)
        .service(rate_my_case_again);
}

/// Answers what the programme asked.
#[utoipa::path(tag = "my case", params(IfMatch), request_body = OwnMessage, responses((status = OK, body = MyCase)))]
#[post("/my-case/answer")]
async fn answer_my_case(
    reporter: Reporter,
    expected: IfMatch,
    Valid(input): Valid<OwnMessage>,
    system: web::Data<System>,
) -> Result<Tagged<MyCase>> {
    make_own(&system, reporter, expected, Move::Reply, "answer_my_case", |_, _, _| with_words(input.body)).await
}

/// Appeals against the finding that the case is not for the mechanism, within 60 days. Other people decide it, within 20
/// working days.
#[utoipa::path(tag = "my case", params(IfMatch), request_body = Reopening, responses((status = OK, body = MyCase)))]
#[post("/my-case/appeal")]
async fn appeal_my_case(
    reporter: Reporter,
    expected: IfMatch,
    Valid(input): Valid<Reopening>,
    system: web::Data<System>,
) -> Result<Tagged<MyCase>> {
    make_own(&system, reporter, expected, Move::Appeal, "appeal_my_case", |_, _, _| with_words(input.reason)).await
}

/// Asks to look again into a case that ended, within 60 days.
#[utoipa::path(tag = "my case", params(IfMatch), request_body = Reopening, responses((status = OK, body = MyCase)))]
#[post("/my-case/reopen")]
async fn reopen_my_case(
    reporter: Reporter,
    expected: IfMatch,
    Valid(input): Valid<Reopening>,
    system: web::Data<System>,
) -> Result<Tagged<MyCase>> {
    make_own(&system, reporter, expected, Move::Reopen, "reopen_my_case", |_, _, _| with_words(input.reason)).await
}

/// Withdraws the case. Whether anybody pressed the reporter is told to protection focal points alone.
#[utoipa::path(tag = "my case", params(IfMatch), request_body = Withdrawal, responses((status = OK, body = MyCase)))]
#[post("/my-case/withdraw")]
async fn withdraw_my_case(
    reporter: Reporter,
    expected: IfMatch,
    Valid(input): Valid<Withdrawal>,
    system: web::Data<System>,
) -> Result<Tagged<MyCase>> {
    let sealer = system.sealer.clone();
    make_own(&system, reporter, expected, Move::Withdraw, "withdraw_my_case", move |conn, case, now| {
        withdrawals::add(conn, &sealer, case, &input, now)?;
        Ok(Step::default())
    })
    .await
}

/// Says how content the reporter is four weeks after the end.
#[utoipa::path(tag = "my case", params(IfMatch), request_body = Rating, responses((status = OK, body = MyCase)))]
#[post("/my-case/rate-again")]
async fn rate_my_case_again(
    reporter: Reporter,
    expected: IfMatch,
    Valid(input): Valid<Rating>,
    system: web::Data<System>,
) -> Result<Tagged<MyCase>> {
    make_own(&system, reporter, expected, Move::RateAgain, "rate_my_case_again", |conn, case, now| {
        second_ratings::add(conn, case.id, input, now)?;
        Ok(Step::default())
    })
    .await
}

fn with_words(body: String) -> Result<Step> {
    Ok(Step { message: Some(Message::of_reporter(body)), ..Step::default() })
}
