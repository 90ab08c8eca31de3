//! What is erased, and what is shown of it.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::names::Person;

/// What to take out of a case, besides the name and contact of who raised it.
#[derive(Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct ErasureInput {
    /// How the person asked, without the person's name.
    #[validate(length(min = 10, max = 500))]
    #[schema(min_length = 10, max_length = 500, example = "Asked by telephone, and again in the office.")]
    pub reason: String,
    /// What the person told and wrote: narrative, wish, messages, comment.
    pub words: bool,
    /// All files of the case.
    pub files: bool,
    /// The receipt code opens the case no longer.
    pub receipt: bool,
}

/// Why a stakeholder is taken out of the register.
#[derive(Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct StakeholderErasureInput {
    /// How the person asked, without the person's name.
    #[validate(length(min = 10, max = 500))]
    #[schema(min_length = 10, max_length = 500, example = "Asked by telephone, and again in the office.")]
    pub reason: String,
}

/// What was taken out of a case.
#[derive(Debug, Serialize, ToSchema)]
pub struct Erasure {
    pub at: DateTime<Utc>,
    pub by: Person,
    pub reason: String,
    pub words: bool,
    pub files: bool,
    pub receipt: bool,
}
