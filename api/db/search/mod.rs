//! The search index: normalised text under a kind and an id.
//!
//! What an audience may not read it may not search either, so each audience has its own kind of document. Documents are
//! numbered in the order in which their subjects came, and are found in that order: the first page of a word that is
//! everywhere costs no more than that of a rare one.

mod asked;
mod hits;
pub mod later;
mod narrowed;
mod runs;

use diesel::prelude::*;
use strum::VariantArray;
use unicode_normalization::UnicodeNormalization;

use super::{Conn, ROWS_TOGETHER, counter, insert_many};
use crate::db::types::words;
use crate::error::Result;
use crate::schema::{search_index, search_subjects};

pub use hits::{Hit, Hits, Order, few, holding};
pub(crate) use narrowed::narrow;
pub use narrowed::{Narrowed, narrowed};

words! {
    /// Whose words a document holds.
    Kind {
        /// A case as the programme's staff read it.
        GrievanceStaff,
        /// The same of a case on the protection track.
        GrievanceProtected,
        /// A case as it was released: the approved summary.
        GrievanceReleased,
        /// A stakeholder as the programme's staff read it, without what the person is reached at.
        Stakeholder,
        /// A contact with stakeholders as the programme's staff read it.
        Engagement,
        /// An impact as the programme's staff read it.
        ImpactStaff,
        /// The same of an impact that was published.
        ImpactPublished,
        /// A meeting as all who reach it read it: title and venue.
        Meeting,
        /// What was promised, as all who reach the promise read it.
        Commitment,
        /// What is applied for and by whom, as the programme's staff and the applicant read it.
        GrantApplication,
    }
}

/// The counter that numbers subjects.
const SERIES: &str = "search";

impl Kind {
    /// The numbers of its documents begin after this one: words that are in every case don't stand in the way of who looks
    /// for a person, nor people in the way of who looks for the newest case.
    fn base(self) -> i64 {
        match self {
            Self::GrievanceStaff | Self::GrievanceProtected | Self::GrievanceReleased => 0,
            Self::Stakeholder => -RANGE,
            Self::Engagement => -2 * RANGE,
            Self::ImpactStaff | Self::ImpactPublished => -3 * RANGE,
            Self::Meeting => -4 * RANGE,
            Self::Commitment => -5 * RANGE,
            Self::GrantApplication => -6 * RANGE,
        }
    }

    /// Its place among the numbers of a subject's documents.
    fn place(self) -> i64 {
        match self {
            // A case has one or the other.
            Self::GrievanceStaff | Self::GrievanceProtected => 0,
            Self::GrievanceReleased => 1,
            Self::Stakeholder
            | Self::Engagement
            | Self::ImpactStaff
            | Self::Meeting
            | Self::Commitment
            | Self::GrantApplication => 0,
            Self::ImpactPublished => 1,
        }
    }

    /// What tells its documents from those of others, by number alone: see [`runs`].
    fn lane(self) -> i64 {
        (self.base() >> RANGE_BITS) * DOCUMENTS + self.place()
    }

    /// The number of its document of a subject.
    fn number(self, subject: i64) -> i64 {
        self.base() + subject * DOCUMENTS + self.place()
    }
}

/// Numbers that lie together below zero for what is searched apart from cases.
const RANGE: i64 = 1 << RANGE_BITS;
const RANGE_BITS: u32 = 40;

/// Numbers that each subject has for its documents.
const DOCUMENTS: i64 = 2;

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
        // What means something to a pattern is no letter to be found by.
        .map(|word| word.replace(['%', '_', '\\'], ""))
        .filter(|word| word.chars().count() >= SHORTEST)
        .map(|word| format!("%{word}%"))
        .collect();
    (!words.is_empty()).then_some(words)
}

/// Puts the text of a document in place of what it was.
pub fn put(conn: &mut Conn, kind: Kind, id: &str, text: &str) -> Result<()> {
    let Some(number) = number(conn, kind, id)? else {
        let number = beside(conn, kind, id)?;
        return insert(conn, number, kind, id, text);
    };
    let text = normalise(text);
    match conn {
        Conn::Sqlite(conn) => later::note(conn, number, Some(&text))?,
        Conn::Postgres(conn) => {
            let document = search_index::table.find(number);
            diesel::update(document).set(search_index::text.eq(text)).execute(conn).map(drop)?;
        }
    }
    Ok(())
}

/// Makes a document one of another kind that stands in its place.
pub fn reclassify(conn: &mut Conn, from: Kind, to: Kind, id: &str) -> Result<()> {
    let document = search_subjects::table.filter(search_subjects::kind.eq(from).and(search_subjects::id.eq(id)));
    diesel::update(document).set(search_subjects::kind.eq(to)).execute(conn)?;
    Ok(())
}

/// Takes a document out of the index.
pub fn remove(conn: &mut Conn, kind: Kind, id: &str) -> Result<()> {
    let Some(number) = number(conn, kind, id)? else { return Ok(()) };
    match conn {
        Conn::Sqlite(conn) => later::note(conn, number, None)?,
        Conn::Postgres(conn) => diesel::delete(search_index::table.find(number)).execute(conn).map(drop)?,
    }
    diesel::delete(search_subjects::table.find(number)).execute(conn)?;
    Ok(())
}

/// A document that the index does not have yet.
pub struct Document {
    pub kind: Kind,
    pub id: String,
    pub text: String,
}

/// Adds many new documents at once; those of one subject stand together.
pub fn append(conn: &mut Conn, documents: &[Document]) -> Result<()> {
    let subjects = documents.chunk_by(|one, next| one.id == next.id);
    let count = i64::try_from(subjects.clone().count()).unwrap_or_default();
    let first = counter::reserve(conn, SERIES, count)?;
    let numbered = (first..)
        .zip(subjects)
        .flat_map(|(number, subject)| subject.iter().map(move |document| (document.kind.number(number), document)));
    let rows: Vec<_> = numbered
        .clone()
        .map(|(number, document)| {
            (
                search_subjects::number.eq(number),
                search_subjects::kind.eq(document.kind),
                search_subjects::id.eq(&document.id),
            )
        })
        .collect();
    insert_many!(conn, search_subjects::table, rows)?;
    let texts: Vec<(i64, String)> = numbered.map(|(number, document)| (number, normalise(&document.text))).collect();
    write(conn, &texts)
}

/// Adds the first document of a new subject.
pub fn add(conn: &mut Conn, kind: Kind, id: &str, text: &str) -> Result<()> {
    let number = kind.number(counter::next(conn, SERIES)?);
    insert(conn, number, kind, id, text)
}

fn insert(conn: &mut Conn, number: i64, kind: Kind, id: &str, text: &str) -> Result<()> {
    diesel::insert_into(search_subjects::table)
        .values((search_subjects::number.eq(number), search_subjects::kind.eq(kind), search_subjects::id.eq(id)))
        .execute(conn)?;
    write(conn, &[(number, normalise(text))])
}

/// Writes the texts of new documents.
fn write(conn: &mut Conn, texts: &[(i64, String)]) -> Result<()> {
    match conn {
        Conn::Sqlite(conn) => texts.iter().try_for_each(|(number, text)| later::note(conn, *number, Some(text)))?,
        Conn::Postgres(conn) => texts.chunks(ROWS_TOGETHER).try_for_each(|texts| {
            let row =
                |(number, text): &(i64, String)| (search_index::rowid.eq(*number), search_index::text.eq(text.clone()));
            let rows: Vec<_> = texts.iter().map(row).collect();
            diesel::insert_into(search_index::table).values(rows).execute(conn).map(drop)
        })?,
    }
    Ok(())
}

/// The number of a document.
pub fn number(conn: &mut Conn, kind: Kind, id: &str) -> Result<Option<i64>> {
    Ok(search_subjects::table
        .filter(search_subjects::kind.eq(kind).and(search_subjects::id.eq(id)))
        .select(search_subjects::number)
        .first(conn)
        .optional()?)
}

/// The number for another document of a subject, whenever it is written.
fn beside(conn: &mut Conn, kind: Kind, id: &str) -> Result<i64> {
    for other in Kind::VARIANTS {
        if let Some(number) = number(conn, *other, id)? {
            return Ok(number - other.place() + kind.place());
        }
    }
    Ok(kind.number(counter::next(conn, SERIES)?))
}
