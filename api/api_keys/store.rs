//! Making, reading and revoking keys.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::policy::{CreateApiKey, ListApiKeys, RevokeApiKey};
use super::{ApiKey, ApiKeyId};
use crate::accounts::AccountId;
use crate::accounts::memberships::{NamedRow, named};
use crate::authz::{self, KeyScope, Permit, Role};
use crate::db::types::Moment;
use crate::db::{Backend, Conn};
use crate::error::{ApiError, Result};
use crate::http::version::{changed_one, still};
use crate::http::{Cursor, IfMatch, Version};
use crate::organisations::OrganisationId;
use crate::programmes::ProgrammeId;
use crate::schema::{api_keys, organisations, programmes};

#[derive(Queryable, Selectable)]
#[diesel(table_name = api_keys)]
struct ApiKeyRow {
    id: ApiKeyId,
    version: Version,
    name: String,
    #[diesel(select_expression = (
        organisations::id, (organisations::name_ky, organisations::name_ru, organisations::name_en)
    ))]
    organisation: NamedRow,
    #[diesel(select_expression = (programmes::id, (programmes::name_ky, programmes::name_ru, programmes::name_en)))]
    programme: NamedRow,
    scopes: String,
    created_at: Moment,
    expires_at: Moment,
    revoked_at: Option<Moment>,
    last_used_at: Option<Moment>,
}

impl ApiKeyRow {
    fn view(self) -> Result<ApiKey> {
        let Self { id, version, name, organisation, programme, scopes, .. } = self;
        let revoke = self.revoked_at.is_none().then(|| authz::allowed::<RevokeApiKey>(Role::Admin));
        Ok(ApiKey {
            id,
            version,
            name,
            organisation: named(organisation),
            programme: named(programme),
            scopes: parse(&scopes)?,
            created_at: self.created_at.utc(),
            expires_at: self.expires_at.utc(),
            revoked_at: self.revoked_at.map(Moment::utc),
            last_used_at: self.last_used_at.map(Moment::utc),
            actions: revoke.flatten().into_iter().collect(),
        })
    }
}

/// Scopes as the database keeps them: their names, separated by spaces.
pub fn parse(scopes: &str) -> Result<Vec<KeyScope>> {
    let parsed: std::result::Result<_, _> = scopes.split_whitespace().map(str::parse).collect();
    parsed.map_err(|_| ApiError::Internal)
}

pub fn join(scopes: &[KeyScope]) -> String {
    let mut scopes = scopes.to_vec();
    scopes.sort_unstable();
    scopes.dedup();
    scopes.iter().map(KeyScope::as_str).collect::<Vec<_>>().join(" ")
}

/// Keys, the latest first, one more than the page holds.
pub fn list(conn: &mut Conn, _: &Permit<ListApiKeys>, after: Option<Cursor>, limit: i64) -> Result<Vec<ApiKey>> {
    let mut query = api_keys::table
        .inner_join(organisations::table)
        .inner_join(programmes::table)
        .select(ApiKeyRow::as_select())
        .order(api_keys::id.desc())
        .limit(limit + 1)
        .into_boxed::<Backend>();
    if let Some(after) = after {
        query = query.filter(api_keys::id.lt(after.id));
    }
    query.load::<ApiKeyRow>(conn)?.into_iter().map(ApiKeyRow::view).collect()
}

/// A new key.
#[derive(Insertable)]
#[diesel(table_name = api_keys)]
pub struct NewApiKeyRow {
    pub id: ApiKeyId,
    pub name: String,
    pub secret_hash: String,
    pub organisation_id: OrganisationId,
    pub programme_id: ProgrammeId,
    pub scopes: String,
    pub created_by: AccountId,
    pub created_at: Moment,
    pub expires_at: Moment,
}

pub fn create(conn: &mut Conn, _: &Permit<CreateApiKey>, row: &NewApiKeyRow) -> Result<ApiKey> {
    diesel::insert_into(api_keys::table).values(row).execute(conn)?;
    find(conn, row.id)?.view()
}

fn find(conn: &mut Conn, id: ApiKeyId) -> Result<ApiKeyRow> {
    Ok(api_keys::table
        .inner_join(organisations::table)
        .inner_join(programmes::table)
        .filter(api_keys::id.eq(id))
        .select(ApiKeyRow::as_select())
        .first(conn)?)
}

/// Ends a key.
pub fn revoke(
    conn: &mut Conn,
    _: &Permit<RevokeApiKey>,
    id: ApiKeyId,
    expected: IfMatch,
    now: DateTime<Utc>,
) -> Result<()> {
    let row = find(conn, id)?;
    still(row.version, expected)?;
    if row.revoked_at.is_some() {
        return Err(ApiError::Conflict("revoked"));
    }
    let target = api_keys::table.filter(api_keys::id.eq(id)).filter(api_keys::version.eq(row.version));
    let revoked = (api_keys::revoked_at.eq(Some(Moment::from(now))), api_keys::version.eq(row.version + 1));
    changed_one(diesel::update(target).set(revoked).execute(conn)?)
}
