//! Lists by words. Hits come from the search index in the order in which cases came in, a few at a time, and are filtered
//! as every list is: a word that is everywhere fills its page at once, and a rare one has few hits.

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;

use super::GrievanceId;
use super::list::{ListQuery, Sort, matching, place_in_order};
use super::policy::ListGrievances;
use super::store::Case;
use crate::authz::{Permit, Role};
use crate::db::Conn;
use crate::db::search::{self, Kind, Order};
use crate::error::{ApiError, Result};
use crate::schema::grievances;

/// Hits that are filtered together.
const TOGETHER: i64 = 100;

/// A search whose order is that of the index.
pub struct Search {
    patterns: Vec<String>,
    order: Order,
}

impl Search {
    /// `None` if the list is without words, or by an order that only the cases know.
    pub fn of(query: &ListQuery) -> Result<Option<Self>> {
        let order = match query.sort() {
            Sort::Newest => Order::Newest,
            Sort::Oldest => Order::Oldest,
            Sort::Due | Sort::Updated => return Ok(None),
        };
        Ok(patterns(query)?.map(|patterns| Self { patterns, order }))
    }

    /// A page of cases; one more than it holds.
    pub fn page(&self, conn: &mut Conn, permit: &Permit<ListGrievances>, query: &ListQuery) -> Result<Vec<Case>> {
        let after = match &query.after {
            Some(cursor) => Some(place_in_index(conn, permit, &cursor.id)?),
            None => None,
        };
        let ids = self.ids(conn, permit, query, after, query.limit() + 1)?;
        let cases: Vec<Case> =
            grievances::table.filter(grievances::id.eq_any(&ids)).select(Case::as_select()).load(conn)?;
        let mut cases: HashMap<GrievanceId, Case> = cases.into_iter().map(|case| (case.id, case)).collect();
        Ok(ids.iter().filter_map(|id| cases.remove(id)).collect())
    }

    /// Up to `most` cases that match, within reach, in order.
    pub fn ids(
        &self,
        conn: &mut Conn,
        permit: &Permit<ListGrievances>,
        query: &ListQuery,
        mut after: Option<i64>,
        most: i64,
    ) -> Result<Vec<GrievanceId>> {
        let kinds = searched_by(permit.role());
        let most = usize::try_from(most).unwrap_or_default();
        let mut found = vec![];
        while found.len() < most {
            let hits = search::hits(conn, kinds, &self.patterns, self.order, after, TOGETHER)?;
            let Some((last, _)) = hits.last() else { break };
            after = Some(*last);
            let ids: Vec<GrievanceId> = hits.iter().filter_map(|(_, id)| id.parse().ok()).collect();
            let within: HashSet<GrievanceId> = matching(conn, permit, query)?
                .filter(grievances::id.eq_any(&ids))
                .select(grievances::id)
                .load(conn)?
                .into_iter()
                .collect();
            found.extend(ids.into_iter().filter(|id| within.contains(id)));
        }
        found.truncate(most);
        Ok(found)
    }
}

/// What a document must match; `None` for a list without words.
pub fn patterns(query: &ListQuery) -> Result<Option<Vec<String>>> {
    match &query.q {
        Some(text) => search::patterns(text).map(Some).ok_or_else(|| ApiError::field("?q", "too_short")),
        None => Ok(None),
    }
}

/// The documents that a role may read, and so may search. Those of the protection track are not even looked through for
/// anybody else: how long a search takes says nothing of them.
pub fn searched_by(role: Role) -> &'static [Kind] {
    match role {
        Role::Staff => &[Kind::GrievanceStaff],
        Role::Protection => &[Kind::GrievanceStaff, Kind::GrievanceProtected],
        Role::Community | Role::Company | Role::Authority | Role::Admin | Role::Partner => &[Kind::GrievanceReleased],
    }
}

/// The number of the last case of a page. One out of reach is one that is not there.
fn place_in_index(conn: &mut Conn, permit: &Permit<ListGrievances>, id: &str) -> Result<i64> {
    let unknown = || ApiError::field("?after", "unknown");
    place_in_order(conn, permit, id)?;
    for kind in searched_by(permit.role()) {
        if let Some(number) = search::number(conn, *kind, id)? {
            return Ok(number);
        }
    }
    Err(unknown())
}
