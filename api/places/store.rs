//! Reading and changing places.

use diesel::prelude::*;

use super::policy::{CreatePlace, GetPlace, ListPlaces, UpdatePlace};
use super::{PlaceId, PlaceLevel};
use crate::authz::Permit;
use crate::db::search::normalise;
use crate::db::{Backend, Conn};
use crate::error::{ApiError, Result};
use crate::http::version::{changed_one, still};
use crate::http::{Cursor, IfMatch, Version};
use crate::names::Names;
use crate::schema::places;

/// A place as it is kept.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = places)]
pub struct PlaceRow {
    pub id: PlaceId,
    pub version: Version,
    pub code: String,
    pub level: PlaceLevel,
    pub parent_id: Option<PlaceId>,
    pub path: String,
    pub district_id: Option<PlaceId>,
    #[diesel(select_expression = (places::name_ky, places::name_ru, places::name_en))]
    pub names: Names,
    pub latitude: Option<f64>,
    pub longitude: Option<f64>,
}

/// Which places are asked for.
#[derive(Default)]
pub struct Wanted {
    pub parent: Option<PlaceId>,
    pub level: Option<PlaceLevel>,
    pub words: Option<String>,
    pub after: Option<Cursor>,
    pub limit: i64,
}

/// Places in the order of the tree, one more than the page holds.
pub fn list(conn: &mut Conn, _: &Permit<ListPlaces>, wanted: Wanted) -> Result<Vec<PlaceRow>> {
    let mut query = places::table.select(PlaceRow::as_select()).order(places::path).into_boxed::<Backend>();
    if let Some(parent) = wanted.parent {
        query = query.filter(places::parent_id.eq(parent));
    }
    if let Some(level) = wanted.level {
        query = query.filter(places::level.eq(level));
    }
    if let Some(after) = wanted.after {
        query = query.filter(places::path.gt(after.key));
    }
    let Some(words) = wanted.words.map(|words| normalise(&words)) else {
        return Ok(query.limit(wanted.limit + 1).load(conn)?);
    };
    // The country's places are a few thousand at most: they are searched here, where all letters have their case.
    let found = query.load::<PlaceRow>(conn)?.into_iter().filter(|place| place.names.hold(&words));
    Ok(found.take(usize::try_from(wanted.limit + 1).unwrap_or_default()).collect())
}

pub fn get(conn: &mut Conn, _: &Permit<GetPlace>, id: PlaceId) -> Result<PlaceRow> {
    find(conn, id)?.ok_or(ApiError::NotFound)
}

/// The place that a request's body names at `pointer`.
pub fn named_in(conn: &mut Conn, pointer: &str, id: PlaceId) -> Result<PlaceRow> {
    find(conn, id)?.ok_or_else(|| ApiError::field(pointer, "unknown"))
}

pub fn find(conn: &mut Conn, id: PlaceId) -> Result<Option<PlaceRow>> {
    Ok(places::table.find(id).select(PlaceRow::as_select()).first(conn).optional()?)
}

/// A new place.
#[derive(Insertable)]
#[diesel(table_name = places)]
pub struct NewPlaceRow {
    pub id: PlaceId,
    pub code: String,
    pub level: PlaceLevel,
    pub parent_id: Option<PlaceId>,
    pub path: String,
    pub district_id: Option<PlaceId>,
    pub name_ky: String,
    pub name_ru: String,
    pub name_en: String,
    pub latitude: Option<f64>,
    pub longitude: Option<f64>,
}

pub fn create(conn: &mut Conn, _: &Permit<CreatePlace>, row: &NewPlaceRow) -> Result<PlaceRow> {
    insert(conn, row)?;
    find(conn, row.id)?.ok_or(ApiError::Internal)
}

pub fn insert(conn: &mut Conn, row: &NewPlaceRow) -> Result<()> {
    diesel::insert_into(places::table).values(row).execute(conn)?;
    Ok(())
}

/// What a place may change: never where it stands, which the paths below it repeat.
#[derive(AsChangeset)]
#[diesel(table_name = places)]
pub struct PlaceChanges {
    pub name_ky: Option<String>,
    pub name_ru: Option<String>,
    pub name_en: Option<String>,
    pub latitude: Option<Option<f64>>,
    pub longitude: Option<Option<f64>>,
}

pub fn update(
    conn: &mut Conn,
    _: &Permit<UpdatePlace>,
    id: PlaceId,
    expected: IfMatch,
    changes: &PlaceChanges,
) -> Result<PlaceRow> {
    let before = find(conn, id)?.ok_or(ApiError::NotFound)?;
    still(before.version, expected)?;
    let target = places::table.filter(places::id.eq(id)).filter(places::version.eq(before.version));
    changed_one(diesel::update(target).set((changes, places::version.eq(before.version + 1))).execute(conn)?)?;
    find(conn, id)?.ok_or(ApiError::Internal)
}
