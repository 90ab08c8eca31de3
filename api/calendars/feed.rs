//! A feed as its owner sees it.

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

/// Whether the caller has a feed.
#[derive(Serialize, ToSchema)]
pub struct CalendarFeed {
    /// Since when; null if there is none.
    pub since: Option<DateTime<Utc>>,
}

/// A new feed.
#[derive(Serialize, ToSchema)]
pub struct NewCalendarFeed {
    pub since: DateTime<Utc>,
    /// Where a calendar reads it. Whoever has the address reads it too; it is shown this once.
    pub address: String,
}
