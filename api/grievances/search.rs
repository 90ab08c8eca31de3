//! Lists by words.
//!
//! A word that is rare has few hits: the list is made of these. One that is frequent is met again and again on the way
//! through the list. So hits are looked at first, in the order in which cases came in, and once there have been many without
//! a full page, the list is walked in its own order and each of its cases read. Where that does not fill the page soon
//! either, the search stops and says so: its next page goes on. So no search takes longer the more cases there are.
//!
//! Pages go on in the way that the one before was found. Where hits have filled pages and no more are met, the list is walked
//! from its beginning, past what was shown.

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;

use super::GrievanceId;
use super::found::{Found, Stopped};
use super::likely::can_hold;
use super::list::{ListQuery, Sort, matching, sorted};
use super::place::{self, Last, Place, Way, within_reach};
use super::policy::ListGrievances;
use super::store::Case;
use crate::authz::{Permit, Role};
use crate::db::Conn;
use crate::db::search::{self, Hit, Hits, Kind, Order};
use crate::error::{ApiError, Result};
use crate::http::Cursor;
use crate::schema::grievances;

/// Hits that are looked for together: first, and then.
const FIRST: i64 = 50;
const TOGETHER: i64 = 500;

/// Hits that are looked at before the list is walked instead, if not even one in so many was in the list.
const MANY: usize = 5_000;
const ONE_IN: usize = 100;

/// Hits that are looked at in any case.
const MOST: usize = 20_000;

/// What a portion counts for at least: on the way to none there is something to do as well.
const PORTION: usize = 100;

/// Hits that are few enough to be put in another order.
const FEW: i64 = 2_000;

/// Cases of the list that are read together on the way, and in all.
const A_STRETCH: i64 = 500;
const WALKED: usize = 3_000;

/// The last of the cases that were found as hits, on pages before the list was walked.
#[derive(Clone, Copy)]
struct Since {
    case: GrievanceId,
    number: i64,
    order: Order,
}

impl Since {
    /// Whether the hit of this number was met on the way to it.
    fn is_before(self, number: i64) -> bool {
        match self.order {
            Order::Newest => number >= self.number,
            Order::Oldest => number <= self.number,
        }
    }
}

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
    pub fn page(&self, conn: &mut Conn) -> Result<Found<Case>> {
        let Found { cases: ids, stopped, way } = self.ids(conn, self.query.limit() + 1)?;
        let rows = matching(conn, self.permit, self.query)?.filter(grievances::id.eq_any(&ids));
        let cases: Vec<Case> = rows.select(Case::as_select()).load(conn)?;
        let mut cases: HashMap<GrievanceId, Case> = cases.into_iter().map(|case| (case.id, case)).collect();
        Ok(Found { cases: ids.iter().filter_map(|id| cases.remove(id)).collect(), stopped, way })
    }

    /// Up to `most` cases that match, within reach, in order.
    pub fn ids(&self, conn: &mut Conn, most: i64) -> Result<Found<GrievanceId>> {
        let place = Place::of(conn, self.permit, self.query)?;
        match self.query.sort() {
            Sort::Newest => self.in_order(conn, Order::Newest, place, most),
            Sort::Oldest => self.in_order(conn, Order::Oldest, place, most),
            // An order that only the cases know: it is the same on either way.
            Sort::Due | Sort::Updated => {
                let last = place.map(|place| place.last);
                match self.of_few(conn, last.as_ref(), most)? {
                    Some(found) => Ok(found),
                    None => self.by_walking(conn, last, None, most),
                }
            }
        }
    }

    /// In the order in which cases came in, which is nearly that of their hits.
    fn in_order(&self, conn: &mut Conn, order: Order, place: Option<Place>, most: i64) -> Result<Found<GrievanceId>> {
        let after = match place {
            None => None,
            Some(Place { last, way: Way::Hits }) => Some(self.since(conn, order, last.id)?),
            Some(Place { last, way: Way::List { since } }) => {
                let since = match since {
                    Some(case) => {
                        let reached = within_reach(conn, self.permit, case)?.id;
                        Some(self.since(conn, order, reached)?)
                    }
                    None => None,
                };
                return self.by_walking(conn, Some(last), since, most);
            }
        };
        match self.by_hits(conn, order, after, most)? {
            Some(found) => Ok(found),
            None => self.by_walking(conn, None, after, most),
        }
    }

    /// Where a case within reach is among the hits.
    fn since(&self, conn: &mut Conn, order: Order, case: GrievanceId) -> Result<Since> {
        for kind in self.kinds {
            if let Some(number) = search::number(conn, *kind, case.as_str())? {
                return Ok(Since { case, number, order });
            }
        }
        // It is in the list, but not among what the actor may search.
        Err(place::unknown())
    }

    /// The cases of the hits, which come in the list's order; `None` if there are many of which few are in the list, or none
    /// after those that were shown.
    fn by_hits(
        &self,
        conn: &mut Conn,
        order: Order,
        after: Option<Since>,
        most: i64,
    ) -> Result<Option<Found<GrievanceId>>> {
        let most = usize::try_from(most).unwrap_or_default();
        let mut hits = Hits::after(self.kinds, &self.patterns, order, after.map(|since| since.number));
        let (mut found, mut portion): (Vec<GrievanceId>, i64) = (vec![], FIRST);
        // Not told: the hits looked at are those of cases out of reach as well.
        let mut work = 0;
        while found.len() < most {
            let rare = work >= MANY && found.len() < work / ONE_IN;
            if let Some(last) = found.last().copied()
                && (work >= MOST || (rare && after.is_some()))
            {
                let stopped = Stopped { next: Cursor::by_id(last), looked_through: None };
                return Ok(Some(Found::of(found, most, Way::Hits, Some(stopped))));
            }
            if rare {
                return Ok(None);
            }
            let Some(next) = hits.next(conn, portion)? else { break };
            portion = TOGETHER;
            work += next.len().max(PORTION);
            self.within(conn, next, &mut found)?;
        }
        Ok(Some(Found::of(found, most, Way::Hits, None)))
    }

    /// Adds those of the hits that are in the list. What is kept beside the words only spares a look at the others.
    fn within(&self, conn: &mut Conn, hits: Vec<Hit>, found: &mut Vec<GrievanceId>) -> Result<()> {
        let likely = hits.iter().filter(|hit| can_hold(self.permit, self.query, hit));
        let ids: Vec<GrievanceId> = likely.filter_map(|hit| hit.id.parse().ok()).collect();
        if ids.is_empty() {
            return Ok(());
        }
        let within: HashSet<GrievanceId> = matching(conn, self.permit, self.query)?
            .filter(grievances::id.eq_any(&ids))
            .select(grievances::id)
            .load(conn)?
            .into_iter()
            .collect();
        found.extend(ids.into_iter().filter(|id| within.contains(id)));
        Ok(())
    }

    /// The cases of all hits, put in the list's order; `None` if there are many.
    fn of_few(&self, conn: &mut Conn, last: Option<&Last>, most: i64) -> Result<Option<Found<GrievanceId>>> {
        let Some(ids) = search::few(conn, self.kinds, &self.patterns, FEW)? else { return Ok(None) };
        let ids: Vec<GrievanceId> = ids.iter().filter_map(|id| id.parse().ok()).collect();
        let rows = matching(conn, self.permit, self.query)?.filter(grievances::id.eq_any(ids));
        let found = sorted(rows, self.query.sort(), last).limit(most).select(grievances::id).load(conn)?;
        Ok(Some(Found::all(found)))
    }

    /// The list from one place on, case by case, past those that were shown.
    fn by_walking(
        &self,
        conn: &mut Conn,
        mut last: Option<Last>,
        since: Option<Since>,
        most: i64,
    ) -> Result<Found<GrievanceId>> {
        let most = usize::try_from(most).unwrap_or_default();
        let way = Way::List { since: since.map(|since| since.case) };
        let shown = |number: i64| since.is_some_and(|since| since.is_before(number));
        let (mut found, mut walked) = (vec![], 0);
        while found.len() < most {
            if walked >= WALKED
                && let Some(last) = &last
            {
                let next = place::cursor(self.permit, self.query, last, way);
                return Ok(Found::of(found, most, way, Some(Stopped { next, looked_through: Some(walked) })));
            }
            let rows = sorted(matching(conn, self.permit, self.query)?, self.query.sort(), last.as_ref());
            let stretch: Vec<Last> = rows.limit(A_STRETCH).select(Last::as_select()).load(conn)?;
            let ids: Vec<&str> = stretch.iter().map(|case| case.id.as_str()).collect();
            let numbers = search::holding(conn, self.kinds, &ids, &self.patterns)?;
            let new = |case: &&Last| numbers.get(case.id.as_str()).is_some_and(|number| !shown(*number));
            found.extend(stretch.iter().filter(new).map(|case| case.id));
            walked += stretch.len();
            last = match stretch.into_iter().next_back() {
                Some(case) => Some(case),
                None => break,
            };
        }
        Ok(Found::of(found, most, way, None))
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
