//! A site as everybody sees it.

use serde::Serialize;
use utoipa::ToSchema;

use super::policy::UpdateSite;
use super::store::SiteRow;
use super::{SiteId, SiteStage};
use crate::authz::{self, Role};
use crate::http::Version;
use crate::names::{Named, Names};

/// A deposit or a mine.
#[derive(Debug, Serialize, ToSchema)]
pub struct Site {
    pub id: SiteId,
    pub version: Version,
    pub names: Names,
    /// The company that answers for it.
    pub organisation: Named,
    pub place: Named,
    pub latitude: Option<f64>,
    pub longitude: Option<f64>,
    pub licence_number: String,
    #[schema(example = "gold")]
    pub mineral: String,
    pub stage: SiteStage,
    /// What the caller may do with it now.
    pub actions: Vec<&'static str>,
}

impl Site {
    pub fn of(row: SiteRow, role: Role) -> Self {
        let SiteRow { id, version, names, organisation, place, latitude, longitude, licence_number, mineral, stage } =
            row;
        let organisation = Named { id: organisation.id.to_string(), names: organisation.names };
        let place = Named { id: place.id.to_string(), names: place.names };
        let actions = authz::allowed::<UpdateSite>(role).into_iter().collect();
        Self { id, version, names, organisation, place, latitude, longitude, licence_number, mineral, stage, actions }
    }
}
