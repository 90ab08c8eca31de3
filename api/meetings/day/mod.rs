//! The day of a meeting, as its facilitator notes it: who came, who spoke, what was said, decided and promised.
//!
//! A log of entries that nothing is taken out of. Each has an id from the device, which may have had no network, so what is
//! sent twice is kept once; what was wrong is superseded by another entry. How the day stands follows from the entries alone,
//! whatever the order in which they came. The raw notes are the programme's own; the sides read the minutes.

pub mod domain;
mod forget;
pub mod input;
pub mod policy;
pub mod render;
pub mod routes;
pub mod store;
pub mod view;

use crate::db::types::id;

id! {
    /// Something noted on the day of a meeting. The device makes it.
    DayEntryId
}
