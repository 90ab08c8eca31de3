//! Looking through a file: what is understood of it, what is wrong, who may be known.

use chrono::NaiveDate;

use super::domain::{ImportField, ImportProblem, MOST_LISTED};
use super::fields::{headings, words};
use super::places::Gazetteer;
use super::report::{CellError, Column, Report, SampleRow};
use super::row::Reading;
use super::table::{Line, read};
use crate::catalogue;
use crate::db::Conn;
use crate::error::Result;
use crate::exports::domain::Format;
use crate::names::Language;
use crate::programmes::ProgrammeId;
use crate::secrets::Sealer;
use crate::stakeholders::many::Checked;

/// Rows that are shown as they are.
const SAMPLE: usize = 5;

/// Of which programme and how a file is read.
pub struct Terms {
    pub programme: ProgrammeId,
    pub language: Language,
    pub today: NaiveDate,
}

/// A file that was read as a table: the headings and the rows under them.
pub struct Table {
    pub headings_at: u32,
    pub columns: Vec<Column>,
    pub lines: Vec<Line>,
}

impl Table {
    /// Reads a file. Columns are what the headings say, or what somebody said instead.
    pub fn read(
        format: Format,
        bytes: &[u8],
        said: Option<&[Option<ImportField>]>,
    ) -> std::result::Result<Self, ImportProblem> {
        let mut lines = read(format, bytes)?;
        let (index, mut columns) = headings(&lines).ok_or(ImportProblem::NoRows)?;
        let headings_at = lines.get(index).map_or(1, |line| line.number);
        lines.drain(..=index);
        match lines.len() {
            0 => return Err(ImportProblem::NoRows),
            rows if rows > super::domain::MOST_ROWS => return Err(ImportProblem::TooManyRows),
            _ => {}
        }
        // Columns that have no heading and yet something in them.
        let widest = lines.iter().map(|line| line.cells.len()).max().unwrap_or_default();
        while columns.len() < widest {
            columns.push(Column { heading: String::new(), field: None });
        }
        if let Some(said) = said {
            for (index, column) in columns.iter_mut().enumerate() {
                column.field = said.get(index).copied().flatten();
            }
        }
        Ok(Self { headings_at, columns, lines })
    }
}

/// Rows that are right, each with its number, and all that is wrong with the others.
pub struct Rows {
    pub right: Vec<(u32, Checked)>,
    pub errors: Vec<CellError>,
    pub error_count: i64,
}

/// Reads the rows; `seen` hears of every one.
pub fn rows(conn: &mut Conn, terms: &Terms, table: &Table, seen: impl Fn(usize)) -> Result<Rows> {
    let gazetteer = Gazetteer::read(conn, terms.programme)?;
    let reading = Reading {
        programme: terms.programme,
        columns: &table.columns,
        gazetteer: &gazetteer,
        today: terms.today,
        reason: catalogue::text(terms.language, "sheets.assessed_in_table"),
    };
    let mut rows = Rows { right: vec![], errors: vec![], error_count: 0 };
    for (index, line) in table.lines.iter().enumerate() {
        match reading.row(line) {
            Ok(checked) => rows.right.push((line.number, checked)),
            Err(errors) => {
                rows.error_count += i64::try_from(errors.len()).unwrap_or_default();
                let room = MOST_LISTED.saturating_sub(rows.errors.len());
                rows.errors.extend(errors.into_iter().take(room));
            }
        }
        seen(index + 1);
    }
    Ok(rows)
}

/// What was found, and how many errors there are in all.
pub fn report(
    conn: &mut Conn,
    sealer: &Sealer,
    terms: &Terms,
    table: &Table,
    seen: impl Fn(usize),
) -> Result<(Report, i64)> {
    let Rows { right, errors, error_count } = rows(conn, terms, table, seen)?;
    let doubles = super::doubles::of(conn, sealer, terms.programme, &right)?;
    let sample = table
        .lines
        .iter()
        .take(SAMPLE)
        .map(|line| SampleRow { number: line.number, cells: line.cells.iter().map(words).collect() });
    let report = Report {
        headings_at: table.headings_at,
        columns: table.columns.clone(),
        sample: sample.collect(),
        errors,
        doubles,
    };
    Ok((report, error_count))
}
