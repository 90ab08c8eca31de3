//! What is sent of the day of a meeting.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use super::DayEntryId;
use super::domain::{DayEntryKind, Fields};
use crate::headcount::CountedBand;
use crate::meetings::AgendaItemId;
use crate::meetings::domain::MeetingSide;
use crate::organisations::OrganisationId;
use crate::stakeholders::domain::Sex;

/// Entries of the day, in any order. Those that came already may be among them: each is kept once.
#[derive(Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewDayEntries {
    #[validate(length(min = 1, max = 100))]
    #[schema(min_items = 1, max_items = 100)]
    #[validate(nested)]
    pub entries: Vec<NewDayEntry>,
}

/// Something noted on the day. Which fields an entry has depends on its kind: `open_item` has `item_id`; `came` has `side`,
/// `sex`, `band`, `people` and, if they were not expected, `walk_in`; `spoke` has `side`, `sex`, `youth` and may have
/// `item_id`; words (`position`, `interest`, `option`, `decision`) have `text` and may have `item_id` and `side`; a `promise`
/// has `text` and may have `item_id`, `organisation_id` and `due_on`; `withdraw` has `supersedes`.
#[derive(Clone, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewDayEntry {
    /// A new UUID from the device.
    #[schema(format = Uuid)]
    pub id: DayEntryId,
    pub kind: DayEntryKind,
    /// By the clock of the device.
    pub at: DateTime<Utc>,
    /// The entry in whose place this one stands.
    #[schema(value_type = Option<String>, format = Uuid)]
    pub supersedes: Option<DayEntryId>,
    #[schema(value_type = Option<String>, format = Uuid)]
    pub item_id: Option<AgendaItemId>,
    pub side: Option<MeetingSide>,
    pub sex: Option<Sex>,
    pub band: Option<CountedBand>,
    /// 1 to 1000.
    pub people: Option<i64>,
    pub walk_in: Option<bool>,
    /// 14 to 35.
    pub youth: Option<bool>,
    /// 3 to 2000 characters, of a promise 1000: a longer one is refused by itself, and what is far beyond with all that was sent.
    /// No names of people.
    #[validate(length(max = 20_000))]
    #[schema(max_length = 20000)]
    pub text: Option<String>,
    /// Who promised it.
    pub organisation_id: Option<OrganisationId>,
    /// The last day, in Bishkek.
    pub due_on: Option<NaiveDate>,
}

impl NewDayEntry {
    pub fn fields(&self) -> Fields {
        Fields {
            item: self.item_id,
            side: self.side,
            sex: self.sex,
            band: self.band,
            people: self.people,
            walk_in: self.walk_in,
            youth: self.youth,
            text: self.text.clone(),
            organisation: self.organisation_id,
            due_on: self.due_on,
        }
    }
}
