//! A list, of cases or of stakeholders, as a file: the same records, in the same order, masked by the same views as the list shows them to
//! whoever asks. A file is made in the background, kept sealed, given to its maker alone, and deleted after a day.

mod applications;
mod cases;
pub mod cells;
mod chore;
pub mod csv;
pub mod domain;
mod job;
mod pages;
mod part;
mod people;
pub mod policy;
pub mod routes;
mod sheet;
pub mod store;
pub mod view;
mod xlsx;

pub use chore::{CHORE, tidy};
pub use job::Queue;
pub use view::Export;

use crate::db::types::id;

id! {
    /// An export.
    ExportId
}
