//! What is shown of identities and of who opened them.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use super::IdentityGrantId;
use super::domain::Purpose;
use crate::names::Person;

/// Why an identity is opened.
#[derive(Clone, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Opening {
    pub purpose: Purpose,
    /// In words, for whoever is told. Without the person's name: it is kept as it is.
    #[validate(length(min = 10, max = 500))]
    #[schema(min_length = 10, max_length = 500, example = "She asked to be called before the site visit on Friday.")]
    pub reason: String,
}

/// Leave to see who raised a grievance.
#[derive(Serialize, ToSchema)]
pub struct IdentityGrant {
    pub id: IdentityGrantId,
    pub purpose: Purpose,
    pub reason: String,
    pub by: Person,
    pub granted_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    /// How often the identity was shown.
    pub looks: i64,
}

/// Who raised a grievance. Not to be kept anywhere.
#[derive(Serialize, ToSchema)]
pub struct Identity {
    pub name: Option<String>,
    /// Telephone, e-mail or where to find the person.
    pub contact: Option<String>,
    /// When the grant ends and this is to be taken off the screen.
    pub ends_at: DateTime<Utc>,
}
