//! Everybody's first page: what waits for them, what changed, how many.

pub mod policy;
pub mod routes;
mod waiting;
