//! What was found in a file.

use serde::{Deserialize, Serialize};

use super::domain::ImportField;
use crate::stakeholders::StakeholderId;

/// All that was found. It lies sealed beside the file: it holds names.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Report {
    /// Under which row the table begins.
    pub headings_at: u32,
    pub columns: Vec<Column>,
    /// The first rows, as they are in the file.
    pub sample: Vec<SampleRow>,
    pub errors: Vec<CellError>,
    pub doubles: Vec<Double>,
}

/// A column, and what it was taken for.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Column {
    pub heading: String,
    pub field: Option<ImportField>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SampleRow {
    pub number: u32,
    pub cells: Vec<String>,
}

/// What is wrong in a cell.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CellError {
    pub row: u32,
    /// The index of the column; none if the row lacks something.
    pub column: Option<usize>,
    pub field: ImportField,
    /// The beginning of what stands there.
    pub value: String,
    pub code: String,
}

/// A row that may be somebody who is known.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Double {
    pub row: u32,
    pub name: String,
    /// Whom of the register.
    pub known: Option<StakeholderId>,
    /// Or which row before it.
    pub same_as: Option<u32>,
    pub likeness: i64,
    pub same_phone: bool,
}
