//! A JPEG file without its comments, metadata, thumbnails and whatever follows its end.

use super::{Bare, too_large, unreadable};
use crate::error::Result;

/// Scans of one picture: a camera makes one, the finest progressive file some ten. Each is work for the decoder over
/// the whole picture, and a few bytes are enough for one.
const MOST_SCANS: usize = 64;

const START_OF_SCAN: u8 = 0xda;
const END_OF_IMAGE: u8 = 0xd9;
const EXIF: &[u8] = b"Exif\0\0";

/// Walks the segments up to the end of the first picture.
pub fn bare(bytes: &[u8]) -> Result<Bare<'_>> {
    let (start, mut rest) = bytes.split_at_checked(2).ok_or_else(unreadable)?;
    let mut bare = Bare { bytes: start.to_vec(), exif: None };
    let mut scans = 0;
    while let Some((marker, after)) = marker(rest) {
        bare.bytes.extend([0xff, marker]);
        rest = after;
        if marker == END_OF_IMAGE {
            break;
        }
        if is_alone(marker) {
            continue;
        }
        let (segment, after) = segment(rest).ok_or_else(unreadable)?;
        if is_needed(marker) {
            bare.bytes.extend(segment);
        } else {
            bare.bytes.truncate(bare.bytes.len() - 2);
            let content = segment.get(2..).unwrap_or_default();
            bare.exif = bare.exif.or_else(|| content.strip_prefix(EXIF).filter(|_| marker == 0xe1));
        }
        rest = after;
        if marker == START_OF_SCAN {
            scans += 1;
            if scans > MOST_SCANS {
                return Err(too_large());
            }
            let (scan, after) = rest.split_at(scan_length(rest));
            bare.bytes.extend(scan);
            rest = after;
        }
    }
    Ok(bare)
}

/// The next marker, after any number of fill bytes.
fn marker(bytes: &[u8]) -> Option<(u8, &[u8])> {
    let (0xff, rest) = bytes.split_first().map(|(first, rest)| (*first, rest))? else { return None };
    let fill = rest.iter().take_while(|byte| **byte == 0xff).count();
    rest.get(fill..)?.split_first().map(|(marker, rest)| (*marker, rest))
}

/// A segment with the two bytes of its length.
fn segment(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let length = u16::from_be_bytes(*bytes.first_chunk()?);
    if length < 2 {
        return None;
    }
    bytes.split_at_checked(usize::from(length))
}

/// Markers without a segment.
fn is_alone(marker: u8) -> bool {
    matches!(marker, 0x01 | 0xd0..=0xd8)
}

/// Whether a picture can't be drawn without the segment: tables, frames, scans, and how Adobe means the colours.
fn is_needed(marker: u8) -> bool {
    matches!(marker, 0xc0..=0xcf | 0xda..=0xdf | 0xee)
}

/// How far the picture's own data reaches: up to the next marker that is neither a stuffed byte nor a restart.
fn scan_length(bytes: &[u8]) -> usize {
    let is_end = |pair: &[u8]| matches!(pair, [0xff, next] if !matches!(next, 0x00 | 0xd0..=0xd7 | 0xff));
    bytes.windows(2).position(is_end).unwrap_or(bytes.len())
}
