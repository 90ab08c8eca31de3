//! What the public form needs to take a grievance, also where there is no network: places and sites.

pub mod routes;
mod store;
mod view;

pub use view::Intake;
