//! Focus groups as the programme's staff see them; nobody else sees these.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::coding::view::PassageCode;
use super::domain::{FocusGroupEventKind, FocusGroupKind, FocusGroupState, FocusGroupWarning};
use super::input::AttendanceCounts;
use super::publishing::view::HeardBack;
use super::{FocusGroupEventId, FocusGroupId, FocusGroupParticipantId};
use crate::headcount::HeadcountTotals;
use crate::http::Version;
use crate::names::{Named, Names, Person};
use crate::stakeholders::domain::{AgeBand, ConsentForm, Sex, SpokenLanguage};

/// A focus group.
#[derive(Serialize, ToSchema)]
pub struct FocusGroup {
    pub id: FocusGroupId,
    pub version: Version,
    #[schema(format = Uuid)]
    pub programme_id: String,
    pub kind: FocusGroupKind,
    pub title: String,
    pub place: Named,
    pub site: Option<Named>,
    pub starts_at: DateTime<Utc>,
    pub venue: String,
    pub facilitator: Person,
    pub note_taker: Option<Person>,
    pub languages: Vec<SpokenLanguage>,
    pub topic_guide: Option<String>,
    pub ground_rules: Option<String>,
    pub expected: PeopleFigures,
    pub state: FocusGroupState,
    pub consent: Option<ConsentRecorded>,
    /// Of parents and guardians: one for each who is under 18.
    pub guardians: Option<GuardiansRecorded>,
    /// All zero as long as nobody was counted.
    pub attendance: AttendanceCounts,
    pub attended: PeopleFigures,
    pub held_on: Option<NaiveDate>,
    pub notes: String,
    pub quotes: Vec<Quote>,
    /// Passages of the notes and what was made of them, in the order of the notes.
    pub codes: Vec<PassageCode>,
    pub validation: Option<HeardBack>,
    /// What is published of it in words.
    pub summary: Option<String>,
    pub published_at: Option<DateTime<Utc>>,
    /// How many agreed to have their names kept.
    pub participants: i64,
    pub warnings: Vec<FocusGroupWarning>,
    pub created_by: Person,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    /// What the caller may do with it now.
    pub actions: Vec<&'static str>,
}

/// A focus group in a list.
#[derive(Serialize, ToSchema)]
pub struct FocusGroupSummary {
    pub id: FocusGroupId,
    pub version: Version,
    pub kind: FocusGroupKind,
    pub title: String,
    pub place: Named,
    pub site: Option<Named>,
    pub starts_at: DateTime<Utc>,
    pub facilitator: Person,
    pub state: FocusGroupState,
    /// Who was there, or as long as nobody was counted who is expected.
    pub people: PeopleFigures,
    pub counted: bool,
}

/// How many, and of these how many are women and how many are 14 to 35.
#[derive(Serialize, ToSchema)]
pub struct PeopleFigures {
    pub people: i64,
    pub women: i64,
    pub youth: i64,
}

impl From<HeadcountTotals> for PeopleFigures {
    fn from(HeadcountTotals { people, women, youth }: HeadcountTotals) -> Self {
        Self { people, women, youth }
    }
}

/// How and when the people agreed to being heard.
#[derive(Serialize, ToSchema)]
pub struct ConsentRecorded {
    pub form: ConsentForm,
    pub given_on: NaiveDate,
}

/// How many parents or guardians agreed, how, and when the last of them did.
#[derive(Serialize, ToSchema)]
pub struct GuardiansRecorded {
    pub guardians: i64,
    pub form: ConsentForm,
    pub given_on: NaiveDate,
}

/// What somebody of a kind said.
#[derive(Serialize, ToSchema)]
pub struct Quote {
    pub text: String,
    pub sex: Sex,
    pub age_band: AgeBand,
    /// Whether others than staff read it with what was published.
    pub published: bool,
    /// Whether fewer than five of the kind were there: it can't be published.
    pub identifying: bool,
}

/// Something that happened to a focus group.
#[derive(Serialize, ToSchema)]
pub struct FocusGroupEvent {
    pub id: FocusGroupEventId,
    pub kind: FocusGroupEventKind,
    pub at: DateTime<Utc>,
    pub by: Person,
    /// Of a change: which fields.
    pub fields: Vec<String>,
    pub day: Option<NaiveDate>,
    /// Why, or what was said with it.
    pub note: Option<String>,
}

/// How many were heard and are expected where a place is.
#[derive(Serialize, ToSchema)]
pub struct AreaBalance {
    /// The programme's area that holds the place; none holds it if null, and nothing is counted then.
    pub area: Option<Names>,
    pub heard: PeopleFigures,
    /// In groups that are planned and were not held yet.
    pub expected: PeopleFigures,
    /// The programme's first and last day.
    pub period: [NaiveDate; 2],
}

/// Somebody who agreed to have the name kept, without the name.
#[derive(Serialize, ToSchema)]
pub struct MaskedParticipant {
    pub id: FocusGroupParticipantId,
    /// The first letter: `А•••`.
    pub name: String,
    pub sex: Sex,
    pub age_band: AgeBand,
    pub consent_form: ConsentForm,
    pub consented_on: NaiveDate,
}

/// Those whose names are kept, masked.
#[derive(Serialize, ToSchema)]
pub struct MaskedParticipants {
    pub items: Vec<MaskedParticipant>,
}

/// The names. Not to be kept anywhere.
#[derive(Serialize, ToSchema)]
pub struct OpenedParticipants {
    pub items: Vec<OpenedParticipant>,
}

/// Somebody by name.
#[derive(Serialize, ToSchema)]
pub struct OpenedParticipant {
    pub id: FocusGroupParticipantId,
    pub name: String,
}
