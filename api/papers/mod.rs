//! Sheets of paper for those who write by hand: printed with a receipt code that nobody has used, entered once they come
//! back.
//!
//! The reporter tears off the part with the code. The server keeps only the code's hash, and gives it to the case that is
//! entered from the sheet: so the code opens nothing before that, and answers as any wrong one does.

pub mod batches;
pub mod domain;
pub mod enter;
pub mod input;
pub mod number;
pub mod of_case;
pub mod policy;
pub mod routes;
mod scope;
pub mod sheets;
pub mod view;
mod voids;

use crate::db::types::id;

id! {
    /// Sheets that were printed together.
    PaperBatchId
}
