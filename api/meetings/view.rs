//! What is seen of a meeting. Which organisations come is told to every side that reaches it, and which people only to staff.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::agenda::view::AgendaItem;
use super::domain::{MeetingKind, MeetingMove, MeetingSide, MeetingState, MeetingVisibility, MeetingWarningKind};
use super::guests::view::MeetingInvitation;
use super::{MeetingEventId, MeetingId};
use crate::agreements::view::AgreementLink;
use crate::commitments::CommitmentId;
use crate::http::Version;
use crate::names::{Named, Person};
use crate::stakeholders::domain::SpokenLanguage;

/// A meeting of the sides.
#[derive(Serialize, ToSchema)]
pub struct Meeting {
    pub id: MeetingId,
    pub version: Version,
    #[schema(format = Uuid)]
    pub programme_id: String,
    pub kind: MeetingKind,
    pub title: String,
    pub place: Named,
    pub site: Option<Named>,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub venue: Option<String>,
    /// Who leads it, of the programme's staff.
    pub facilitator: Person,
    pub languages: Vec<SpokenLanguage>,
    pub interpreters: Vec<SpokenLanguage>,
    pub ground_rules: Option<String>,
    pub visibility: MeetingVisibility,
    pub state: MeetingState,
    /// What is to be spoken of, in order; then what is only proposed, to staff and to who proposed it.
    pub agenda: Vec<AgendaItem>,
    /// Of which organisations somebody is invited.
    pub organisations: Vec<Named>,
    /// How many are invited of each side, and what they answered.
    pub guests: Vec<MeetingSideCount>,
    /// The invitations that the caller can answer: their own and their organisation's.
    pub own_invitations: Vec<MeetingInvitation>,
    /// What was promised there, as far as the caller reaches it.
    pub promises: Vec<MeetingPromise>,
    /// What was agreed there, as far as the caller reaches it.
    pub agreements: Vec<AgreementLink>,
    /// What happened, the latest first.
    pub events: Vec<MeetingEvent>,
    /// What is odd and forbids nothing; told to staff, while the meeting is to come.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub warnings: Option<Vec<MeetingWarning>>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    /// What the caller may do with it now.
    pub actions: Vec<&'static str>,
}

/// Something that was promised at a meeting.
#[derive(Serialize, ToSchema)]
pub struct MeetingPromise {
    #[schema(format = Uuid)]
    pub id: CommitmentId,
    pub what: String,
    /// Who owes it.
    pub organisation: Named,
    /// The last day, in Bishkek.
    pub due_on: NaiveDate,
}

/// A meeting in a list.
#[derive(Serialize, ToSchema)]
pub struct MeetingSummary {
    pub id: MeetingId,
    pub version: Version,
    pub kind: MeetingKind,
    pub title: String,
    pub place: Named,
    pub site: Option<Named>,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub venue: Option<String>,
    pub visibility: MeetingVisibility,
    pub state: MeetingState,
    /// What the caller may do with it now.
    pub actions: Vec<&'static str>,
}

/// How many of a side are invited. An organisation that is invited as a whole counts once.
#[derive(Serialize, ToSchema)]
pub struct MeetingSideCount {
    pub side: MeetingSide,
    pub invited: i64,
    pub yes: i64,
    pub no: i64,
    pub maybe: i64,
}

/// Something that happened to a meeting.
#[derive(Serialize, ToSchema)]
pub struct MeetingEvent {
    pub id: MeetingEventId,
    #[serde(rename = "move")]
    pub made: MeetingMove,
    pub from: Option<MeetingState>,
    pub to: MeetingState,
    pub at: DateTime<Utc>,
    pub note: Option<String>,
    /// Of a change: what is another now.
    #[schema(example = json!(["venue"]))]
    pub fields: Vec<String>,
    /// Of another date: the one before.
    pub starts_before: Option<DateTime<Utc>>,
    pub starts_after: Option<DateTime<Utc>>,
    /// Told to staff only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Person>,
}

/// What is odd about a meeting.
#[derive(Serialize, ToSchema)]
pub struct MeetingWarning {
    pub kind: MeetingWarningKind,
    /// The other meeting.
    pub meeting: Option<MeetingLink>,
    /// Who is at the other meeting too.
    pub person: Option<Person>,
}

/// A meeting, by its title and time.
#[derive(Clone, Serialize, ToSchema)]
pub struct MeetingLink {
    pub id: MeetingId,
    pub title: String,
    pub starts_at: DateTime<Utc>,
}
