//! Contacts as the programme's staff see them; nobody else sees anything.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::EngagementId;
use super::domain::{EngagementChannel, EngagementWarning, FollowUpStanding};
use crate::http::Version;
use crate::names::Person;
use crate::stakeholders::view::StakeholderName;

/// A contact with stakeholders.
#[derive(Serialize, ToSchema)]
pub struct Engagement {
    pub id: EngagementId,
    pub version: Version,
    #[schema(format = Uuid)]
    pub programme_id: String,
    pub day: NaiveDate,
    pub channel: EngagementChannel,
    /// Who of the programme.
    pub by: Person,
    /// Empty once nobody whom it concerned is in the register any more.
    pub summary: String,
    /// By name; without those who were taken out of the register.
    pub stakeholders: Vec<StakeholderName>,
    pub follow_up: Option<FollowUp>,
    /// What is unusual about its dates.
    pub warnings: Vec<EngagementWarning>,
    pub created_by: Person,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    /// What the caller may do with it now.
    pub actions: Vec<&'static str>,
}

/// What is to follow from a contact, or followed.
#[derive(Serialize, ToSchema)]
pub struct FollowUp {
    pub task: String,
    pub owner: Person,
    pub due_on: NaiveDate,
    pub standing: FollowUpStanding,
    /// None until it is done.
    pub done: Option<FollowUpDone>,
}

/// That a follow-up was done.
#[derive(Serialize, ToSchema)]
pub struct FollowUpDone {
    pub on: NaiveDate,
    pub note: String,
    /// Who said so.
    pub by: Person,
    pub at: DateTime<Utc>,
}
