//! An export as its maker sees it.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use super::ExportId;
use super::domain::{ExportState, ExportedList, Format};
use crate::http::Version;
use crate::names::Language;

/// A list to be had as a file.
#[derive(Clone, Deserialize, Serialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewExport {
    pub format: Format,
    /// Of its headings and words.
    pub language: Language,
    /// Of which list; of cases, if it is left out.
    pub list: Option<ExportedList>,
    /// The query of `list_grievances`, `list_stakeholders` or `list_grant_applications`, without `after`, `limit` and `total`; empty for all.
    #[validate(length(max = 1000))]
    #[schema(max_length = 1000, example = "state=accepted&sort=due")]
    pub query: String,
    /// Of stakeholders: with what they are reached at whole, not masked. The audit trail keeps that it was asked for.
    #[serde(default)]
    pub contacts: bool,
}

impl NewExport {
    pub fn list(&self) -> ExportedList {
        self.list.unwrap_or(ExportedList::Grievances)
    }
}

/// A file that is made, or was made, of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct Export {
    pub id: ExportId,
    pub version: Version,
    pub format: Format,
    pub language: Language,
    pub list: ExportedList,
    pub query: String,
    /// Whether what people are reached at is whole in it.
    pub contacts: bool,
    pub state: ExportState,
    /// Rows written so far.
    pub rows_done: i64,
    /// Rows that there will be; not known beforehand for a search.
    pub rows_total: Option<i64>,
    /// Whether the list is longer: the file holds its first 100,000 rows.
    pub truncated: bool,
    /// Bytes.
    pub size: i64,
    pub created_at: DateTime<Utc>,
    /// When the file is deleted.
    pub expires_at: DateTime<Utc>,
    /// What the caller may do with it now.
    pub actions: Vec<&'static str>,
}
