//! The caller's own second factor.

use actix_web::http::header::CACHE_CONTROL;
use actix_web::{HttpRequest, HttpResponse, get, post, web};
use chrono::Utc;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use super::policy::{
    AcknowledgeFactorReset, BeginSecondFactor, ConfirmSecondFactor, GetSecondFactor, RemoveSecondFactor,
    RenewRecoveryCodes,
};
use super::proof::{self, Asker, proving};
use super::qr::Qr;
use super::store;
use super::totp::Secret;
use super::view::{Enrolment, RecoveryCodes, SecondFactor};
use crate::accounts;
use crate::app::System;
use crate::audit::{self, Subject};
use crate::authn::password;
use crate::authz::{Action, Permit};
use crate::db::Conn;
use crate::error::{ApiError, Result};
use crate::http::{Routes, Valid};

pub fn routes(api: &mut impl Routes) {
    api.service(get_second_factor)
        .service(begin_second_factor)
        .service(confirm_second_factor)
        .service(renew_recovery_codes)
        .service(remove_second_factor)
        .service(acknowledge_factor_reset);
}

/// The caller's second factor.
#[utoipa::path(tag = "second factor", responses((status = OK, body = SecondFactor)))]
#[get("/me/second-factor")]
async fn get_second_factor(permit: Permit<GetSecondFactor>, system: web::Data<System>) -> Result<HttpResponse> {
    let (demand, role) = (system.factors.demand, permit.role());
    let (standing, left) = system.db.read(move |conn| store::own(conn, &permit)).await?;
    Ok(not_to_be_kept(SecondFactor::of(&standing, left, demand, role)))
}

/// What proves that it is the caller who asks for a new secret.
#[derive(Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct SetUp {
    #[validate(length(min = 1, max = 200))]
    #[schema(min_length = 1, max_length = 200)]
    pub password: String,
    /// A code of the second factor that is in force, or a recovery code; needed where there is one.
    #[validate(length(min = 6, max = 20))]
    #[schema(min_length = 6, max_length = 20)]
    pub code: Option<String>,
}

/// Makes a new secret for a phone's app. It counts from its confirmation on; until then, one that is in force stays so.
#[utoipa::path(
    tag = "second factor", request_body = SetUp,
    responses((status = OK, body = Enrolment), (status = TOO_MANY_REQUESTS))
)]
#[post("/me/second-factor")]
async fn begin_second_factor(
    request: HttpRequest,
    permit: Permit<BeginSecondFactor>,
    Valid(set_up): Valid<SetUp>,
    system: web::Data<System>,
) -> Result<HttpResponse> {
    system.limits.sign_in(&request)?;
    let SetUp { password, code } = set_up;
    let account = permit.account()?;
    let (known, email) = system.db.read(move |conn| accounts::store::credentials(conn, account)).await?;
    if !password::verify(password, Some(known)).await? {
        return Err(ApiError::field("/password", "wrong_password"));
    }
    let secret = Secret::draw();
    let url = secret.url(&email)?;
    let enrolment = Enrolment { key: secret.text(), qr: Qr::of(&url)?, url };
    let (factors, now) = (system.factors.clone(), Utc::now());
    let begun = system.db.write(move |conn| {
        let on = store::standing(conn, account)?.confirmed_at.is_some();
        let begin = |conn: &mut Conn| {
            store::begin(conn, &factors, &permit, &secret, now)?;
            let subject = Subject::new("account", account);
            audit::record(conn, &permit.who(), BeginSecondFactor::OPERATION, &subject, "", now)
        };
        match code {
            Some(code) if on => proving(conn, &factors, &asker(&permit)?, &code, now, begin),
            None if on => Err(ApiError::field("/code", "required")),
            Some(_) | None => begin(conn).map(Ok),
        }
    });
    begun.await??;
    Ok(not_to_be_kept(enrolment))
}

fn asker<A: Action>(permit: &Permit<A>) -> Result<Asker> {
    Ok(Asker { account: permit.account()?, who: permit.who(), operation: A::OPERATION })
}

/// A code of the phone's app.
#[derive(Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct FactorCode {
    /// Six digits; where a second factor is in force already, a recovery code does as well.
    #[validate(length(min = 6, max = 20))]
    #[schema(min_length = 6, max_length = 20, example = "287082")]
    pub code: String,
}

/// Puts the new secret in force, if the phone's code is right, and gives ten recovery codes. All other sessions of the
/// account end.
#[utoipa::path(
    tag = "second factor", request_body = FactorCode,
    responses((status = OK, body = RecoveryCodes), (status = TOO_MANY_REQUESTS))
)]
#[post("/me/second-factor/confirm")]
async fn confirm_second_factor(
    permit: Permit<ConfirmSecondFactor>,
    Valid(FactorCode { code }): Valid<FactorCode>,
    system: web::Data<System>,
) -> Result<HttpResponse> {
    let (factors, now) = (system.factors.clone(), Utc::now());
    let confirmed = system.db.write(move |conn| {
        let codes = store::confirm(conn, &factors, &permit, &code, now)?;
        let subject = Subject::new("account", permit.account()?);
        audit::record(conn, &permit.who(), ConfirmSecondFactor::OPERATION, &subject, "", now)?;
        Ok(RecoveryCodes { codes })
    });
    Ok(not_to_be_kept(confirmed.await?))
}

/// Gives ten new recovery codes; the old ones open nothing any more.
#[utoipa::path(
    tag = "second factor", request_body = FactorCode,
    responses((status = OK, body = RecoveryCodes), (status = TOO_MANY_REQUESTS))
)]
#[post("/me/second-factor/recovery-codes")]
async fn renew_recovery_codes(
    permit: Permit<RenewRecoveryCodes>,
    Valid(FactorCode { code }): Valid<FactorCode>,
    system: web::Data<System>,
) -> Result<HttpResponse> {
    let (factors, now) = (system.factors.clone(), Utc::now());
    let renewed = system.db.write(move |conn| {
        proving(conn, &factors, &asker(&permit)?, &code, now, |conn| {
            let subject = Subject::new("account", permit.account()?);
            audit::record(conn, &permit.who(), RenewRecoveryCodes::OPERATION, &subject, "", now)?;
            Ok(RecoveryCodes { codes: proof::renew_codes(conn, &factors, &permit)? })
        })
    });
    Ok(not_to_be_kept(renewed.await??))
}

/// Takes the caller's second factor away, where the role does not need one.
#[utoipa::path(
    tag = "second factor", request_body = FactorCode,
    responses((status = NO_CONTENT), (status = TOO_MANY_REQUESTS))
)]
#[post("/me/second-factor/remove")]
async fn remove_second_factor(
    permit: Permit<RemoveSecondFactor>,
    Valid(FactorCode { code }): Valid<FactorCode>,
    system: web::Data<System>,
) -> Result<HttpResponse> {
    if system.factors.demand.of(permit.role()) {
        return Err(ApiError::Conflict("second_factor_required"));
    }
    let (factors, now) = (system.factors.clone(), Utc::now());
    let removed = system.db.write(move |conn| {
        let account = permit.account()?;
        proving(conn, &factors, &asker(&permit)?, &code, now, |conn| {
            store::remove(conn, account, None)?;
            let subject = Subject::new("account", account);
            audit::record(conn, &permit.who(), RemoveSecondFactor::OPERATION, &subject, "", now)
        })
    });
    removed.await??;
    Ok(HttpResponse::NoContent().finish())
}

/// The caller has read that an administrator took the second factor away.
#[utoipa::path(tag = "second factor", responses((status = NO_CONTENT)))]
#[post("/me/second-factor/acknowledge-reset")]
async fn acknowledge_factor_reset(
    permit: Permit<AcknowledgeFactorReset>,
    system: web::Data<System>,
) -> Result<HttpResponse> {
    let acknowledged = system.db.write(move |conn| {
        if !store::acknowledge_reset(conn, &permit)? {
            return Ok(());
        }
        let subject = Subject::new("account", permit.account()?);
        audit::record(conn, &permit.who(), AcknowledgeFactorReset::OPERATION, &subject, "", Utc::now())
    });
    acknowledged.await?;
    Ok(HttpResponse::NoContent().finish())
}

fn not_to_be_kept(record: impl Serialize) -> HttpResponse {
    HttpResponse::Ok().insert_header((CACHE_CONTROL, "no-store")).json(record)
}
