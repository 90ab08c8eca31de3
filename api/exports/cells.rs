//! What stands in the cells of an export.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};

use crate::catalogue;
use crate::names::{Language, Named, Names};

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Empty,
    Text(String),
    Number(i64),
    /// Money, in minor units.
    Amount(i64),
    Day(NaiveDate),
    /// By the clock of Bishkek.
    Time(NaiveDateTime),
}

/// A column: its heading's key, and how wide it is, in letters.
pub type Column = (&'static str, u16);

/// A word of the web app's catalogues.
pub fn word(language: Language, path: &str) -> Cell {
    Cell::Text(catalogue::text(language, path))
}

pub fn name(language: Language, names: &Names) -> Cell {
    Cell::Text(names.in_language(language).to_owned())
}

pub fn named(language: Language, named: Option<Named>) -> Cell {
    named.map_or(Cell::Empty, |named| name(language, &named.names))
}

pub fn time(at: DateTime<Utc>) -> Cell {
    Cell::Time(at.with_timezone(&chrono_tz::Asia::Bishkek).naive_local())
}
