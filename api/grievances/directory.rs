//! The names that cases refer to.

use std::collections::HashMap;

use diesel::prelude::*;

use super::domain::Audience;
use super::store::Case;
use crate::accounts::AccountId;
use crate::db::Conn;
use crate::error::{ApiError, Result};
use crate::names::{Named, Names, Person};
use crate::organisations::OrganisationId;
use crate::places::PlaceId;
use crate::schema::{accounts, organisations, places, sites};
use crate::sites::SiteId;

type NameColumns = (String, String, String);

/// Names that cases refer to, read once for a whole page. Asked for by `id = … OR id = …`, which, unlike a list of ids,
/// Diesel keeps prepared on SQLite.
#[derive(Default)]
pub struct Directory {
    places: HashMap<PlaceId, (Names, Option<PlaceId>)>,
    sites: HashMap<SiteId, Names>,
    organisations: HashMap<OrganisationId, Names>,
    people: HashMap<AccountId, String>,
}

impl Directory {
    pub fn of(conn: &mut Conn, cases: &[Case], seen_by: Audience) -> Result<Self> {
        let mut directory = Self { sites: sites_of(conn, cases)?, ..Self::default() };
        directory.add_places(conn, cases.iter().map(|case| case.place_id).collect())?;
        match seen_by {
            Audience::Respondent => {
                let districts = directory.places.values().filter_map(|(_, district)| *district).collect();
                directory.add_places(conn, districts)?;
            }
            Audience::Staff => directory.add_people(conn, cases.iter().filter_map(|case| case.owner_id).collect())?,
        }
        Ok(directory)
    }

    pub fn add_places(&mut self, conn: &mut Conn, mut ids: Vec<PlaceId>) -> Result<()> {
        ids.sort_unstable();
        ids.dedup();
        ids.retain(|id| !self.places.contains_key(id));
        if ids.is_empty() {
            return Ok(());
        }
        let mut rows = places::table
            .select((places::id, (places::name_ky, places::name_ru, places::name_en), places::district_id))
            .into_boxed();
        for id in ids {
            rows = rows.or_filter(places::id.eq(id));
        }
        let rows: Vec<(PlaceId, NameColumns, Option<PlaceId>)> = rows.load(conn)?;
        self.places.extend(rows.into_iter().map(|(id, names, district)| (id, (Names::from(names), district))));
        Ok(())
    }

    pub fn add_people(&mut self, conn: &mut Conn, mut ids: Vec<AccountId>) -> Result<()> {
        ids.sort_unstable();
        ids.dedup();
        ids.retain(|id| !self.people.contains_key(id));
        if !ids.is_empty() {
            let mut rows = accounts::table.select((accounts::id, accounts::name)).into_boxed();
            for id in ids {
                rows = rows.or_filter(accounts::id.eq(id));
            }
            self.people.extend(rows.load::<(AccountId, String)>(conn)?);
        }
        Ok(())
    }

    pub fn add_organisation(&mut self, conn: &mut Conn, id: Option<OrganisationId>) -> Result<()> {
        if let Some(id) = id {
            let names: NameColumns = organisations::table
                .find(id)
                .select((organisations::name_ky, organisations::name_ru, organisations::name_en))
                .first(conn)?;
            self.organisations.insert(id, names.into());
        }
        Ok(())
    }

    pub fn place(&self, id: PlaceId) -> Result<Named> {
        let (names, _) = self.places.get(&id).ok_or(ApiError::Internal)?;
        Ok(Named { id: id.into(), names: names.clone() })
    }

    pub fn district(&self, place: PlaceId) -> Option<Names> {
        let (_, district) = self.places.get(&place)?;
        self.places.get(district.as_ref()?).map(|(names, _)| names.clone())
    }

    pub fn site(&self, id: Option<SiteId>) -> Option<Named> {
        let id = id?;
        self.sites.get(&id).map(|names| Named { id: id.into(), names: names.clone() })
    }

    pub fn organisation(&self, id: Option<OrganisationId>) -> Option<Named> {
        let id = id?;
        self.organisations.get(&id).map(|names| Named { id: id.into(), names: names.clone() })
    }

    pub fn person(&self, id: Option<AccountId>) -> Option<Person> {
        let id = id?;
        self.people.get(&id).map(|name| Person { id: id.into(), name: name.clone() })
    }
}

fn sites_of(conn: &mut Conn, cases: &[Case]) -> Result<HashMap<SiteId, Names>> {
    let mut ids: Vec<SiteId> = cases.iter().filter_map(|case| case.site_id).collect();
    ids.sort_unstable();
    ids.dedup();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let mut rows = sites::table.select((sites::id, (sites::name_ky, sites::name_ru, sites::name_en))).into_boxed();
    for id in ids {
        rows = rows.or_filter(sites::id.eq(id));
    }
    let rows: Vec<(SiteId, NameColumns)> = rows.load(conn)?;
    Ok(rows.into_iter().map(|(id, names)| (id, names.into())).collect())
}
