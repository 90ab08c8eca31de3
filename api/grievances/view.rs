//! What each audience sees of a case. Rows are never shown: what is not named here stays inside.

mod committee;
mod ending;
mod pages;
mod recorded;

pub use committee::{CommitteeCandidate, CommitteeMember, OwnSeat, Seat};
pub use ending::{CaseLink, ClosingRequest, Decision, OwnReferral, Pressure, Referral, SecondRating};

pub use pages::CasePage;
pub use recorded::Recorded;

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::GrievanceId;
use super::clock::view::CaseClock;
use super::clock::{Clock, ClockState};
use super::consent::Consent;
use super::domain::{
    Appeal, Asked, Author, Category, Channel, Confidentiality, Move, Sensitivity, Severity, SharedWith, State, Track,
};
use crate::attachments::AttachmentId;
use crate::attachments::kind::FileClass;
use crate::erasures::view::Erasure;
use crate::http::Version;
use crate::identities::domain::IdentityStatus;
use crate::names::{Language, Named, Names, Person};
use crate::places::counts::PlaceCount;
use crate::protection::check_ins::view::MyCheckIn;

/// A case, as its audience sees it.
#[derive(Debug, Serialize, ToSchema)]
#[serde(tag = "audience", rename_all = "snake_case")]
pub enum Grievance {
    Staff(Box<StaffGrievance>),
    Respondent(Box<RespondentGrievance>),
}

impl Grievance {
    pub fn version(&self) -> Version {
        match self {
            Self::Staff(case) => case.version,
            Self::Respondent(case) => case.version,
        }
    }
}

/// A case as the programme's staff see it: everything but the sealed identity.
#[derive(Debug, Serialize, ToSchema)]
pub struct StaffGrievance {
    pub id: GrievanceId,
    pub version: Version,
    #[schema(example = "MSL-2026-000123")]
    pub reference: String,
    pub state: State,
    pub track: Track,
    pub sensitivity: Sensitivity,
    pub severity: Option<Severity>,
    pub category: Option<Category>,
    pub confidentiality: Confidentiality,
    pub channel: Channel,
    /// Of a case that was entered for its reporter.
    pub recorded: Option<Recorded>,
    pub language: Language,
    pub place: Named,
    pub site: Option<Named>,
    /// The company that answers for the site.
    pub respondent: Option<Named>,
    pub narrative: String,
    pub wish: Option<String>,
    pub occurred_on: Option<NaiveDate>,
    pub summary: Option<Summary>,
    pub owner: Option<Person>,
    /// 1: the programme; 2: the tripartite committee; 3: outside.
    pub escalation_level: i64,
    pub submitted_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    /// The nearest deadline.
    pub due_at: Option<DateTime<Utc>>,
    /// Whose deadline that is.
    pub due_clock: Option<Clock>,
    pub clocks: Vec<CaseClock>,
    pub proposal: Option<Proposal>,
    pub messages: Vec<Message>,
    pub attachments: Vec<Attachment>,
    pub timeline: Vec<Event>,
    /// From 1 to 5, by the reporter.
    pub rating: Option<i64>,
    pub rating_comment: Option<String>,
    pub reporter_confirmed: bool,
    /// Four weeks after the end.
    pub second_rating: Option<SecondRating>,
    /// How far an appeal of the reporter has come.
    pub appeal: Option<Appeal>,
    /// Whose answer it waits for.
    pub asked: Option<Asked>,
    /// Why it ended, as the reporter reads it.
    pub decision: Option<Decision>,
    pub closing: Option<ClosingRequest>,
    pub referral: Option<Referral>,
    /// The members of its committee, those who stepped back included.
    pub committee: Vec<CommitteeMember>,
    /// Who reviews it from outside, at the third level.
    pub external_body: Option<String>,
    /// The case under which it goes on, if the caller reaches that.
    pub duplicate_of: Option<CaseLink>,
    /// The cases that go on under it, of those that the caller reaches.
    pub duplicates: Vec<CaseLink>,
    /// What is kept of who raised it.
    pub identity: IdentityStatus,
    /// What was taken out of it.
    pub erasures: Vec<Erasure>,
    /// Ids of the operations that the caller may call on it now.
    pub actions: Vec<&'static str>,
}

/// A case as companies, authorities and community representatives see it: what was released.
#[derive(Debug, Serialize, ToSchema)]
pub struct RespondentGrievance {
    pub id: GrievanceId,
    pub version: Version,
    pub reference: String,
    pub state: State,
    pub severity: Option<Severity>,
    pub category: Option<Category>,
    pub site: Option<Named>,
    /// The raion or city; nothing nearer.
    pub district: Option<Names>,
    /// The month it was submitted in; no day.
    #[schema(example = "2026-11")]
    pub month: String,
    /// Approved for release; none before that.
    pub summary: Option<String>,
    /// The words that the caller entered for somebody; none for anybody else.
    pub own_entry: Option<String>,
    /// How the person agreed to that; none for anybody else.
    pub own_consent: Option<Consent>,
    pub proposal: Option<Proposal>,
    pub messages: Vec<Message>,
    pub timeline: Vec<Event>,
    /// The caller's seat in the committee that looks into it.
    pub seat: Option<OwnSeat>,
    pub actions: Vec<&'static str>,
}

/// A case as its reporter sees it.
#[derive(Debug, Serialize, ToSchema)]
pub struct MyCase {
    pub version: Version,
    pub reference: String,
    pub state: State,
    pub language: Language,
    pub confidentiality: Confidentiality,
    pub place: Names,
    pub site: Option<Names>,
    pub narrative: String,
    pub wish: Option<String>,
    pub occurred_on: Option<NaiveDate>,
    pub submitted_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub due_at: Option<DateTime<Utc>>,
    /// What the programme has promised and not done yet, the most pressing first.
    pub clocks: Vec<CaseClock>,
    pub proposal: Option<Proposal>,
    pub messages: Vec<Message>,
    pub attachments: Vec<Attachment>,
    pub timeline: Vec<Event>,
    pub rating: Option<i64>,
    pub confirmed: bool,
    /// The rating given when asked again, four weeks after the end.
    pub second_rating: Option<i64>,
    /// 1: the programme; 2: the tripartite committee; 3: outside.
    pub escalation_level: i64,
    /// Why it ended.
    pub decision: Option<Decision>,
    pub referral: Option<OwnReferral>,
    /// Who sits in the committee that looks into it.
    pub committee: Vec<Seat>,
    /// Who reviews it from outside, at the third level.
    pub external_body: Option<String>,
    /// The last moment to appeal or to open it again.
    pub back_until: Option<DateTime<Utc>>,
    /// A question that waits for an answer.
    pub check_in: Option<MyCheckIn>,
    pub actions: Vec<&'static str>,
}

/// What may be told of a case outside the programme: written by one person, let go by another.
#[derive(Debug, Serialize, ToSchema)]
pub struct Summary {
    pub text: String,
    pub author: Option<Person>,
    pub released_at: Option<DateTime<Utc>>,
    pub released_by: Option<Person>,
}

/// A proposed resolution.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Proposal {
    pub remedy: String,
    pub due_on: Option<NaiveDate>,
    pub proposed_at: Option<DateTime<Utc>>,
}

/// A message.
#[derive(Debug, Serialize, ToSchema)]
pub struct Message {
    #[schema(format = Uuid)]
    pub id: String,
    pub at: DateTime<Utc>,
    pub from: Author,
    /// Who of the programme or the respondent; not told outside the programme.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Person>,
    /// Told to staff only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shared_with: Option<SharedWith>,
    pub body: String,
}

/// A file of a case.
#[derive(Debug, Serialize, ToSchema)]
pub struct Attachment {
    pub id: AttachmentId,
    pub name: String,
    pub class: FileClass,
    pub media_type: String,
    /// Bytes.
    pub size: i64,
    pub at: DateTime<Utc>,
}

/// A step of a case.
#[derive(Debug, Serialize, ToSchema)]
pub struct Event {
    pub at: DateTime<Utc>,
    #[serde(rename = "move")]
    pub made: Move,
    pub from: Option<State>,
    pub to: State,
    /// Told to staff only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Person>,
    /// Told to staff only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A case in a list, as its audience sees it.
#[derive(Debug, Serialize, ToSchema)]
#[serde(tag = "audience", rename_all = "snake_case")]
pub enum GrievanceSummary {
    Staff(StaffSummary),
    Respondent(RespondentSummary),
}

impl GrievanceSummary {
    pub fn actions(&self) -> &[&'static str] {
        match self {
            Self::Staff(case) => &case.actions,
            Self::Respondent(case) => &case.actions,
        }
    }
}

/// A case in a list of the programme's staff.
#[derive(Debug, Serialize, ToSchema)]
pub struct StaffSummary {
    pub id: GrievanceId,
    pub version: Version,
    pub reference: String,
    pub state: State,
    pub track: Track,
    pub sensitivity: Sensitivity,
    pub severity: Option<Severity>,
    pub category: Option<Category>,
    pub confidentiality: Confidentiality,
    pub language: Language,
    pub place: Named,
    pub site: Option<Named>,
    pub owner: Option<Person>,
    /// The beginning of the narrative.
    pub excerpt: String,
    pub released: bool,
    pub submitted_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    /// The nearest deadline.
    pub due_at: Option<DateTime<Utc>>,
    /// Whose deadline that is.
    pub due_clock: Option<Clock>,
    /// How its clocks stand, the gravest of them; none once all have stopped.
    pub clock: Option<ClockState>,
    pub actions: Vec<&'static str>,
}

/// A case in a list of a company, an authority or a community representative.
#[derive(Debug, Serialize, ToSchema)]
pub struct RespondentSummary {
    pub id: GrievanceId,
    pub version: Version,
    pub reference: String,
    pub state: State,
    pub severity: Option<Severity>,
    pub category: Option<Category>,
    pub site: Option<Named>,
    pub district: Option<Names>,
    #[schema(example = "2026-11")]
    pub month: String,
    pub summary: Option<String>,
    pub actions: Vec<&'static str>,
}

/// A case that may be about the same thing as another.
#[derive(Debug, Serialize, ToSchema)]
pub struct SimilarGrievance {
    pub grievance: GrievanceSummary,
    /// How alike their words are, in percent.
    #[schema(minimum = 0, maximum = 100)]
    pub likeness: i64,
    /// Words that both have, the rarest first.
    pub words: Vec<String>,
}

/// How many cases an actor reaches.
#[derive(Debug, Serialize, ToSchema)]
pub struct Counts {
    /// Of figures in fives: the day on which they were counted. What is under five is left out.
    pub as_of: Option<NaiveDate>,
    pub by_state: Vec<StateCount>,
    /// By the place of the case for staff, by its district for everybody else.
    pub by_place: Vec<PlaceCount>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct StateCount {
    pub state: State,
    pub count: i64,
}
