//! What is told of a group that went back to its people, and what others read of it.

use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;

use crate::focus_groups::FocusGroupId;
use crate::focus_groups::domain::FocusGroupKind;
use crate::impacts::ImpactId;
use crate::names::Names;
use crate::stakeholders::domain::{AgeBand, Sex};

/// How the people heard what was made of their words; for staff.
#[derive(Serialize, ToSchema)]
pub struct HeardBack {
    pub validated_on: NaiveDate,
    pub place: String,
    pub people: i64,
    pub corrections: Option<String>,
}

/// What others than staff read of a group: nothing by which somebody in it could be known.
#[derive(Serialize, ToSchema)]
pub struct PublishedFocusGroup {
    pub id: FocusGroupId,
    pub kind: FocusGroupKind,
    #[schema(example = "2026-06")]
    pub month: String,
    /// The raion or city.
    pub district: Option<Names>,
    /// Five or more; null if there were fewer.
    pub people: Option<i64>,
    /// Null if these or the others were fewer than five.
    pub women: Option<i64>,
    /// From 14 to 35; null if these or the others were fewer than five.
    pub youth: Option<i64>,
    pub summary: String,
    /// Those that are published themselves, within the caller's reach.
    pub impacts: Vec<PublishedImpactHeard>,
    pub quotes: Vec<PublishedQuote>,
}

/// A published impact that was heard of in a group.
#[derive(Clone, Serialize, ToSchema)]
pub struct PublishedImpactHeard {
    pub id: ImpactId,
    pub title: String,
}

/// What somebody said, of a kind of which five or more were there.
#[derive(Clone, Serialize, ToSchema)]
pub struct PublishedQuote {
    pub text: String,
    pub sex: Sex,
    pub age_band: AgeBand,
}
