//! Partners' keys: `msl_<id>_<secret>`, of which the database keeps a hash.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::actor::{Actor, Credential};
use super::token::{opaque, opaque_hash};
use crate::api_keys::ApiKeyId;
use crate::authz::{KeyScope, Role};
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::{ApiError, Result};
use crate::organisations::OrganisationId;
use crate::programmes::ProgrammeId;
use crate::schema::api_keys;

const PREFIX: &str = "msl_";

/// A key as its holder sends it.
pub struct KeySecret {
    id: ApiKeyId,
    hash: String,
}

impl KeySecret {
    /// `None` for what is not a key of ours.
    pub fn parse(text: &str) -> Option<Self> {
        let (id, secret) = text.strip_prefix(PREFIX)?.split_once('_')?;
        Some(Self { id: id.parse().ok()?, hash: opaque_hash(secret) })
    }
}

/// A new key's text, for its holder, and its hash, for the database.
pub fn new_secret(id: ApiKeyId) -> (String, String) {
    let (secret, hash) = opaque();
    (format!("{PREFIX}{id}_{secret}"), hash)
}

/// The actor of a key that has neither expired nor been revoked; 401 otherwise.
pub fn key_actor(conn: &mut Conn, key: &KeySecret, now: DateTime<Utc>) -> Result<Actor> {
    let found: Option<(OrganisationId, ProgrammeId, String)> = api_keys::table
        .filter(api_keys::id.eq(key.id))
        .filter(api_keys::secret_hash.eq(&key.hash))
        .filter(api_keys::revoked_at.is_null())
        .filter(api_keys::expires_at.gt(Moment::from(now)))
        .select((api_keys::organisation_id, api_keys::programme_id, api_keys::scopes))
        .first(conn)
        .optional()?;
    let (organisation, programme, scopes) = found.ok_or(ApiError::Unauthenticated)?;
    let key_scopes: std::result::Result<Vec<KeyScope>, _> = scopes.split_whitespace().map(str::parse).collect();
    Ok(Actor {
        credential: Credential::Key(key.id),
        role: Role::Partner,
        organisation,
        programmes: vec![programme],
        territory: vec![],
        key_scopes: key_scopes.map_err(|_| ApiError::Internal)?,
    })
}
