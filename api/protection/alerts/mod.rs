//! What a protection focal point should look at, and what was done about it.

pub mod domain;
pub mod store;
pub mod view;
