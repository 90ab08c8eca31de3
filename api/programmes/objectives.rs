//! What a programme is for.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

/// What a programme is for, in its three languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, Validate, diesel::Queryable)]
#[serde(deny_unknown_fields)]
pub struct Objectives {
    #[validate(length(min = 1, max = 4000))]
    #[schema(min_length = 1, max_length = 4000)]
    pub ky: String,
    #[validate(length(min = 1, max = 4000))]
    #[schema(min_length = 1, max_length = 4000)]
    pub ru: String,
    #[validate(length(min = 1, max = 4000))]
    #[schema(min_length = 1, max_length = 4000)]
    pub en: String,
}
