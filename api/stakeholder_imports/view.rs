//! An import as its sender sees it.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use validator::{Validate, ValidationError};

use super::ImportId;
use super::domain::{DuplicateDecision, ImportField, ImportProblem, ImportState};
use crate::exports::domain::Format;
use crate::http::Version;
use crate::names::Language;
use crate::programmes::ProgrammeId;
use crate::stakeholders::view::StakeholderSummary;

/// Of what a file is.
#[derive(Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct FileOf {
    #[param(value_type = String, format = Uuid)]
    pub programme_id: ProgrammeId,
    /// In which its sender reads: the reason of assessments that the table gives none for is in it.
    pub language: Language,
    /// What the file is called.
    #[validate(length(min = 1, max = 200))]
    #[param(min_length = 1, max_length = 200)]
    pub name: String,
}

/// A table of stakeholders that is read into the register.
#[derive(Serialize, ToSchema)]
pub struct StakeholderImport {
    pub id: ImportId,
    pub version: Version,
    #[schema(format = Uuid)]
    pub programme_id: String,
    pub file_name: String,
    pub format: Format,
    pub state: ImportState,
    /// Why it failed.
    pub problem: Option<ImportProblem>,
    /// Rows that were looked through or recorded so far.
    pub rows_done: i64,
    pub rows_total: i64,
    /// Cells that are wrong. Only a table without any is read in.
    pub errors: i64,
    /// Rows that may be somebody who is known.
    pub duplicates: i64,
    pub added: i64,
    pub updated: i64,
    /// Rows that were left out.
    pub skipped: i64,
    pub created_at: DateTime<Utc>,
    /// When it is deleted with its file.
    pub expires_at: DateTime<Utc>,
    /// What was found, while it waits for a decision.
    pub found: Option<ImportFound>,
    /// What the caller may do with it now.
    pub actions: Vec<&'static str>,
}

/// What was found in a file.
#[derive(Serialize, ToSchema)]
pub struct ImportFound {
    /// The number of the row of headings, as a spreadsheet shows it.
    pub headings_at: u32,
    pub columns: Vec<ImportColumn>,
    /// The first rows under the headings.
    pub sample: Vec<ImportSample>,
    /// The first 200 of the errors; all of them are in the list of errors.
    pub errors: Vec<ImportError>,
}

/// A column, and what it was taken for; nothing if it is left out.
#[derive(Serialize, ToSchema)]
pub struct ImportColumn {
    pub heading: String,
    pub field: Option<ImportField>,
}

/// A row as it is in the file.
#[derive(Serialize, ToSchema)]
pub struct ImportSample {
    pub row: u32,
    pub cells: Vec<String>,
}

/// What is wrong in a cell.
#[derive(Serialize, ToSchema)]
pub struct ImportError {
    /// The number of the row, as a spreadsheet shows it.
    pub row: u32,
    /// The letters of the column; nothing if the table has no such column.
    #[schema(example = "C")]
    pub column: Option<String>,
    pub field: ImportField,
    /// The beginning of what stands there.
    pub value: String,
    /// What is wrong with it, stable.
    #[schema(example = "unknown_place")]
    pub code: String,
}

/// A row that may be somebody who is known.
#[derive(Serialize, ToSchema)]
pub struct ImportDuplicate {
    pub row: u32,
    /// The name in the row.
    pub name: String,
    /// Whom of the register.
    pub known: Option<StakeholderSummary>,
    /// Or which row before it.
    pub same_as_row: Option<u32>,
    /// How like the names are, of a hundred, whatever the alphabet.
    pub likeness: i64,
    pub same_phone: bool,
}

/// What each column holds, in the order of the columns; nothing for one that is left out.
#[derive(Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct ImportMapping {
    #[validate(length(min = 1, max = 200), custom(function = once))]
    #[schema(min_items = 1, max_items = 200)]
    pub columns: Vec<Option<ImportField>>,
}

/// No two columns hold the same.
fn once(columns: &[Option<ImportField>]) -> std::result::Result<(), ValidationError> {
    let mut fields: Vec<ImportField> = columns.iter().copied().flatten().collect();
    let all = fields.len();
    fields.sort_unstable();
    fields.dedup();
    if fields.len() == all { Ok(()) } else { Err(ValidationError::new("duplicate")) }
}

/// What is done with rows that may be somebody who is known.
#[derive(Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct ImportDecisions {
    /// With all that are not named below.
    pub duplicates: DuplicateDecision,
    #[serde(default)]
    #[validate(length(max = 5000))]
    #[schema(max_items = 5000)]
    pub rows: Vec<RowDecision>,
}

/// What is done with one row.
#[derive(Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct RowDecision {
    pub row: u32,
    pub decision: DuplicateDecision,
}
