//! What was found of a list of cases.

use super::list::ListQuery;
use super::place::{self, Last, Way};
use super::policy::ListGrievances;
use super::store::Case;
use crate::authz::Permit;
use crate::http::Cursor;

/// Cases that match, in order.
pub struct Found<T> {
    pub cases: Vec<T>,
    pub stopped: Option<Stopped>,
    pub(super) way: Way,
}

/// Where a search stopped before there were enough.
pub struct Stopped {
    /// Goes on after the last case that was looked at.
    pub(super) next: Cursor,
    /// How many of the list were, if the list itself was looked through.
    pub looked_through: Option<usize>,
}

impl<T> Found<T> {
    pub fn all(cases: Vec<T>) -> Self {
        Self { cases, stopped: None, way: Way::default() }
    }

    pub(super) fn of(mut cases: Vec<T>, most: usize, way: Way, stopped: Option<Stopped>) -> Self {
        let stopped = stopped.filter(|_| cases.len() < most);
        cases.truncate(most);
        Self { cases, stopped, way }
    }
}

impl Found<Case> {
    /// Leaves the cases of one page; where the next one starts, if there is one.
    pub fn cut(&mut self, permit: &Permit<ListGrievances>, query: &ListQuery) -> Option<Cursor> {
        let limit = usize::try_from(query.limit()).unwrap_or_default();
        let more = self.cases.len() > limit;
        self.cases.truncate(limit);
        if let Some(stopped) = &self.stopped {
            return Some(stopped.next.clone());
        }
        let last = self.cases.last().filter(|_| more)?;
        Some(place::cursor(permit, query, &Last::from(last), self.way))
    }
}
