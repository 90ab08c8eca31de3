//! The search index: normalised text under a kind and an id.
//!
//! What an audience may not read it may not search either, so each audience has its own kind of document.

use diesel::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::{Conn, counter};
use crate::db::types::words;
use crate::error::Result;
use crate::schema::{search_index, search_subjects};

words! {
    /// Whose words a document holds.
    Kind {
        /// A case as the programme's staff read it.
        GrievanceStaff,
        /// A case as it was released: the approved summary.
        GrievanceReleased,
    }
}

/// The counter that numbers documents.
const SERIES: &str = "search";

/// Trigrams find nothing shorter.
pub const SHORTEST: usize = 3;

/// Letter case, compatibility forms and ё/е make no difference to a search.
pub fn normalise(text: &str) -> String {
    text.nfkc().flat_map(char::to_lowercase).map(|c| if c == 'ё' { 'е' } else { c }).collect()
}

/// The patterns that a document must all match; `None` if the query has no word long enough.
pub fn patterns(query: &str) -> Option<Vec<String>> {
    let words: Vec<String> = normalise(query)
        .split_whitespace()
        .filter(|word| word.chars().count() >= SHORTEST)
        .map(|word| format!("%{}%", word.replace(['%', '_', '\\'], "")))
        .collect();
    (!words.is_empty()).then_some(words)
}

/// Puts the text of a document in place of what it was.
pub fn put(conn: &mut Conn, kind: Kind, id: &str, text: &str) -> Result<()> {
    let text = normalise(text);
    let known: Option<i64> = search_subjects::table
        .filter(search_subjects::kind.eq(kind).and(search_subjects::id.eq(id)))
        .select(search_subjects::number)
        .first(conn)
        .optional()?;
    match known {
        Some(number) => {
            diesel::update(search_index::table.filter(search_index::rowid.eq(number)))
                .set(search_index::text.eq(text))
                .execute(conn)?;
        }
        None => add(conn, kind, id, &text)?,
    }
    Ok(())
}

/// A document that the index does not have yet.
pub struct Document {
    pub kind: Kind,
    pub id: String,
    pub text: String,
}

/// Adds many new documents at once.
pub fn append(conn: &mut Conn, documents: &[Document]) -> Result<()> {
    let count = i64::try_from(documents.len()).unwrap_or_default();
    let first = counter::reserve(conn, SERIES, count)?;
    for (number, document) in (first..).zip(documents) {
        add_as(conn, number, document.kind, &document.id, &normalise(&document.text))?;
    }
    Ok(())
}

fn add(conn: &mut Conn, kind: Kind, id: &str, text: &str) -> Result<()> {
    let number = counter::next(conn, SERIES)?;
    add_as(conn, number, kind, id, text)
}

fn add_as(conn: &mut Conn, number: i64, kind: Kind, id: &str, text: &str) -> Result<()> {
    diesel::insert_into(search_subjects::table)
        .values((search_subjects::number.eq(number), search_subjects::kind.eq(kind), search_subjects::id.eq(id)))
        .execute(conn)?;
    diesel::insert_into(search_index::table)
        .values((search_index::rowid.eq(number), search_index::text.eq(text)))
        .execute(conn)?;
    Ok(())
}

/// The ids of the documents of a kind that match a pattern of [`patterns`].
#[diesel::dsl::auto_type(no_type_alias)]
pub fn matching(kind: Kind, pattern: String) -> _ {
    let hits = search_index::table.filter(search_index::text.like(pattern)).select(search_index::rowid);
    search_subjects::table
        .filter(search_subjects::kind.eq(kind))
        .filter(search_subjects::number.eq_any(hits))
        .select(search_subjects::id)
}
