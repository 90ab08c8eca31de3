//! Reading the directory. What is read here must be named by the triggers that change its edition.

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::prelude::*;

use super::{Directory, Member, Place, Site};
use crate::accounts::AccountId;
use crate::db::Conn;
use crate::error::Result;
use crate::grievances::clock::Calendar;
use crate::grievances::clock::terms::{Term, TermUnit, Terms};
use crate::organisations::OrganisationId;
use crate::places::PlaceId;
use crate::programmes::ProgrammeId;
use crate::schema::{
    accounts, focus_area_places, focus_areas, holidays, organisations, places, programme_terms, programmes, sites,
};
use crate::sites::SiteId;

type NameColumns = (String, String, String);

impl Directory {
    pub(super) fn read(conn: &mut Conn) -> Result<Self> {
        Ok(Self {
            places: places(conn)?,
            sites: sites(conn)?,
            organisations: organisations::table
                .select((organisations::id, (organisations::name_ky, organisations::name_ru, organisations::name_en)))
                .load::<(OrganisationId, NameColumns)>(conn)?
                .into_iter()
                .map(|(id, names)| (id, names.into()))
                .collect(),
            people: people(conn)?,
            terms: terms(conn)?,
            usual: Terms::default(),
            calendar: calendar(conn)?,
            areas: areas(conn)?,
        })
    }
}

fn places(conn: &mut Conn) -> Result<HashMap<PlaceId, Place>> {
    let names = (places::name_ky, places::name_ru, places::name_en);
    let rows: Vec<(PlaceId, String, NameColumns, Option<PlaceId>, String)> =
        places::table.select((places::id, places::code, names, places::district_id, places::path)).load(conn)?;
    let place = |(id, code, names, district, path): (_, _, NameColumns, _, _)| {
        (id, Place { code, names: names.into(), district, path })
    };
    Ok(rows.into_iter().map(place).collect())
}

fn sites(conn: &mut Conn) -> Result<HashMap<SiteId, Site>> {
    let rows: Vec<(SiteId, NameColumns, OrganisationId)> = sites::table
        .select((sites::id, (sites::name_ky, sites::name_ru, sites::name_en), sites::organisation_id))
        .load(conn)?;
    Ok(rows.into_iter().map(|(id, names, company)| (id, Site { names: names.into(), company })).collect())
}

fn people(conn: &mut Conn) -> Result<HashMap<AccountId, Member>> {
    let rows: Vec<(AccountId, String, OrganisationId)> =
        accounts::table.select((accounts::id, accounts::name, accounts::organisation_id)).load(conn)?;
    Ok(rows.into_iter().map(|(id, name, organisation)| (id, Member { name, organisation })).collect())
}

fn terms(conn: &mut Conn) -> Result<HashMap<ProgrammeId, Terms>> {
    let rows: Vec<(ProgrammeId, Term, i64, TermUnit)> = programme_terms::table
        .select((programme_terms::programme_id, programme_terms::term, programme_terms::amount, programme_terms::unit))
        .load(conn)?;
    let mut set: HashMap<ProgrammeId, Vec<(Term, i64, TermUnit)>> = HashMap::new();
    for (programme, term, amount, unit) in rows {
        set.entry(programme).or_default().push((term, amount, unit));
    }
    Ok(set.into_iter().map(|(programme, set)| (programme, Terms::with(set))).collect())
}

fn calendar(conn: &mut Conn) -> Result<Calendar> {
    let named: Vec<(NaiveDate, bool)> = holidays::table.select((holidays::day, holidays::worked)).load(conn)?;
    Ok(Calendar::of(named))
}

fn areas(conn: &mut Conn) -> Result<Vec<(ProgrammeId, PlaceId)>> {
    Ok(focus_area_places::table
        .inner_join(focus_areas::table.inner_join(programmes::table))
        .filter(programmes::status.eq("running"))
        .select((programmes::id, focus_area_places::place_id))
        .load(conn)?)
}
