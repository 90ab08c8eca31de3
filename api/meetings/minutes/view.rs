//! What is seen of minutes.

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::domain::MinutesAnswerKind;
use super::input::MinutesLine;
use crate::http::Version;
use crate::meetings::agenda::view::AgendaSubject;
use crate::meetings::day::view::{SideAttendance, SideVoice};
use crate::meetings::domain::{AgendaItemKind, MeetingSide, MeetingState};
use crate::meetings::view::MeetingPromise;
use crate::meetings::{AgendaItemId, MeetingId};
use crate::names::{Named, Person};

/// The minutes of a meeting.
#[derive(Serialize, ToSchema)]
pub struct MeetingMinutes {
    #[schema(format = Uuid)]
    pub meeting_id: MeetingId,
    /// That of the meeting.
    pub version: Version,
    pub state: MeetingState,
    /// Whether anybody wrote them; what is read otherwise is made from what was noted on the day.
    pub written: bool,
    /// The number of the text that is before the sides; 0 as long as none is.
    pub revision: i64,
    /// Item by item in the order of the agenda, then what belongs to none.
    pub sections: Vec<MinutesSection>,
    /// Whether the figures tell of every person. To who was not asked they are told in fives, and nothing under five.
    pub exact: bool,
    /// Who came, by side.
    pub attendance: Vec<SideAttendance>,
    /// How often who spoke, by side.
    pub voice: Vec<SideVoice>,
    /// What was promised there, as far as the caller reaches it.
    pub promises: Vec<MeetingPromise>,
    /// Whose word is asked for.
    pub sides: Vec<MinutesSide>,
    /// Whether lines were taken out after they were written.
    pub abridged: bool,
    /// Of the approved text: SHA-256 over a JSON array for each line (`[item, kind, side, words]`, no spaces), each ended by a
    /// line feed. The same is in the audit trail.
    pub sha256: Option<String>,
    pub approved_at: Option<DateTime<Utc>>,
    /// What the caller may do with them now.
    pub actions: Vec<&'static str>,
}

/// What was said of an item of the agenda, or of none.
#[derive(Serialize, ToSchema)]
pub struct MinutesSection {
    pub item: Option<MinutesItem>,
    /// Whether the words are kept back, since the item is about a record that the reader does not reach.
    pub withheld: bool,
    pub lines: Vec<MinutesLine>,
}

/// An item of the agenda, as the reader reads of it.
#[derive(Serialize, ToSchema)]
pub struct MinutesItem {
    #[schema(format = Uuid)]
    pub id: AgendaItemId,
    /// None of a record that the reader does not reach.
    pub kind: Option<AgendaItemKind>,
    /// Of a topic: its words.
    pub topic: Option<String>,
    /// Of a record: which, for who reaches it.
    pub subject: Option<AgendaSubject>,
}

/// A side that is asked, and what it said of the text that is before the sides.
#[derive(Serialize, ToSchema)]
pub struct MinutesSide {
    pub side: MeetingSide,
    /// None of those who came without an account.
    pub organisation: Option<Named>,
    /// Whether the caller answers for it.
    pub own: bool,
    pub answer: Option<MinutesAnswer>,
}

/// What a side said.
#[derive(Serialize, ToSchema)]
pub struct MinutesAnswer {
    pub answer: MinutesAnswerKind,
    /// Of an objection; none if they are taken out, or kept back from who does not read all that they may speak of.
    pub words: Option<String>,
    pub at: DateTime<Utc>,
    /// Whether the programme noted it, for a side that said it without an account.
    pub heard: bool,
    /// Told to staff only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub witness: Option<String>,
    /// Told to staff only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Person>,
}
