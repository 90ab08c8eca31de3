//! What is seen of an invitation: by staff, by whoever it invites, and by who holds its link.

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use crate::http::Version;
use crate::meetings::domain::{MeetingAnswer, MeetingKind, MeetingSide, MeetingState};
use crate::meetings::{MeetingId, MeetingInvitationId};
use crate::names::{Language, Named, Names, Person};
use crate::stakeholders::domain::SpokenLanguage;

/// That somebody is asked to come.
#[derive(Serialize, ToSchema)]
pub struct MeetingInvitation {
    #[schema(format = Uuid)]
    pub id: MeetingInvitationId,
    pub version: Version,
    pub meeting_id: MeetingId,
    pub side: MeetingSide,
    /// The account; none of an organisation as a whole, and of somebody without one.
    pub account: Option<Person>,
    pub organisation: Option<Named>,
    /// Of somebody without an account.
    pub name: Option<String>,
    /// Of somebody without an account.
    pub language: Option<Language>,
    pub answer: Option<MeetingAnswer>,
    pub answered_at: Option<DateTime<Utc>>,
    /// Whether the ground rules as they are now were accepted.
    pub rules_accepted: bool,
    /// Whether it holds no more.
    pub withdrawn: bool,
    pub invited_at: DateTime<Utc>,
    /// What the caller may do with it now.
    pub actions: Vec<&'static str>,
}

/// An invitation with its link, if it has one.
#[derive(Serialize, ToSchema)]
pub struct MeetingInvitationLink {
    #[serde(flatten)]
    pub invitation: MeetingInvitation,
    /// Of somebody without an account: the secret part of the link to send. It is shown this once.
    pub link_token: Option<String>,
}

/// What a link opens: when and where, and nobody's name.
#[derive(Serialize, ToSchema)]
pub struct OpenMeetingLink {
    pub kind: MeetingKind,
    pub title: String,
    pub place: Names,
    pub venue: Option<String>,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub state: MeetingState,
    /// What is spoken there, and into what interpreters put it.
    pub languages: Vec<SpokenLanguage>,
    pub interpreters: Vec<SpokenLanguage>,
    pub ground_rules: Option<String>,
    /// In which language the page greets.
    pub language: Language,
    pub answer: Option<MeetingAnswer>,
    pub rules_accepted: bool,
    /// Whether it can be answered now.
    pub open: bool,
}
