//! Signing in and out.

use actix_web::http::header::{CACHE_CONTROL, USER_AGENT};
use actix_web::{HttpRequest, HttpResponse, delete, get, post, web};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;
use validator::Validate;

use super::policy::{ListSessions, RevokeSession};
use super::store::{self, Refreshed, SessionRow};
use super::{SessionId, cookie};
use crate::accounts::{self, AccountId, Me};
use crate::app::System;
use crate::audit::{self, Subject};
use crate::authn::password;
use crate::authn::token::{ACCESS, Bearer};
use crate::authz::{Action, Permit, Who};
use crate::error::{ApiError, Result};
use crate::http::{Id, Page, Valid};

pub fn routes(api: &mut ServiceConfig) {
    api.service(log_in).service(refresh_session).service(log_out).service(list_sessions).service(revoke_session);
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

/// An open session.
#[derive(Serialize, ToSchema)]
pub struct Session {
    /// Send it as `Authorization: Bearer …`; keep it in memory only.
    pub access_token: String,
    /// Seconds until it must be refreshed.
    pub expires_in: i64,
    pub account: Me,
}

/// Signs in. Sets the refresh token as a cookie.
///
/// The answer is the same, after the same time, for a wrong password, an unknown address, a closed account and one
/// that waits after wrong passwords.
#[utoipa::path(tag = "sessions", request_body = Login, responses((status = OK, body = Session)))]
#[post("/auth/login")]
async fn log_in(request: HttpRequest, Valid(login): Valid<Login>, system: web::Data<System>) -> Result<HttpResponse> {
    system.limits.sign_in(&request)?;
    let now = Utc::now();
    let email = login.email.trim().to_lowercase();
    let candidate = system.db.read(move |conn| store::candidate(conn, &email, now)).await?;
    let hash = candidate.as_ref().map(|candidate| candidate.password_hash.clone());
    let right = password::verify(login.password, hash).await?;
    let Some(candidate) = candidate else { return Err(ApiError::Unauthenticated) };
    if !right || !candidate.open {
        let account = candidate.id;
        system.db.write(move |conn| store::note_failure(conn, account, now)).await?;
        return Err(ApiError::Unauthenticated);
    }
    open(&request, &system, candidate.id, "log_in").await
}

/// Opens a session for an account that has just proved itself.
pub async fn open(
    request: &HttpRequest,
    system: &System,
    account: AccountId,
    operation: &'static str,
) -> Result<HttpResponse> {
    let now = Utc::now();
    let device = device(request);
    let (session, token, me) = system
        .db
        .write(move |conn| {
            let (session, token) = store::open(conn, account, &device, now)?;
            let me = accounts::store::of(conn, account)?;
            audit::record(conn, &who(&me), operation, &Subject::new("session", session), "", now)?;
            Ok((session, token, me))
        })
        .await?;
    answer(system, session, token, me, now)
}

fn who(me: &Me) -> Who {
    Who { id: Some(me.id.to_string()), role: me.role.as_str() }
}

fn answer(system: &System, session: SessionId, token: String, me: Me, now: DateTime<Utc>) -> Result<HttpResponse> {
    let access_token = system.tokens.sign(Bearer::Session { account: me.id, session }, now)?;
    let session = Session { access_token, expires_in: ACCESS.num_seconds(), account: me };
    Ok(HttpResponse::Ok().cookie(cookie::with(token)).insert_header((CACHE_CONTROL, "no-store")).json(session))
}

/// A few words by which people know their devices again; no more than the list of sessions shows.
fn device(request: &HttpRequest) -> String {
    let agent = request.headers().get(USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let find = |names: &[&'static str]| names.iter().copied().find(|name| agent.contains(name));
    let browser = find(&["Firefox", "Edg", "OPR", "Chrome", "Safari"]).unwrap_or("?");
    let system = find(&["Android", "iPhone", "iPad", "Windows", "Mac OS", "Linux"]).unwrap_or("?");
    format!("{browser}, {system}")
}

/// Gives a new access token for the refresh cookie, and replaces the cookie.
///
/// Needs the header `X-Requested-With: maslahat` and, from a browser, this site's own origin.
#[utoipa::path(tag = "sessions", params(("x-requested-with" = String, Header, example = "maslahat")), responses((status = OK, body = Session)))]
#[post("/auth/refresh")]
async fn refresh_session(request: HttpRequest, system: web::Data<System>) -> Result<HttpResponse> {
    system.limits.sign_in(&request)?;
    let token = cookie::token(&request, &system.public_url)?;
    let now = Utc::now();
    let outcome = system
        .db
        .write(move |conn| {
            let outcome = store::refresh(conn, &token, now)?;
            if let Refreshed::Reused { account, session } = &outcome {
                let who = who(&accounts::store::of(conn, *account)?);
                audit::record(conn, &who, "refresh_session", &Subject::new("session", session), "reused", now)?;
            }
            Ok(outcome)
        })
        .await?;
    match outcome {
        Refreshed::Renewed { account, session, token } => {
            let me = system.db.read(move |conn| accounts::store::of(conn, account)).await?;
            answer(&system, session, token, me, now)
        }
        Refreshed::Reused { .. } | Refreshed::Unknown => Err(ApiError::Unauthenticated),
    }
}

/// Ends the session of the refresh cookie and removes the cookie.
#[utoipa::path(tag = "sessions", params(("x-requested-with" = String, Header, example = "maslahat")), responses((status = NO_CONTENT)))]
#[post("/auth/logout")]
async fn log_out(request: HttpRequest, system: web::Data<System>) -> Result<HttpResponse> {
    let token = cookie::token(&request, &system.public_url)?;
    system
        .db
        .write(move |conn| {
            let now = Utc::now();
            if let Some((session, account)) = store::end_by_token(conn, &token, now)? {
                let who = who(&accounts::store::of(conn, account)?);
                audit::record(conn, &who, "log_out", &Subject::new("session", session), "", now)?;
            }
            Ok(())
        })
        .await?;
    Ok(HttpResponse::NoContent().cookie(cookie::cleared()).finish())
}

/// A place where the caller is signed in.
#[derive(Serialize, ToSchema)]
pub struct OpenSession {
    pub id: SessionId,
    /// Browser and system, as the device called itself.
    #[schema(example = "Chrome, Android")]
    pub device: String,
    pub created_at: DateTime<Utc>,
    pub last_used_at: DateTime<Utc>,
    /// Whether it is the one that asks.
    pub current: bool,
}

/// The caller's own open sessions.
#[utoipa::path(tag = "sessions", responses((status = OK, body = Page<OpenSession>)))]
#[get("/sessions")]
async fn list_sessions(
    permit: Permit<ListSessions>,
    system: web::Data<System>,
) -> Result<web::Json<Page<OpenSession>>> {
    let current = permit.session();
    let rows = system.db.read(move |conn| store::list(conn, &permit, Utc::now())).await?;
    let view = |row: SessionRow| OpenSession {
        current: Some(row.id) == current,
        id: row.id,
        device: row.device,
        created_at: row.created_at.utc(),
        last_used_at: row.last_used_at.utc(),
    };
    Ok(web::Json(Page { items: rows.into_iter().map(view).collect(), next: None, total: None }))
}

/// Ends one of the caller's own sessions.
#[utoipa::path(tag = "sessions", params(("id" = SessionId, Path)), responses((status = NO_CONTENT)))]
#[delete("/sessions/{id}")]
async fn revoke_session(
    permit: Permit<RevokeSession>,
    Id(id): Id<SessionId>,
    system: web::Data<System>,
) -> Result<HttpResponse> {
    system
        .db
        .write(move |conn| {
            let now = Utc::now();
            store::revoke(conn, &permit, id, now)?;
            audit::record(conn, &permit.who(), RevokeSession::OPERATION, &Subject::new("session", id), "", now)
        })
        .await?;
    Ok(HttpResponse::NoContent().finish())
}
