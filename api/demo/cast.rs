//! Who acts in a case of the demonstration.

use super::directory::{Directory, Person};
use crate::authz::Role;
use crate::error::{ApiError, Result};
use crate::organisations::OrganisationId;
use crate::programmes::ProgrammeId;

pub struct Cast {
    staff: Vec<Person>,
    companies: Vec<Person>,
    representatives: Vec<Person>,
    authorities: Vec<Person>,
}

impl Cast {
    /// The people of a programme.
    pub fn of(known: &Directory, programme: ProgrammeId) -> Self {
        let with = |role| {
            let people = known.people.iter();
            people.filter(|person| person.role == role && person.programmes.contains(&programme)).cloned().collect()
        };
        Self {
            staff: with(Role::Staff),
            companies: with(Role::Company),
            representatives: with(Role::Community),
            authorities: with(Role::Authority),
        }
    }

    /// Who looks after the case of this number.
    pub fn owner(&self, number: usize) -> Result<&Person> {
        self.staff.get(number % self.staff.len().max(1)).ok_or(ApiError::Internal)
    }

    /// Somebody else, who lets the owner's summary go.
    pub fn second(&self, number: usize) -> Result<&Person> {
        self.owner(number + 1)
    }

    /// Somebody of an organisation.
    pub fn member(&self, organisation: OrganisationId) -> Option<&Person> {
        let all = [&self.companies, &self.authorities, &self.representatives, &self.staff];
        all.into_iter().flatten().find(|person| person.organisation == organisation)
    }

    /// Who speaks for a place, by its code.
    pub fn representative(&self, place: &str) -> Option<&Person> {
        let own = |person: &&Person| person.places.iter().any(|code| place.starts_with(code.as_str()));
        self.representatives.iter().find(own)
    }

    pub fn respondent(&self, company: OrganisationId) -> Result<&Person> {
        self.companies.iter().find(|person| person.organisation == company).ok_or(ApiError::Internal)
    }

    /// Who enters a case for somebody: a representative of the place, or staff.
    pub fn recorder(&self, number: usize, place: &str) -> Result<&Person> {
        self.representative(place).map_or_else(|| self.owner(number), Ok)
    }
}
