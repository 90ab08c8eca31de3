//! What a programme is made from and changed by.

use chrono::{NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use super::store::{NewProgrammeRow, ProgrammeChanges};
use super::{Objectives, ProgrammeId, ProgrammeStatus, domain};
use crate::db::Conn;
use crate::error::Result;
use crate::names::Names;
use crate::places::{self, PlaceId};

/// A programme to add.
#[derive(Clone, Deserialize, Serialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewProgramme {
    #[validate(nested)]
    pub names: Names,
    #[validate(nested)]
    pub objectives: Objectives,
    pub starts_on: NaiveDate,
    /// Not before it starts.
    pub ends_on: NaiveDate,
    pub status: ProgrammeStatus,
    #[validate(nested, length(min = 1, max = 50))]
    #[schema(min_items = 1, max_items = 50)]
    pub focus_areas: Vec<NewFocusArea>,
}

/// Where a programme is to work.
#[derive(Clone, Deserialize, Serialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewFocusArea {
    #[validate(nested)]
    pub names: Names,
    #[validate(length(min = 1, max = 200))]
    #[schema(min_items = 1, max_items = 200)]
    pub place_ids: Vec<PlaceId>,
}

impl NewProgramme {
    pub fn parts(self) -> Result<(NewProgrammeRow, Vec<NewFocusArea>)> {
        let Self { names, objectives, starts_on, ends_on, status, focus_areas } = self;
        domain::check_period(starts_on, ends_on)?;
        let id = ProgrammeId::at(Utc::now());
        let Names { ky: name_ky, ru: name_ru, en: name_en } = names;
        let Objectives { ky: objectives_ky, ru: objectives_ru, en: objectives_en } = objectives;
        let row = NewProgrammeRow {
            id,
            name_ky,
            name_ru,
            name_en,
            objectives_ky,
            objectives_ru,
            objectives_en,
            starts_on,
            ends_on,
            status,
        };
        Ok((row, focus_areas))
    }
}

/// Checks that every place of the areas is there, once an area.
pub fn check_areas(conn: &mut Conn, areas: &[NewFocusArea]) -> Result<()> {
    for (number, area) in areas.iter().enumerate() {
        domain::check_places(number, &area.place_ids)?;
        for (index, place) in area.place_ids.iter().enumerate() {
            places::store::named_in(conn, &format!("/focus_areas/{number}/place_ids/{index}"), *place)?;
        }
    }
    Ok(())
}

/// What to change; a field left out stays as it is.
#[derive(Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct ProgrammeChange {
    #[validate(nested)]
    pub names: Option<Names>,
    #[validate(nested)]
    pub objectives: Option<Objectives>,
    pub starts_on: Option<NaiveDate>,
    pub ends_on: Option<NaiveDate>,
    pub status: Option<ProgrammeStatus>,
    /// All of them: those left out are gone.
    #[validate(nested, length(min = 1, max = 50))]
    #[schema(min_items = 1, max_items = 50)]
    pub focus_areas: Option<Vec<NewFocusArea>>,
}

impl ProgrammeChange {
    pub fn parts(self) -> (ProgrammeChanges, Option<Vec<NewFocusArea>>) {
        let Self { names, objectives, starts_on, ends_on, status, focus_areas } = self;
        let (name_ky, name_ru, name_en) = Names::parts(names);
        let (objectives_ky, objectives_ru, objectives_en) =
            objectives.map_or((None, None, None), |Objectives { ky, ru, en }| (Some(ky), Some(ru), Some(en)));
        let changes = ProgrammeChanges {
            name_ky,
            name_ru,
            name_en,
            objectives_ky,
            objectives_ru,
            objectives_en,
            starts_on,
            ends_on,
            status,
        };
        (changes, focus_areas)
    }
}
