//! Stakeholders as the programme's staff see them. Contact details are masked; nobody else sees anything.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::domain::{
    AgeBand, ConsentForm, ConsentStanding, Sex, SpokenLanguage, StakeholderCategory, StakeholderEventKind,
    StakeholderKind,
};
use super::{StakeholderEventId, StakeholderId};
use crate::http::Version;
use crate::names::{Named, Person};

/// A stakeholder.
#[derive(Serialize, ToSchema)]
pub struct Stakeholder {
    pub id: StakeholderId,
    pub version: Version,
    #[schema(format = Uuid)]
    pub programme_id: String,
    pub kind: StakeholderKind,
    pub category: StakeholderCategory,
    pub name: String,
    pub position: Option<String>,
    pub place: Named,
    pub organisation: Option<Named>,
    pub sex: Option<Sex>,
    pub birth_year: Option<i64>,
    /// As recorded, or by the year of birth.
    pub age_band: Option<AgeBand>,
    pub languages: Vec<SpokenLanguage>,
    pub tags: Vec<String>,
    pub contact: Option<MaskedContact>,
    pub assessment: Option<StakeholderAssessment>,
    pub consent: StakeholderConsent,
    pub created_by: Person,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    /// What the caller may do with it now.
    pub actions: Vec<&'static str>,
}

/// A stakeholder in a list.
#[derive(Clone, Serialize, ToSchema)]
pub struct StakeholderSummary {
    pub id: StakeholderId,
    pub version: Version,
    pub kind: StakeholderKind,
    pub category: StakeholderCategory,
    pub name: String,
    pub position: Option<String>,
    pub place: Named,
    pub organisation: Option<Named>,
    pub tags: Vec<String>,
    pub assessment: Option<StakeholderAssessment>,
    pub consent: ConsentStanding,
    /// Whether a telephone, an e-mail address or a place to find the person is kept.
    pub has_contact: bool,
}

/// A stakeholder, by name, where another record speaks of it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct StakeholderName {
    pub id: StakeholderId,
    pub kind: StakeholderKind,
    pub category: StakeholderCategory,
    pub name: String,
}

/// What is kept of how somebody is reached, as `••• 56`; the whole is shown by a look that the audit trail keeps.
#[derive(Serialize, ToSchema)]
pub struct MaskedContact {
    pub phone: Option<String>,
    pub email: Option<String>,
    pub address: Option<String>,
}

/// What staff think of somebody.
#[derive(Clone, Serialize, ToSchema)]
pub struct StakeholderAssessment {
    /// 1 to 5.
    pub influence: i64,
    /// 1 to 5.
    pub interest: i64,
    /// -2 to 2.
    pub stance: i64,
    pub assessed_at: DateTime<Utc>,
}

/// Whether somebody agreed to being in the register.
#[derive(Serialize, ToSchema)]
pub struct StakeholderConsent {
    pub standing: ConsentStanding,
    pub purpose: Option<String>,
    pub form: Option<ConsentForm>,
    pub given_on: Option<NaiveDate>,
    pub withdrawn_on: Option<NaiveDate>,
}

/// Something that happened to a record.
#[derive(Serialize, ToSchema)]
pub struct StakeholderEvent {
    pub id: StakeholderEventId,
    pub kind: StakeholderEventKind,
    pub at: DateTime<Utc>,
    pub by: Person,
    /// Of a change: which fields; `merged` among them if another record became part of this one.
    pub fields: Vec<String>,
    /// Of an assessment.
    pub assessment: Option<AssessedValues>,
    /// Of a consent: the day on which it was given or withdrawn.
    pub day: Option<NaiveDate>,
    /// The reason of an assessment, the purpose of a consent, what was said at a withdrawal.
    pub note: Option<String>,
}

/// What staff thought of somebody.
#[derive(Serialize, ToSchema)]
pub struct AssessedValues {
    pub influence: i64,
    pub interest: i64,
    pub stance: i64,
}
