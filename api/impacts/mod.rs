//! Impacts: what people say the presence of a company does to them, from the first word to what became of it.
//!
//! The programme's staff keep the register; what was confirmed by those it is about can be published, and is then read by
//! the company of the site, by the authority of the territory and by the representatives of the place. `domain` holds the
//! moves, `scope` says who reaches which impact, `render` is the one place where one is masked.

mod change;
pub mod domain;
pub mod events;
pub mod figures;
pub mod input;
mod link_routes;
pub mod links;
pub mod list;
mod move_routes;
pub mod moves;
mod narrow;
pub mod policy;
pub mod render;
pub mod routes;
pub mod scope;
pub mod sources;
pub mod store;
pub mod view;

use crate::db::types::id;

id! {
    /// An impact.
    ImpactId
}

id! {
    /// Something that happened to an impact.
    ImpactEventId
}

id! {
    /// Something that an impact is known from.
    ImpactSourceId
}
