//! What is seen of a commitment. What was done is told to every side that reaches it, and which person did it only to staff.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::domain::{CommitmentMove, CommitmentParty, CommitmentSide, CommitmentStanding, CommitmentState};
use super::{CommitmentEventId, CommitmentId};
use crate::agreements::view::AgreementLink;
use crate::attachments::AttachmentId;
use crate::attachments::kind::FileClass;
use crate::grievances::view::CaseLink;
use crate::http::Version;
use crate::meetings::view::MeetingLink;
use crate::names::{Named, Person};

/// Something that an organisation promised.
#[derive(Serialize, ToSchema)]
pub struct Commitment {
    pub id: CommitmentId,
    pub version: Version,
    #[schema(format = Uuid)]
    pub programme_id: String,
    pub what: String,
    /// Who owes it.
    pub organisation: Named,
    pub side: CommitmentSide,
    /// To whom it was promised.
    pub place: Named,
    pub site: Option<Named>,
    /// The case that it settles, for who reaches it.
    pub grievance: Option<CaseLink>,
    /// The agreement that it follows from, for who reaches it.
    pub agreement: Option<AgreementLink>,
    /// The meeting at which it was promised, for who reaches it.
    pub meeting: Option<MeetingLink>,
    pub state: CommitmentState,
    pub standing: CommitmentStanding,
    pub made_on: NaiveDate,
    /// The last day, in Bishkek.
    pub due_on: NaiveDate,
    /// The last day as it was promised at the beginning.
    pub first_due_on: NaiveDate,
    /// The day on which it was done, as who owes it says.
    pub done_on: Option<NaiveDate>,
    /// Whether everybody reads of it.
    pub published: bool,
    /// What everybody reads of it, or read when it was published.
    pub public_text: Option<String>,
    /// What shows that it was done; the oldest first.
    pub evidence: Vec<CommitmentAttachment>,
    /// What happened, the latest first.
    pub events: Vec<CommitmentEvent>,
    /// Whether somebody who speaks for the place can look whether it was done; told to staff while that is to be done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub represented: Option<bool>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    /// What the caller may do with it now.
    pub actions: Vec<&'static str>,
}

/// A commitment in a list.
#[derive(Serialize, ToSchema)]
pub struct CommitmentSummary {
    pub id: CommitmentId,
    pub version: Version,
    pub what: String,
    pub organisation: Named,
    pub side: CommitmentSide,
    pub place: Named,
    pub site: Option<Named>,
    /// The case that it settles, for who reaches it.
    pub grievance: Option<CaseLink>,
    pub state: CommitmentState,
    pub standing: CommitmentStanding,
    pub due_on: NaiveDate,
    pub first_due_on: NaiveDate,
    pub done_on: Option<NaiveDate>,
    pub published: bool,
}

/// A file that shows that something promised was done.
#[derive(Serialize, ToSchema)]
pub struct CommitmentAttachment {
    pub id: AttachmentId,
    pub name: String,
    pub class: FileClass,
    #[schema(example = "image/jpeg")]
    pub media_type: String,
    /// In bytes.
    pub size: i64,
    pub at: DateTime<Utc>,
    /// Whether everybody may see it once the commitment is published.
    pub published: bool,
}

/// Something that happened to a commitment.
#[derive(Serialize, ToSchema)]
pub struct CommitmentEvent {
    pub id: CommitmentEventId,
    #[serde(rename = "move")]
    pub made: CommitmentMove,
    pub from: Option<CommitmentState>,
    pub to: CommitmentState,
    /// As whom it was done.
    pub party: CommitmentParty,
    pub at: DateTime<Utc>,
    pub note: Option<String>,
    /// Of a report: the day.
    pub done_on: Option<NaiveDate>,
    /// Of another last day: the one before.
    pub due_before: Option<NaiveDate>,
    pub due_after: Option<NaiveDate>,
    /// Told to staff only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Person>,
    /// Who saw it; told to staff only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub witness: Option<String>,
}
