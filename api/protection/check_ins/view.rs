//! What is shown of the questions: to the reporter, and to protection focal points.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use super::super::CheckInId;
use super::domain::{CheckInAnswer, CheckInState, CountedFrom};

/// A question that waits for the reporter's answer.
#[derive(Debug, Serialize, ToSchema)]
pub struct MyCheckIn {
    pub id: CheckInId,
    /// How many weeks ago what it asks about happened.
    pub weeks: i64,
}

/// The reporter's answer. Protection focal points read it, and nobody else.
#[derive(Clone, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct CheckInInput {
    #[schema(format = Uuid)]
    pub check_in_id: CheckInId,
    pub answer: CheckInAnswer,
    #[validate(length(min = 1, max = 5000))]
    #[schema(min_length = 1, max_length = 5000)]
    pub words: Option<String>,
}

/// A question, and its answer if there is one.
#[derive(Serialize, ToSchema)]
pub struct CheckIn {
    pub id: CheckInId,
    pub counted_from: CountedFrom,
    pub weeks: i64,
    pub due_at: DateTime<Utc>,
    pub state: CheckInState,
    pub answer: Option<CheckInAnswer>,
    pub words: Option<String>,
    pub answered_at: Option<DateTime<Utc>>,
}
