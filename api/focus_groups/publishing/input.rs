//! What groups are heard back and published with.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::impacts::ImpactId;

/// That the people heard what was made of their words.
#[derive(Clone, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct HearingBack {
    /// The day, in Bishkek.
    pub validated_on: NaiveDate,
    /// Where they heard it.
    #[validate(length(min = 1, max = 200))]
    #[schema(min_length = 1, max_length = 200)]
    pub place: String,
    /// How many heard it.
    #[validate(range(min = 1, max = 1000))]
    #[schema(value_type = i32, minimum = 1, maximum = 1000)]
    pub people: i64,
    /// What they put right. Without names.
    #[validate(length(min = 3, max = 2000))]
    #[schema(min_length = 3, max_length = 2000)]
    pub corrections: Option<String>,
}

/// What is published of a group.
#[derive(Clone, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Publishing {
    /// What was said, in the programme's words. It names nobody and no village.
    #[validate(length(min = 10, max = 2000))]
    #[schema(min_length = 10, max_length = 2000)]
    pub summary: String,
    /// Places of quotes in their list, from 0: only of kinds of which five or more were there.
    #[serde(default)]
    #[validate(length(max = 50))]
    #[schema(value_type = Vec<i32>, max_items = 50)]
    pub quotes: Vec<i64>,
    /// Impacts of the group that are published with it.
    #[serde(default)]
    #[validate(length(max = 100))]
    #[schema(max_items = 100)]
    pub impacts: Vec<ImpactId>,
}
