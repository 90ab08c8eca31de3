//! The audit trail: who did what to which record, written in the transaction of the change.
//!
//! Each entry carries the hash of the one before it, so an entry that was changed, taken out or put in later shows. Where
//! the chain ends is signed from time to time in a file outside the database, so that whoever can write the database
//! can't make a new chain either. Entries hold no personal data: the trail outlives an erasure.

mod chain;
mod change;
mod checkpoint;
mod kinds;
mod ledger;
mod list;
pub mod policy;
pub mod routes;
mod scope;
mod store;
mod verify;
mod view;
mod watch;

pub use chain::{Broken, Entry, Head, Link};
pub use change::changed;
pub use checkpoint::{Checkpoint, PURPOSE, read};
pub use kinds::{CASE, OFFICE};
pub use ledger::Ledger;
pub use store::{Subject, head as last, record};
pub use verify::{Checked, Walk, Whole, verify, verify_within};
pub use watch::{Finding, Watch};
