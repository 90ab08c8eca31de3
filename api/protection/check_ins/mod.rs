//! The question whether anybody does a reporter harm for having spoken.
//!
//! Asked on the receipt page two and eight weeks after the grievance was raised, and again after the company was told of
//! it. The case itself shows no trace of it: neither its version nor the time of its last change moves.

pub mod chore;
pub mod domain;
pub mod store;
pub mod view;
