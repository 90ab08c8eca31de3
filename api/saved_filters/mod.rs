//! Filters of the list of cases that somebody keeps under a name: their own, seen by nobody else.

pub mod input;
pub mod policy;
pub mod routes;
pub mod store;
pub mod view;

pub use view::SavedFilter;

use crate::db::types::id;

id! {
    /// A saved filter.
    SavedFilterId
}
