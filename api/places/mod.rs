//! Places: the administrative tree, from the country down to the village.

pub mod counts;
pub mod domain;
pub mod policy;
pub mod routes;
pub mod seed;
pub mod store;
pub mod view;

pub use domain::PlaceLevel;
pub use view::Place;

use crate::db::types::id;

id! {
    /// A place.
    PlaceId
}
