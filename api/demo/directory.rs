//! The ids behind the keys by which the files of the demonstration name one another.

use std::collections::HashMap;

use crate::accounts::AccountId;
use crate::error::{ApiError, Result};
use crate::organisations::OrganisationId;
use crate::places::PlaceId;
use crate::programmes::ProgrammeId;
use crate::sites::SiteId;

/// What was loaded, by key; places by code.
#[derive(Default)]
pub struct Directory {
    pub places: HashMap<String, PlaceId>,
    pub organisations: HashMap<String, OrganisationId>,
    pub programmes: HashMap<String, ProgrammeId>,
    pub sites: HashMap<String, SiteId>,
    pub accounts: HashMap<String, AccountId>,
}

/// The id behind a key; a file that names what is not there is a fault of ours.
pub fn find<T: Copy>(ids: &HashMap<String, T>, key: &str) -> Result<T> {
    ids.get(key).copied().ok_or_else(|| {
        log::error!(key; "the demonstration names what it does not have");
        ApiError::Internal
    })
}
