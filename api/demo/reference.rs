//! Loading the demonstration's places, organisations, programmes and sites.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use chrono_tz::Asia::Bishkek;
use diesel::prelude::*;

use super::directory::{Directory, find};
use super::files::{self, FocusArea, Organisation, Programme, Programmes, Site};
use crate::db::Conn;
use crate::error::Result;
use crate::names::Names;
use crate::organisations::{self, OrganisationId};
use crate::places::{self, PlaceId};
use crate::programmes::input::NewFocusArea;
use crate::programmes::{self, Objectives, ProgrammeId, ProgrammeStatus};
use crate::schema;
use crate::sites::{self, SiteId};

pub fn load(conn: &mut Conn, now: DateTime<Utc>) -> Result<Directory> {
    places::seed::seed(conn, now)?;
    let rows: Vec<(String, PlaceId)> =
        schema::places::table.select((schema::places::code, schema::places::id)).load(conn)?;
    let mut known = Directory { places: rows.into_iter().collect(), ..Directory::default() };
    for organisation in files::read::<Vec<Organisation>>(files::ORGANISATIONS)? {
        add_organisation(conn, &mut known, organisation, now)?;
    }
    for programme in files::read::<Programmes>(files::PROGRAMMES)?.programmes {
        add_programme(conn, &mut known, programme, now)?;
    }
    for site in files::read::<Vec<Site>>(files::SITES)? {
        add_site(conn, &mut known, site, now)?;
    }
    Ok(known)
}

fn add_organisation(
    conn: &mut Conn,
    known: &mut Directory,
    organisation: Organisation,
    now: DateTime<Utc>,
) -> Result<()> {
    let Organisation { key, kind, names, territory } = organisation;
    let Names { ky: name_ky, ru: name_ru, en: name_en } = names;
    let territory_id = territory.map(|code| find(&known.places, &code)).transpose()?;
    let id = OrganisationId::at(now);
    let row = organisations::store::NewOrganisationRow { id, kind, name_ky, name_ru, name_en, territory_id };
    organisations::store::insert(conn, &row)?;
    known.organisations.insert(key, id);
    Ok(())
}

fn add_programme(conn: &mut Conn, known: &mut Directory, programme: Programme, now: DateTime<Utc>) -> Result<()> {
    let Programme { key, names, objectives, starts_days_ago, ends_in_days, focus_areas } = programme;
    let today = now.with_timezone(&Bishkek).date_naive();
    let starts_on = today - TimeDelta::days(starts_days_ago);
    let ends_on = today + TimeDelta::days(ends_in_days);
    let Names { ky: name_ky, ru: name_ru, en: name_en } = names;
    let Objectives { ky: objectives_ky, ru: objectives_ru, en: objectives_en } = objectives;
    // Programmes are listed by age.
    let id = ProgrammeId::at(now - TimeDelta::days(starts_days_ago));
    let row = programmes::store::NewProgrammeRow {
        id,
        name_ky,
        name_ru,
        name_en,
        objectives_ky,
        objectives_ru,
        objectives_en,
        starts_on,
        ends_on,
        status: status(today, starts_on, ends_on),
    };
    programmes::store::insert(conn, &row)?;
    let areas = focus_areas.into_iter().map(|area| new_area(&known.places, area)).collect::<Result<Vec<_>>>()?;
    programmes::focus_areas::replace(conn, id, &areas, now)?;
    known.programmes.insert(key, id);
    Ok(())
}

fn status(today: NaiveDate, starts_on: NaiveDate, ends_on: NaiveDate) -> ProgrammeStatus {
    if today < starts_on {
        ProgrammeStatus::Planned
    } else if today <= ends_on {
        ProgrammeStatus::Running
    } else {
        ProgrammeStatus::Closed
    }
}

fn new_area(places: &HashMap<String, PlaceId>, area: FocusArea) -> Result<NewFocusArea> {
    let place_ids = area.places.iter().map(|code| find(places, code)).collect::<Result<_>>()?;
    Ok(NewFocusArea { names: area.names, place_ids })
}

fn add_site(conn: &mut Conn, known: &mut Directory, site: Site, now: DateTime<Utc>) -> Result<()> {
    let Site { key, organisation, place, names, latitude, longitude, licence_number, mineral, stage } = site;
    let Names { ky: name_ky, ru: name_ru, en: name_en } = names;
    let id = SiteId::at(now);
    let organisation_id = find(&known.organisations, &organisation)?;
    let row = sites::store::NewSiteRow {
        id,
        organisation_id,
        place_id: find(&known.places, &place)?,
        name_ky,
        name_ru,
        name_en,
        latitude,
        longitude,
        licence_number,
        mineral,
        stage,
    };
    sites::store::insert(conn, &row)?;
    known.sites.insert(key, (id, organisation_id));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_programme_runs_from_its_first_day_to_its_last() {
        let day = |day| NaiveDate::from_ymd_opt(2019, 4, day).unwrap();
        let at = |today| status(day(today), day(10), day(20));
        assert_eq!(at(9), ProgrammeStatus::Planned);
        assert_eq!(at(10), ProgrammeStatus::Running);
        assert_eq!(at(20), ProgrammeStatus::Running);
        assert_eq!(at(21), ProgrammeStatus::Closed);
    }
}
