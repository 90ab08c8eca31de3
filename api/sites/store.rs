//! Reading and changing sites.

use diesel::prelude::*;

use super::policy::{CreateSite, GetSite, ListSites, UpdateSite};
use super::{SiteId, SiteStage};
use crate::authz::Permit;
use crate::db::search::normalise;
use crate::db::{Backend, Conn};
use crate::error::{ApiError, Result};
use crate::http::version::{changed_one, still};
use crate::http::{Cursor, IfMatch, Version};
use crate::names::Names;
use crate::organisations::OrganisationId;
use crate::places::PlaceId;
use crate::schema::{organisations, places, sites};

/// A site with its company and place.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = sites)]
pub struct SiteRow {
    pub id: SiteId,
    pub version: Version,
    #[diesel(select_expression = (sites::name_ky, sites::name_ru, sites::name_en))]
    pub names: Names,
    #[diesel(embed)]
    pub organisation: CompanyRow,
    #[diesel(embed)]
    pub place: SitePlaceRow,
    pub latitude: Option<f64>,
    pub longitude: Option<f64>,
    pub licence_number: String,
    pub mineral: String,
    pub stage: SiteStage,
}

#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = organisations)]
pub struct CompanyRow {
    pub id: OrganisationId,
    #[diesel(select_expression = (organisations::name_ky, organisations::name_ru, organisations::name_en))]
    pub names: Names,
}

#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = places)]
pub struct SitePlaceRow {
    pub id: PlaceId,
    #[diesel(select_expression = (places::name_ky, places::name_ru, places::name_en))]
    pub names: Names,
}

/// Which sites are asked for.
pub struct Wanted {
    pub organisation: Option<OrganisationId>,
    pub words: Option<String>,
    pub after: Option<Cursor>,
    pub limit: i64,
}

/// Sites, the oldest first, one more than the page holds.
pub fn list(conn: &mut Conn, _: &Permit<ListSites>, wanted: Wanted) -> Result<Vec<SiteRow>> {
    let mut query = sites::table
        .inner_join(organisations::table)
        .inner_join(places::table)
        .select(SiteRow::as_select())
        .order(sites::id)
        .into_boxed::<Backend>();
    if let Some(organisation) = wanted.organisation {
        query = query.filter(sites::organisation_id.eq(organisation));
    }
    if let Some(after) = wanted.after {
        query = query.filter(sites::id.gt(after.id));
    }
    let Some(words) = wanted.words.map(|words| normalise(&words)) else {
        return Ok(query.limit(wanted.limit + 1).load(conn)?);
    };
    // A country's mines are hundreds: they are searched here, where all letters have their case.
    let found = query.load::<SiteRow>(conn)?.into_iter().filter(|site| holds(site, &words));
    Ok(found.take(usize::try_from(wanted.limit + 1).unwrap_or_default()).collect())
}

fn holds(site: &SiteRow, words: &str) -> bool {
    site.names.hold(words)
        || normalise(&site.licence_number).contains(words)
        || normalise(&site.mineral).contains(words)
}

pub fn get(conn: &mut Conn, _: &Permit<GetSite>, id: SiteId) -> Result<SiteRow> {
    find(conn, id)?.ok_or(ApiError::NotFound)
}

fn find(conn: &mut Conn, id: SiteId) -> Result<Option<SiteRow>> {
    Ok(sites::table
        .inner_join(organisations::table)
        .inner_join(places::table)
        .filter(sites::id.eq(id))
        .select(SiteRow::as_select())
        .first(conn)
        .optional()?)
}

/// A new site.
#[derive(Insertable)]
#[diesel(table_name = sites)]
pub struct NewSiteRow {
    pub id: SiteId,
    pub organisation_id: OrganisationId,
    pub place_id: PlaceId,
    pub name_ky: String,
    pub name_ru: String,
    pub name_en: String,
    pub latitude: Option<f64>,
    pub longitude: Option<f64>,
    pub licence_number: String,
    pub mineral: String,
    pub stage: SiteStage,
}

pub fn create(conn: &mut Conn, _: &Permit<CreateSite>, row: &NewSiteRow) -> Result<SiteRow> {
    insert(conn, row)?;
    find(conn, row.id)?.ok_or(ApiError::Internal)
}

pub fn insert(conn: &mut Conn, row: &NewSiteRow) -> Result<()> {
    diesel::insert_into(sites::table).values(row).execute(conn)?;
    Ok(())
}

/// What a site may change: never its company, which its cases were released to.
#[derive(AsChangeset)]
#[diesel(table_name = sites)]
pub struct SiteChanges {
    pub name_ky: Option<String>,
    pub name_ru: Option<String>,
    pub name_en: Option<String>,
    pub place_id: Option<PlaceId>,
    pub latitude: Option<Option<f64>>,
    pub longitude: Option<Option<f64>>,
    pub licence_number: Option<String>,
    pub mineral: Option<String>,
    pub stage: Option<SiteStage>,
}

pub fn update(
    conn: &mut Conn,
    _: &Permit<UpdateSite>,
    id: SiteId,
    expected: IfMatch,
    changes: &SiteChanges,
) -> Result<SiteRow> {
    let before = find(conn, id)?.ok_or(ApiError::NotFound)?;
    still(before.version, expected)?;
    let target = sites::table.filter(sites::id.eq(id)).filter(sites::version.eq(before.version));
    changed_one(diesel::update(target).set((changes, sites::version.eq(before.version + 1))).execute(conn)?)?;
    find(conn, id)?.ok_or(ApiError::Internal)
}
