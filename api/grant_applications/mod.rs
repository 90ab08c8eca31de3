//! Applications for small grants: drafted by a group or somebody who speaks for a place, submitted, and looked at by the
//! programme.
//!
//! A draft is the applicant's own, saved as it is typed and read by nobody else. What is submitted is whole: every question is
//! answered, the budget adds up, and the clock of the server says that the call is open. Whoever filed an application, also
//! for somebody from paper, has no word in what becomes of it.

pub(crate) mod content;
pub mod domain;
pub mod erase;
pub mod events;
mod file_routes;
mod follow_ups;
pub mod input;
pub mod list;
pub mod move_routes;
pub mod moves;
pub mod people;
pub mod policy;
pub mod render;
pub mod routes;
mod save;
pub(crate) mod scope;
pub mod store;
pub mod view;
pub mod waiting;

use crate::db::types::id;

id! {
    /// What somebody applied for.
    GrantApplicationId
}

id! {
    /// Something that happened to an application.
    GrantApplicationEventId
}
