//! The ids behind the keys by which the files of the demonstration name one another.

use std::collections::HashMap;

use crate::accounts::AccountId;
use crate::authz::Role;
use crate::error::{ApiError, Result};
use crate::organisations::OrganisationId;
use crate::places::PlaceId;
use crate::programmes::ProgrammeId;
use crate::sites::SiteId;

/// What was loaded, by key; places by code.
#[derive(Clone, Default)]
pub struct Directory {
    pub places: HashMap<String, PlaceId>,
    pub organisations: HashMap<String, OrganisationId>,
    pub programmes: HashMap<String, ProgrammeId>,
    /// With their companies.
    pub sites: HashMap<String, (SiteId, OrganisationId)>,
    pub people: Vec<Person>,
}

/// Somebody of the demonstration.
#[derive(Clone)]
pub struct Person {
    pub id: AccountId,
    pub role: Role,
    pub organisation: OrganisationId,
    /// Codes of the places that the person speaks for.
    pub places: Vec<String>,
    pub programmes: Vec<ProgrammeId>,
}

/// The id behind a key; a file that names what is not there is a fault of ours.
pub fn find<T: Copy>(ids: &HashMap<String, T>, key: &str) -> Result<T> {
    ids.get(key).copied().ok_or_else(|| {
        log::error!(key; "the demonstration names what it does not have");
        ApiError::Internal
    })
}
