//! A place as everybody sees it.

use serde::Serialize;
use utoipa::ToSchema;

use super::policy::UpdatePlace;
use super::store::PlaceRow;
use super::{PlaceId, PlaceLevel};
use crate::authz::{self, Role};
use crate::http::Version;
use crate::names::Names;

/// A node of the administrative tree.
#[derive(Debug, Serialize, ToSchema)]
pub struct Place {
    pub id: PlaceId,
    pub version: Version,
    /// ISO 3166-2 for oblasts and the cities of republican significance; below, its parent's with a name added.
    #[schema(example = "KG-Y-jeti-oguz")]
    pub code: String,
    pub level: PlaceLevel,
    /// The place it lies in; none for the country.
    pub parent_id: Option<PlaceId>,
    /// The raion or city that it is or lies in; none above.
    pub district_id: Option<PlaceId>,
    pub names: Names,
    pub latitude: Option<f64>,
    pub longitude: Option<f64>,
    /// What the caller may do with it now.
    pub actions: Vec<&'static str>,
}

impl Place {
    pub fn of(row: PlaceRow, role: Role) -> Self {
        let PlaceRow { id, version, code, level, parent_id, path: _, district_id, names, latitude, longitude } = row;
        let actions = authz::allowed::<UpdatePlace>(role).into_iter().collect();
        Self { id, version, code, level, parent_id, district_id, names, latitude, longitude, actions }
    }
}
