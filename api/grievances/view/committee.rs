//! What each audience sees of the committee of a contested case.

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use crate::grievances::domain::Side;
use crate::names::{Names, Person};

/// A member of the committee, as staff see it.
#[derive(Debug, Serialize, ToSchema)]
pub struct CommitteeMember {
    pub person: Person,
    pub organisation: Names,
    pub side: Side,
    pub appointed_at: DateTime<Utc>,
    pub declared_at: Option<DateTime<Utc>>,
    /// Whoever declared some has stepped back.
    pub interests: Option<String>,
}

/// Somebody who may sit in the committee.
#[derive(Debug, Serialize, ToSchema)]
pub struct CommitteeCandidate {
    pub person: Person,
    pub organisation: Names,
    pub side: Side,
}

/// A seat in the committee, as the reporter sees it.
#[derive(Debug, Serialize, ToSchema)]
pub struct Seat {
    pub side: Side,
    pub name: String,
    pub organisation: Names,
}

/// The caller's own seat in the committee.
#[derive(Debug, Serialize, ToSchema)]
pub struct OwnSeat {
    pub side: Side,
    pub declared_at: Option<DateTime<Utc>>,
    pub stepped_back: bool,
}
