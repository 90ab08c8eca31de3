//! What is seen of an agreement. Each side sees who signed, and which person did only staff.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::domain::{AgreementMove, AgreementState, SignatureForm};
use super::{AgreementEventId, AgreementId, AgreementSideId};
use crate::grievances::view::{Attachment, CaseLink};
use crate::http::Version;
use crate::meetings::view::MeetingLink;
use crate::names::{Named, Person};

/// What sides agreed, or are to agree.
#[derive(Serialize, ToSchema)]
pub struct Agreement {
    pub id: AgreementId,
    pub version: Version,
    #[schema(format = Uuid)]
    pub programme_id: String,
    pub title: String,
    pub place: Named,
    pub site: Option<Named>,
    /// The case whose resolution it is, for who reaches it.
    pub grievance: Option<CaseLink>,
    /// The meeting at which it was agreed, for who reaches it.
    pub meeting: Option<MeetingLink>,
    pub state: AgreementState,
    /// The number of the text as it is now.
    pub revision: i64,
    /// The number of the text that holds; another may wait for its signatures.
    pub revision_in_force: Option<i64>,
    pub in_force_since: Option<NaiveDate>,
    pub ended_on: Option<NaiveDate>,
    /// The text as it is now first, the first one last.
    pub texts: Vec<AgreementText>,
    pub sides: Vec<AgreementSide>,
    /// Scans of signatures; told to staff only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attachments: Option<Vec<Attachment>>,
    /// What happened, the latest first.
    pub events: Vec<AgreementEvent>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    /// What the caller may do with it now.
    pub actions: Vec<&'static str>,
}

/// An agreement, by its title.
#[derive(Serialize, ToSchema)]
pub struct AgreementLink {
    pub id: AgreementId,
    pub title: String,
}

/// An agreement in a list.
#[derive(Serialize, ToSchema)]
pub struct AgreementSummary {
    pub id: AgreementId,
    pub version: Version,
    pub title: String,
    pub place: Named,
    pub site: Option<Named>,
    pub state: AgreementState,
    pub revision: i64,
    pub revision_in_force: Option<i64>,
    pub in_force_since: Option<NaiveDate>,
    /// Sides that are named in it.
    pub sides: i64,
    /// Those of them that signed the text as it is now.
    pub signed: i64,
}

/// A text of an agreement.
#[derive(Serialize, ToSchema)]
pub struct AgreementText {
    pub revision: i64,
    pub text: String,
    pub at: DateTime<Utc>,
}

/// Who is to sign an agreement.
#[derive(Serialize, ToSchema)]
pub struct AgreementSide {
    pub id: AgreementSideId,
    pub organisation: Option<Named>,
    /// The place whose community it is.
    pub place: Option<Named>,
    /// Of the text as it is now; none as long as it has not signed.
    pub signature: Option<AgreementSignature>,
    /// Whether the caller can sign for it.
    pub own: bool,
}

/// That a side signed.
#[derive(Serialize, ToSchema)]
pub struct AgreementSignature {
    pub form: SignatureForm,
    pub signed_on: NaiveDate,
    /// Who signed with an account, or kept the paper; told to staff only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Person>,
    /// Who signed on paper, and as what; told to staff only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signatory: Option<String>,
    /// Who saw it; told to staff only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub witness: Option<String>,
}

/// Something that happened to an agreement.
#[derive(Serialize, ToSchema)]
pub struct AgreementEvent {
    pub id: AgreementEventId,
    #[serde(rename = "move")]
    pub made: AgreementMove,
    /// The number of the text that it was about.
    pub revision: i64,
    /// Of a signature: whose.
    #[schema(value_type = Option<String>, format = Uuid)]
    pub side_id: Option<AgreementSideId>,
    pub at: DateTime<Utc>,
    pub note: Option<String>,
    /// Told to staff only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Person>,
}
