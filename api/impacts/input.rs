//! What impacts are recorded, changed and moved with.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use super::ImpactSourceId;
use super::domain::{AffectedGroup, ImpactBasis, ImpactDirection, ImpactExtent, ImpactSourceKind};
use crate::grievances::GrievanceId;
use crate::grievances::domain::Category;
use crate::http::body::given;
use crate::places::PlaceId;
use crate::programmes::ProgrammeId;
use crate::sites::SiteId;

/// An impact to record.
#[derive(Clone, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewImpact {
    #[schema(format = Uuid)]
    pub programme_id: ProgrammeId,
    #[validate(length(min = 3, max = 200))]
    #[schema(min_length = 3, max_length = 200, example = "Less water in the irrigation ditch in June")]
    pub title: String,
    /// Names nobody: once published it is read outside the programme.
    #[validate(length(min = 3, max = 4000))]
    #[schema(min_length = 3, max_length = 4000)]
    pub description: String,
    pub category: Category,
    pub direction: ImpactDirection,
    pub basis: ImpactBasis,
    /// How much it weighs for those it hits, from 1 (hardly) to 5 (their health or their living).
    #[validate(range(min = 1, max = 5))]
    #[schema(value_type = i32, minimum = 1, maximum = 5)]
    pub severity: i64,
    /// How likely it is to happen, or to happen again, from 1 (hardly) to 5 (certainly).
    #[validate(range(min = 1, max = 5))]
    #[schema(value_type = i32, minimum = 1, maximum = 5)]
    pub likelihood: i64,
    pub extent: ImpactExtent,
    #[validate(length(min = 1, max = 11))]
    #[schema(min_items = 1, max_items = 11)]
    pub affected: Vec<AffectedGroup>,
    pub site_id: Option<SiteId>,
    /// In one of the programme's areas, or around one.
    pub place_id: PlaceId,
    /// The day, in Bishkek; today if left out.
    pub reported_on: Option<NaiveDate>,
    #[serde(default)]
    #[validate(length(max = 20), nested)]
    #[schema(max_items = 20)]
    pub sources: Vec<NewImpactSource>,
}

/// What an impact is known from; each kind has its own parts.
#[derive(Clone, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewImpactSource {
    pub kind: ImpactSourceKind,
    /// Of a grievance; never one of the protection track.
    pub grievance_id: Option<GrievanceId>,
    /// What was seen or heard, for staff alone.
    #[validate(length(min = 3, max = 2000))]
    #[schema(min_length = 3, max_length = 2000)]
    pub observed: Option<String>,
    /// The day on which it was seen or heard, in Bishkek.
    pub day: Option<NaiveDate>,
}

/// What to change; a field left out stays as it is, one that is null is cleared.
#[derive(Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct ImpactChange {
    #[validate(length(min = 3, max = 200))]
    #[schema(min_length = 3, max_length = 200)]
    pub title: Option<String>,
    #[validate(length(min = 3, max = 4000))]
    #[schema(min_length = 3, max_length = 4000)]
    pub description: Option<String>,
    pub category: Option<Category>,
    pub direction: Option<ImpactDirection>,
    pub basis: Option<ImpactBasis>,
    #[validate(range(min = 1, max = 5))]
    #[schema(value_type = Option<i32>, minimum = 1, maximum = 5)]
    pub severity: Option<i64>,
    #[validate(range(min = 1, max = 5))]
    #[schema(value_type = Option<i32>, minimum = 1, maximum = 5)]
    pub likelihood: Option<i64>,
    pub extent: Option<ImpactExtent>,
    #[validate(length(min = 1, max = 11))]
    #[schema(min_items = 1, max_items = 11)]
    pub affected: Option<Vec<AffectedGroup>>,
    #[serde(default, deserialize_with = "given")]
    pub site_id: Option<Option<SiteId>>,
    pub place_id: Option<PlaceId>,
    pub reported_on: Option<NaiveDate>,
}

/// Why an impact is moved on, taken back or made public.
#[derive(Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct ImpactNote {
    /// For staff; of what is put on an agenda or addressed, for whoever reads the impact.
    #[validate(length(min = 3, max = 1000))]
    #[schema(min_length = 3, max_length = 1000)]
    pub note: String,
}

/// A source to take away.
#[derive(Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct ImpactSourceRemoval {
    pub source_id: ImpactSourceId,
}

/// A case in which an impact is dealt with.
#[derive(Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct ImpactCase {
    /// Never one of the protection track.
    pub grievance_id: GrievanceId,
}
