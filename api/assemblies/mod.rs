//! Gatherings of a community that give somebody its word: an assembly, a vote, a consensus found from house to house.
//!
//! A representative's mandate rests on one, so it is kept with how many took part, and how many of them were women and
//! young people. Nobody who took part is named.

pub mod domain;
pub mod policy;
pub mod routes;
pub mod store;
pub mod view;

use crate::db::types::id;

id! {
    /// A gathering of a community.
    AssemblyId
}
