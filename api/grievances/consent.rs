//! How somebody agreed to their case being entered by another, as it is recorded and shown.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use super::domain::ConsentGiven;

/// How the person agreed to its being entered.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct GivenConsent {
    pub given: ConsentGiven,
    /// More of it, if there is more to say.
    #[validate(length(min = 3, max = 500))]
    #[schema(min_length = 3, max_length = 500, example = "said so on the phone")]
    pub note: Option<String>,
}

/// How the reporter agreed to its being entered.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Consent {
    /// None of what was entered before it was asked.
    pub given: Option<ConsentGiven>,
    pub note: Option<String>,
}

impl Consent {
    /// Nothing once it was erased.
    pub fn of(given: Option<ConsentGiven>, note: Option<String>) -> Option<Self> {
        (given.is_some() || note.is_some()).then_some(Self { given, note })
    }
}
