//! Programmes: a period, its objectives and the areas it works in. Cases belong to one.

pub mod domain;
pub mod focus_areas;
pub mod input;
mod objectives;
pub mod policy;
pub mod routes;
pub mod store;
pub mod terms;
pub mod view;

pub use domain::ProgrammeStatus;
pub use objectives::Objectives;
pub use view::Programme;

use crate::db::types::id;

id! {
    /// A programme.
    ProgrammeId
}

id! {
    /// A focus area of a programme.
    FocusAreaId
}
