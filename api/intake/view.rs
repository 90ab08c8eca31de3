//! What the public form needs.

use serde::Serialize;
use utoipa::ToSchema;

use crate::names::Names;
use crate::places::{PlaceId, PlaceLevel};
use crate::programmes::{ProgrammeId, ProgrammeStatus};
use crate::sites::SiteId;

/// All that the form needs to know; nothing about people.
#[derive(Debug, Serialize, ToSchema)]
pub struct Intake {
    /// The programme that takes grievances; the newest, where several do. None: none runs.
    pub programme: Option<IntakeProgramme>,
    /// The focus areas' places with all below them, and what they lie in up to the raion, in the order of the tree.
    pub places: Vec<IntakePlace>,
    /// The sites in the raions and cities of these places.
    pub sites: Vec<IntakeSite>,
    /// The telephone number under which the programme takes grievances too, as people read it.
    #[schema(example = "+996 312 000000")]
    pub hotline: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct IntakeProgramme {
    pub id: ProgrammeId,
    pub names: Names,
    pub status: ProgrammeStatus,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct IntakePlace {
    pub id: PlaceId,
    pub code: String,
    pub level: PlaceLevel,
    pub parent_id: Option<PlaceId>,
    pub names: Names,
    pub latitude: Option<f64>,
    pub longitude: Option<f64>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct IntakeSite {
    pub id: SiteId,
    pub names: Names,
    pub place_id: PlaceId,
    /// What its company is called.
    pub company: Names,
}
