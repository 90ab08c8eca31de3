//! What meetings are planned and led on with.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use super::domain::{MeetingKind, MeetingVisibility};
use crate::accounts::AccountId;
use crate::http::body::given;
use crate::places::PlaceId;
use crate::programmes::ProgrammeId;
use crate::sites::SiteId;
use crate::stakeholders::domain::SpokenLanguage;

/// A plan of a meeting; nobody beside the programme knows of it until its agenda is opened.
#[derive(Clone, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewMeeting {
    pub programme_id: ProgrammeId,
    pub kind: MeetingKind,
    #[validate(length(min = 3, max = 200))]
    #[schema(min_length = 3, max_length = 200, example = "Water for Barskoon")]
    pub title: String,
    pub place_id: PlaceId,
    pub site_id: Option<SiteId>,
    pub starts_at: DateTime<Utc>,
    /// At most 14 days after it starts.
    pub ends_at: DateTime<Utc>,
    /// Where people sit together; needed before anybody is told.
    #[validate(length(min = 1, max = 200))]
    #[schema(min_length = 1, max_length = 200, example = "The school's hall")]
    pub venue: Option<String>,
    /// An account of the programme's staff.
    pub facilitator_id: AccountId,
    /// What is spoken there.
    #[validate(length(min = 1, max = 8))]
    #[schema(min_items = 1, max_items = 8)]
    pub languages: Vec<SpokenLanguage>,
    /// Into what interpreters put it.
    #[validate(length(max = 8))]
    #[schema(max_items = 8)]
    pub interpreters: Vec<SpokenLanguage>,
    /// What each participant accepts.
    #[validate(length(min = 1, max = 5000))]
    #[schema(min_length = 1, max_length = 5000)]
    pub ground_rules: Option<String>,
    pub visibility: MeetingVisibility,
}

/// What to change; a field left out stays as it is, one that is null is cleared. The time of a meeting of which people were
/// told moves only by postponing it.
#[derive(Clone, Default, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct MeetingChange {
    pub kind: Option<MeetingKind>,
    #[validate(length(min = 3, max = 200))]
    #[schema(min_length = 3, max_length = 200)]
    pub title: Option<String>,
    pub place_id: Option<PlaceId>,
    #[serde(default, deserialize_with = "given")]
    pub site_id: Option<Option<SiteId>>,
    pub starts_at: Option<DateTime<Utc>>,
    pub ends_at: Option<DateTime<Utc>>,
    #[serde(default, deserialize_with = "given")]
    #[validate(length(min = 1, max = 200))]
    #[schema(min_length = 1, max_length = 200)]
    pub venue: Option<Option<String>>,
    pub facilitator_id: Option<AccountId>,
    #[validate(length(min = 1, max = 8))]
    #[schema(min_items = 1, max_items = 8)]
    pub languages: Option<Vec<SpokenLanguage>>,
    #[validate(length(max = 8))]
    #[schema(max_items = 8)]
    pub interpreters: Option<Vec<SpokenLanguage>>,
    /// Other rules: nobody has accepted these yet.
    #[serde(default, deserialize_with = "given")]
    #[validate(length(min = 1, max = 5000))]
    #[schema(min_length = 1, max_length = 5000)]
    pub ground_rules: Option<Option<String>>,
    pub visibility: Option<MeetingVisibility>,
}

/// Something to be noted; everybody who reaches the meeting reads it.
#[derive(Clone, Default, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct MeetingNote {
    #[validate(length(min = 3, max = 2000))]
    #[schema(min_length = 3, max_length = 2000)]
    pub note: Option<String>,
}

/// Why a meeting does not take place as it was said; everybody who reaches it reads this.
#[derive(Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct MeetingReason {
    #[validate(length(min = 3, max = 2000))]
    #[schema(min_length = 3, max_length = 2000)]
    pub reason: String,
}

/// Another date. Who was invited is asked again.
#[derive(Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct MeetingDate {
    pub starts_at: DateTime<Utc>,
    /// At most 14 days after it starts.
    pub ends_at: DateTime<Utc>,
    #[validate(length(min = 3, max = 2000))]
    #[schema(min_length = 3, max_length = 2000)]
    pub note: Option<String>,
}
