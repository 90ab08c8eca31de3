//! What cases refer to: names, who works where, the terms of programmes, the calendar. Small, read by nearly every request
//! and seldom changed, so it is kept in memory, and read anew when the database says that there is another edition.

mod edition;
mod read;

use std::collections::HashMap;

use crate::accounts::AccountId;
use crate::error::{ApiError, Result};
use crate::grievances::clock::Calendar;
use crate::grievances::clock::terms::Terms;
use crate::names::{Named, Names, Person};
use crate::organisations::OrganisationId;
use crate::places::PlaceId;
use crate::programmes::ProgrammeId;
use crate::sites::SiteId;

pub use edition::directory;

/// One edition of it.
pub struct Directory {
    places: HashMap<PlaceId, Place>,
    sites: HashMap<SiteId, Site>,
    organisations: HashMap<OrganisationId, Names>,
    people: HashMap<AccountId, Member>,
    terms: HashMap<ProgrammeId, Terms>,
    /// Of a programme that has set none of its own.
    usual: Terms,
    pub calendar: Calendar,
    /// The places in which each running programme works.
    areas: Vec<(ProgrammeId, PlaceId)>,
}

struct Place {
    code: String,
    names: Names,
    district: Option<PlaceId>,
    /// What lies below a place is what starts with its path.
    path: String,
}

struct Site {
    names: Names,
    company: OrganisationId,
}

struct Member {
    name: String,
    organisation: OrganisationId,
}

impl Directory {
    pub fn place(&self, id: PlaceId) -> Result<Named> {
        let place = self.places.get(&id).ok_or(ApiError::Internal)?;
        Ok(Named { id: id.into(), names: place.names.clone() })
    }

    pub fn code(&self, place: PlaceId) -> Option<&str> {
        self.places.get(&place).map(|place| place.code.as_str())
    }

    pub fn path(&self, place: PlaceId) -> Option<&str> {
        self.places.get(&place).map(|place| place.path.as_str())
    }

    /// The raion or city that a place is or lies in.
    pub fn district(&self, place: PlaceId) -> Option<Names> {
        let district = self.places.get(&place)?.district?;
        self.places.get(&district).map(|district| district.names.clone())
    }

    pub fn site(&self, id: Option<SiteId>) -> Option<Named> {
        let id = id?;
        self.sites.get(&id).map(|site| Named { id: id.into(), names: site.names.clone() })
    }

    /// The company that answers for a site.
    pub fn company(&self, site: SiteId) -> Option<OrganisationId> {
        self.sites.get(&site).map(|site| site.company)
    }

    pub fn organisation(&self, id: Option<OrganisationId>) -> Option<Named> {
        let id = id?;
        self.organisations.get(&id).map(|names| Named { id: id.into(), names: names.clone() })
    }

    pub fn person(&self, id: Option<AccountId>) -> Option<Person> {
        let id = id?;
        self.people.get(&id).map(|member| Person { id: id.into(), name: member.name.clone() })
    }

    /// A person and the organisation that she is of.
    pub fn member(&self, id: AccountId) -> Result<(Person, Names)> {
        let member = self.people.get(&id).ok_or(ApiError::Internal)?;
        let organisation = self.organisations.get(&member.organisation).ok_or(ApiError::Internal)?;
        Ok((Person { id: id.into(), name: member.name.clone() }, organisation.clone()))
    }

    /// How long things may take in a programme.
    pub fn terms(&self, programme: ProgrammeId) -> &Terms {
        self.terms.get(&programme).unwrap_or(&self.usual)
    }

    /// The running programmes that work where a path leads.
    pub fn programmes_at<'a>(&'a self, path: &'a str) -> impl Iterator<Item = ProgrammeId> + 'a {
        let covers = |area: PlaceId| self.path(area).is_some_and(|area| path.starts_with(area));
        self.areas.iter().filter(move |(_, area)| covers(*area)).map(|(programme, _)| *programme)
    }
}
