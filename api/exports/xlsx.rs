//! A workbook, written row by row: only the row at hand is in memory, the others lie in a file without a name.

use std::io::Write;
use std::path::Path;

use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

use super::cells::{Cell, Column};

pub struct Xlsx<W> {
    to: W,
    book: Workbook,
    /// Marked as text, so that editing a cell makes no formula of it either.
    text: Format,
    amount: Format,
    time: Format,
    day: Format,
    columns: u16,
    row: u32,
}

impl<W: Write + Send> Xlsx<W> {
    /// `folder` is where rows lie until the end.
    pub fn begin(to: W, folder: &Path, name: &str, columns: &[Column], headings: &[String]) -> Result<Self, XlsxError> {
        let mut book = Workbook::new();
        book.set_tempdir(folder)?;
        let sheet = book.add_worksheet_with_constant_memory()?;
        sheet.set_name(name)?;
        sheet.set_freeze_panes(1, 1)?;
        let bold = Format::new().set_bold();
        for (column, ((_, width), heading)) in (0..).zip(columns.iter().zip(headings)) {
            sheet.set_column_width(column, *width)?;
            sheet.write_string_with_format(0, column, heading, &bold)?;
        }
        let text = Format::new().set_quote_prefix();
        let amount = Format::new().set_num_format("#,##0.00");
        let time = Format::new().set_num_format("dd.mm.yyyy hh:mm");
        let day = Format::new().set_num_format("dd.mm.yyyy");
        Ok(Self {
            to,
            book,
            text,
            amount,
            time,
            day,
            columns: u16::try_from(columns.len()).unwrap_or(u16::MAX),
            row: 0,
        })
    }

    pub fn row(&mut self, cells: &[Cell]) -> Result<(), XlsxError> {
        self.row += 1;
        let Self { book, text, amount, time, day, row, .. } = self;
        let sheet: &mut Worksheet = book.worksheet_from_index(0)?;
        for (column, cell) in (0..).zip(cells) {
            match cell {
                Cell::Empty => {}
                Cell::Text(value) => drop(sheet.write_string_with_format(*row, column, value, text)?),
                // The library takes floating-point numbers only; these are small.
                Cell::Number(value) => drop(sheet.write_number(*row, column, *value as f64)?),
                Cell::Amount(minor) => drop(sheet.write_number_with_format(*row, column, units(*minor), amount)?),
                Cell::Day(on) => drop(sheet.write_datetime_with_format(*row, column, on, day)?),
                Cell::Time(at) => drop(sheet.write_datetime_with_format(*row, column, at, time)?),
            }
        }
        Ok(())
    }

    pub fn finish(mut self) -> Result<(), XlsxError> {
        let (rows, columns) = (self.row, self.columns);
        self.book.worksheet_from_index(0)?.autofilter(0, 0, rows, columns.saturating_sub(1))?;
        self.book.save_to_writer(&mut self.to)?;
        self.to.flush()?;
        Ok(())
    }
}

/// Money as people write it. Exact for every amount that is taken: fifteen digits fit.
fn units(minor: i64) -> f64 {
    minor as f64 / 100.0
}
