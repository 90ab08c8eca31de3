//! Taking a person out of a case, at the person's wish: the name and contact always, and of words, files and the receipt
//! code what the person asks.
//!
//! The case stays: its state, place, category and dates, so that the programme's figures hold. What is taken out leaves
//! the database file and the file store; backups made before keep it until they are thrown away.

pub mod policy;
pub mod routes;
pub mod store;
pub mod sweep;
pub mod view;

use crate::db::types::id;

id! {
    /// Something taken out of a case.
    ErasureId
}
