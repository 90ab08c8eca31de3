//! What is written and shown of referrals.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use super::super::ReferralId;
use super::domain::{ReferralBody, ReferralConsent, ReferralOutcome, ReferralState, ReferralStep};
use crate::grievances::GrievanceId;
use crate::http::Version;
use crate::names::Person;

/// Help to be spoken about with the person.
#[derive(Clone, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct ProtectionReferralInput {
    pub body: ReferralBody,
    /// What the office is called.
    #[validate(length(min = 2, max = 200))]
    #[schema(min_length = 2, max_length = 200, example = "Crisis centre in Karakol")]
    pub body_name: String,
    /// What the person needs.
    #[validate(length(min = 3, max = 2000))]
    #[schema(min_length = 3, max_length = 2000)]
    pub note: String,
    /// When to look at it again.
    pub look_again_on: Option<NaiveDate>,
}

/// How the person consented.
#[derive(Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct ConsentInput {
    pub how: ReferralConsent,
    /// What may be told and to whom; with `legal_duty`, which law asks for it.
    #[validate(length(min = 3, max = 2000))]
    #[schema(min_length = 3, max_length = 2000)]
    pub note: String,
}

/// A step, and what there is to say of it.
#[derive(Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct StepInput {
    #[validate(length(min = 3, max = 2000))]
    #[schema(min_length = 3, max_length = 2000)]
    pub note: String,
    /// When to look at it again.
    pub look_again_on: Option<NaiveDate>,
}

/// What came of it.
#[derive(Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct ReferralClosing {
    pub outcome: ReferralOutcome,
    #[validate(length(min = 3, max = 2000))]
    #[schema(min_length = 3, max_length = 2000)]
    pub note: String,
}

/// Help asked for outside the programme.
#[derive(Serialize, ToSchema)]
pub struct ProtectionReferral {
    pub id: ReferralId,
    pub version: Version,
    #[schema(format = Uuid)]
    pub grievance_id: GrievanceId,
    #[schema(example = "MSL-2026-000123")]
    pub reference: String,
    pub body: ReferralBody,
    pub body_name: String,
    pub state: ReferralState,
    pub consent: Option<ReferralConsent>,
    pub outcome: Option<ReferralOutcome>,
    pub look_again_on: Option<NaiveDate>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    /// Empty in lists.
    pub steps: Vec<ReferralStepView>,
    pub actions: Vec<&'static str>,
}

/// What was done.
#[derive(Serialize, ToSchema)]
pub struct ReferralStepView {
    pub at: DateTime<Utc>,
    pub step: ReferralStep,
    pub by: Person,
    pub note: String,
}
