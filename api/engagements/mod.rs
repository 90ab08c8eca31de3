//! The log of contacts with stakeholders: when, how, who of the programme with whom, what was said, and what is to follow.
//!
//! It is for those who run the programme, as the register of stakeholders is. A follow-up is its owner's until it is done.

mod actions;
pub mod change;
pub mod domain;
pub mod erase;
pub mod input;
pub mod list;
pub mod open;
mod people;
pub mod policy;
pub mod render;
pub mod routes;
mod scope;
pub mod store;
pub mod view;

use crate::db::types::id;

id! {
    /// A contact with stakeholders.
    EngagementId
}
