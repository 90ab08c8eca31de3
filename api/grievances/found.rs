//! Lists by words.
//!
//! A word that is rare has few hits: the list is made of these. One that is frequent is met again and again on the way
//! through the list. So hits are looked at first, in the order in which cases came in, and once there have been many without
//! a full page, the list is walked in its own order and each of its cases read: neither way costs more the more cases there
//! are, if the word is in some of what the list is of.

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;

use super::GrievanceId;
use super::list::{Last, ListQuery, Sort, matching, place_in_order, sorted};
use super::policy::ListGrievances;
use super::store::Case;
use crate::authz::{Permit, Role};
use crate::db::Conn;
use crate::db::search::{self, Kind, Order};
use crate::error::{ApiError, Result};
use crate::schema::grievances;

/// Hits that are filtered together.
const TOGETHER: i64 = 100;

/// Hits that are looked at before the list is walked instead, if not even one in so many was in the list.
const FEW: usize = 2_000;
const ONE_IN: usize = 100;

/// Cases of the list that are read together on the way.
const A_STRETCH: i64 = 500;

/// The words of a list.
pub struct Search<'a> {
    permit: &'a Permit<ListGrievances>,
    query: &'a ListQuery,
    kinds: &'static [Kind],
    patterns: Vec<String>,
}

impl<'a> Search<'a> {
    /// `None` if the list is without words.
    pub fn of(permit: &'a Permit<ListGrievances>, query: &'a ListQuery) -> Result<Option<Self>> {
        let kinds = searched_by(permit.role());
        Ok(patterns(query)?.map(|patterns| Self { permit, query, kinds, patterns }))
    }

    /// A page of cases; one more than it holds.
    pub fn page(&self, conn: &mut Conn) -> Result<Vec<Case>> {
        let ids = self.ids(conn, self.query.limit() + 1)?;
        let cases: Vec<Case> =
            grievances::table.filter(grievances::id.eq_any(&ids)).select(Case::as_select()).load(conn)?;
        let mut cases: HashMap<GrievanceId, Case> = cases.into_iter().map(|case| (case.id, case)).collect();
        Ok(ids.iter().filter_map(|id| cases.remove(id)).collect())
    }

    /// Up to `most` cases that match, within reach, in order.
    pub fn ids(&self, conn: &mut Conn, most: i64) -> Result<Vec<GrievanceId>> {
        let last = self.query.after.as_ref().map(|cursor| place_in_order(conn, self.permit, &cursor.id)).transpose()?;
        let found = match self.query.sort() {
            Sort::Newest => self.by_hits(conn, Order::Newest, most)?,
            Sort::Oldest => self.by_hits(conn, Order::Oldest, most)?,
            // An order that only the cases know.
            Sort::Due | Sort::Updated => self.of_few(conn, last.as_ref(), most)?,
        };
        found.map_or_else(|| self.by_walking(conn, last, most), Ok)
    }

    /// The cases of the hits, which come in the list's order; `None` if there are many of which few are in the list.
    fn by_hits(&self, conn: &mut Conn, order: Order, most: i64) -> Result<Option<Vec<GrievanceId>>> {
        let most = usize::try_from(most).unwrap_or_default();
        let mut after = self.query.after.as_ref().map(|last| self.place_in_index(conn, &last.id)).transpose()?;
        let (mut found, mut looked_at) = (vec![], 0);
        while found.len() < most {
            if looked_at >= FEW && found.len() < looked_at / ONE_IN {
                return Ok(None);
            }
            let hits = search::hits(conn, self.kinds, &self.patterns, order, after, TOGETHER)?;
            let Some((last, _)) = hits.last() else { break };
            after = Some(*last);
            looked_at += hits.len();
            let ids: Vec<GrievanceId> = hits.iter().filter_map(|(_, id)| id.parse().ok()).collect();
            let within: HashSet<GrievanceId> = matching(conn, self.permit, self.query)?
                .filter(grievances::id.eq_any(&ids))
                .select(grievances::id)
                .load(conn)?
                .into_iter()
                .collect();
            found.extend(ids.into_iter().filter(|id| within.contains(id)));
        }
        found.truncate(most);
        Ok(Some(found))
    }

    /// The cases of all hits, put in the list's order; `None` if there are many.
    fn of_few(&self, conn: &mut Conn, last: Option<&Last>, most: i64) -> Result<Option<Vec<GrievanceId>>> {
        let few = i64::try_from(FEW).unwrap_or(i64::MAX);
        let hits = search::hits(conn, self.kinds, &self.patterns, Order::Newest, None, few)?;
        if hits.len() == FEW {
            return Ok(None);
        }
        let ids: Vec<GrievanceId> = hits.iter().filter_map(|(_, id)| id.parse().ok()).collect();
        let rows = matching(conn, self.permit, self.query)?.filter(grievances::id.eq_any(ids));
        Ok(Some(sorted(rows, self.query.sort(), last).limit(most).select(grievances::id).load(conn)?))
    }

    /// The list from one place on, case by case.
    fn by_walking(&self, conn: &mut Conn, mut last: Option<Last>, most: i64) -> Result<Vec<GrievanceId>> {
        let most = usize::try_from(most).unwrap_or_default();
        let mut found = vec![];
        while found.len() < most {
            let rows = sorted(matching(conn, self.permit, self.query)?, self.query.sort(), last.as_ref());
            let stretch: Vec<Last> = rows.limit(A_STRETCH).select(Last::as_select()).load(conn)?;
            let ids: Vec<&str> = stretch.iter().map(|case| case.id.as_str()).collect();
            let holding = search::holding(conn, self.kinds, &ids, &self.patterns)?;
            found.extend(stretch.iter().filter(|case| holding.contains(case.id.as_str())).map(|case| case.id));
            last = match stretch.into_iter().next_back() {
                Some(case) => Some(case),
                None => break,
            };
        }
        found.truncate(most);
        Ok(found)
    }

    /// The number of the last case of a page, which is within reach.
    fn place_in_index(&self, conn: &mut Conn, id: &str) -> Result<i64> {
        for kind in self.kinds {
            if let Some(number) = search::number(conn, *kind, id)? {
                return Ok(number);
            }
        }
        Err(ApiError::field("?after", "unknown"))
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
fn searched_by(role: Role) -> &'static [Kind] {
    match role {
        Role::Staff => &[Kind::GrievanceStaff],
        Role::Protection => &[Kind::GrievanceStaff, Kind::GrievanceProtected],
        Role::Community | Role::Company | Role::Authority | Role::Admin | Role::Partner => &[Kind::GrievanceReleased],
    }
}
