//! Reading and changing organisations.

use diesel::prelude::*;

use super::policy::{CreateOrganisation, GetOrganisation, ListOrganisations, UpdateOrganisation};
use super::{OrganisationId, OrganisationKind};
use crate::authz::Permit;
use crate::db::search::normalise;
use crate::db::{Backend, Conn};
use crate::error::{ApiError, Result};
use crate::http::version::{changed_one, still};
use crate::http::{Cursor, IfMatch, Version};
use crate::names::Names;
use crate::places::PlaceId;
use crate::schema::{organisations, places};

/// An organisation and its territory.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = organisations)]
pub struct OrganisationRow {
    pub id: OrganisationId,
    pub version: Version,
    pub kind: OrganisationKind,
    #[diesel(select_expression = (organisations::name_ky, organisations::name_ru, organisations::name_en))]
    pub names: Names,
    #[diesel(embed)]
    pub territory: Option<TerritoryRow>,
}

#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = places)]
pub struct TerritoryRow {
    pub id: PlaceId,
    #[diesel(select_expression = (places::name_ky, places::name_ru, places::name_en))]
    pub names: Names,
}

/// Which organisations are asked for.
pub struct Wanted {
    pub kind: Option<OrganisationKind>,
    pub words: Option<String>,
    pub after: Option<Cursor>,
    pub limit: i64,
}

/// Organisations, the oldest first, one more than the page holds.
pub fn list(conn: &mut Conn, _: &Permit<ListOrganisations>, wanted: Wanted) -> Result<Vec<OrganisationRow>> {
    let mut query = organisations::table
        .left_join(places::table.on(organisations::territory_id.eq(places::id.nullable())))
        .select(OrganisationRow::as_select())
        .order(organisations::id)
        .into_boxed::<Backend>();
    if let Some(kind) = wanted.kind {
        query = query.filter(organisations::kind.eq(kind));
    }
    if let Some(after) = wanted.after {
        query = query.filter(organisations::id.gt(after.id));
    }
    let Some(words) = wanted.words.map(|words| normalise(&words)) else {
        return Ok(query.limit(wanted.limit + 1).load(conn)?);
    };
    // A country's organisations around its mines are hundreds: they are searched here, where all letters have their case.
    let found = query.load::<OrganisationRow>(conn)?.into_iter().filter(|row| row.names.hold(&words));
    Ok(found.take(usize::try_from(wanted.limit + 1).unwrap_or_default()).collect())
}

pub fn get(conn: &mut Conn, _: &Permit<GetOrganisation>, id: OrganisationId) -> Result<OrganisationRow> {
    find(conn, id)?.ok_or(ApiError::NotFound)
}

/// The organisation that a request's body names at `pointer`.
pub fn named_in(conn: &mut Conn, pointer: &str, id: OrganisationId) -> Result<OrganisationRow> {
    find(conn, id)?.ok_or_else(|| ApiError::field(pointer, "unknown"))
}

fn find(conn: &mut Conn, id: OrganisationId) -> Result<Option<OrganisationRow>> {
    Ok(organisations::table
        .left_join(places::table.on(organisations::territory_id.eq(places::id.nullable())))
        .filter(organisations::id.eq(id))
        .select(OrganisationRow::as_select())
        .first(conn)
        .optional()?)
}

/// A new organisation.
#[derive(Insertable)]
#[diesel(table_name = organisations)]
pub struct NewOrganisationRow {
    pub id: OrganisationId,
    pub kind: OrganisationKind,
    pub name_ky: String,
    pub name_ru: String,
    pub name_en: String,
    pub territory_id: Option<PlaceId>,
}

pub fn create(conn: &mut Conn, _: &Permit<CreateOrganisation>, row: &NewOrganisationRow) -> Result<OrganisationRow> {
    insert(conn, row)?;
    find(conn, row.id)?.ok_or(ApiError::Internal)
}

pub fn insert(conn: &mut Conn, row: &NewOrganisationRow) -> Result<()> {
    diesel::insert_into(organisations::table).values(row).execute(conn)?;
    Ok(())
}

/// What an organisation may change: never its kind, which its accounts' rights rest on.
#[derive(AsChangeset)]
#[diesel(table_name = organisations)]
pub struct OrganisationChanges {
    pub name_ky: Option<String>,
    pub name_ru: Option<String>,
    pub name_en: Option<String>,
    pub territory_id: Option<Option<PlaceId>>,
}

pub fn update(
    conn: &mut Conn,
    _: &Permit<UpdateOrganisation>,
    id: OrganisationId,
    expected: IfMatch,
    changes: &OrganisationChanges,
) -> Result<OrganisationRow> {
    let before = find(conn, id)?.ok_or(ApiError::NotFound)?;
    still(before.version, expected)?;
    if before.kind.needs_territory() && changes.territory_id == Some(None) {
        return Err(ApiError::field("/territory_id", "required"));
    }
    let target =
        organisations::table.filter(organisations::id.eq(id)).filter(organisations::version.eq(before.version));
    let version = organisations::version.eq(before.version + 1);
    changed_one(diesel::update(target).set((changes, version)).execute(conn)?)?;
    find(conn, id)?.ok_or(ApiError::Internal)
}
