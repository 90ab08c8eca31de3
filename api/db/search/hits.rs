//! Finding documents by words.

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;

use super::asked::Search;
use super::runs::{self, LATEST, Way};
use super::{Kind, RANGE};
use crate::db::Conn;
use crate::error::Result;
use crate::schema::{search_index, search_subjects};

/// Portions in which few documents are looked for among others.
const FEW_PORTIONS: usize = 5;

/// The order of a search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// The latest subjects first.
    Newest,
    Oldest,
}

impl Order {
    /// The numbers after one, of those that begin after `base`, lie between these.
    pub(super) fn bounds(self, base: i64, after: Option<i64>) -> (i64, i64) {
        match self {
            Self::Newest => (base, after.unwrap_or(base + RANGE)),
            Self::Oldest => (after.unwrap_or(base), base + RANGE),
        }
    }
}

/// A document that matches.
#[derive(Debug, Queryable, Selectable)]
#[diesel(table_name = search_subjects)]
pub struct Hit {
    pub number: i64,
    kind: Kind,
    /// Of what it is a document.
    pub id: String,
    /// Of a case, as it stands. The database itself keeps it beside the words: hits that can't be in a list are left out
    /// unread.
    pub state: Option<String>,
    pub respondent_id: Option<String>,
}

/// The documents of some kinds of a case that match all the patterns of [`super::patterns`], portion by portion.
pub struct Hits<'a> {
    kinds: &'a [Kind],
    patterns: &'a [String],
    order: Order,
    /// The last number that was looked at.
    after: Option<i64>,
    way: Way,
    ended: bool,
}

impl<'a> Hits<'a> {
    pub fn after(kinds: &'a [Kind], patterns: &'a [String], order: Order, after: Option<i64>) -> Self {
        Self { kinds, patterns, order, after, way: Way::default(), ended: false }
    }

    /// The next of them in order, about as many as asked for, but fewer, or none, where none are found at little cost;
    /// `None` if there are no more.
    pub fn next(&mut self, conn: &mut Conn, most: i64) -> Result<Option<Vec<Hit>>> {
        if self.ended {
            return Ok(None);
        }
        let Conn::Postgres(postgres) = conn else { return self.listed(conn, self.met(), most).map(Some) };
        let Some(search) = Search::of(self.kinds, self.patterns, self.order) else { return Ok(None) };
        let numbers = self.way.next(postgres, &search, &mut self.after, most)?;
        let Some(numbers) = numbers else { return Ok(None) };
        let mut hits = of_numbers(conn, self.kinds, &numbers)?;
        hits.sort_unstable_by_key(|hit| match self.order {
            Order::Newest => -hit.number,
            Order::Oldest => hit.number,
        });
        Ok(Some(hits))
    }

    /// As SQLite has them: its index is read by number, no further than the portion needs. The portion is made of documents
    /// of these kinds, and those of others are left out of it.
    fn listed(&mut self, conn: &mut Conn, met: &[Kind], most: i64) -> Result<Vec<Hit>> {
        let base = met.first().map(|kind| kind.base()).unwrap_or_default();
        let (low, high) = self.order.bounds(base, self.after);
        let mut rows = search_index::table
            .inner_join(search_subjects::table.on(search_subjects::number.eq(search_index::rowid)))
            .filter(search_subjects::kind.eq_any(met.to_vec()))
            .filter(search_index::rowid.gt(low).and(search_index::rowid.lt(high)))
            .select(Hit::as_select())
            .limit(most)
            .into_boxed();
        for pattern in self.patterns {
            rows = rows.filter(search_index::text.like(pattern));
        }
        rows = match self.order {
            Order::Newest => rows.order(search_index::rowid.desc()),
            Order::Oldest => rows.order(search_index::rowid.asc()),
        };
        let mut hits: Vec<Hit> = rows.load(conn)?;
        self.ended = i64::try_from(hits.len()).is_ok_and(|found| found < most);
        self.after = hits.last().map(|hit| hit.number).or(self.after);
        hits.retain(|hit| self.kinds.contains(&hit.kind));
        Ok(hits)
    }

    /// What a portion is made of. Words that were released stand among those of the same cases that staff read: of a word
    /// that is in many of these and in few of those all of these would be read. The protection track counts for nobody else.
    fn met(&self) -> &'a [Kind] {
        match self.kinds {
            [Kind::GrievanceReleased] => &[Kind::GrievanceReleased, Kind::GrievanceStaff],
            kinds => kinds,
        }
    }
}

fn of_numbers(conn: &mut Conn, kinds: &[Kind], numbers: &[i64]) -> Result<Vec<Hit>> {
    if numbers.is_empty() {
        return Ok(vec![]);
    }
    Ok(search_subjects::table
        .filter(search_subjects::number.eq_any(numbers.to_vec()))
        .filter(search_subjects::kind.eq_any(kinds.to_vec()))
        .select(Hit::as_select())
        .load(conn)?)
}

/// [`few`] of one kind. `None` as well if so many of its latest documents match that some are soon met in any order.
pub(super) fn few_unless_frequent(
    conn: &mut Conn,
    kind: Kind,
    patterns: &[String],
    most: i64,
) -> Result<Option<Vec<String>>> {
    match conn {
        Conn::Postgres(postgres) => {
            let numbers = runs::unless_frequent(postgres, kind, patterns, most + 1)?;
            let Some(numbers) = numbers else { return Ok(None) };
            Ok(at_most(most, of_numbers(conn, &[kind], &numbers)?))
        }
        Conn::Sqlite(_) => {
            if is_frequent(conn, kind, patterns)? {
                return Ok(None);
            }
            few(conn, &[kind], patterns, most)
        }
    }
}

fn is_frequent(conn: &mut Conn, kind: Kind, patterns: &[String]) -> Result<bool> {
    let (low, high) = Order::Newest.bounds(kind.base(), None);
    let latest: Vec<(i64, Kind)> = search_subjects::table
        .filter(search_subjects::number.gt(low).and(search_subjects::number.lt(high)))
        .order(search_subjects::number.desc())
        .limit(LATEST)
        .select((search_subjects::number, search_subjects::kind))
        .load(conn)?;
    let own = latest.into_iter().filter_map(|(number, of)| (of == kind).then_some(number));
    let texts: Vec<String> = search_index::table
        .filter(search_index::rowid.eq_any(own.collect::<Vec<_>>()))
        .select(search_index::text)
        .load(conn)?;
    let found = texts.iter().filter(|text| holds(text, patterns)).count();
    Ok(runs::are_frequent(found, texts.len()))
}

fn holds(text: &str, patterns: &[String]) -> bool {
    patterns.iter().all(|pattern| text.contains(pattern.trim_matches('%')))
}

/// The ids whose document of these kinds, which are numbered alike, matches all the patterns; in no order. `None` if there are
/// more than `most`, or if that can't be told at little cost.
pub fn few(conn: &mut Conn, kinds: &[Kind], patterns: &[String], most: i64) -> Result<Option<Vec<String>>> {
    let Some(first) = kinds.first() else { return Ok(Some(vec![])) };
    let hits = match conn {
        Conn::Postgres(postgres) => {
            let numbers = runs::any(postgres, kinds, patterns, most + 1)?;
            Some(of_numbers(conn, kinds, &numbers)?)
        }
        Conn::Sqlite(_) => {
            // From the end at which their numbers lie: the engine would skip all the others first.
            let order = if first.base() < 0 { Order::Oldest } else { Order::Newest };
            few_listed(conn, Hits::after(kinds, patterns, order, None), most + 1)?
        }
    };
    Ok(hits.and_then(|hits| at_most(most, hits)))
}

/// The ids of hits, unless these are more.
fn at_most(most: i64, hits: Vec<Hit>) -> Option<Vec<String>> {
    let few = i64::try_from(hits.len()).is_ok_and(|found| found <= most);
    few.then(|| hits.into_iter().map(|hit| hit.id).collect())
}

/// Up to `most` of the hits; `None` if they stand among too many others.
fn few_listed(conn: &mut Conn, mut hits: Hits<'_>, most: i64) -> Result<Option<Vec<Hit>>> {
    let met = hits.met();
    if met == hits.kinds {
        return hits.listed(conn, met, most).map(Some);
    }
    let mut found = vec![];
    for _ in 0..FEW_PORTIONS {
        found.extend(hits.listed(conn, met, most)?);
        if hits.ended || i64::try_from(found.len()).is_ok_and(|found| found >= most) {
            return Ok(Some(found));
        }
    }
    Ok(None)
}

/// The numbers, by id, of those documents of some ids and these kinds that match all the patterns of [`super::patterns`], read
/// one by one: for ids that are found by something else than words.
pub fn holding(conn: &mut Conn, kinds: &[Kind], ids: &[&str], patterns: &[String]) -> Result<HashMap<String, i64>> {
    let subjects: Vec<(i64, String)> = search_subjects::table
        .filter(search_subjects::kind.eq_any(kinds.to_vec()).and(search_subjects::id.eq_any(ids.to_vec())))
        .select((search_subjects::number, search_subjects::id))
        .load(conn)?;
    let numbers: Vec<i64> = subjects.iter().map(|(number, _)| *number).collect();
    let texts: Vec<(i64, String)> = search_index::table
        .filter(search_index::rowid.eq_any(numbers))
        .select((search_index::rowid, search_index::text))
        .load(conn)?;
    let found: HashSet<i64> =
        texts.into_iter().filter(|(_, text)| holds(text, patterns)).map(|(number, _)| number).collect();
    Ok(subjects.into_iter().filter(|(number, _)| found.contains(number)).map(|(number, id)| (id, number)).collect())
}
