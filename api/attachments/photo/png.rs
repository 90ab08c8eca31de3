//! A PNG file without its texts, profiles, times, further frames and whatever follows its end.

use super::{Bare, unreadable};
use crate::error::Result;

const SIGNATURE: usize = 8;
const NEEDED: [&[u8; 4]; 5] = [b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"];

/// Walks the chunks. Without its frame control an animated picture is its first one.
pub fn bare(bytes: &[u8]) -> Result<Bare<'_>> {
    let (signature, mut rest) = bytes.split_at_checked(SIGNATURE).ok_or_else(unreadable)?;
    let mut bare = Bare { bytes: signature.to_vec(), exif: None };
    while !rest.is_empty() {
        let Chunk { name, content, whole, after } = chunk(rest).ok_or_else(unreadable)?;
        rest = after;
        if NEEDED.contains(&name) {
            bare.bytes.extend(whole);
        } else if name == b"eXIf" {
            bare.exif = bare.exif.or(Some(content));
        }
        if name == b"IEND" {
            break;
        }
    }
    Ok(bare)
}

struct Chunk<'a> {
    name: &'a [u8; 4],
    content: &'a [u8],
    whole: &'a [u8],
    after: &'a [u8],
}

fn chunk(bytes: &[u8]) -> Option<Chunk<'_>> {
    let (length, rest) = bytes.split_first_chunk()?;
    let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
    let (name, rest) = rest.split_first_chunk()?;
    let content = rest.get(..length)?;
    let (whole, after) = bytes.split_at_checked(length.checked_add(12)?)?;
    Some(Chunk { name, content, whole, after })
}
