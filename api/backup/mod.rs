//! Backups: one moment of the database and the files that belong to it, in one encrypted file that fits either engine.
//!
//! A backup is made while the server runs, encrypted to public keys, so that the machine that makes it can't read it, and
//! signed with a key of that machine, so that nobody else makes one. It holds no key: the secrets file is kept apart. It is
//! restored into an empty place only, all of it or nothing.

mod check;
mod fill;
mod format;
mod header;
mod keys;
mod make;
mod origin;
mod restore;
mod stream;
mod tally;
mod trail;

pub use check::{Verified, verify};
pub use header::Header;
pub use keys::{Identities, Recipients, new_identity};
pub use make::{Made, Source, make};
pub use origin::{Origin, PURPOSE};
pub use restore::{Place, Restored, Wishes, restore};
pub use tally::Sums;

use crate::error::ApiError;

/// Why a backup can't be made, read or restored.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    #[error("the database: {0}")]
    Database(ApiError),
    #[error("the file store: {0}")]
    Files(ApiError),
    #[error("{0}")]
    File(#[from] std::io::Error),
    /// Cut off, changed, or not a backup.
    #[error("the backup is damaged: {0}")]
    Damaged(String),
    #[error("{0}")]
    Refused(String),
    /// Everything was restored, and yet nothing is served.
    #[error(
        "everything was restored; but the mark `restore-unfinished` in the file store can't be removed: do it by hand"
    )]
    Unmarked,
}

impl From<ApiError> for Fault {
    fn from(error: ApiError) -> Self {
        Self::Database(error)
    }
}

impl Fault {
    fn damaged(what: impl Into<String>) -> Self {
        Self::Damaged(what.into())
    }

    fn refused(why: impl Into<String>) -> Self {
        Self::Refused(why.into())
    }
}

pub type Outcome<T> = Result<T, Fault>;

/// Hears how far it has come: what, how many.
pub type Say<'a> = &'a mut dyn FnMut(&str, u64);
