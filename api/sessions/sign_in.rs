//! Signing in: the password, and the second factor where the account has one.

use actix_web::http::header::CACHE_CONTROL;
use actix_web::{HttpRequest, HttpResponse, post, web};
use chrono::Utc;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use super::opening::{Opened, Session, device, open, who};
use super::store::{self, Candidate};
use crate::accounts::domain::address;
use crate::app::System;
use crate::authn::password;
use crate::error::{ApiError, Result};
use crate::http::{Routes, Valid};
use crate::second_factor::domain::CHALLENGE;
use crate::second_factor::proof::{Asker, Refusal, proving};
use crate::second_factor::{challenge, store as factor_store};

pub fn routes(api: &mut impl Routes) {
    api.service(log_in).service(pass_second_factor);
}

/// An address and its password.
#[derive(Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Login {
    #[validate(length(min = 3, max = 254))]
    #[schema(min_length = 3, max_length = 254)]
    pub email: String,
    #[validate(length(min = 1, max = 200))]
    #[schema(min_length = 1, max_length = 200)]
    pub password: String,
}

/// A session or, where the account has a second factor, what stands for it until the second step.
#[derive(Serialize, ToSchema)]
#[serde(untagged)]
pub enum SignIn {
    Session(Box<Session>),
    Challenge(Challenge),
}

/// The password was right; a code of the second factor is still to come.
#[derive(Serialize, ToSchema)]
pub struct Challenge {
    /// Send it with the code to `pass_second_factor`; keep it in memory only.
    pub challenge_token: String,
    /// Seconds until the password is needed again.
    pub expires_in: i64,
}

/// What came of a right password.
enum FirstStep {
    Opened(Box<Opened>),
    Challenged(String),
}

/// Signs in. Sets the refresh token as a cookie, unless a second step is to come.
///
/// The answer is the same, after the same time, for a wrong password, an unknown address, a closed account and one
/// that waits after wrong passwords, with a second factor and without.
#[utoipa::path(
    tag = "sessions", request_body = Login,
    responses((status = OK, body = SignIn), (status = TOO_MANY_REQUESTS))
)]
#[post("/auth/login")]
async fn log_in(request: HttpRequest, Valid(login): Valid<Login>, system: web::Data<System>) -> Result<HttpResponse> {
    system.limits.sign_in(&request)?;
    let now = Utc::now();
    let email = address(&login.email);
    let candidate = system.db.read(move |conn| store::candidate(conn, &email, now)).await?;
    let hash = candidate.as_ref().map(|candidate| candidate.password_hash.clone());
    let right = password::verify(login.password, hash).await?;
    let account = match candidate {
        Some(Candidate { id, open: true, .. }) if right => id,
        other => {
            let account = other.map(|candidate| candidate.id);
            system.db.write(move |conn| store::note_failure(conn, account, now)).await?;
            return Err(ApiError::Unauthenticated);
        }
    };
    let (device, demand) = (device(&request), system.factors.demand);
    let step = system.db.write(move |conn| {
        if factor_store::standing(conn, account)?.confirmed_at.is_some() {
            return challenge::make(conn, account, now).map(FirstStep::Challenged);
        }
        open(conn, account, &device, demand, "log_in", now).map(|opened| FirstStep::Opened(Box::new(opened)))
    });
    match step.await? {
        FirstStep::Opened(opened) => opened.answer(&system, now),
        FirstStep::Challenged(challenge_token) => {
            let challenge = Challenge { challenge_token, expires_in: CHALLENGE.num_seconds() };
            Ok(HttpResponse::Ok().insert_header((CACHE_CONTROL, "no-store")).json(challenge))
        }
    }
}

/// The second step of a sign-in.
#[derive(Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct SecondStep {
    #[validate(length(min = 1, max = 100))]
    #[schema(min_length = 1, max_length = 100)]
    pub challenge_token: String,
    /// Six digits from the phone, or a recovery code.
    #[validate(length(min = 6, max = 20))]
    #[schema(min_length = 6, max_length = 20, example = "287082")]
    pub code: String,
}

/// Opens the session of a sign-in whose password was right. Sets the refresh token as a cookie.
///
/// 401: the sign-in is over, begin again. 422 with `wrong_code` for a code that is wrong or was used; after three of
/// them, 429 with a wait that doubles each time.
#[utoipa::path(
    tag = "sessions", request_body = SecondStep,
    responses((status = OK, body = Session), (status = TOO_MANY_REQUESTS))
)]
#[post("/auth/second-factor")]
async fn pass_second_factor(
    request: HttpRequest,
    Valid(step): Valid<SecondStep>,
    system: web::Data<System>,
) -> Result<HttpResponse> {
    system.limits.sign_in(&request)?;
    let SecondStep { challenge_token, code } = step;
    let (now, device, factors) = (Utc::now(), device(&request), system.factors.clone());
    let passed = system.db.write(move |conn| {
        let Some((account, role)) = challenge::holder(conn, &challenge_token, now)? else {
            return Err(ApiError::Unauthenticated);
        };
        let asker = Asker { account, who: who(account, role), operation: "pass_second_factor" };
        proving(conn, &factors, &asker, &code, now, |conn| {
            if !challenge::use_up(conn, &challenge_token)? {
                return Err(ApiError::Unauthenticated);
            }
            open(conn, account, &device, factors.demand, "pass_second_factor", now)
        })
    });
    let passed: std::result::Result<Opened, Refusal> = passed.await?;
    passed?.answer(&system, now)
}
