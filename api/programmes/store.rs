//! Reading and changing programmes.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use super::input::NewFocusArea;
use super::policy::{CreateProgramme, GetProgramme, ListProgrammes, UpdateProgramme};
use super::view::FocusArea;
use super::{Objectives, ProgrammeId, ProgrammeStatus, domain, focus_areas};
use crate::authz::Permit;
use crate::db::{Backend, Conn};
use crate::error::Result;
use crate::http::version::{changed_one, still};
use crate::http::{Cursor, IfMatch, Version};
use crate::names::Names;
use crate::schema::programmes;

/// The first and the last day of each programme.
pub fn periods(conn: &mut Conn) -> Result<HashMap<ProgrammeId, (NaiveDate, NaiveDate)>> {
    let rows: Vec<(ProgrammeId, NaiveDate, NaiveDate)> =
        programmes::table.select((programmes::id, programmes::starts_on, programmes::ends_on)).load(conn)?;
    Ok(rows.into_iter().map(|(id, starts_on, ends_on)| (id, (starts_on, ends_on))).collect())
}

/// A programme as it is kept.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = programmes)]
pub struct ProgrammeRow {
    pub id: ProgrammeId,
    pub version: Version,
    #[diesel(select_expression = (programmes::name_ky, programmes::name_ru, programmes::name_en))]
    pub names: Names,
    #[diesel(select_expression = (programmes::objectives_ky, programmes::objectives_ru, programmes::objectives_en))]
    pub objectives: Objectives,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub status: ProgrammeStatus,
}

/// A programme and where it works.
pub type Whole = (ProgrammeRow, Vec<FocusArea>);

/// Programmes, the newest first, one more than the page holds.
pub fn list(conn: &mut Conn, _: &Permit<ListProgrammes>, after: Option<Cursor>, limit: i64) -> Result<Vec<Whole>> {
    let mut query =
        programmes::table.select(ProgrammeRow::as_select()).order(programmes::id.desc()).into_boxed::<Backend>();
    if let Some(after) = after {
        query = query.filter(programmes::id.lt(after.id));
    }
    let rows: Vec<ProgrammeRow> = query.limit(limit + 1).load(conn)?;
    let ids: Vec<ProgrammeId> = rows.iter().map(|row| row.id).collect();
    let mut areas = focus_areas::of(conn, &ids)?;
    Ok(rows
        .into_iter()
        .map(|row| (areas.remove(&row.id), row))
        .map(|(own, row)| (row, own.unwrap_or_default()))
        .collect())
}

pub fn get(conn: &mut Conn, _: &Permit<GetProgramme>, id: ProgrammeId) -> Result<Whole> {
    whole(conn, id)
}

fn whole(conn: &mut Conn, id: ProgrammeId) -> Result<Whole> {
    let row = programmes::table.find(id).select(ProgrammeRow::as_select()).first(conn)?;
    let areas = focus_areas::of(conn, &[id])?.remove(&id).unwrap_or_default();
    Ok((row, areas))
}

/// A new programme.
#[derive(Insertable)]
#[diesel(table_name = programmes)]
pub struct NewProgrammeRow {
    pub id: ProgrammeId,
    pub name_ky: String,
    pub name_ru: String,
    pub name_en: String,
    pub objectives_ky: String,
    pub objectives_ru: String,
    pub objectives_en: String,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub status: ProgrammeStatus,
}

pub fn create(
    conn: &mut Conn,
    _: &Permit<CreateProgramme>,
    row: &NewProgrammeRow,
    areas: &[NewFocusArea],
    now: DateTime<Utc>,
) -> Result<Whole> {
    insert(conn, row)?;
    focus_areas::replace(conn, row.id, areas, now)?;
    whole(conn, row.id)
}

pub fn insert(conn: &mut Conn, row: &NewProgrammeRow) -> Result<()> {
    diesel::insert_into(programmes::table).values(row).execute(conn)?;
    Ok(())
}

/// What a programme may change besides its focus areas.
#[derive(AsChangeset)]
#[diesel(table_name = programmes)]
pub struct ProgrammeChanges {
    pub name_ky: Option<String>,
    pub name_ru: Option<String>,
    pub name_en: Option<String>,
    pub objectives_ky: Option<String>,
    pub objectives_ru: Option<String>,
    pub objectives_en: Option<String>,
    pub starts_on: Option<NaiveDate>,
    pub ends_on: Option<NaiveDate>,
    pub status: Option<ProgrammeStatus>,
}

pub fn update(
    conn: &mut Conn,
    _: &Permit<UpdateProgramme>,
    id: ProgrammeId,
    expected: IfMatch,
    changes: &ProgrammeChanges,
    areas: Option<&[NewFocusArea]>,
    now: DateTime<Utc>,
) -> Result<Whole> {
    let (before, _) = whole(conn, id)?;
    still(before.version, expected)?;
    domain::check_period(changes.starts_on.unwrap_or(before.starts_on), changes.ends_on.unwrap_or(before.ends_on))?;
    let target = programmes::table.filter(programmes::id.eq(id)).filter(programmes::version.eq(before.version));
    changed_one(diesel::update(target).set((changes, programmes::version.eq(before.version + 1))).execute(conn)?)?;
    if let Some(areas) = areas {
        focus_areas::replace(conn, id, areas, now)?;
    }
    whole(conn, id)
}
