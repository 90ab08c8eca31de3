//! Tables of stakeholders, read into the register: all rows or none.
//!
//! A file is looked through first, and whoever sent it sees what was understood, what is wrong in which row and column,
//! and who may be in the register already. Only then is it read in, in one transaction. The file and what was found in
//! it lie sealed in the store of files, for their sender alone, and are deleted when they are not needed any more.

mod check;
mod chore;
mod closed;
pub mod domain;
mod doubles;
mod errors;
mod fields;
mod job;
mod kept;
mod places;
pub mod policy;
mod problems;
mod render;
mod report;
pub mod routes;
mod row;
mod run;
mod store;
mod table;
mod values;
pub mod view;

pub use chore::{CHORE, tidy};
pub use job::Imports;

use crate::db::types::id;

id! {
    /// An import.
    ImportId
}
