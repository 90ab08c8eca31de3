//! A programme as everybody sees it.

use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;

use super::policy::UpdateProgramme;
use super::store::ProgrammeRow;
use super::{FocusAreaId, Objectives, ProgrammeId, ProgrammeStatus};
use crate::authz::{self, Role};
use crate::http::Version;
use crate::names::Names;
use crate::places::PlaceId;

/// A programme.
#[derive(Debug, Serialize, ToSchema)]
pub struct Programme {
    pub id: ProgrammeId,
    pub version: Version,
    pub names: Names,
    pub objectives: Objectives,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub status: ProgrammeStatus,
    pub focus_areas: Vec<FocusArea>,
    /// What the caller may do with it now.
    pub actions: Vec<&'static str>,
}

/// Where a programme works: these places and all below them.
#[derive(Debug, Serialize, ToSchema)]
pub struct FocusArea {
    pub id: FocusAreaId,
    pub names: Names,
    pub place_ids: Vec<PlaceId>,
}

impl Programme {
    pub fn of(row: ProgrammeRow, focus_areas: Vec<FocusArea>, role: Role) -> Self {
        let ProgrammeRow { id, version, names, objectives, starts_on, ends_on, status } = row;
        let actions = authz::allowed::<UpdateProgramme>(role).into_iter().collect();
        Self { id, version, names, objectives, starts_on, ends_on, status, focus_areas, actions }
    }
}
