//! Reading and changing holidays.

use chrono::{Datelike, NaiveDate};
use diesel::prelude::*;

use super::policy::{CreateHoliday, DeleteHoliday, ListHolidays, UpdateHoliday};
use crate::authz::Permit;
use crate::db::{Backend, Conn};
use crate::error::{ApiError, Result};
use crate::grievances::clock::anew;
use crate::http::version::{changed_one, still};
use crate::http::{Cursor, IfMatch, Version};
use crate::names::Names;
use crate::schema::holidays;

/// A holiday as it is kept.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = holidays)]
pub struct HolidayRow {
    pub day: NaiveDate,
    pub version: Version,
    #[diesel(select_expression = (holidays::name_ky, holidays::name_ru, holidays::name_en))]
    pub names: Names,
    pub worked: bool,
    pub confirmed: bool,
    pub source: String,
}

/// Those of a year, or all, in order; one more than the page holds.
pub fn list(
    conn: &mut Conn,
    _: &Permit<ListHolidays>,
    year: Option<i32>,
    after: Option<Cursor>,
    limit: i64,
) -> Result<Vec<HolidayRow>> {
    let mut query =
        holidays::table.select(HolidayRow::as_select()).order(holidays::day).limit(limit + 1).into_boxed::<Backend>();
    if let Some(year) = year {
        let first = |year| NaiveDate::from_ymd_opt(year, 1, 1).ok_or_else(|| ApiError::field("?year", "invalid"));
        query = query.filter(holidays::day.ge(first(year)?)).filter(holidays::day.lt(first(year + 1)?));
    }
    if let Some(after) = after {
        let last: NaiveDate = after.id.parse().map_err(|_| ApiError::field("?after", "unknown"))?;
        query = query.filter(holidays::day.gt(last));
    }
    Ok(query.load(conn)?)
}

fn find(conn: &mut Conn, day: NaiveDate) -> Result<HolidayRow> {
    Ok(holidays::table.find(day).select(HolidayRow::as_select()).first(conn)?)
}

pub fn create(conn: &mut Conn, _: &Permit<CreateHoliday>, row: &HolidayRow) -> Result<HolidayRow> {
    let day = row.day;
    if !(2000..2100).contains(&day.year()) {
        return Err(ApiError::field("/day", "out_of_range"));
    }
    diesel::insert_into(holidays::table)
        .values((
            (holidays::day.eq(day), holidays::worked.eq(row.worked), holidays::confirmed.eq(row.confirmed)),
            (holidays::name_ky.eq(&row.names.ky), holidays::name_ru.eq(&row.names.ru)),
            (holidays::name_en.eq(&row.names.en), holidays::source.eq(&row.source)),
        ))
        .execute(conn)?;
    anew(conn)?;
    find(conn, day)
}

/// What may change of a holiday.
#[derive(AsChangeset)]
#[diesel(table_name = holidays)]
pub struct HolidayChanges {
    pub name_ky: Option<String>,
    pub name_ru: Option<String>,
    pub name_en: Option<String>,
    pub worked: Option<bool>,
    pub confirmed: Option<bool>,
    pub source: Option<String>,
}

pub fn update(
    conn: &mut Conn,
    _: &Permit<UpdateHoliday>,
    day: NaiveDate,
    expected: IfMatch,
    changes: &HolidayChanges,
) -> Result<HolidayRow> {
    let before = find(conn, day)?;
    still(before.version, expected)?;
    let target = holidays::table.filter(holidays::day.eq(day)).filter(holidays::version.eq(before.version));
    changed_one(diesel::update(target).set((changes, holidays::version.eq(before.version + 1))).execute(conn)?)?;
    anew(conn)?;
    find(conn, day)
}

pub fn delete(conn: &mut Conn, _: &Permit<DeleteHoliday>, day: NaiveDate, expected: IfMatch) -> Result<()> {
    let before = find(conn, day)?;
    still(before.version, expected)?;
    let target = holidays::table.filter(holidays::day.eq(day)).filter(holidays::version.eq(before.version));
    changed_one(diesel::delete(target).execute(conn)?)?;
    anew(conn)
}
