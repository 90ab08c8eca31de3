//! Partners' keys: `msl_<id>_<secret>`, of which the database keeps a hash.

use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;

use super::actor::{Actor, Credential};
use super::token::{opaque, opaque_hash};
use crate::api_keys::{self, ApiKeyId};
use crate::authz::Role;
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::{ApiError, Result};
use crate::organisations::OrganisationId;
use crate::programmes::ProgrammeId;
use crate::schema;
use crate::second_factor::domain::FactorState;

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

/// The actor of a key that has neither expired nor been revoked, and when it was last noted to be used; 401 otherwise.
pub fn key_actor(conn: &mut Conn, key: &KeySecret, now: DateTime<Utc>) -> Result<(Actor, Option<DateTime<Utc>>)> {
    use schema::api_keys as keys;
    let found: Option<(OrganisationId, ProgrammeId, String, Option<Moment>)> = keys::table
        .filter(keys::id.eq(key.id))
        .filter(keys::secret_hash.eq(&key.hash))
        .filter(keys::revoked_at.is_null())
        .filter(keys::expires_at.gt(Moment::from(now)))
        .select((keys::organisation_id, keys::programme_id, keys::scopes, keys::last_used_at))
        .first(conn)
        .optional()?;
    let (organisation, programme, scopes, last_used_at) = found.ok_or(ApiError::Unauthenticated)?;
    let actor = Actor {
        credential: Credential::Key(key.id),
        role: Role::Partner,
        factor: FactorState::Off,
        organisation,
        programmes: vec![programme],
        territory: vec![],
        key_scopes: api_keys::store::parse(&scopes)?,
    };
    Ok((actor, last_used_at.map(Moment::utc)))
}

/// A key's use is noted once in this time: a write for every request would be too dear.
const NOTED_EVERY: TimeDelta = TimeDelta::hours(1);

/// Whether a use now is worth noting.
pub fn is_worth_noting(last_noted: Option<DateTime<Utc>>, now: DateTime<Utc>) -> bool {
    last_noted.is_none_or(|then| now - then >= NOTED_EVERY)
}

pub fn note_use(conn: &mut Conn, key: &KeySecret, now: DateTime<Utc>) -> Result<()> {
    diesel::update(schema::api_keys::table.find(key.id))
        .set(schema::api_keys::last_used_at.eq(Some(Moment::from(now))))
        .execute(conn)?;
    Ok(())
}
