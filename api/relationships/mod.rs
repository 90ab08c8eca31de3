//! What stakeholders are to one another: who speaks for whom, who works where, who is at odds with whom.
//!
//! It is for those who run the programme, as the register is: in the wrong hands it tells whom to press and through whom.
//! What holds now makes a graph, in which nobody represents oneself, not even through others.

pub mod change;
pub mod domain;
pub mod graph;
pub mod input;
pub mod list;
pub mod policy;
pub mod render;
pub mod routes;
mod scope;
pub mod store;
pub mod turn;
pub mod view;

use crate::db::types::id;

id! {
    /// A relationship between two stakeholders.
    RelationshipId
}
