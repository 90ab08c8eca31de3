//! What is shown of alerts.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use super::super::AlertId;
use super::domain::AlertKind;
use crate::grievances::GrievanceId;
use crate::http::Version;
use crate::names::Person;

/// Something that worries.
#[derive(Serialize, ToSchema)]
pub struct Alert {
    pub id: AlertId,
    pub version: Version,
    pub kind: AlertKind,
    pub raised_at: DateTime<Utc>,
    #[schema(format = Uuid)]
    pub grievance_id: GrievanceId,
    #[schema(example = "MSL-2026-000123")]
    pub reference: String,
    pub handled: Option<Handled>,
    pub actions: Vec<&'static str>,
}

/// What was done about it.
#[derive(Serialize, ToSchema)]
pub struct Handled {
    pub at: DateTime<Utc>,
    pub by: Option<Person>,
    pub note: Option<String>,
}

/// What was done about an alert.
#[derive(Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Handling {
    #[validate(length(min = 3, max = 2000))]
    #[schema(min_length = 3, max_length = 2000)]
    pub note: String,
}
