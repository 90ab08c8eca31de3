//! What is seen of an application: by its applicant and by the programme all of it, and which person did what only by staff.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::domain::{GrantApplicationMove, GrantApplicationState, GrantParty};
use super::input::{GrantAnswer, GrantBudgetLine, GrantPartner, GrantTeamMember};
use super::{GrantApplicationEventId, GrantApplicationId};
use crate::commitments::CommitmentId;
use crate::error::FieldError;
use crate::grant_calls::GrantCallId;
use crate::grant_calls::domain::GrantApplicantKind;
use crate::grievances::view::Attachment;
use crate::http::Version;
use crate::impacts::ImpactId;
use crate::money::Currency;
use crate::names::{Named, Names, Person};

/// What somebody applied for.
#[derive(Serialize, ToSchema)]
pub struct GrantApplication {
    pub id: GrantApplicationId,
    pub version: Version,
    pub call: GrantCallLink,
    #[schema(format = Uuid)]
    pub programme_id: String,
    pub applicant: GrantApplicantKind,
    pub applicant_name: String,
    /// The group.
    pub organisation: Option<Named>,
    /// Whether the programme filed it for somebody, from paper.
    pub on_paper: bool,
    pub title: String,
    pub summary: Option<String>,
    pub place: Named,
    pub youth_led: bool,
    pub women_led: bool,
    pub currency: Currency,
    /// What all lines ask for, in minor units.
    pub asked: i64,
    pub lines: Vec<GrantBudgetLine>,
    pub team: Vec<GrantTeamMember>,
    pub partners: Vec<GrantPartner>,
    /// Those that the caller reaches.
    pub follow_ups: Vec<GrantFollowUp>,
    pub answers: Vec<GrantAnswer>,
    pub attachments: Vec<Attachment>,
    pub state: GrantApplicationState,
    /// The last day to answer what the programme asks, in Bishkek.
    pub answer_by: Option<NaiveDate>,
    pub submitted_at: Option<DateTime<Utc>>,
    #[schema(example = "G-2026-0007")]
    pub receipt_number: Option<String>,
    /// What keeps it from being submitted; told to who may write it now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unready: Option<Vec<FieldError>>,
    /// What happened, the latest first.
    pub events: Vec<GrantApplicationEvent>,
    /// Told to staff only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filed_by: Option<Person>,
    /// The person or group in the register; told to staff only.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(format = Uuid)]
    pub stakeholder_id: Option<String>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    /// What the caller may do with it now.
    pub actions: Vec<&'static str>,
}

/// A call by its title.
#[derive(Serialize, ToSchema)]
pub struct GrantCallLink {
    pub id: GrantCallId,
    pub title: Names,
}

/// An application in a list.
#[derive(Serialize, ToSchema)]
pub struct GrantApplicationSummary {
    pub id: GrantApplicationId,
    pub version: Version,
    pub call: GrantCallLink,
    pub applicant: GrantApplicantKind,
    pub applicant_name: String,
    pub title: String,
    pub place: Named,
    pub currency: Currency,
    pub asked: i64,
    pub youth_led: bool,
    pub women_led: bool,
    pub state: GrantApplicationState,
    pub answer_by: Option<NaiveDate>,
    pub submitted_at: Option<DateTime<Utc>>,
    pub receipt_number: Option<String>,
}

/// An impact or a commitment that is followed up.
#[derive(Serialize, ToSchema)]
pub struct GrantFollowUp {
    #[schema(value_type = Option<String>, format = Uuid)]
    pub impact_id: Option<ImpactId>,
    #[schema(value_type = Option<String>, format = Uuid)]
    pub commitment_id: Option<CommitmentId>,
    /// What it is called.
    pub title: String,
}

/// Something that happened to an application.
#[derive(Serialize, ToSchema)]
pub struct GrantApplicationEvent {
    pub id: GrantApplicationEventId,
    #[serde(rename = "move")]
    pub made: GrantApplicationMove,
    pub from: Option<GrantApplicationState>,
    pub to: GrantApplicationState,
    /// As whom it was done.
    pub party: GrantParty,
    pub at: DateTime<Utc>,
    pub note: Option<String>,
    /// Of a question: the last day to answer.
    pub answer_by: Option<NaiveDate>,
    /// Told to staff only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Person>,
}
