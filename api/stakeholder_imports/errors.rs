//! The list of what is wrong in a file, as a table to work through.

use super::problems::{letters, words};
use super::report::CellError;
use crate::catalogue;
use crate::error::{ApiError, Result};
use crate::exports::cells::Cell;
use crate::exports::csv::Csv;
use crate::names::Language;

pub fn table_of_errors(language: Language, errors: &[CellError]) -> Result<Vec<u8>> {
    let text = |path: &str| catalogue::text(language, path);
    let headings =
        ["row", "column", "heading", "value", "problem"].map(|name| text(&format!("sheets.error_list.{name}")));
    let mut bytes = vec![];
    let written = (|| -> std::io::Result<()> {
        let mut csv = Csv::begin(&mut bytes, &headings)?;
        for error in errors {
            csv.row(&[
                Cell::Number(error.row.into()),
                error.column.map_or(Cell::Empty, |column| Cell::Text(letters(column))),
                Cell::Text(text(&format!("sheets.column.{}", error.field))),
                Cell::Text(error.value.clone()),
                Cell::Text(words(language, error)),
            ])?;
        }
        csv.finish()
    })();
    written.map_err(|_| ApiError::Internal)?;
    Ok(bytes)
}
