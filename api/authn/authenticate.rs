//! Reads who is calling before any handler runs.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::AUTHORIZATION;
use actix_web::middleware::Next;
use actix_web::{Error, HttpMessage, HttpRequest, web};
use chrono::{DateTime, Utc};

use super::actor::{Actor, Credential, account_actor};
use super::api_key::{KeySecret, is_worth_noting, key_actor, note_use};
use super::token::Bearer;
use crate::app::System;
use crate::error::{ApiError, Result};
use crate::grievances::GrievanceId;

/// Who is calling. Without one, the caller is a stranger.
pub enum Caller {
    Actor(Actor),
    /// Somebody who opened this case with its receipt code.
    Reporter(GrievanceId),
}

/// Middleware: puts the [`Caller`] where the permits look for it. A credential that does not hold is 401 everywhere.
pub async fn authenticate(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> std::result::Result<ServiceResponse, Error> {
    match caller_of(&request).await {
        Ok(caller) => {
            if let Some(caller) = caller {
                request.extensions_mut().insert(caller);
            }
            Ok(next.call(request).await?.map_into_boxed_body())
        }
        Err(error) => Ok(request.error_response(error)),
    }
}

async fn caller_of(request: &ServiceRequest) -> Result<Option<Caller>> {
    let Some(credential) = bearer(request.request())? else { return Ok(None) };
    let system = request.app_data::<web::Data<System>>().ok_or(ApiError::Internal)?.clone();
    identify(&system, credential).await.map(Some)
}

fn bearer(request: &HttpRequest) -> Result<Option<String>> {
    let Some(header) = request.headers().get(AUTHORIZATION) else { return Ok(None) };
    let text = header.to_str().map_err(|_| ApiError::Unauthenticated)?;
    let (scheme, credential) = text.split_once(' ').ok_or(ApiError::Unauthenticated)?;
    if scheme.eq_ignore_ascii_case("bearer") {
        Ok(Some(credential.trim().to_owned()))
    } else {
        Err(ApiError::Unauthenticated)
    }
}

async fn identify(system: &System, credential: String) -> Result<Caller> {
    let now = Utc::now();
    if let Some(key) = KeySecret::parse(&credential) {
        return with_key(system, key, now).await.map(Caller::Actor);
    }
    match system.tokens.check(&credential)? {
        Bearer::Session { account, session } => {
            let demand = system.factors.demand;
            system.db.glance(move |conn| account_actor(conn, account, session, demand, now)).await.map(Caller::Actor)
        }
        Bearer::Receipt(case) => Ok(Caller::Reporter(case)),
    }
}

async fn with_key(system: &System, key: KeySecret, now: DateTime<Utc>) -> Result<Actor> {
    let ((actor, last_noted), key) =
        system.db.glance(move |conn| key_actor(conn, &key, now).map(|found| (found, key))).await?;
    if is_worth_noting(last_noted, now) {
        system.db.write(move |conn| note_use(conn, &key, now)).await?;
    }
    Ok(actor)
}

/// A name for the caller that lasts as long as an idempotency key must; `None` for a stranger.
pub fn caller(request: &HttpRequest) -> Option<String> {
    request.extensions().get::<Caller>().map(|caller| match caller {
        Caller::Actor(actor) => match actor.credential {
            Credential::Session { account, session: _ } => account.to_string(),
            Credential::Key(key) => key.to_string(),
        },
        Caller::Reporter(case) => case.to_string(),
    })
}
