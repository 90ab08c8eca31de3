//! What assemblies are recorded with, and what the programme's staff see of them.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use super::AssemblyId;
use super::domain::AssemblyForm;
use crate::headcount::{Headcount, HeadcountTotals};
use crate::http::Version;
use crate::http::body::given;
use crate::names::{Named, Person};
use crate::places::PlaceId;
use crate::programmes::ProgrammeId;

/// An assembly to record.
#[derive(Clone, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewAssembly {
    #[schema(format = Uuid)]
    pub programme_id: ProgrammeId,
    pub place_id: PlaceId,
    pub form: AssemblyForm,
    /// The day, in Bishkek.
    pub held_on: NaiveDate,
    #[validate(length(min = 1, max = 200))]
    #[schema(min_length = 1, max_length = 200, example = "House of culture")]
    pub venue: Option<String>,
    /// Of each sex and age band at most once; nobody at all is no assembly.
    #[validate(length(min = 1, max = 12), nested)]
    #[schema(min_items = 1, max_items = 12)]
    pub attendance: Vec<Headcount>,
    #[validate(length(min = 3, max = 2000))]
    #[schema(min_length = 3, max_length = 2000)]
    pub note: Option<String>,
}

/// What to change; a field left out stays as it is, one that is null is cleared.
#[derive(Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct AssemblyChange {
    pub form: Option<AssemblyForm>,
    pub held_on: Option<NaiveDate>,
    #[serde(default, deserialize_with = "given")]
    #[validate(length(min = 1, max = 200))]
    #[schema(min_length = 1, max_length = 200)]
    pub venue: Option<Option<String>>,
    /// All of it.
    #[validate(length(min = 1, max = 12), nested)]
    #[schema(min_items = 1, max_items = 12)]
    pub attendance: Option<Vec<Headcount>>,
    #[serde(default, deserialize_with = "given")]
    #[validate(length(min = 3, max = 2000))]
    #[schema(min_length = 3, max_length = 2000)]
    pub note: Option<Option<String>>,
}

/// A gathering that gave somebody the community's word.
#[derive(Serialize, ToSchema)]
pub struct Assembly {
    pub id: AssemblyId,
    pub version: Version,
    #[schema(format = Uuid)]
    pub programme_id: ProgrammeId,
    pub place: Named,
    pub form: AssemblyForm,
    pub held_on: NaiveDate,
    pub venue: Option<String>,
    pub attendance: Vec<Headcount>,
    pub totals: HeadcountTotals,
    pub note: Option<String>,
    pub created_by: Person,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    /// What is doubtful and may yet be so: `outside_programme_period`.
    pub warnings: Vec<&'static str>,
    /// What the caller may do with it now.
    pub actions: Vec<&'static str>,
}
