//! Minutes: what was said and decided at a meeting, put before the sides that were invited.
//!
//! They are drafted from what was noted on the day, and speak of sides, never of people. Each side approves a text or records
//! its objection; a changed text asks all of them again, and only one of which each has said something can be approved. That
//! text is fixed, and its hash is in the audit trail.

pub mod answers;
pub mod domain;
mod figures;
pub mod input;
pub mod policy;
pub mod render;
pub mod routes;
pub mod store;
pub mod view;
pub mod write;

use crate::db::types::id;

id! {
    /// What a side said of minutes.
    MinutesAnswerId
}
