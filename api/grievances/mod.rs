//! Grievances: what a resident raises, from the first words to an agreed resolution.
//!
//! `domain` holds the rules: the states, the moves between them, the deadlines; `moves` is the one way in which a case
//! changes; `render` the one place where it is masked; `scope` the one that says who reaches it. `reporter` is the side
//! of who raised it, who comes with the receipt code alone; `routes` and `move_routes` are everybody else's.

mod besides;
pub mod code;
pub mod counts;
mod directory;
pub mod domain;
mod found;
pub mod inputs;
pub mod list;
pub mod message;
mod move_routes;
pub mod moves;
mod news;
pub mod policy;
pub mod reference;
pub mod render;
pub mod reporter;
pub mod routes;
pub mod scope;
pub mod staff;
pub mod store;
pub mod submit;
pub mod tally;
mod thread;
pub mod view;

use crate::db::types::id;

id! {
    /// A grievance.
    GrievanceId
}
