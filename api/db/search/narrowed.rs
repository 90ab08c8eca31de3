//! Lists that are narrowed by words and keep an order of their own.

use std::str::FromStr;

use super::hits::few_unless_frequent;
use super::{Kind, patterns};
use crate::db::Conn;
use crate::db::filter::FEW;
use crate::error::{ApiError, Result};

/// The rows with some words. What few have is found by the index of words; what many have is met soon enough by walking the
/// list in its order. Either way a page costs about the same however large the table is.
pub enum Narrowed<I> {
    /// These, and of them those within reach.
    Few(Vec<I>),
    /// Each row is asked whether its words match all the patterns.
    Holding(Vec<String>),
}

/// The rows whose documents have all the words of a text.
pub fn narrowed<I: FromStr>(conn: &mut Conn, kind: Kind, text: &str) -> Result<Narrowed<I>> {
    let patterns = patterns(text).ok_or_else(|| ApiError::field("?q", "too_short"))?;
    Ok(match few_unless_frequent(conn, kind, &patterns, FEW)? {
        Some(hits) => Narrowed::Few(hits.iter().filter_map(|id| id.parse().ok()).collect()),
        None => Narrowed::Holding(patterns),
    })
}

/// Narrows the rows of a table, which keeps what a search looks through in `words`.
macro_rules! narrow {
    ($rows:expr, $table:ident, $narrowed:expr) => {
        match $narrowed {
            $crate::db::search::Narrowed::Few(ids) => $rows.filter($table::id.eq_any(ids)),
            $crate::db::search::Narrowed::Holding(patterns) => {
                patterns.into_iter().fold($rows, |rows, pattern| rows.filter($table::words.like(pattern)))
            }
        }
    };
}
pub(crate) use narrow;
