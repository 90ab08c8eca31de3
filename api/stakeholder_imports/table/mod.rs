//! A file as a table of cells, whatever kind of file it is.

mod csv;
mod xlsx;

use chrono::NaiveDate;

use super::domain::{ImportProblem, MOST_COLUMNS, MOST_ROWS};
use crate::error::{ApiError, Result};
use crate::exports::domain::Format;

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Field {
    Empty,
    Text(String),
    Number(f64),
    Day(NaiveDate),
}

/// A row that has something in it, and its number as a spreadsheet shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub number: u32,
    pub cells: Vec<Field>,
}

/// Of which kind a file is, told by its content. Refused is what is no table.
pub fn format_of(bytes: &[u8]) -> Result<Format> {
    match bytes {
        [b'P', b'K', 3, 4, ..] => xlsx::check(bytes).map(|()| Format::Xlsx),
        // The Excel of before 2007.
        [0xd0, 0xcf, 0x11, 0xe0, ..] => Err(ApiError::field("", "old_workbook")),
        _ => csv::check(bytes).map(|()| Format::Csv),
    }
}

/// The rows of a file that have something in them.
pub fn read(format: Format, bytes: &[u8]) -> std::result::Result<Vec<Line>, ImportProblem> {
    match format {
        Format::Csv => csv::read(bytes),
        Format::Xlsx => xlsx::read(bytes),
    }
}

/// Gathers rows, as many as may be.
#[derive(Default)]
struct Gathered {
    lines: Vec<Line>,
}

impl Gathered {
    fn add(&mut self, number: u32, mut cells: Vec<Field>) -> std::result::Result<(), ImportProblem> {
        while cells.last() == Some(&Field::Empty) {
            cells.pop();
        }
        if cells.is_empty() {
            return Ok(());
        }
        if cells.len() > MOST_COLUMNS {
            return Err(ImportProblem::TooManyColumns);
        }
        // What stands above the headings is not counted apart: ten rows more do no harm.
        if self.lines.len() > MOST_ROWS + super::fields::HEADINGS_WITHIN {
            return Err(ImportProblem::TooManyRows);
        }
        self.lines.push(Line { number, cells });
        Ok(())
    }
}

/// Text without what stands around it, and without the apostrophe by which spreadsheets mark text.
fn text(raw: &str) -> Field {
    let text = raw.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}' || c == '\u{200b}');
    let text = text.strip_prefix('\'').unwrap_or(text).trim();
    if text.is_empty() { Field::Empty } else { Field::Text(text.to_owned()) }
}
