//! What waits for somebody: the person's own follow-ups that are not done.

use chrono::{DateTime, Utc};

use super::list::{self, EngagementQuery, EngagementSort};
use super::policy::ListEngagements;
use super::render;
use super::view::Engagement;
use crate::authz::Permit;
use crate::db::Conn;
use crate::error::Result;

/// The caller's own, the one that is due first before the others, at most `most`.
pub fn own(
    conn: &mut Conn,
    permit: &Permit<ListEngagements>,
    most: i64,
    now: DateTime<Utc>,
) -> Result<Vec<Engagement>> {
    let query = EngagementQuery {
        owner_id: Some(permit.account()?),
        sort: Some(EngagementSort::Due),
        limit: Some(most),
        ..EngagementQuery::default()
    };
    let mut rows = list::list(conn, permit, &query, now)?;
    rows.truncate(usize::try_from(most).unwrap_or_default());
    render::all(conn, permit, rows, now)
}
