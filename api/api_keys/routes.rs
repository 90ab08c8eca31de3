//! Partners' keys over HTTP.

use actix_web::{HttpResponse, delete, get, post, web};
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use super::policy::{CreateApiKey, ListApiKeys, RevokeApiKey};
use super::store::{self, NewApiKeyRow};
use super::view::NewApiKeySecret;
use super::{ApiKey, ApiKeyId};
use crate::accounts::memberships;
use crate::app::System;
use crate::audit::{self, Subject};
use crate::authn::new_secret;
use crate::authz::{Action, KeyScope, Permit};
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::{ApiError, Result};
use crate::http::idempotency::Answer;
use crate::http::{Cursor, Id, IdempotencyKey, IfMatch, Page, PageQuery, Params, Routes, Valid};
use crate::organisations::{self, OrganisationId, OrganisationKind};
use crate::programmes::ProgrammeId;

/// A forgotten key ends by itself.
const LONGEST_LIFE: TimeDelta = TimeDelta::days(2 * 366);

pub fn routes(api: &mut impl Routes) {
    api.service(list_api_keys).service(create_api_key).service(revoke_api_key);
}

/// The partners' keys, the latest first.
#[utoipa::path(tag = "api_keys", params(PageQuery), responses((status = OK, body = Page<ApiKey>)))]
#[get("/api-keys")]
async fn list_api_keys(
    permit: Permit<ListApiKeys>,
    Params(query): Params<PageQuery>,
    system: web::Data<System>,
) -> Result<web::Json<Page<ApiKey>>> {
    let limit = query.limit();
    let keys = system.db.read(move |conn| store::list(conn, &permit, query.after, limit)).await?;
    Ok(web::Json(Page::of(keys, limit, |key: &ApiKey| Cursor::by_id(key.id), |key| key)))
}

/// A key to make.
#[derive(Clone, Deserialize, Serialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewApiKey {
    /// What it is for.
    #[validate(length(min = 1, max = 120))]
    #[schema(min_length = 1, max_length = 120)]
    pub name: String,
    /// Whose software holds it: a partner.
    pub organisation_id: OrganisationId,
    /// The programme that it opens.
    pub programme_id: ProgrammeId,
    #[validate(length(min = 1, max = 3))]
    #[schema(min_items = 1, max_items = 3)]
    pub scopes: Vec<KeyScope>,
    /// Within two years from now.
    pub expires_at: DateTime<Utc>,
}

/// Makes a key. The answer holds its secret, which is shown this once.
#[utoipa::path(
    tag = "api_keys", params(IdempotencyKey), request_body = NewApiKey,
    responses((status = CREATED, body = NewApiKeySecret))
)]
#[post("/api-keys")]
async fn create_api_key(
    permit: Permit<CreateApiKey>,
    key: IdempotencyKey,
    Valid(new): Valid<NewApiKey>,
    system: web::Data<System>,
) -> Result<Answer> {
    let sealer = system.sealer.clone();
    system
        .db
        .write(move |conn| {
            let now = Utc::now();
            key.once(conn, &sealer, &new, now, |conn| make(conn, &permit, new.clone(), now))
        })
        .await
}

fn make(conn: &mut Conn, permit: &Permit<CreateApiKey>, new: NewApiKey, now: DateTime<Utc>) -> Result<NewApiKeySecret> {
    let NewApiKey { name, organisation_id, programme_id, scopes, expires_at } = new;
    check_expiry(expires_at, now)?;
    let organisation = organisations::store::named_in(conn, "/organisation_id", organisation_id)?;
    if organisation.kind != OrganisationKind::Partner {
        return Err(ApiError::field("/organisation_id", "not_a_partner"));
    }
    memberships::known_programmes(conn, &[programme_id]).map_err(|_| ApiError::field("/programme_id", "unknown"))?;
    let id = ApiKeyId::at(now);
    let (secret, secret_hash) = new_secret(id);
    let row = NewApiKeyRow {
        id,
        name,
        secret_hash,
        organisation_id,
        programme_id,
        scopes: store::join(&scopes),
        created_by: permit.account()?,
        created_at: Moment::from(now),
        expires_at: Moment::from(expires_at),
    };
    let key = store::create(conn, permit, &row)?;
    let subject = Subject::new("api_key", id);
    audit::record(conn, &permit.who(), CreateApiKey::OPERATION, &subject, &row.scopes, now)?;
    Ok(NewApiKeySecret { key, secret })
}

fn check_expiry(expires_at: DateTime<Utc>, now: DateTime<Utc>) -> Result<()> {
    if expires_at <= now {
        return Err(ApiError::field("/expires_at", "too_early"));
    }
    if expires_at > now + LONGEST_LIFE {
        return Err(ApiError::field("/expires_at", "too_late"));
    }
    Ok(())
}

/// Revokes a key: it opens nothing from the next request on.
#[utoipa::path(tag = "api_keys", params(("id" = ApiKeyId, Path), IfMatch), responses((status = NO_CONTENT)))]
#[delete("/api-keys/{id}")]
async fn revoke_api_key(
    permit: Permit<RevokeApiKey>,
    Id(id): Id<ApiKeyId>,
    expected: IfMatch,
    system: web::Data<System>,
) -> Result<HttpResponse> {
    system
        .db
        .write(move |conn| {
            let now = Utc::now();
            store::revoke(conn, &permit, id, expected, now)?;
            audit::record(conn, &permit.who(), RevokeApiKey::OPERATION, &Subject::new("api_key", id), "", now)
        })
        .await?;
    Ok(HttpResponse::NoContent().finish())
}
