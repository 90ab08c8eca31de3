//! Back to the people, and then to others.
//!
//! What was made of people's words is told to them first, and put right by them. Only then can others read of the group: a
//! summary, some quotes and impacts, and counts of five and more. `published` is the one place where a group is masked.

mod back;
pub mod input;
mod published;
mod release;
pub mod routes;
pub mod view;

pub use back::validate;
pub use release::{publish, publish_quotes};
