//! Who is calling: passwords, tokens, keys.

mod actor;
mod api_key;
mod authenticate;
pub mod password;
pub mod token;

pub use actor::{Actor, Credential, account_actor, reached};
pub use api_key::{KeySecret, new_secret};
pub use authenticate::{Caller, authenticate, caller};
