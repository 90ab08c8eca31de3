//! Accounts: one for each person, with one role, one organisation and the places it speaks for.

pub mod create;
mod me;
pub mod policy;
pub mod routes;
pub mod store;

pub use me::Me;

use crate::db::types::id;

id! {
    /// An account.
    AccountId
}
