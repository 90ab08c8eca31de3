//! What each audience sees of a case off the main path.

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use crate::grievances::GrievanceId;
use crate::names::Person;

/// Why a case ended, and where else the reporter can turn.
#[derive(Debug, Serialize, ToSchema)]
pub struct Decision {
    pub at: DateTime<Utc>,
    pub reason: String,
    pub elsewhere: Option<String>,
}

/// Somebody asks to close a case without agreement; somebody else confirms it or not.
#[derive(Debug, Serialize, ToSchema)]
pub struct ClosingRequest {
    pub at: DateTime<Utc>,
    pub by: Option<Person>,
    pub reason: String,
}

/// A case that was passed on to a body outside the mechanism.
#[derive(Debug, Serialize, ToSchema)]
pub struct Referral {
    pub external_body: String,
    pub passed_on: String,
    /// How the reporter agreed to it.
    pub consent: String,
    pub at: DateTime<Utc>,
    pub by: Option<Person>,
    pub reply: Option<String>,
    pub replied_at: Option<DateTime<Utc>>,
}

/// To whom the reporter's own case was passed on, and what they replied.
#[derive(Debug, Serialize, ToSchema)]
pub struct OwnReferral {
    pub external_body: String,
    pub passed_on: String,
    pub at: DateTime<Utc>,
    pub reply: Option<String>,
    pub replied_at: Option<DateTime<Utc>>,
}

/// How content the reporter is four weeks after the end.
#[derive(Debug, Serialize, ToSchema)]
pub struct SecondRating {
    /// From 1 to 5.
    pub rating: i64,
    pub comment: Option<String>,
    pub at: DateTime<Utc>,
}

/// Another case.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseLink {
    pub id: GrievanceId,
    pub reference: String,
}

/// That a reporter was pressed to withdraw: for protection focal points alone.
#[derive(Debug, Serialize, ToSchema)]
pub struct Pressure {
    pub at: DateTime<Utc>,
    /// In the reporter's words.
    pub told: Option<String>,
}
