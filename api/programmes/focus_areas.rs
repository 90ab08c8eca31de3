//! Reading and replacing the focus areas of programmes.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::input::NewFocusArea;
use super::view::FocusArea;
use super::{FocusAreaId, ProgrammeId};
use crate::db::Conn;
use crate::error::Result;
use crate::names::Names;
use crate::places::PlaceId;
use crate::schema::{focus_area_places, focus_areas};

/// The focus areas of each programme.
pub fn of(conn: &mut Conn, programmes: &[ProgrammeId]) -> Result<HashMap<ProgrammeId, Vec<FocusArea>>> {
    let rows: Vec<(FocusAreaId, ProgrammeId, Names)> = focus_areas::table
        .filter(focus_areas::programme_id.eq_any(programmes.to_vec()))
        .order(focus_areas::id)
        .select((
            focus_areas::id,
            focus_areas::programme_id,
            (focus_areas::name_ky, focus_areas::name_ru, focus_areas::name_en),
        ))
        .load(conn)?;
    let mut places = places_of(conn, programmes)?;
    let mut areas: HashMap<ProgrammeId, Vec<FocusArea>> = HashMap::new();
    for (id, programme, names) in rows {
        let place_ids = places.remove(&id).unwrap_or_default();
        areas.entry(programme).or_default().push(FocusArea { id, names, place_ids });
    }
    Ok(areas)
}

fn places_of(conn: &mut Conn, programmes: &[ProgrammeId]) -> Result<HashMap<FocusAreaId, Vec<PlaceId>>> {
    let rows: Vec<(FocusAreaId, PlaceId)> = focus_area_places::table
        .inner_join(focus_areas::table)
        .filter(focus_areas::programme_id.eq_any(programmes.to_vec()))
        .order(focus_area_places::place_id)
        .select((focus_area_places::focus_area_id, focus_area_places::place_id))
        .load(conn)?;
    let mut places: HashMap<FocusAreaId, Vec<PlaceId>> = HashMap::new();
    for (area, place) in rows {
        places.entry(area).or_default().push(place);
    }
    Ok(places)
}

/// Puts these areas in the place of those that the programme had.
pub fn replace(conn: &mut Conn, programme: ProgrammeId, areas: &[NewFocusArea], now: DateTime<Utc>) -> Result<()> {
    let before = focus_areas::table.filter(focus_areas::programme_id.eq(programme));
    let ids: Vec<FocusAreaId> = before.select(focus_areas::id).load(conn)?;
    diesel::delete(focus_area_places::table.filter(focus_area_places::focus_area_id.eq_any(ids))).execute(conn)?;
    diesel::delete(before).execute(conn)?;
    areas.iter().try_for_each(|area| add(conn, programme, area, now))
}

fn add(conn: &mut Conn, programme: ProgrammeId, area: &NewFocusArea, now: DateTime<Utc>) -> Result<()> {
    let id = FocusAreaId::at(now);
    let row = (
        focus_areas::id.eq(id),
        focus_areas::programme_id.eq(programme),
        focus_areas::name_ky.eq(&area.names.ky),
        focus_areas::name_ru.eq(&area.names.ru),
        focus_areas::name_en.eq(&area.names.en),
    );
    diesel::insert_into(focus_areas::table).values(row).execute(conn)?;
    for place in &area.place_ids {
        let row = (focus_area_places::focus_area_id.eq(id), focus_area_places::place_id.eq(place));
        diesel::insert_into(focus_area_places::table).values(row).execute(conn)?;
    }
    Ok(())
}
