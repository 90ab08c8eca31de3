//! The receipt of a grievance: a signed proof that it was received, and how often its code may be guessed.

pub mod allowance;
pub mod guesses;
pub mod keys;
pub mod proof;
pub mod routes;
mod sources;
mod view;
