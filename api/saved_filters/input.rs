//! What a saved filter is made from and changed by.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

/// A filter to keep.
#[derive(Clone, Deserialize, Serialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewSavedFilter {
    #[validate(length(min = 1, max = 60))]
    #[schema(min_length = 1, max_length = 60)]
    pub name: String,
    /// The query of `list_grievances`, without `after`, `limit` and `total`; empty for all cases.
    #[validate(length(max = 1000))]
    #[schema(max_length = 1000, example = "state=accepted&sort=due")]
    pub query: String,
}

/// What to change; a field left out stays as it is.
#[derive(Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct SavedFilterChange {
    #[validate(length(min = 1, max = 60))]
    #[schema(min_length = 1, max_length = 60)]
    pub name: Option<String>,
    #[validate(length(max = 1000))]
    #[schema(max_length = 1000)]
    pub query: Option<String>,
}
