//! A file of rows, of either format.

use std::path::Path;

use super::cells::Cell;
use super::cells::Column;
use super::csv::Csv;
use super::domain::Format;
use super::part::Parts;
use super::xlsx::Xlsx;
use crate::error::{ApiError, Result};

/// What stands above the rows.
pub struct Heads {
    /// Of the sheet.
    pub name: String,
    pub columns: &'static [Column],
    pub headings: Vec<String>,
}

pub enum Sheet {
    Csv(Csv<Parts>),
    Xlsx(Box<Xlsx<Parts>>),
}

impl Sheet {
    pub fn begin(format: Format, heads: &Heads, to: Parts, folder: &Path) -> Result<Self> {
        let Heads { name, columns, headings } = heads;
        match format {
            Format::Csv => Csv::begin(to, headings).map(Self::Csv).map_err(failed),
            Format::Xlsx => {
                Xlsx::begin(to, folder, name, columns, headings).map(|xlsx| Self::Xlsx(Box::new(xlsx))).map_err(failed)
            }
        }
    }

    pub fn row(&mut self, cells: &[Cell]) -> Result<()> {
        match self {
            Self::Csv(csv) => csv.row(cells).map_err(failed),
            Self::Xlsx(xlsx) => xlsx.row(cells).map_err(failed),
        }
    }

    pub fn finish(self) -> Result<()> {
        match self {
            Self::Csv(csv) => csv.finish().map_err(failed),
            Self::Xlsx(xlsx) => xlsx.finish().map_err(failed),
        }
    }
}

/// What fails is the disk, or the store of files.
fn failed(error: impl std::fmt::Display) -> ApiError {
    log::error!(error:%; "an export can't be written");
    ApiError::Unavailable
}
