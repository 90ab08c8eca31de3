//! Opening a session for somebody who has proved who they are.

use actix_web::http::header::{CACHE_CONTROL, USER_AGENT};
use actix_web::{HttpRequest, HttpResponse};
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::{SessionId, cookie, store};
use crate::accounts::{self, AccountId, Me};
use crate::app::System;
use crate::audit::{self, Subject};
use crate::authn::token::{ACCESS, Bearer};
use crate::authz::{Role, Who};
use crate::db::Conn;
use crate::error::Result;
use crate::second_factor::domain::Demand;

/// An open session.
#[derive(Serialize, ToSchema)]
pub struct Session {
    /// Send it as `Authorization: Bearer …`; keep it in memory only.
    pub access_token: String,
    /// Seconds until it must be refreshed.
    pub expires_in: i64,
    pub account: Me,
}

/// A session and the refresh token that goes with it.
pub struct Opened {
    pub session: SessionId,
    pub token: String,
    pub me: Me,
}

impl Opened {
    pub fn answer(self, system: &System, now: DateTime<Utc>) -> Result<HttpResponse> {
        let Self { session, token, me } = self;
        let access_token = system.tokens.sign(Bearer::Session { account: me.id, session }, now)?;
        let session = Session { access_token, expires_in: ACCESS.num_seconds(), account: me };
        Ok(HttpResponse::Ok().cookie(cookie::with(token)).insert_header((CACHE_CONTROL, "no-store")).json(session))
    }
}

/// Opens a session; `operation` is what its holder did for it.
pub fn open(
    conn: &mut Conn,
    account: AccountId,
    device: &str,
    demand: Demand,
    operation: &'static str,
    now: DateTime<Utc>,
) -> Result<Opened> {
    let (session, token) = store::open(conn, account, device, now)?;
    let me = accounts::store::of(conn, account, demand)?;
    audit::record(conn, &who(account, me.role), operation, &Subject::new("session", session), "", now)?;
    Ok(Opened { session, token, me })
}

/// Somebody without a permit yet.
pub fn who(account: AccountId, role: Role) -> Who {
    Who { id: Some(account.to_string()), role: role.as_str() }
}

/// A few words by which people know their devices again; no more than the list of sessions shows.
pub fn device(request: &HttpRequest) -> String {
    let agent = request.headers().get(USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let find = |names: &[&'static str]| names.iter().copied().find(|name| agent.contains(name));
    let browser = find(&["Firefox", "Edg", "OPR", "Chrome", "Safari"]).unwrap_or("?");
    let system = find(&["Android", "iPhone", "iPad", "Windows", "Mac OS", "Linux"]).unwrap_or("?");
    format!("{browser}, {system}")
}
