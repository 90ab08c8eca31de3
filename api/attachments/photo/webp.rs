//! A WebP file without its metadata, its profile, further frames and whatever follows its end.

use super::{Bare, unreadable};
use crate::error::Result;

const HEADER: usize = 12;
/// That there is a profile, what the camera wrote, XMP.
const METADATA_FLAGS: u8 = 0x20 | 0x08 | 0x04;

/// Walks the chunks and keeps the first picture.
pub fn bare(bytes: &[u8]) -> Result<Bare<'_>> {
    let (header, rest) = bytes.split_at_checked(HEADER).ok_or_else(unreadable)?;
    let mut bare = Bare { bytes: header.to_vec(), exif: None };
    let mut rest = rest.get(..length_within(bytes).ok_or_else(unreadable)?).unwrap_or(rest);
    let mut frames = 0;
    while rest.len() >= 8 {
        let Chunk { name, content, whole, after } = chunk(rest).ok_or_else(unreadable)?;
        rest = after;
        match name {
            b"VP8X" => bare.bytes.extend(without_flags(whole)),
            b"VP8 " | b"VP8L" | b"ALPH" | b"ANIM" => bare.bytes.extend(whole),
            b"ANMF" if frames == 0 => {
                frames += 1;
                bare.bytes.extend(whole);
            }
            b"EXIF" => bare.exif = bare.exif.or(Some(content.strip_prefix(b"Exif\0\0").unwrap_or(content))),
            _ => {}
        }
    }
    let length = u32::try_from(bare.bytes.len() - 8).map_err(|_| unreadable())?;
    bare.bytes.splice(4..8, length.to_le_bytes());
    Ok(bare)
}

/// What the file says that its chunks take.
fn length_within(bytes: &[u8]) -> Option<usize> {
    let length = bytes.get(4..8)?.first_chunk()?;
    usize::try_from(u32::from_le_bytes(*length)).ok()?.checked_sub(4)
}

/// The header of an extended file promises no more metadata.
fn without_flags(whole: &[u8]) -> Vec<u8> {
    let clear = |(at, byte): (usize, &u8)| if at == 8 { byte & !METADATA_FLAGS } else { *byte };
    whole.iter().enumerate().map(clear).collect()
}

struct Chunk<'a> {
    name: &'a [u8; 4],
    content: &'a [u8],
    whole: &'a [u8],
    after: &'a [u8],
}

/// A chunk; of odd length it is followed by one byte of padding, which the last one may lack.
fn chunk(bytes: &[u8]) -> Option<Chunk<'_>> {
    let (name, rest) = bytes.split_first_chunk()?;
    let (length, rest) = rest.split_first_chunk()?;
    let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
    let content = rest.get(..length)?;
    let padded = length.checked_add(length % 2)?.checked_add(8)?.min(bytes.len());
    let (whole, after) = bytes.split_at_checked(padded)?;
    Some(Chunk { name, content, whole, after })
}
