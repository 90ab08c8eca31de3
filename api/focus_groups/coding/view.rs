//! What staff see of what was said: passages with their impacts, and of an impact its passages.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use crate::focus_groups::{FocusGroupId, PassageCodeId};
use crate::impacts::ImpactId;
use crate::impacts::domain::ImpactState;
use crate::names::Person;

/// A passage of the notes and the impact that it was put to.
#[derive(Serialize, ToSchema)]
pub struct PassageCode {
    pub id: PassageCodeId,
    /// In characters from the first.
    pub starts: i64,
    /// The first that is no longer part of it.
    pub ends: i64,
    pub passage: String,
    pub impact: ImpactHeard,
    pub by: Person,
    pub at: DateTime<Utc>,
}

/// An impact that was heard of in a group.
#[derive(Serialize, ToSchema)]
pub struct ImpactHeard {
    pub id: ImpactId,
    pub title: String,
    pub state: ImpactState,
    pub published: bool,
}

/// What was said of an impact in a focus group.
#[derive(Serialize, ToSchema)]
pub struct Said {
    pub focus_group_id: FocusGroupId,
    /// The group's.
    pub title: String,
    pub passage: String,
    pub held_on: Option<NaiveDate>,
}
