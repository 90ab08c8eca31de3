//! The caller's own account.

use actix_web::{HttpResponse, get, patch, post, web};
use chrono::Utc;
use serde::Deserialize;
use utoipa::ToSchema;
use validator::Validate;

use super::policy::{ChangePassword, GetMe, UpdateMe};
use super::{Me, store};
use crate::app::System;
use crate::audit::{self, Subject};
use crate::authn::password;
use crate::authz::{Action, Permit};
use crate::error::{ApiError, Result};
use crate::http::{IfMatch, Routes, Tagged, Valid};
use crate::names::Language;
use crate::sessions;

pub fn routes(api: &mut impl Routes) {
    api.service(get_me).service(update_me).service(change_password);
}

/// The caller's own account, and what its role may do.
#[utoipa::path(tag = "accounts", responses((status = OK, body = Me)))]
#[get("/me")]
async fn get_me(permit: Permit<GetMe>, system: web::Data<System>) -> Result<Tagged<Me>> {
    let demand = system.factors.demand;
    let me = system.db.read(move |conn| store::me(conn, &permit, demand)).await?;
    Ok(Tagged(me.version, me))
}

/// What to change; a field left out stays as it is.
#[derive(Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct MeChange {
    #[validate(length(min = 1, max = 120))]
    #[schema(min_length = 1, max_length = 120)]
    pub name: Option<String>,
    pub language: Option<Language>,
    /// Whether e-mails are to say that something waits. They never say what.
    pub mail_wanted: Option<bool>,
}

/// Changes the caller's own name or language, or whether e-mails say that something waits.
#[utoipa::path(tag = "accounts", params(IfMatch), request_body = MeChange, responses((status = OK, body = Me)))]
#[patch("/me")]
async fn update_me(
    permit: Permit<UpdateMe>,
    expected: IfMatch,
    Valid(change): Valid<MeChange>,
    system: web::Data<System>,
) -> Result<Tagged<Me>> {
    let change = store::OwnChange { name: change.name, language: change.language, mail_wanted: change.mail_wanted };
    let demand = system.factors.demand;
    let me = system
        .db
        .write(move |conn| {
            let account = permit.account()?;
            store::update_me(conn, &permit, &expected, &change)?;
            audit::record(conn, &permit.who(), UpdateMe::OPERATION, &Subject::new("account", account), "", Utc::now())?;
            store::of(conn, account, demand)
        })
        .await?;
    Ok(Tagged(me.version, me))
}

/// A change of password.
#[derive(Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct PasswordChange {
    #[validate(length(min = 1, max = 200))]
    #[schema(min_length = 1, max_length = 200)]
    pub current: String,
    #[validate(length(min = 10, max = 200))]
    #[schema(min_length = 10, max_length = 200)]
    pub new: String,
}

/// Changes the caller's password. All other sessions of the account end.
#[utoipa::path(tag = "accounts", request_body = PasswordChange, responses((status = NO_CONTENT)))]
#[post("/me/password")]
async fn change_password(
    permit: Permit<ChangePassword>,
    Valid(change): Valid<PasswordChange>,
    system: web::Data<System>,
) -> Result<HttpResponse> {
    password::check_strength("/new", &change.new, &[])?;
    let (permit, known) =
        system.db.read(move |conn| store::password_hash(conn, &permit).map(|hash| (permit, hash))).await?;
    if !password::verify(change.current, Some(known)).await? {
        return Err(ApiError::field("/current", "wrong_password"));
    }
    let hash = password::hash(change.new).await?;
    system
        .db
        .write(move |conn| {
            let (account, now) = (permit.account()?, Utc::now());
            store::set_password(conn, &permit, &hash)?;
            sessions::store::end_others(conn, account, permit.session(), now)?;
            let subject = Subject::new("account", account);
            audit::record(conn, &permit.who(), ChangePassword::OPERATION, &subject, "", now)
        })
        .await?;
    Ok(HttpResponse::NoContent().finish())
}
