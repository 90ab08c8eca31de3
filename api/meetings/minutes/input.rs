//! What minutes are written and answered with.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use super::domain::MinutesAnswerKind;
use crate::meetings::AgendaItemId;
use crate::meetings::day::domain::DayNoteKind;
use crate::meetings::domain::MeetingSide;
use crate::organisations::OrganisationId;

/// The whole text, in the place of the one before.
#[derive(Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct MinutesToWrite {
    #[validate(length(min = 1, max = 1000), nested)]
    #[schema(min_items = 1, max_items = 1000)]
    pub lines: Vec<MinutesLine>,
}

/// Words of minutes. They speak of sides, never of people.
#[derive(Clone, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct MinutesLine {
    /// Of which item of the agenda; none of what belongs to no item.
    #[schema(value_type = Option<String>, format = Uuid)]
    pub item_id: Option<AgendaItemId>,
    pub kind: DayNoteKind,
    /// Whose words they are.
    pub side: Option<MeetingSide>,
    #[validate(length(min = 3, max = 2000))]
    #[schema(min_length = 3, max_length = 2000)]
    pub text: String,
}

/// What the caller's side says of the text that it read.
#[derive(Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct MinutesWord {
    /// Of the text that was read.
    pub revision: i64,
    pub answer: MinutesAnswerKind,
    /// Of an objection: to what. All sides read it.
    #[validate(length(min = 3, max = 2000))]
    #[schema(min_length = 3, max_length = 2000)]
    pub words: Option<String>,
}

/// What a side said without an account, as the programme heard it before a witness.
#[derive(Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct HeardMinutesWord {
    /// Of the text that was read out to them.
    pub revision: i64,
    pub side: MeetingSide,
    /// None of those of the side who came without an account.
    pub organisation_id: Option<OrganisationId>,
    pub answer: MinutesAnswerKind,
    /// Of an objection: to what. All sides read it.
    #[validate(length(min = 3, max = 2000))]
    #[schema(min_length = 3, max_length = 2000)]
    pub words: Option<String>,
    /// Who heard it; told to staff only.
    #[validate(length(min = 3, max = 200))]
    #[schema(min_length = 3, max_length = 200)]
    pub witness: String,
}

/// That a text of which each side has said something is approved.
#[derive(Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct MinutesApproval {
    /// Of the text that was read.
    pub revision: i64,
    /// Everybody who reaches the meeting reads it.
    #[validate(length(min = 3, max = 2000))]
    #[schema(min_length = 3, max_length = 2000)]
    pub note: Option<String>,
}
