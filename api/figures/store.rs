//! Publishing figures once a week, and reading what was published.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, NaiveDate, Utc};
use diesel::dsl::{exists, sum};
use diesel::prelude::*;
use strum::VariantArray;

use super::domain::{Table, coarse, go_together, week_of};
use crate::db::Conn;
use crate::error::{ApiError, Result};
use crate::grievances::domain::{State, Track};
use crate::places::PlaceId;
use crate::programmes::ProgrammeId;
use crate::schema::{
    focus_area_places, focus_areas, grievance_counts as counts, places, programmes, published_figures as figures,
    published_weeks as weeks,
};

const STATE: &str = "state";
const DISTRICT: &str = "district";

/// Publishes the figures of the week for each programme that has none yet; for how many.
pub fn publish_due(conn: &mut Conn, now: DateTime<Utc>) -> Result<usize> {
    let week = week_of(now);
    let published = weeks::table.filter(weeks::week.eq(week)).filter(weeks::programme_id.eq(programmes::id));
    let due: Vec<ProgrammeId> =
        programmes::table.filter(diesel::dsl::not(exists(published))).select(programmes::id).load(conn)?;
    for programme in &due {
        publish(conn, *programme, week)?;
    }
    Ok(due.len())
}

fn publish(conn: &mut Conn, programme: ProgrammeId, week: NaiveDate) -> Result<()> {
    let states = coarse(&by_state(conn, programme)?);
    let (districts, cells) = by_district(conn, programme)?;
    let districts = coarse(&districts);
    let both = go_together((&states, State::VARIANTS.len()), (&districts, cells));
    let row = (weeks::programme_id.eq(programme), weeks::week.eq(week));
    diesel::insert_into(weeks::table).values(row).execute(conn)?;
    for (state, count) in states {
        insert(conn, programme, week, STATE, state.as_str(), count)?;
    }
    for (district, count) in districts.into_iter().filter(|_| both) {
        insert(conn, programme, week, DISTRICT, district.as_str(), count)?;
    }
    Ok(())
}

fn insert(
    conn: &mut Conn,
    programme: ProgrammeId,
    week: NaiveDate,
    margin: &str,
    cell: &str,
    count: i64,
) -> Result<()> {
    let row = (
        (figures::programme_id.eq(programme), figures::week.eq(week), figures::margin.eq(margin)),
        (figures::cell.eq(cell), figures::count.eq(count)),
    );
    diesel::insert_into(figures::table).values(row).execute(conn)?;
    Ok(())
}

/// Never those of the protection track: not even as a part of a sum.
fn by_state(conn: &mut Conn, programme: ProgrammeId) -> Result<Table<State>> {
    let rows: Vec<(State, Option<i64>)> = counts::table
        .filter(counts::programme_id.eq(programme))
        .filter(counts::track.eq(Track::Normal))
        .group_by(counts::state)
        .select((counts::state, sum(counts::count)))
        .load(conn)?;
    Ok(rows.into_iter().map(|(state, count)| (state, count.unwrap_or_default())).collect())
}

/// With the number of districts that there can be cases in: everybody knows where the programme works.
fn by_district(conn: &mut Conn, programme: ProgrammeId) -> Result<(Table<PlaceId>, usize)> {
    let rows: Vec<(PlaceId, Option<i64>)> = counts::table
        .filter(counts::programme_id.eq(programme))
        .filter(counts::track.eq(Track::Normal))
        .group_by(counts::place_id)
        .select((counts::place_id, sum(counts::count)))
        .load(conn)?;
    let areas: Vec<PlaceId> = focus_area_places::table
        .inner_join(focus_areas::table)
        .filter(focus_areas::programme_id.eq(programme))
        .select(focus_area_places::place_id)
        .load(conn)?;
    let ids = rows.iter().map(|(place, _)| *place).chain(areas.iter().copied()).collect::<Vec<_>>();
    let districts: HashMap<PlaceId, Option<PlaceId>> = places::table
        .filter(places::id.eq_any(ids))
        .select((places::id, places::district_id))
        .load::<(PlaceId, Option<PlaceId>)>(conn)?
        .into_iter()
        .collect();
    let district = |place: PlaceId| districts.get(&place).copied().flatten().unwrap_or(place);
    let mut table: BTreeMap<PlaceId, i64> = areas.into_iter().map(|area| (district(area), 0)).collect();
    for (place, count) in rows {
        *table.entry(district(place)).or_default() += count.unwrap_or_default();
    }
    let cells = table.len();
    Ok((table, cells))
}

/// Figures as they were published last.
pub struct Published {
    pub week: NaiveDate,
    pub by_state: BTreeMap<State, i64>,
    pub by_district: BTreeMap<PlaceId, i64>,
}

/// The latest figures of some programmes, added up; `None` before the first week.
pub fn published(conn: &mut Conn, of: &[ProgrammeId]) -> Result<Option<Published>> {
    let last: Option<NaiveDate> =
        weeks::table.filter(weeks::programme_id.eq_any(of)).select(diesel::dsl::max(weeks::week)).first(conn)?;
    let Some(week) = last else { return Ok(None) };
    let rows: Vec<(String, String, i64)> = figures::table
        .filter(figures::programme_id.eq_any(of))
        .filter(figures::week.eq(week))
        .select((figures::margin, figures::cell, figures::count))
        .load(conn)?;
    let mut published = Published { week, by_state: BTreeMap::new(), by_district: BTreeMap::new() };
    for (margin, cell, count) in rows {
        if margin == STATE {
            *published.by_state.entry(cell.parse().map_err(|_| ApiError::Internal)?).or_default() += count;
        } else {
            *published.by_district.entry(cell.parse().map_err(|_| ApiError::Internal)?).or_default() += count;
        }
    }
    Ok(Some(published))
}
