//! Accounts: one for each person, with one role, one organisation and the places it speaks for.

pub mod create;
pub mod directory;
pub mod domain;
pub mod manage;
mod me;
pub mod memberships;
pub mod policy;
pub mod routes;
pub mod store;
pub mod view;

pub use me::Me;
pub use view::Account;

use crate::db::types::id;

id! {
    /// An account.
    AccountId
}
