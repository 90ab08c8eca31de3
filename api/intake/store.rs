//! Reading what the public form needs.

use diesel::prelude::*;

use super::view::{Intake, IntakePlace, IntakeProgramme, IntakeSite};
use crate::db::Conn;
use crate::error::Result;
use crate::names::Names;
use crate::places::store::PlaceRow;
use crate::places::{PlaceId, PlaceLevel};
use crate::programmes::{ProgrammeId, ProgrammeStatus};
use crate::schema::{focus_area_places, focus_areas, organisations, places, programmes, sites};
use crate::sites::SiteId;

/// `hotline` is the programme's telephone number.
pub fn intake(conn: &mut Conn, hotline: Option<String>) -> Result<Intake> {
    let programmes = running(conn)?;
    let focus = focus_paths(conn, programmes.iter().map(|programme| programme.id).collect())?;
    let places = around(conn, &focus)?;
    let districts: Vec<PlaceId> =
        places.iter().filter(|place| place.level.is_district()).map(|place| place.id).collect();
    Ok(Intake {
        programme: programmes.into_iter().next(),
        sites: sites_in(conn, districts)?,
        places: places.into_iter().map(place).collect(),
        hotline,
    })
}

/// The running programmes, the newest first.
fn running(conn: &mut Conn) -> Result<Vec<IntakeProgramme>> {
    let rows: Vec<(ProgrammeId, Names, ProgrammeStatus)> = programmes::table
        .filter(programmes::status.eq(ProgrammeStatus::Running))
        .order(programmes::id.desc())
        .select((programmes::id, (programmes::name_ky, programmes::name_ru, programmes::name_en), programmes::status))
        .load(conn)?;
    Ok(rows.into_iter().map(|(id, names, status)| IntakeProgramme { id, names, status }).collect())
}

fn focus_paths(conn: &mut Conn, programmes: Vec<ProgrammeId>) -> Result<Vec<String>> {
    Ok(focus_area_places::table
        .inner_join(focus_areas::table)
        .inner_join(places::table.on(places::id.eq(focus_area_places::place_id)))
        .filter(focus_areas::programme_id.eq_any(programmes))
        .select(places::path)
        .load(conn)?)
}

/// The places at and below the paths, and those above them up to the raion.
fn around(conn: &mut Conn, focus: &[String]) -> Result<Vec<PlaceRow>> {
    let all: Vec<PlaceRow> = places::table.order(places::path).select(PlaceRow::as_select()).load(conn)?;
    Ok(all.into_iter().filter(|place| belongs(&place.path, place.level, focus)).collect())
}

fn belongs(path: &str, level: PlaceLevel, focus: &[String]) -> bool {
    let below = |area: &String| path.starts_with(area.as_str());
    let above = |area: &String| level >= PlaceLevel::City && area.starts_with(path);
    focus.iter().any(|area| below(area) || above(area))
}

fn place(row: PlaceRow) -> IntakePlace {
    let PlaceRow { id, version: _, code, level, parent_id, path: _, district_id: _, names, latitude, longitude } = row;
    IntakePlace { id, code, level, parent_id, names, latitude, longitude }
}

fn sites_in(conn: &mut Conn, districts: Vec<PlaceId>) -> Result<Vec<IntakeSite>> {
    let rows: Vec<(SiteId, Names, PlaceId, Names)> = sites::table
        .inner_join(organisations::table)
        .inner_join(places::table)
        .filter(places::district_id.eq_any(districts))
        .order(sites::id)
        .select((
            sites::id,
            (sites::name_ky, sites::name_ru, sites::name_en),
            sites::place_id,
            (organisations::name_ky, organisations::name_ru, organisations::name_en),
        ))
        .load(conn)?;
    Ok(rows.into_iter().map(|(id, names, place_id, company)| IntakeSite { id, names, place_id, company }).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_focus_area_brings_what_is_below_it_and_above_it_up_to_the_raion() {
        let focus = ["KG/Y/ton/tort-kul/".to_owned()];
        assert!(belongs("KG/Y/ton/tort-kul/", PlaceLevel::Aimak, &focus));
        assert!(belongs("KG/Y/ton/tort-kul/v/", PlaceLevel::Village, &focus));
        assert!(belongs("KG/Y/ton/", PlaceLevel::Raion, &focus));
        assert!(!belongs("KG/Y/", PlaceLevel::Oblast, &focus));
        assert!(!belongs("KG/Y/ton/ak-terek/", PlaceLevel::Aimak, &focus));
    }
}
