//! Figures for who reads no cases: in fives, once a week, and without the protection track.
//!
//! Whoever reads cases may count those they read, and hears exact numbers. For everybody else a number is a way to learn of
//! a person: one case in a village of forty houses is somebody. `domain` is the one rule for what such figures may be; see
//! `docs/decisions`.

pub mod chore;
pub mod domain;
pub mod store;

pub use store::{Published, publish_due, published};
