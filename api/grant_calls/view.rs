//! Calls as staff see them, and as everybody does.

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::domain::{GrantApplicantKind, GrantCallPhase, GrantQuestionKind, GrantQuestionStage};
use super::{GrantCallId, GrantCriterionId, GrantQuestionId};
use crate::http::Version;
use crate::money::Currency;
use crate::names::{Named, Names, Texts};

/// A call for small grants.
#[derive(Serialize, ToSchema)]
pub struct GrantCall {
    pub id: GrantCallId,
    pub version: Version,
    #[schema(format = Uuid)]
    pub programme_id: String,
    pub title: Names,
    pub purpose: Texts,
    pub currency: Currency,
    /// In minor units.
    pub budget: i64,
    /// The most that one application may ask for, in minor units.
    pub ceiling: i64,
    pub opens_at: DateTime<Utc>,
    /// The last moment at which an application is taken.
    pub closes_at: DateTime<Utc>,
    /// The last moment as it was published at first.
    pub first_closes_at: DateTime<Utc>,
    pub phase: GrantCallPhase,
    pub applicants: Vec<GrantApplicantKind>,
    pub places: Vec<Named>,
    pub questions: Vec<GrantQuestion>,
    pub criteria: Vec<GrantCriterion>,
    pub withdrawal_reason: Option<String>,
    pub published_at: Option<DateTime<Utc>>,
    /// The call that it was made after.
    #[schema(value_type = Option<String>, format = Uuid)]
    pub cloned_from: Option<GrantCallId>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    /// What the caller may do with it now.
    pub actions: Vec<&'static str>,
}

/// A call in a list of staff.
#[derive(Serialize, ToSchema)]
pub struct GrantCallSummary {
    pub id: GrantCallId,
    pub version: Version,
    pub title: Names,
    pub currency: Currency,
    pub budget: i64,
    pub ceiling: i64,
    pub opens_at: DateTime<Utc>,
    pub closes_at: DateTime<Utc>,
    pub phase: GrantCallPhase,
}

/// A published call as everybody reads it.
#[derive(Serialize, ToSchema)]
pub struct PublicGrantCall {
    pub id: GrantCallId,
    #[schema(format = Uuid)]
    pub programme_id: String,
    pub title: Names,
    pub purpose: Texts,
    pub currency: Currency,
    /// In minor units.
    pub budget: i64,
    /// The most that one application may ask for, in minor units.
    pub ceiling: i64,
    pub opens_at: DateTime<Utc>,
    /// The last moment at which an application is taken.
    pub closes_at: DateTime<Utc>,
    /// The last moment as it was published at first.
    pub first_closes_at: DateTime<Utc>,
    pub phase: GrantCallPhase,
    pub applicants: Vec<GrantApplicantKind>,
    pub places: Vec<Named>,
    pub questions: Vec<GrantQuestion>,
    pub criteria: Vec<GrantCriterion>,
    /// Why there are no grants of it after all.
    pub withdrawal_reason: Option<String>,
}

/// A published call in a list.
#[derive(Serialize, ToSchema)]
pub struct PublicGrantCallSummary {
    pub id: GrantCallId,
    pub title: Names,
    pub currency: Currency,
    pub budget: i64,
    pub ceiling: i64,
    pub opens_at: DateTime<Utc>,
    pub closes_at: DateTime<Utc>,
    pub phase: GrantCallPhase,
    pub applicants: Vec<GrantApplicantKind>,
}

/// What an applicant is asked.
#[derive(Serialize, ToSchema)]
pub struct GrantQuestion {
    pub id: GrantQuestionId,
    pub stage: GrantQuestionStage,
    pub kind: GrantQuestionKind,
    pub prompt: Texts,
    pub help: Option<Texts>,
    pub required: bool,
    /// Of eligibility: the answer without which nobody can apply.
    pub expected: Option<bool>,
    /// Of a choice.
    pub options: Option<Vec<Names>>,
    /// Of a text.
    pub max_length: Option<i64>,
    /// Of a number.
    pub least: Option<i64>,
    /// Of a number.
    pub most: Option<i64>,
}

/// By what applications are scored.
#[derive(Serialize, ToSchema)]
pub struct GrantCriterion {
    pub id: GrantCriterionId,
    pub name: Names,
    pub help: Option<Texts>,
    pub weight: i64,
}
