//! What relationships are recorded, changed and ended with.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use super::domain::RelationshipKind;
use crate::http::body::given;
use crate::stakeholders::StakeholderId;

/// A relationship to record.
#[derive(Clone, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewRelationship {
    pub kind: RelationshipKind,
    /// Who represents, is employed, …
    pub from_id: StakeholderId,
    /// … whom or by whom. Somebody else, of the same programme.
    pub to_id: StakeholderId,
    /// The first day, if it is known, in Bishkek.
    pub since: Option<NaiveDate>,
    /// The last day of what is over; left out of what still holds.
    pub until: Option<NaiveDate>,
    #[validate(length(min = 1, max = 1000))]
    #[schema(min_length = 1, max_length = 1000)]
    pub note: Option<String>,
    /// From where it is known.
    #[validate(length(min = 1, max = 300))]
    #[schema(min_length = 1, max_length = 300, example = "Said so at the meeting in Barskoon")]
    pub source: Option<String>,
}

/// What to change; a field left out stays as it is, one that is null is cleared.
#[derive(Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct RelationshipChange {
    #[serde(default, deserialize_with = "given")]
    pub since: Option<Option<NaiveDate>>,
    #[serde(default, deserialize_with = "given")]
    #[validate(length(min = 1, max = 1000))]
    #[schema(min_length = 1, max_length = 1000)]
    pub note: Option<Option<String>>,
    #[serde(default, deserialize_with = "given")]
    #[validate(length(min = 1, max = 300))]
    #[schema(min_length = 1, max_length = 300)]
    pub source: Option<Option<String>>,
}

/// That a relationship is over.
#[derive(Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct RelationshipEnd {
    /// The last day, in Bishkek.
    pub until: NaiveDate,
}
