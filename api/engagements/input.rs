//! What contacts are recorded and changed with.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use super::domain::EngagementChannel;
use crate::accounts::AccountId;
use crate::http::body::given;
use crate::programmes::ProgrammeId;
use crate::stakeholders::StakeholderId;

/// A contact to record.
#[derive(Clone, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewEngagement {
    #[schema(format = Uuid)]
    pub programme_id: ProgrammeId,
    /// The day, in Bishkek.
    pub day: NaiveDate,
    pub channel: EngagementChannel,
    /// Who of the programme: staff or a protection focal point.
    pub by_id: AccountId,
    /// What was said and agreed.
    #[validate(length(min = 3, max = 5000))]
    #[schema(min_length = 3, max_length = 5000)]
    pub summary: String,
    /// Whom it was with.
    #[validate(length(min = 1, max = 50))]
    #[schema(min_items = 1, max_items = 50)]
    pub stakeholder_ids: Vec<StakeholderId>,
    #[validate(nested)]
    pub follow_up: Option<NewFollowUp>,
}

/// What is to follow from a contact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewFollowUp {
    #[validate(length(min = 3, max = 500))]
    #[schema(min_length = 3, max_length = 500, example = "Send the results of the water samples")]
    pub task: String,
    /// Who is to do it: staff or a protection focal point of the programme.
    pub owner_id: AccountId,
    /// The last day for it, in Bishkek.
    pub due_on: NaiveDate,
}

/// What to change; a field left out stays as it is.
#[derive(Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct EngagementChange {
    pub day: Option<NaiveDate>,
    pub channel: Option<EngagementChannel>,
    pub by_id: Option<AccountId>,
    #[validate(length(min = 3, max = 5000))]
    #[schema(min_length = 3, max_length = 5000)]
    pub summary: Option<String>,
    /// All of them.
    #[validate(length(min = 1, max = 50))]
    #[schema(min_items = 1, max_items = 50)]
    pub stakeholder_ids: Option<Vec<StakeholderId>>,
    /// The whole of it; null for none. One that is done has to be opened again first.
    #[serde(default, deserialize_with = "given")]
    #[validate(nested)]
    pub follow_up: Option<Option<NewFollowUp>>,
}

/// That a follow-up was done.
#[derive(Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct FollowUpCompletion {
    /// The day, in Bishkek.
    pub done_on: NaiveDate,
    /// What came of it.
    #[validate(length(min = 3, max = 1000))]
    #[schema(min_length = 3, max_length = 1000)]
    pub note: String,
}
