//! The list of cases as a file: the same cases, in the same order, masked by the same views as the list shows them to
//! whoever asks. A file is made in the background, kept sealed, given to its maker alone, and deleted after a day.

mod cells;
mod chore;
mod csv;
pub mod domain;
mod job;
mod part;
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
