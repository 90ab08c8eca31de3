//! How many cases a list has.

use diesel::prelude::*;

use super::GrievanceId;
use super::found::Found;
use super::list::{ListQuery, matching};
use super::policy::ListGrievances;
use super::search::Search;
use super::store::Case;
use crate::authz::Permit;
use crate::db::Conn;
use crate::error::Result;
use crate::http::Total;
use crate::http::page::COUNTED;
use crate::schema::grievances;

/// How many match in all, if that was asked for. A search is not made a second time where its first page tells, nor for
/// each of the pages that follow.
pub fn asked(
    conn: &mut Conn,
    permit: &Permit<ListGrievances>,
    query: &ListQuery,
    page: &Found<Case>,
) -> Result<Option<Total>> {
    if query.total != Some(true) {
        return Ok(None);
    }
    let found = i64::try_from(page.cases.len()).unwrap_or(COUNTED);
    if query.q.is_some() {
        match (&query.after, &page.stopped) {
            (Some(_), _) => return Ok(None),
            (None, Some(_)) => return Ok(Some(Total { count: found, exact: false })),
            (None, None) if found <= query.limit() => return Ok(Some(Total::of(found))),
            (None, None) => {}
        }
    }
    // A search that is to find many may go another way than one for a page, and stop before it.
    let total = total(conn, permit, query)?;
    Ok(Some(Total { count: total.count.max(found), ..total }))
}

/// Counted up to a thousand; of a search that stops before, as many as it found.
fn total(conn: &mut Conn, permit: &Permit<ListGrievances>, query: &ListQuery) -> Result<Total> {
    let (counted, whole) = tally(conn, permit, query, COUNTED + 1)?;
    let total = Total::of(counted);
    Ok(Total { exact: total.exact && whole, ..total })
}

/// How many match, counted up to `most`.
pub fn count(conn: &mut Conn, permit: &Permit<ListGrievances>, query: &ListQuery, most: i64) -> Result<i64> {
    tally(conn, permit, query, most).map(|(counted, _)| counted)
}

/// How many match, counted up to `most`, and whether all were looked through for it.
fn tally(conn: &mut Conn, permit: &Permit<ListGrievances>, query: &ListQuery, most: i64) -> Result<(i64, bool)> {
    let whole = ListQuery { after: None, ..query.clone() };
    let ids: Found<GrievanceId> = match Search::of(permit, &whole)? {
        Some(search) => search.ids(conn, most)?,
        None => Found::all(matching(conn, permit, &whole)?.limit(most).select(grievances::id).load(conn)?),
    };
    Ok((i64::try_from(ids.cases.len()).unwrap_or(most), ids.stopped.is_none()))
}
