//! The files. They are made here rather than kept, so that each says what is wrong with it.

mod documents;
mod jpeg;
mod office;
mod others;
mod pdf;
mod png;
mod sound;
mod webp;
pub mod zip;

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

/// What no file that is given out may hold.
pub const CANARY: &[u8] = b"Canary of Barskoon 42.0117 N 77.6084 E";

pub struct Hostile {
    pub what: &'static str,
    pub bytes: Vec<u8>,
    pub becomes: Becomes,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Becomes {
    /// Refused as a media type that is not taken.
    NotTaken,
    /// Refused, with this code.
    Refused(&'static str),
    /// A picture of this width and height, and nothing else.
    Picture(u32, u32),
    /// The same, with the corner that was the stored picture's first one here: right, bottom.
    Turned(bool, bool),
    /// Kept as it was sent, under this media type, for download only.
    Kept(&'static str),
}

pub fn all() -> Vec<Hostile> {
    [jpeg::all(), png::all(), webp::all(), pdf::all(), office::all(), documents::all(), sound::all(), others::all()]
        .into_iter()
        .flatten()
        .collect()
}

fn hostile(what: &'static str, becomes: Becomes, bytes: impl Into<Vec<u8>>) -> Hostile {
    Hostile { what, becomes, bytes: bytes.into() }
}

pub const WIDTH: u32 = 48;
pub const HEIGHT: u32 = 24;

/// Blue, with a red corner where the stored picture begins.
fn picture() -> DynamicImage {
    DynamicImage::ImageRgb8(RgbImage::from_fn(WIDTH, HEIGHT, |x, y| {
        if x < WIDTH / 2 && y < HEIGHT / 2 { Rgb([220, 20, 20]) } else { Rgb([20, 40, 200]) }
    }))
}

fn encoded(format: ImageFormat) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(vec![]);
    picture().write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

fn joined(parts: &[&[u8]]) -> Vec<u8> {
    parts.concat()
}

fn zlib(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(vec![], Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// What a camera writes: how it was held, a description and a place.
fn exif(orientation: u16) -> Vec<u8> {
    let entry = |tag: u16, kind: u16, count: usize, value: u32| {
        let count = u32::try_from(count).unwrap();
        [&tag.to_le_bytes()[..], &kind.to_le_bytes(), &count.to_le_bytes(), &value.to_le_bytes()].concat()
    };
    let after = 8 + 2 + 3 * 12 + 4;
    let (text, gps) = (after, after + u32::try_from(CANARY.len()).unwrap());
    joined(&[
        b"II\x2a\0\x08\0\0\0",
        &3u16.to_le_bytes(),
        &entry(0x010e, 2, CANARY.len(), text),
        &entry(0x0112, 3, 1, u32::from(orientation)),
        &entry(0x8825, 4, 1, gps),
        &0u32.to_le_bytes(),
        CANARY,
        &1u16.to_le_bytes(),
        &entry(0x0001, 2, 2, u32::from(b'N')),
        &0u32.to_le_bytes(),
    ])
}
