//! Days on which the calendar of work differs from the week: holidays, and weekend days worked in exchange.
//!
//! Dates, not rules: the law's list has changed more than once, and the two Aits follow the moon. Each says where it comes
//! from, and whether it is certain yet. Whoever changes one has all deadlines counted anew.

pub mod input;
pub mod policy;
pub mod routes;
pub mod store;
pub mod view;

pub use view::Holiday;
