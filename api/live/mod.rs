//! Live events: whoever looks at a record is told at once that somebody changed it, and reads it again.
//!
//! An event says which record has which version, never what stands in it; before each one the reach of who is told is looked
//! up anew. What changes is found by asking the database for the versions of the records that somebody watches, all of them
//! together, so a change is seen whichever instance made it. Who has no stream (a proxy may cut it) asks for the record
//! itself: its ETag says the same.
//!
//! Another kind of record is a field of [`domain::Followed`], a variant of [`domain::RecordKey`], and its table in
//! [`versions`].

pub mod domain;
mod hub;
pub mod policy;
pub mod routes;
mod seat;
mod stream;
mod versions;

pub use hub::Hub;
