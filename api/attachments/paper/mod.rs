//! Papers are kept as they were sent. What acts by itself when somebody opens it is refused before: staff read them on
//! the machines on which they read everything else, and whoever wants to know who complained may send one.
//!
//! This is a net, not a wall: it finds what common tools make, and a paper is still opened with care.

pub mod doc;
pub mod pdf;
pub mod zipped;

use crate::error::ApiError;

/// Memory that looking into a paper takes, in megabytes.
pub const MEMORY: u32 = 64;

/// A script, a macro, a program inside, or something that is fetched from elsewhere on opening.
fn active() -> ApiError {
    ApiError::field("", "active_content")
}

/// Nobody can say what is in it.
fn encrypted() -> ApiError {
    ApiError::field("", "encrypted_document")
}

fn unreadable() -> ApiError {
    ApiError::field("", "unreadable_document")
}

/// It would fill the memory or the disk of whoever opens it.
fn bomb() -> ApiError {
    ApiError::field("", "archive_bomb")
}
