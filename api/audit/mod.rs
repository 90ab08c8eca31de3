//! The audit trail: who did what to which record, written in the transaction of the change.
//!
//! Each entry carries the hash of the one before it, so an entry that was changed, taken out or put in later shows.
//! Entries hold no personal data: the trail outlives an erasure.

mod chain;
mod store;

pub use chain::Broken;
pub use store::{Subject, record, verify_all};
