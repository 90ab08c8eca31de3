//! Where a file lies, sealed, and what was found in it.

use super::ImportId;
use super::report::Report;
use crate::attachments::files::{Files, IMPORTS};
use crate::error::{ApiError, Result};

/// Where all that is kept of an import lies.
pub fn folder(id: ImportId) -> String {
    format!("{IMPORTS}/{id}")
}

fn source(id: ImportId) -> String {
    format!("{}/source", folder(id))
}

fn report(id: ImportId) -> String {
    format!("{}/report", folder(id))
}

pub async fn put_source(files: &Files, id: ImportId, bytes: &[u8]) -> Result<()> {
    files.put_at(&source(id), bytes).await
}

pub async fn get_source(files: &Files, id: ImportId) -> Result<Vec<u8>> {
    files.get_at(&source(id)).await
}

pub async fn put_report(files: &Files, id: ImportId, report_of: &Report) -> Result<()> {
    let json = serde_json::to_vec(report_of).map_err(|_| ApiError::Internal)?;
    files.put_at(&report(id), &json).await
}

pub async fn get_report(files: &Files, id: ImportId) -> Result<Report> {
    serde_json::from_slice(&files.get_at(&report(id)).await?).map_err(|_| ApiError::Internal)
}
