//! Taking a person out of a case or out of the register of stakeholders, at the person's wish: the name and contact always, and of words, files and the receipt
//! code what the person asks.
//!
//! The case stays: its state, place, category and dates, so that the programme's figures hold. What is taken out leaves
//! the database file and the file store; backups made before keep it until they are thrown away. That it was taken out is noted
//! outside the database too, so that whoever restores such a backup takes it out again.

mod again;
mod keep;
pub mod ledger;
mod people;
pub mod policy;
pub mod routes;
pub mod store;
pub mod sweep;
pub mod view;

pub use again::erase_again;
pub use keep::Keep;
pub use ledger::PURPOSE;

use crate::db::types::id;

id! {
    /// Something taken out of a case.
    ErasureId
}
