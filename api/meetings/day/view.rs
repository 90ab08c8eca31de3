//! What is seen of the day of a meeting.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::DayEntryId;
use super::domain::{DayNoteKind, DayOutcomeKind};
use super::input::NewDayEntry;
use crate::commitments::CommitmentId;
use crate::headcount::{Headcount, HeadcountTotals};
use crate::http::Version;
use crate::meetings::domain::{MeetingSide, MeetingState};
use crate::meetings::{AgendaItemId, MeetingId};
use crate::names::Named;

/// The day of a meeting: its entries, and how it stands by those that stand.
#[derive(Serialize, ToSchema)]
pub struct MeetingDay {
    #[schema(format = Uuid)]
    pub meeting_id: MeetingId,
    /// Another one with every change of the day or of the meeting: who follows the day is told it.
    pub version: Version,
    pub state: MeetingState,
    /// Who came, by side; a side of which nobody came is left out.
    pub attendance: Vec<SideAttendance>,
    pub totals: HeadcountTotals,
    /// How often who spoke, by side.
    pub voice: Vec<SideVoice>,
    /// How long what was spoken of.
    pub items: Vec<DayItem>,
    /// What is spoken of now.
    pub running: Option<RunningItem>,
    /// What stands of the words that were noted, by time.
    pub notes: Vec<DayNote>,
    pub promises: Vec<DayPromise>,
    /// Every entry, also those that do not stand any more, by time.
    pub entries: Vec<NewDayEntry>,
    /// What the caller may do with it now.
    pub actions: Vec<&'static str>,
}

/// Who came of a side.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct SideAttendance {
    pub side: MeetingSide,
    /// Once for each sex and age band; told to staff only, and empty otherwise.
    pub counts: Vec<Headcount>,
    pub totals: HeadcountTotals,
    /// People of them who were not expected; told to staff only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub walk_ins: Option<i64>,
}

/// How often a side took its turn to speak.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct SideVoice {
    pub side: MeetingSide,
    pub turns: i64,
    pub women: i64,
    /// 14 to 35.
    pub youth: i64,
}

/// How long an item was spoken of.
#[derive(Serialize, ToSchema)]
pub struct DayItem {
    #[schema(format = Uuid)]
    pub item_id: AgendaItemId,
    /// Without what is running.
    pub seconds: i64,
}

/// The item that is spoken of.
#[derive(Serialize, ToSchema)]
pub struct RunningItem {
    #[schema(format = Uuid)]
    pub item_id: AgendaItemId,
    pub since: DateTime<Utc>,
}

/// Words that were noted.
#[derive(Serialize, ToSchema)]
pub struct DayNote {
    #[schema(format = Uuid)]
    pub entry_id: DayEntryId,
    pub kind: DayNoteKind,
    #[schema(value_type = Option<String>, format = Uuid)]
    pub item_id: Option<AgendaItemId>,
    pub side: Option<MeetingSide>,
    pub text: String,
}

/// Something that was promised there.
#[derive(Serialize, ToSchema)]
pub struct DayPromise {
    #[schema(format = Uuid)]
    pub entry_id: DayEntryId,
    #[schema(value_type = Option<String>, format = Uuid)]
    pub item_id: Option<AgendaItemId>,
    pub what: String,
    pub organisation: Option<Named>,
    pub due_on: Option<NaiveDate>,
    /// The promise as which it was recorded; none yet.
    #[schema(value_type = Option<String>, format = Uuid)]
    pub commitment_id: Option<CommitmentId>,
}

/// What became of entries, in the order in which they were sent.
#[derive(Serialize, ToSchema)]
pub struct DayOutcomes {
    pub outcomes: Vec<DayOutcome>,
}

/// What became of an entry.
#[derive(Serialize, ToSchema)]
pub struct DayOutcome {
    #[schema(format = Uuid)]
    pub id: DayEntryId,
    pub outcome: DayOutcomeKind,
    /// Of one that was refused: the field, and why.
    #[schema(example = "/text")]
    pub pointer: Option<String>,
    #[schema(example = "too_short")]
    pub code: Option<String>,
}
