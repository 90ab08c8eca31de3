//! How PostgreSQL finds documents in the order of their numbers.
//!
//! Its trigram index gives all the documents with a word, in no order, and its planner can't tell a word that is in every
//! document from one that is in none: left to itself it reads either all of one or all of the other. So the latest
//! documents are read one by one first, which is enough for a page of a word that is in many of them. Then the index gives
//! those of a run of numbers at a time; if the words were in few or none, soon all that are left, unless these are many.
//!
//! The index holds the lane and the run of a document beside its words: both are made of its number. In a lane the documents
//! of some kinds may lie among others that may not even be counted; see [`super::asked`].

use std::cmp::Reverse;

use diesel::pg::PgConnection;

use super::asked::{RUN_BITS, Search, Walked};
use super::{Kind, Order};
use crate::error::Result;

/// The latest documents, which are read before it is known how frequent the words are.
pub const LATEST: i64 = 300;
/// Documents that are read together later on.
const STRETCH: i64 = 2_000;
/// The words are frequent if one in so many documents has them.
const FREQUENT: usize = 40;
/// They are everywhere if one in so many has them.
const EVERYWHERE: usize = 4;
/// Runs that are looked at before all that is left is.
const RUNS: u32 = 3;
/// Runs for a lane of which there is nothing among the first.
const SKIPPED: u32 = 8;
/// Documents of which all is left may consist.
const REST: i64 = 5_000;

/// Where one is on the way through the documents that match.
#[derive(Default)]
pub struct Way {
    step: Step,
    /// Found, and not given out yet; the next last.
    ready: Vec<i64>,
    /// All that are left were found to be too many.
    many: bool,
}

/// What is looked at next.
#[derive(Default)]
enum Step {
    #[default]
    First,
    Stretch,
    /// So many runs, and then all that is left.
    Runs(u32),
    Nothing,
}

impl Way {
    /// The numbers of the next documents that match, in order; `None` if there are no more.
    pub fn next(
        &mut self,
        conn: &mut PgConnection,
        search: &Search<'_>,
        after: &mut Option<i64>,
        most: i64,
    ) -> Result<Option<Vec<i64>>> {
        if self.ready.is_empty() {
            let mut found = match self.step {
                Step::First => self.walk(conn, search, after, LATEST)?,
                Step::Stretch => self.walk(conn, search, after, STRETCH)?,
                Step::Runs(0) => self.rest(conn, search, *after)?,
                Step::Runs(more) => self.run(conn, search, after, more)?,
                Step::Nothing => return Ok(None),
            };
            match search.order {
                Order::Newest => found.sort_unstable(),
                Order::Oldest => found.sort_unstable_by_key(|number| Reverse(*number)),
            }
            self.ready = found;
        }
        let kept = self.ready.len().saturating_sub(usize::try_from(most).unwrap_or_default());
        let mut next = self.ready.split_off(kept);
        next.reverse();
        Ok(Some(next))
    }

    fn walk(
        &mut self,
        conn: &mut PgConnection,
        search: &Search<'_>,
        after: &mut Option<i64>,
        stretch: i64,
    ) -> Result<Vec<i64>> {
        let Walked { lowest, highest, own, found } = search.walk(conn, *after, stretch)?;
        let last = match search.order {
            Order::Newest => lowest,
            Order::Oldest => highest,
        };
        let (found, own) = (found.unwrap_or_default(), usize::try_from(own).unwrap_or_default());
        let frequent = found.len() * FREQUENT >= own;
        self.step = match (&self.step, last) {
            (_, None) => Step::Nothing,
            _ if own < FREQUENT => Step::Runs(SKIPPED),
            (Step::First, Some(_)) if frequent => Step::Stretch,
            _ if frequent => Step::Runs(u32::MAX),
            _ if found.is_empty() => Step::Runs(0),
            _ => Step::Runs(RUNS),
        };
        *after = last;
        Ok(found)
    }

    fn run(
        &mut self,
        conn: &mut PgConnection,
        search: &Search<'_>,
        after: &mut Option<i64>,
        more: u32,
    ) -> Result<Vec<i64>> {
        let Some(run) = search.run_after(conn, *after)? else {
            self.step = Step::Nothing;
            return Ok(vec![]);
        };
        let found = search.matching(conn, Some(run), *after, i64::MAX)?;
        *after = Some(match search.order {
            Order::Newest => run << RUN_BITS,
            Order::Oldest => ((run + 1) << RUN_BITS) - 1,
        });
        let more = if found.is_empty() && !self.many { more.min(RUNS) } else { more };
        self.step = Step::Runs(more - 1);
        Ok(found)
    }

    /// All that are left, unless they are many.
    fn rest(&mut self, conn: &mut PgConnection, search: &Search<'_>, after: Option<i64>) -> Result<Vec<i64>> {
        let rest = search.matching(conn, None, after, REST + 1)?;
        if i64::try_from(rest.len()).is_ok_and(|found| found > REST) {
            (self.many, self.step) = (true, Step::Runs(u32::MAX));
            return Ok(vec![]);
        }
        self.step = Step::Nothing;
        Ok(rest)
    }
}

/// The numbers of up to `most` documents of kinds of one lane that match, in no order.
pub fn any(conn: &mut PgConnection, kinds: &[Kind], patterns: &[String], most: i64) -> Result<Vec<i64>> {
    let Some(search) = Search::of(kinds, patterns, Order::Newest) else { return Ok(vec![]) };
    let Walked { own, found, .. } = search.walk(conn, None, LATEST)?;
    let everywhere = found.is_some_and(|found| found.len() * EVERYWHERE >= usize::try_from(own).unwrap_or_default());
    if !everywhere || own * 4 < LATEST {
        return search.matching(conn, None, None, most);
    }
    // The index would first give all of them.
    let (mut numbers, mut after) = (vec![], None);
    while let Some(run) = search.run_after(conn, after)? {
        let wanted = most - i64::try_from(numbers.len()).unwrap_or(most);
        if wanted <= 0 {
            break;
        }
        numbers.extend(search.matching(conn, Some(run), after, wanted)?);
        after = Some(run << RUN_BITS);
    }
    Ok(numbers)
}

/// The numbers of up to `most` documents of a kind that match, in no order; `None` if many of the latest do.
pub fn unless_frequent(
    conn: &mut PgConnection,
    kind: Kind,
    patterns: &[String],
    most: i64,
) -> Result<Option<Vec<i64>>> {
    let kinds = [kind];
    let Some(search) = Search::of(&kinds, patterns, Order::Newest) else { return Ok(Some(vec![])) };
    let Walked { own, found, .. } = search.walk(conn, None, LATEST)?;
    if are_frequent(found.map_or(0, |found| found.len()), usize::try_from(own).unwrap_or_default()) {
        return Ok(None);
    }
    search.matching(conn, None, None, most).map(Some)
}

/// Whether words that so many of some documents have are frequent; few documents don't tell.
pub fn are_frequent(found: usize, own: usize) -> bool {
    own >= FREQUENT && found * FREQUENT >= own
}
