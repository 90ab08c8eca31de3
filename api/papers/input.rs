//! What sheets are printed, entered and voided with.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::grievances::consent::GivenConsent;
use crate::grievances::submit::Submission;
use crate::names::Language;
use crate::programmes::ProgrammeId;

/// Sheets to print.
#[derive(Clone, Deserialize, Serialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewPaperBatch {
    #[schema(format = Uuid)]
    pub programme_id: ProgrammeId,
    /// Where they go: a village, a box.
    #[validate(length(min = 1, max = 80))]
    #[schema(min_length = 1, max_length = 80, example = "Барскоон, ФАП")]
    pub label: String,
    /// The language of the form.
    pub language: Language,
    #[validate(range(min = 1, max = 50))]
    #[schema(minimum = 1, maximum = 50)]
    pub sheets: u32,
}

/// What is written on a sheet that came back.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct PaperEntry {
    /// The day on which it was handed in or taken out of the box. The programme's time to answer counts from its end.
    pub received_on: NaiveDate,
    #[validate(nested)]
    pub consent: GivenConsent,
    #[validate(nested)]
    pub grievance: Submission,
}

/// Why sheets will not come back.
#[derive(Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Voiding {
    #[validate(length(min = 3, max = 500))]
    #[schema(min_length = 3, max_length = 500)]
    pub reason: String,
}
