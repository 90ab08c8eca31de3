//! Staying signed in, signing out, and where one is signed in.

use actix_web::{HttpRequest, HttpResponse, delete, get, post, web};
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::opening::{Opened, Session, who};
use super::policy::{ListSessions, RevokeSession};
use super::store::{self, Refreshed, SessionRow};
use super::{SessionId, cookie};
use crate::accounts;
use crate::app::System;
use crate::audit::{self, Subject};
use crate::authz::{Action, Permit};
use crate::error::{ApiError, Result};
use crate::http::{Id, Page, Routes};

pub fn routes(api: &mut impl Routes) {
    api.service(refresh_session).service(log_out).service(list_sessions).service(revoke_session);
}

/// Gives a new access token for the refresh cookie, and replaces the cookie.
///
/// Needs the header `X-Requested-With: maslahat` and, from a browser, this site's own origin.
#[utoipa::path(
    tag = "sessions", params(("x-requested-with" = String, Header, pattern = "^maslahat$", example = "maslahat")),
    responses((status = OK, body = Session), (status = FORBIDDEN), (status = TOO_MANY_REQUESTS))
)]
#[post("/auth/refresh")]
async fn refresh_session(request: HttpRequest, system: web::Data<System>) -> Result<HttpResponse> {
    system.limits.sign_in(&request)?;
    let token = cookie::token(&request, &system.public_url)?;
    let (now, demand) = (Utc::now(), system.factors.demand);
    let outcome = system
        .db
        .write(move |conn| {
            let outcome = store::refresh(conn, &token, now)?;
            if let Refreshed::Reused { account, session } = &outcome {
                let who = who(*account, accounts::store::role_of(conn, *account)?);
                audit::record(conn, &who, "refresh_session", &Subject::new("session", session), "reused", now)?;
            }
            Ok(outcome)
        })
        .await?;
    match outcome {
        Refreshed::Renewed { account, session, token } => {
            let me = system.db.read(move |conn| accounts::store::of(conn, account, demand)).await?;
            Opened { session, token, me }.answer(&system, now)
        }
        Refreshed::Reused { .. } | Refreshed::Unknown => Err(ApiError::Unauthenticated),
    }
}

/// Ends the session of the refresh cookie and removes the cookie.
#[utoipa::path(
    tag = "sessions", params(("x-requested-with" = String, Header, pattern = "^maslahat$", example = "maslahat")),
    responses((status = NO_CONTENT), (status = FORBIDDEN))
)]
#[post("/auth/logout")]
async fn log_out(request: HttpRequest, system: web::Data<System>) -> Result<HttpResponse> {
    let token = cookie::token(&request, &system.public_url)?;
    system
        .db
        .write(move |conn| {
            let now = Utc::now();
            if let Some((session, account)) = store::end_by_token(conn, &token, now)? {
                let who = who(account, accounts::store::role_of(conn, account)?);
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
