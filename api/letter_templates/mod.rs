//! Letters to reporters that are written again and again: one text in three languages, with placeholders that are
//! filled from the case. Nothing that points at the reporter has a placeholder.

pub mod domain;
mod fill;
pub mod input;
pub mod policy;
pub mod routes;
pub mod store;
pub mod view;

pub use fill::{all_for, one_for};
pub use view::LetterTemplate;

use crate::db::types::id;

id! {
    /// A template of letters.
    LetterTemplateId
}
