//! An organisation as everybody sees it.

use serde::Serialize;
use utoipa::ToSchema;

use super::policy::UpdateOrganisation;
use super::store::OrganisationRow;
use super::{OrganisationId, OrganisationKind};
use crate::authz::{self, Role};
use crate::http::Version;
use crate::names::{Named, Names};

/// An organisation.
#[derive(Debug, Serialize, ToSchema)]
pub struct Organisation {
    pub id: OrganisationId,
    pub version: Version,
    pub kind: OrganisationKind,
    pub names: Names,
    /// The place that it speaks for or works in, with everything below.
    pub territory: Option<Named>,
    /// What the caller may do with it now.
    pub actions: Vec<&'static str>,
}

impl Organisation {
    pub fn of(row: OrganisationRow, role: Role) -> Self {
        let OrganisationRow { id, version, kind, names, territory } = row;
        let territory = territory.map(|place| Named { id: place.id.to_string(), names: place.names });
        let actions = authz::allowed::<UpdateOrganisation>(role).into_iter().collect();
        Self { id, version, kind, names, territory, actions }
    }
}
