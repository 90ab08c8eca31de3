//! Mandates as the programme's staff see them, and representatives as those see them whom they speak with.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::MandateId;
use super::domain::{InterestKind, MandateEnding, MandateEventKind, MandateState, SpeaksFor};
use crate::assemblies::view::Assembly;
use crate::http::Version;
use crate::names::{Named, Person};
use crate::stakeholders::StakeholderId;
use crate::stakeholders::domain::{AgeBand, Sex};

/// A representative's mandate.
#[derive(Serialize, ToSchema)]
pub struct Mandate {
    pub id: MandateId,
    pub version: Version,
    #[schema(format = Uuid)]
    pub programme_id: String,
    pub representative: MandatePerson,
    pub place: Named,
    pub speaks_for: SpeaksFor,
    pub state: MandateState,
    /// Whether the person speaks by it today: active, and within its term.
    pub in_force: bool,
    pub nominated_on: NaiveDate,
    pub nominated_by: String,
    pub vetted_on: Option<NaiveDate>,
    /// What was declared; empty also before the vetting.
    pub interests: Vec<MandateInterest>,
    /// Where the people of the place gave their word.
    pub assembly: Option<Assembly>,
    pub starts_on: Option<NaiveDate>,
    pub expires_on: Option<NaiveDate>,
    pub account: Option<Person>,
    /// Whether the person agreed to being named to companies, authorities and the community.
    pub named: bool,
    pub ended_on: Option<NaiveDate>,
    pub ending: Option<MandateEnding>,
    /// What happened, the latest first.
    pub events: Vec<MandateEvent>,
    /// What the caller may do with it now.
    pub actions: Vec<&'static str>,
}

/// A mandate in a list.
#[derive(Serialize, ToSchema)]
pub struct MandateSummary {
    pub id: MandateId,
    pub version: Version,
    pub representative: MandatePerson,
    pub place: Named,
    pub speaks_for: SpeaksFor,
    pub state: MandateState,
    pub in_force: bool,
    pub starts_on: Option<NaiveDate>,
    pub expires_on: Option<NaiveDate>,
    pub ended_on: Option<NaiveDate>,
}

/// Who holds a mandate.
#[derive(Clone, Serialize, ToSchema)]
pub struct MandatePerson {
    #[schema(format = Uuid)]
    pub id: StakeholderId,
    pub name: String,
    pub sex: Option<Sex>,
    pub age_band: Option<AgeBand>,
}

/// Something that ties a representative to one side.
#[derive(Serialize, ToSchema)]
pub struct MandateInterest {
    pub kind: InterestKind,
    pub organisation: Option<Named>,
    pub detail: String,
}

/// Something that happened to a mandate.
#[derive(Serialize, ToSchema)]
pub struct MandateEvent {
    pub kind: MandateEventKind,
    pub at: DateTime<Utc>,
    pub by: Person,
    pub note: Option<String>,
}

/// Who speaks for a place, for what lies in it and for what it lies in.
#[derive(Serialize, ToSchema)]
pub struct Representation {
    /// Two hundred at most.
    pub representatives: Vec<Representative>,
    /// How they are balanced, for the programme's staff: to others the few who speak for a village would be told by it.
    pub balance: Option<RepresentativeBalance>,
}

/// Who speaks for a place.
#[derive(Serialize, ToSchema)]
pub struct Representative {
    pub name: String,
    pub place: Named,
    pub speaks_for: SpeaksFor,
    pub since: NaiveDate,
    /// For whom may open it.
    #[schema(value_type = Option<String>, format = Uuid)]
    pub mandate_id: Option<MandateId>,
}

/// How those who speak for a place are balanced.
#[derive(Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct RepresentativeBalance {
    pub people: i64,
    pub women: i64,
    pub men: i64,
    /// 14 to 35.
    pub youth: i64,
    /// Of whom the sex is not recorded.
    pub unknown_sex: i64,
    /// Of whom the age is not recorded.
    pub unknown_age: i64,
}
