//! What focus groups are planned, changed and moved with.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use super::domain::{Attendance, BandCounts, FocusGroupKind};
use crate::accounts::AccountId;
use crate::headcount::HeadcountTotals;
use crate::http::body::given;
use crate::places::PlaceId;
use crate::programmes::ProgrammeId;
use crate::sites::SiteId;
use crate::stakeholders::domain::{AgeBand, ConsentForm, Sex, SpokenLanguage};

/// A focus group to plan.
#[derive(Clone, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewFocusGroup {
    #[schema(format = Uuid)]
    pub programme_id: ProgrammeId,
    pub kind: FocusGroupKind,
    /// What it is about, in few words.
    #[validate(length(min = 1, max = 200))]
    #[schema(min_length = 1, max_length = 200, example = "Water and pasture")]
    pub title: String,
    pub place_id: PlaceId,
    pub site_id: Option<SiteId>,
    pub starts_at: DateTime<Utc>,
    /// Where people sit together.
    #[validate(length(min = 1, max = 200))]
    #[schema(min_length = 1, max_length = 200, example = "The school's library")]
    pub venue: String,
    /// An account of the programme's staff.
    pub facilitator_id: AccountId,
    /// An account of the programme's staff, other than the facilitator.
    pub note_taker_id: Option<AccountId>,
    #[validate(length(min = 1, max = 8))]
    #[schema(min_items = 1, max_items = 8)]
    pub languages: Vec<SpokenLanguage>,
    #[validate(length(min = 1, max = 10000))]
    #[schema(min_length = 1, max_length = 10000)]
    pub topic_guide: Option<String>,
    #[validate(length(min = 1, max = 5000))]
    #[schema(min_length = 1, max_length = 5000)]
    pub ground_rules: Option<String>,
    #[validate(nested)]
    pub expected: ExpectedPeople,
}

/// What to change; a field left out stays as it is, one that is null is cleared.
#[derive(Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct FocusGroupChange {
    pub kind: Option<FocusGroupKind>,
    #[validate(length(min = 1, max = 200))]
    #[schema(min_length = 1, max_length = 200)]
    pub title: Option<String>,
    pub place_id: Option<PlaceId>,
    #[serde(default, deserialize_with = "given")]
    pub site_id: Option<Option<SiteId>>,
    pub starts_at: Option<DateTime<Utc>>,
    #[validate(length(min = 1, max = 200))]
    #[schema(min_length = 1, max_length = 200)]
    pub venue: Option<String>,
    pub facilitator_id: Option<AccountId>,
    #[serde(default, deserialize_with = "given")]
    pub note_taker_id: Option<Option<AccountId>>,
    #[validate(length(min = 1, max = 8))]
    #[schema(min_items = 1, max_items = 8)]
    pub languages: Option<Vec<SpokenLanguage>>,
    #[serde(default, deserialize_with = "given")]
    #[validate(length(min = 1, max = 10000))]
    #[schema(min_length = 1, max_length = 10000)]
    pub topic_guide: Option<Option<String>>,
    #[serde(default, deserialize_with = "given")]
    #[validate(length(min = 1, max = 5000))]
    #[schema(min_length = 1, max_length = 5000)]
    pub ground_rules: Option<Option<String>>,
    #[validate(nested)]
    pub expected: Option<ExpectedPeople>,
}

/// How many are expected, for the balance of the area.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct ExpectedPeople {
    #[validate(range(min = 1, max = 100))]
    #[schema(value_type = i32, minimum = 1, maximum = 100)]
    pub people: i64,
    #[validate(range(min = 0, max = 100))]
    #[schema(value_type = i32, minimum = 0, maximum = 100)]
    pub women: i64,
    /// From 14 to 35.
    #[validate(range(min = 0, max = 100))]
    #[schema(value_type = i32, minimum = 0, maximum = 100)]
    pub youth: i64,
}

impl From<ExpectedPeople> for HeadcountTotals {
    fn from(ExpectedPeople { people, women, youth }: ExpectedPeople) -> Self {
        Self { people, women, youth }
    }
}

/// That the people agreed to being heard.
#[derive(Clone, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct GroupConsent {
    pub form: ConsentForm,
    /// The day, in Bishkek.
    pub given_on: NaiveDate,
    #[validate(length(min = 3, max = 500))]
    #[schema(min_length = 3, max_length = 500)]
    pub note: Option<String>,
}

/// How many parents or guardians agreed, one for each who is under 18.
#[derive(Clone, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct GuardianConsents {
    /// In all: this takes the place of what was recorded before.
    #[validate(range(min = 1, max = 100))]
    #[schema(value_type = i32, minimum = 1, maximum = 100)]
    pub guardians: i64,
    pub form: ConsentForm,
    /// The day, in Bishkek, on which the last of them agreed.
    pub given_on: NaiveDate,
    #[validate(length(min = 3, max = 500))]
    #[schema(min_length = 3, max_length = 500)]
    pub note: Option<String>,
}

/// How many of each age were there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct AgeCounts {
    #[validate(range(min = 0, max = 100))]
    #[schema(value_type = i32, minimum = 0, maximum = 100)]
    pub under14: i64,
    #[validate(range(min = 0, max = 100))]
    #[schema(value_type = i32, minimum = 0, maximum = 100)]
    pub from14: i64,
    #[validate(range(min = 0, max = 100))]
    #[schema(value_type = i32, minimum = 0, maximum = 100)]
    pub from18: i64,
    #[validate(range(min = 0, max = 100))]
    #[schema(value_type = i32, minimum = 0, maximum = 100)]
    pub from25: i64,
    #[validate(range(min = 0, max = 100))]
    #[schema(value_type = i32, minimum = 0, maximum = 100)]
    pub from36: i64,
    #[validate(range(min = 0, max = 100))]
    #[schema(value_type = i32, minimum = 0, maximum = 100)]
    pub from60: i64,
}

impl From<AgeCounts> for BandCounts {
    fn from(AgeCounts { under14, from14, from18, from25, from36, from60 }: AgeCounts) -> Self {
        Self { under14, from14, from18, from25, from36, from60 }
    }
}

impl From<BandCounts> for AgeCounts {
    fn from(BandCounts { under14, from14, from18, from25, from36, from60 }: BandCounts) -> Self {
        Self { under14, from14, from18, from25, from36, from60 }
    }
}

/// How many of each sex and age were there: at most 100 people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct AttendanceCounts {
    #[validate(nested)]
    pub female: AgeCounts,
    #[validate(nested)]
    pub male: AgeCounts,
}

impl From<AttendanceCounts> for Attendance {
    fn from(AttendanceCounts { female, male }: AttendanceCounts) -> Self {
        Self { female: female.into(), male: male.into() }
    }
}

impl From<Attendance> for AttendanceCounts {
    fn from(Attendance { female, male }: Attendance) -> Self {
        Self { female: female.into(), male: male.into() }
    }
}

/// What was said.
#[derive(Clone, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NotesToWrite {
    /// The whole of them, without names.
    #[validate(length(max = 50000))]
    #[schema(max_length = 50000)]
    pub notes: String,
    /// The whole list, in its order.
    #[validate(length(max = 50), nested)]
    #[schema(max_items = 50)]
    pub quotes: Vec<QuoteToKeep>,
}

/// What somebody said, and of which kind the person is: a woman of 36 to 59.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct QuoteToKeep {
    #[validate(length(min = 1, max = 1000))]
    #[schema(min_length = 1, max_length = 1000)]
    pub text: String,
    pub sex: Sex,
    pub age_band: AgeBand,
}

/// That it took place.
#[derive(Clone, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Holding {
    /// The day, in Bishkek.
    pub held_on: NaiveDate,
    #[validate(length(min = 3, max = 500))]
    #[schema(min_length = 3, max_length = 500)]
    pub note: Option<String>,
}

/// Why something is done.
#[derive(Clone, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct FocusGroupReason {
    /// Without names: it stays in the timeline.
    #[validate(length(min = 3, max = 500))]
    #[schema(min_length = 3, max_length = 500)]
    pub reason: String,
}

/// Somebody who agreed to have the name kept.
#[derive(Clone, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewParticipant {
    #[validate(length(min = 1, max = 200))]
    #[schema(min_length = 1, max_length = 200)]
    pub name: String,
    pub sex: Sex,
    pub age_band: AgeBand,
    pub consent_form: ConsentForm,
    /// The day, in Bishkek.
    pub consented_on: NaiveDate,
}
