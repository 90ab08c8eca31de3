//! Where a page of a list of cases ended, and how the next one goes on from there.
//!
//! A cursor names the last case, and one out of reach is one that is not there. What else it says is no more than the caller
//! sees anyway: a time, to staff only, since to a respondent it would tell the day; and how a search finds its pages.

use chrono::DateTime;
use diesel::prelude::*;

use super::GrievanceId;
use super::domain::{Audience, audience};
use super::list::{ListQuery, Sort};
use super::policy::ListGrievances;
use super::scope::within;
use super::store::Case;
use crate::authz::Permit;
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::{ApiError, Result};
use crate::http::Cursor;
use crate::schema::grievances;

/// What a page starts after.
#[derive(Queryable, Selectable)]
#[diesel(table_name = grievances)]
pub(super) struct Last {
    pub(super) id: GrievanceId,
    pub(super) submitted_at: Moment,
    pub(super) due_at: Option<Moment>,
    pub(super) updated_at: Moment,
}

impl From<&Case> for Last {
    fn from(case: &Case) -> Self {
        Self { id: case.id, submitted_at: case.submitted_at, due_at: case.due_at, updated_at: case.updated_at }
    }
}

/// How a search finds the cases of a page. Its two ways have orders that differ, where a case was entered long after it came:
/// pages that went over from one to the other by their last case alone would lose some and show others twice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Way {
    /// Through the hits, in the order in which cases were entered. Lists without words are of it too.
    #[default]
    Hits,
    /// Through the list, from one of its beginnings on. Pages before were found through the hits, up to this case.
    List { since: Option<GrievanceId> },
}

const LIST: &str = "list";

impl Way {
    fn key(self) -> String {
        match self {
            Self::Hits => String::new(),
            Self::List { since: None } => LIST.to_owned(),
            Self::List { since: Some(case) } => format!("{LIST}/{case}"),
        }
    }

    fn parse(key: &str) -> Option<Self> {
        if key.is_empty() {
            return Some(Self::Hits);
        }
        let since = match key.strip_prefix(LIST)? {
            "" => None,
            case => Some(case.strip_prefix('/')?.parse().ok()?),
        };
        Some(Self::List { since })
    }
}

/// Where a page starts.
pub(super) struct Place {
    pub(super) last: Last,
    pub(super) way: Way,
}

impl Place {
    /// `None` for the first page.
    pub(super) fn of(conn: &mut Conn, permit: &Permit<ListGrievances>, query: &ListQuery) -> Result<Option<Self>> {
        let Some(Cursor { key, id }) = &query.after else { return Ok(None) };
        let id: GrievanceId = id.parse().map_err(|_| unknown())?;
        let (mut last, mut way) = (within_reach(conn, permit, id)?, Way::default());
        // A time that the cursor brings is where the case stood then: it may have been changed, or ended, since.
        match query.sort() {
            Sort::Newest | Sort::Oldest => way = Way::parse(key).ok_or_else(unknown)?,
            Sort::Due => last.due_at = Some(time(permit, key)?.or(last.due_at).ok_or_else(unknown)?),
            Sort::Updated => last.updated_at = time(permit, key)?.unwrap_or(last.updated_at),
        }
        Ok(Some(Self { last, way }))
    }
}

/// A case of a cursor.
pub(super) fn within_reach(conn: &mut Conn, permit: &Permit<ListGrievances>, id: GrievanceId) -> Result<Last> {
    let within = grievances::table.filter(grievances::id.eq(id)).filter(within(&permit.scope()?)?);
    within.select(Last::as_select()).first(conn).optional()?.ok_or_else(unknown)
}

pub(super) fn unknown() -> ApiError {
    ApiError::field("?after", "unknown")
}

/// Where the page after one starts that ended with this case.
pub(super) fn cursor(permit: &Permit<ListGrievances>, query: &ListQuery, last: &Last, way: Way) -> Cursor {
    let key = match (query.sort(), audience(permit.role())) {
        (Sort::Newest | Sort::Oldest, _) => way.key(),
        (Sort::Due, Audience::Staff) => last.due_at.map(micros).unwrap_or_default(),
        (Sort::Updated, Audience::Staff) => micros(last.updated_at),
        (Sort::Due | Sort::Updated, Audience::Respondent) => String::new(),
    };
    Cursor { key, id: last.id.to_string() }
}

fn micros(at: Moment) -> String {
    at.utc().timestamp_micros().to_string()
}

/// The time of a cursor, if it has one. From a respondent none is taken: page by page it would tell when cases were changed.
fn time(permit: &Permit<ListGrievances>, key: &str) -> Result<Option<Moment>> {
    if key.is_empty() {
        return Ok(None);
    }
    match audience(permit.role()) {
        Audience::Staff => {
            let at = key.parse().ok().and_then(DateTime::from_timestamp_micros);
            at.map(|at| Some(Moment::from(at))).ok_or_else(unknown)
        }
        Audience::Respondent => Err(unknown()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_is_read_as_it_was_written() {
        let case = GrievanceId::random();
        for way in [Way::Hits, Way::List { since: None }, Way::List { since: Some(case) }] {
            assert_eq!(Way::parse(&way.key()), Some(way));
        }
        for key in ["lists", "list/", "list/1", "hits", "1767225600000000"] {
            assert_eq!(Way::parse(key), None, "{key}");
        }
    }
}
