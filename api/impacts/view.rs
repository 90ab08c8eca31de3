//! What each audience sees of an impact. Rows are never shown: what is not named here stays inside.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::domain::{
    AffectedGroup, ImpactBasis, ImpactDirection, ImpactExtent, ImpactMove, ImpactSourceKind, ImpactState,
};
use super::{ImpactEventId, ImpactId, ImpactSourceId};
use crate::focus_groups::coding::view::Said;
use crate::grievances::domain::Category;
use crate::grievances::view::CaseLink;
use crate::http::Version;
use crate::names::{Named, Person};

/// An impact, as its audience sees it.
#[derive(Serialize, ToSchema)]
#[serde(tag = "audience", rename_all = "snake_case")]
pub enum Impact {
    Staff(Box<StaffImpact>),
    Published(Box<PublishedImpact>),
}

impl Impact {
    pub fn version(&self) -> Version {
        match self {
            Self::Staff(impact) => impact.version,
            Self::Published(impact) => impact.version,
        }
    }
}

/// An impact as the programme's staff see it.
#[derive(Serialize, ToSchema)]
pub struct StaffImpact {
    pub id: ImpactId,
    pub version: Version,
    #[schema(format = Uuid)]
    pub programme_id: String,
    pub state: ImpactState,
    pub title: String,
    pub description: String,
    pub category: Category,
    pub direction: ImpactDirection,
    pub basis: ImpactBasis,
    /// 1 to 5.
    pub severity: i64,
    /// 1 to 5.
    pub likelihood: i64,
    pub extent: ImpactExtent,
    pub affected: Vec<AffectedGroup>,
    pub site: Option<Named>,
    /// The company of the site.
    pub company: Option<Named>,
    pub place: Named,
    pub reported_on: NaiveDate,
    pub published: bool,
    pub published_at: Option<DateTime<Utc>>,
    /// The oldest first.
    pub sources: Vec<ImpactSource>,
    /// What was said of it in focus groups, the earliest first.
    pub said: Vec<Said>,
    /// The cases in which it is dealt with, of those that the caller reaches.
    pub grievances: Vec<CaseLink>,
    /// What is odd about it.
    pub warnings: Vec<ImpactWarning>,
    pub created_by: Person,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    /// What the caller may do with it now.
    pub actions: Vec<&'static str>,
}

/// An impact as companies, authorities and community representatives see it: what was published.
#[derive(Serialize, ToSchema)]
pub struct PublishedImpact {
    pub id: ImpactId,
    pub version: Version,
    pub state: ImpactState,
    pub title: String,
    pub description: String,
    pub category: Category,
    pub direction: ImpactDirection,
    pub basis: ImpactBasis,
    /// 1 to 5.
    pub severity: i64,
    /// 1 to 5.
    pub likelihood: i64,
    pub extent: ImpactExtent,
    pub affected: Vec<AffectedGroup>,
    pub site: Option<Named>,
    pub company: Option<Named>,
    pub place: Named,
    pub published_at: Option<DateTime<Utc>>,
    /// The cases in which it is dealt with, of those that the caller reaches.
    pub grievances: Vec<CaseLink>,
    pub actions: Vec<&'static str>,
}

/// An impact in a list, as its audience sees it.
#[derive(Serialize, ToSchema)]
#[serde(tag = "audience", rename_all = "snake_case")]
pub enum ImpactSummary {
    Staff(StaffImpactSummary),
    Published(PublishedImpactSummary),
}

/// An impact in a list of the programme's staff.
#[derive(Serialize, ToSchema)]
pub struct StaffImpactSummary {
    pub id: ImpactId,
    pub version: Version,
    pub state: ImpactState,
    pub title: String,
    pub category: Category,
    pub direction: ImpactDirection,
    pub basis: ImpactBasis,
    pub severity: i64,
    pub likelihood: i64,
    pub site: Option<Named>,
    pub place: Named,
    pub reported_on: NaiveDate,
    pub published: bool,
    pub actions: Vec<&'static str>,
}

/// A published impact in a list.
#[derive(Serialize, ToSchema)]
pub struct PublishedImpactSummary {
    pub id: ImpactId,
    pub version: Version,
    pub state: ImpactState,
    pub title: String,
    pub category: Category,
    pub direction: ImpactDirection,
    pub basis: ImpactBasis,
    pub severity: i64,
    pub likelihood: i64,
    pub site: Option<Named>,
    pub place: Named,
    pub actions: Vec<&'static str>,
}

/// What an impact is known from; for staff.
#[derive(Serialize, ToSchema)]
pub struct ImpactSource {
    pub id: ImpactSourceId,
    pub kind: ImpactSourceKind,
    /// Of a grievance.
    pub grievance: Option<CaseLink>,
    /// What was seen or heard.
    pub observed: Option<String>,
    pub day: Option<NaiveDate>,
    pub by: Person,
    pub at: DateTime<Utc>,
}

/// Something odd that is possible.
#[derive(Serialize, ToSchema)]
pub struct ImpactWarning {
    /// JSON pointer into the record.
    #[schema(example = "/reported_on")]
    pub pointer: String,
    /// `before_the_programme`, `after_the_programme`.
    pub code: &'static str,
}

/// A step of an impact.
#[derive(Serialize, ToSchema)]
pub struct ImpactEvent {
    pub id: ImpactEventId,
    pub at: DateTime<Utc>,
    #[serde(rename = "move")]
    pub made: ImpactMove,
    pub from: Option<ImpactState>,
    pub to: ImpactState,
    /// Told to staff only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Person>,
    /// Why; outside the programme only what was done, or where it is to be talked of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Of a change, for staff: which fields.
    pub fields: Vec<String>,
}
