//! A file of rows, of either format.

use std::path::Path;

use super::cells::{Cell, columns, heading};
use super::csv::Csv;
use super::domain::Format;
use super::part::Parts;
use super::xlsx::Xlsx;
use crate::catalogue;
use crate::error::{ApiError, Result};
use crate::grievances::domain::Audience;
use crate::names::Language;

pub enum Sheet {
    Csv(Csv<Parts>),
    Xlsx(Box<Xlsx<Parts>>),
}

impl Sheet {
    pub fn begin(format: Format, language: Language, audience: Audience, to: Parts, folder: &Path) -> Result<Self> {
        let columns = columns(audience);
        let headings: Vec<String> = columns.iter().map(|(column, _)| heading(language, column)).collect();
        match format {
            Format::Csv => Csv::begin(to, &headings).map(Self::Csv).map_err(failed),
            Format::Xlsx => {
                let name = catalogue::text(language, "export.sheet");
                Xlsx::begin(to, folder, &name, columns, &headings)
                    .map(|xlsx| Self::Xlsx(Box::new(xlsx)))
                    .map_err(failed)
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
