//! What calls are written and led on with.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use super::domain::{GrantApplicantKind, GrantQuestionKind, GrantQuestionStage};
use crate::money::{Currency, MOST};
use crate::names::{Names, Texts};
use crate::places::PlaceId;
use crate::programmes::ProgrammeId;

/// A draft of a call.
#[derive(Clone, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewGrantCall {
    pub programme_id: ProgrammeId,
    #[validate(nested)]
    pub title: Names,
    #[validate(nested)]
    pub purpose: Texts,
    pub currency: Currency,
    /// In minor units.
    #[validate(range(min = 1, max = MOST))]
    #[schema(minimum = 1, maximum = 10_000_000_000_000_i64, example = 500_000_000)]
    pub budget: i64,
    /// The most that one application may ask for, in minor units; not more than the budget.
    #[validate(range(min = 1, max = MOST))]
    #[schema(minimum = 1, maximum = 10_000_000_000_000_i64, example = 50_000_000)]
    pub ceiling: i64,
    /// A whole minute.
    pub opens_at: DateTime<Utc>,
    /// The last moment at which an application is taken; a whole minute.
    pub closes_at: DateTime<Utc>,
    /// Who may apply.
    #[validate(length(min = 1, max = 2))]
    #[schema(min_items = 1, max_items = 2)]
    pub applicants: Vec<GrantApplicantKind>,
    /// Where the money may be spent: these places and all below them.
    #[validate(length(min = 1, max = 50))]
    #[schema(min_items = 1, max_items = 50)]
    pub place_ids: Vec<PlaceId>,
    #[validate(nested, length(max = 40))]
    #[schema(max_items = 40)]
    pub questions: Vec<NewGrantQuestion>,
    #[validate(nested, length(min = 1, max = 20))]
    #[schema(min_items = 1, max_items = 20)]
    pub criteria: Vec<NewGrantCriterion>,
}

/// Something to ask applicants.
#[derive(Clone, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewGrantQuestion {
    pub stage: GrantQuestionStage,
    /// Of eligibility only yes or no is asked.
    pub kind: GrantQuestionKind,
    #[validate(nested)]
    pub prompt: Texts,
    #[validate(nested)]
    pub help: Option<Texts>,
    /// Questions of eligibility are always to be answered.
    pub required: bool,
    /// Of eligibility: the answer without which nobody can apply.
    pub expected: Option<bool>,
    /// Of a choice: what there is to choose from.
    #[validate(nested, length(min = 2, max = 20))]
    #[schema(min_items = 2, max_items = 20)]
    pub options: Option<Vec<Names>>,
    /// Of a text: the most letters.
    #[validate(range(min = 1, max = 10000))]
    #[schema(minimum = 1, maximum = 10000)]
    pub max_length: Option<i64>,
    /// Of a number.
    #[validate(range(min = 0, max = MOST))]
    #[schema(minimum = 0, maximum = 10_000_000_000_000_i64)]
    pub least: Option<i64>,
    /// Of a number.
    #[validate(range(min = 0, max = MOST))]
    #[schema(minimum = 0, maximum = 10_000_000_000_000_i64)]
    pub most: Option<i64>,
}

/// By what applications are to be scored.
#[derive(Clone, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewGrantCriterion {
    #[validate(nested)]
    pub name: Names,
    #[validate(nested)]
    pub help: Option<Texts>,
    /// How much it counts beside the others.
    #[validate(range(min = 1, max = 100))]
    #[schema(minimum = 1, maximum = 100)]
    pub weight: i64,
}

/// What to change of a draft; a field left out stays as it is.
#[derive(Clone, Default, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct GrantCallChange {
    #[validate(nested)]
    pub title: Option<Names>,
    #[validate(nested)]
    pub purpose: Option<Texts>,
    pub currency: Option<Currency>,
    #[validate(range(min = 1, max = MOST))]
    #[schema(minimum = 1, maximum = 10_000_000_000_000_i64)]
    pub budget: Option<i64>,
    #[validate(range(min = 1, max = MOST))]
    #[schema(minimum = 1, maximum = 10_000_000_000_000_i64)]
    pub ceiling: Option<i64>,
    pub opens_at: Option<DateTime<Utc>>,
    pub closes_at: Option<DateTime<Utc>>,
    #[validate(length(min = 1, max = 2))]
    #[schema(min_items = 1, max_items = 2)]
    pub applicants: Option<Vec<GrantApplicantKind>>,
    /// All of them: those left out are gone.
    #[validate(length(min = 1, max = 50))]
    #[schema(min_items = 1, max_items = 50)]
    pub place_ids: Option<Vec<PlaceId>>,
    /// All of them, in their order.
    #[validate(nested, length(max = 40))]
    #[schema(max_items = 40)]
    pub questions: Option<Vec<NewGrantQuestion>>,
    /// All of them, in their order.
    #[validate(nested, length(min = 1, max = 20))]
    #[schema(min_items = 1, max_items = 20)]
    pub criteria: Option<Vec<NewGrantCriterion>>,
}

/// Until when a call is to be open, instead.
#[derive(Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct GrantCallExtension {
    /// Later than now stands; a whole minute.
    pub closes_at: DateTime<Utc>,
}

/// Why there are no grants of a call after all: everybody reads it.
#[derive(Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct GrantCallWithdrawal {
    #[validate(length(min = 3, max = 2000))]
    #[schema(min_length = 3, max_length = 2000)]
    pub reason: String,
}

/// From when to when a call like another is to be open.
#[derive(Clone, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct GrantCallCloning {
    pub opens_at: DateTime<Utc>,
    pub closes_at: DateTime<Utc>,
}
