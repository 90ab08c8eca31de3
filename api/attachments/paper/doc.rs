//! Documents of the old Word: a file system in a file, whose directory names what is in it.

use super::active;
use crate::error::Result;

/// Directory entries have this size, and lie at multiples of it.
const ENTRY: usize = 128;
/// The part of an entry that holds its name, in UTF-16.
const NAME: usize = 64;

const ACTIVE: [&str; 5] = ["Macros", "VBA", "_VBA_PROJECT", "_VBA_PROJECT_CUR", "\u{1}Ole10Native"];

pub fn is_document(bytes: &[u8]) -> bool {
    has_entry(bytes, "WordDocument")
}

/// Refuses macros, and programs wrapped into the document.
pub fn check(bytes: &[u8]) -> Result<()> {
    if ACTIVE.iter().any(|name| has_entry(bytes, name)) { Err(active()) } else { Ok(()) }
}

fn has_entry(bytes: &[u8], name: &str) -> bool {
    let wanted: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
    bytes.chunks(ENTRY).filter_map(|entry| entry.get(..NAME)).any(|entry| entry.starts_with(&wanted))
}
