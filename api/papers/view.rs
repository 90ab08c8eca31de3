//! Sheets as whoever printed them or enters them sees them. Nothing here holds a code but the answer to the printing.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::PaperBatchId;
use super::domain::SheetState;
use super::number::SheetNumber;
use crate::grievances::GrievanceId;
use crate::grievances::view::CaseLink;
use crate::http::Version;
use crate::names::{Language, Person};

/// Sheets that were printed together.
#[derive(Debug, Serialize, ToSchema)]
pub struct PaperBatch {
    pub id: PaperBatchId,
    pub version: Version,
    #[schema(format = Uuid)]
    pub programme_id: String,
    /// Where they went.
    pub label: String,
    pub language: Language,
    pub made_by: Person,
    pub made_at: DateTime<Utc>,
    /// Not come back yet, as far as the caller may know.
    pub out: i64,
    /// Entered as a case that the caller reaches.
    pub entered: i64,
    pub void: i64,
    pub actions: Vec<&'static str>,
}

/// A batch that was just printed. The codes are shown this once.
#[derive(Debug, Serialize, ToSchema)]
pub struct PrintedBatch {
    pub batch: PaperBatch,
    pub sheets: Vec<PrintedSheet>,
}

/// A sheet to print.
#[derive(Debug, Serialize, ToSchema)]
pub struct PrintedSheet {
    pub number: SheetNumber,
    /// 16 digits, for the part that the reporter keeps.
    #[schema(example = "4821903317745520")]
    pub code: String,
}

/// A sheet.
#[derive(Debug, Serialize, ToSchema)]
pub struct PaperSheet {
    pub number: SheetNumber,
    pub version: Version,
    pub batch_id: PaperBatchId,
    pub label: String,
    pub language: Language,
    pub printed_at: DateTime<Utc>,
    /// Whether it is entered is told to whoever reaches the case; to others it has not come back.
    pub state: SheetState,
    pub grievance: Option<CaseLink>,
    pub received_on: Option<NaiveDate>,
    pub entered_at: Option<DateTime<Utc>>,
    pub voided_at: Option<DateTime<Utc>>,
    pub void_reason: Option<String>,
    pub actions: Vec<&'static str>,
}

/// The case that was made from a sheet. Its code is on the part that the reporter kept; nobody else has it.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct EnteredPaper {
    pub grievance_id: GrievanceId,
    #[schema(example = "MSL-2026-000123")]
    pub reference: String,
    pub number: SheetNumber,
    /// What the programme's time to answer counts from.
    pub submitted_at: DateTime<Utc>,
}
