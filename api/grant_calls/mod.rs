//! Calls for small grants: what for, how much, for whom, until when, and by what applications are judged.
//!
//! A call is written as a draft and published whole. From then on everybody reads it and may rely on it: it can close later,
//! never earlier, or be withdrawn with a reason, and nothing else of it changes.

pub mod domain;
pub mod input;
pub mod list;
pub mod move_routes;
pub mod moves;
mod parts;
pub mod policy;
pub mod public;
pub mod render;
pub mod routes;
pub mod store;
pub mod view;

pub use parts::{Question, places, questions};

use crate::db::types::id;

id! {
    /// A call for grants.
    GrantCallId
}

id! {
    /// What an applicant is asked.
    GrantQuestionId
}

id! {
    /// By what applications are scored.
    GrantCriterionId
}
