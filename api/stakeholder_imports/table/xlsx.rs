//! Workbooks of today's Excel and of LibreOffice: the first sheet that has something in it, cell by cell.

use std::io::{Cursor, Read};

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, Xlsx, XlsxError};
use chrono::NaiveDate;
use zip::ZipArchive;

use super::super::domain::{ImportProblem, MOST_COLUMNS};
use super::{Field, Gathered, Line, text};
use crate::error::{ApiError, Result};

/// What the parts of a workbook may unpack to together, in bytes: a full table takes about a third.
const MOST_UNPACKED: u64 = 400 * 1024 * 1024;
/// What the part may unpack to that is in memory as a whole: the texts of all cells.
const MOST_TEXTS: u64 = 64 * 1024 * 1024;
const MOST_ENTRIES: usize = 2000;

fn unreadable() -> ApiError {
    ApiError::field("", "unreadable_document")
}

fn bomb() -> ApiError {
    ApiError::field("", "archive_bomb")
}

/// Refuses what is no workbook, and what would fill the memory.
pub fn check(bytes: &[u8]) -> Result<()> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| unreadable())?;
    if archive.index_for_name("xl/workbook.xml").is_none() {
        return Err(ApiError::field("", "not_a_table"));
    }
    if archive.len() > MOST_ENTRIES || archive.has_overlapping_entries().map_err(|_| unreadable())? {
        return Err(bomb());
    }
    let mut left = MOST_UNPACKED;
    for index in 0..archive.len() {
        let entry = archive.by_index(index).map_err(|_| unreadable())?;
        let is_texts = entry.name().is_ok_and(|name| name.to_lowercase().ends_with("sharedstrings.xml"));
        let most = if is_texts { MOST_TEXTS.min(left) } else { left };
        // Not what the entry says it unpacks to, which may be a lie.
        let size = std::io::copy(&mut entry.take(most + 1), &mut std::io::sink()).map_err(|_| unreadable())?;
        if size > most {
            return Err(bomb());
        }
        left -= size;
    }
    Ok(())
}

pub fn read(bytes: &[u8]) -> std::result::Result<Vec<Line>, ImportProblem> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| ImportProblem::UnreadableDocument)?;
    let sheets = book.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let names: Vec<String> = sheets.map(|sheet| sheet.name.clone()).collect();
    for name in names {
        let lines = sheet(&mut book, &name)?;
        if !lines.is_empty() {
            return Ok(lines);
        }
    }
    Ok(vec![])
}

type Book<'a> = Xlsx<Cursor<&'a [u8]>>;

fn sheet(book: &mut Book, name: &str) -> std::result::Result<Vec<Line>, ImportProblem> {
    let unreadable = |_: XlsxError| ImportProblem::UnreadableDocument;
    let mut cells = book.worksheet_cells_reader(name).map_err(unreadable)?;
    let mut gathered = Gathered::default();
    let mut row: (u32, Vec<Field>) = (0, vec![]);
    while let Some(cell) = cells.next_cell().map_err(unreadable)? {
        let ((number, column), field) = (cell.get_position(), field(cell.get_value()));
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        if field == Field::Empty {
            continue;
        }
        if column >= MOST_COLUMNS {
            return Err(ImportProblem::TooManyColumns);
        }
        if number != row.0 {
            gathered.add(row.0 + 1, std::mem::take(&mut row.1))?;
            row.0 = number;
        }
        if row.1.len() <= column {
            row.1.resize(column + 1, Field::Empty);
        }
        if let Some(place) = row.1.get_mut(column) {
            *place = field;
        }
    }
    gathered.add(row.0 + 1, row.1)?;
    Ok(gathered.lines)
}

fn field(value: &DataRef) -> Field {
    match value {
        DataRef::Empty | DataRef::Error(_) => Field::Empty,
        DataRef::String(value) | DataRef::DateTimeIso(value) | DataRef::DurationIso(value) => text(value),
        DataRef::SharedString(value) => text(value),
        DataRef::Int(number) => Field::Number(*number as f64),
        DataRef::Float(number) => Field::Number(*number),
        DataRef::Bool(true) => Field::Text("true".into()),
        DataRef::Bool(false) => Field::Text("false".into()),
        DataRef::DateTime(at) => day(at),
    }
}

fn day(at: &ExcelDateTime) -> Field {
    let (year, month, day, ..) = at.to_ymd_hms_milli();
    NaiveDate::from_ymd_opt(year.into(), month.into(), day.into()).map_or(Field::Number(at.as_f64()), Field::Day)
}
