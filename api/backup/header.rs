//! What stands at the beginning and at the end of a backup.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::tally::{FileSums, Sums};
use crate::secrets::Marks;

/// The shape of backups that this program writes, and the only one that it reads.
pub const FORMAT: u32 = 1;

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Header {
    pub format: u32,
    /// Of this backup.
    pub id: String,
    /// The moment that it shows.
    pub at: DateTime<Utc>,
    /// The version of the program that made it.
    pub program: String,
    /// The versions of the migrations that made the schema, the first first; the same on both engines.
    pub migrations: Vec<String>,
    /// By which the secrets file that belongs to it is known.
    pub keys: Marks,
}

/// What must have come by the end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct End {
    pub tables: BTreeMap<String, Sums>,
    pub files: FileSums,
    /// Of all that, with the key that signs the audit trail's checkpoints; nothing where there is none.
    pub signature: Option<String>,
}
