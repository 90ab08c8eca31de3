//! WebP files.

use image::ImageFormat;

use super::Becomes::{Picture, Refused, Turned};
use super::{CANARY, HEIGHT, Hostile, WIDTH, encoded, exif, hostile, joined};

fn chunk(name: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let length = u32::try_from(content.len()).unwrap();
    joined(&[name, &length.to_le_bytes(), content, &vec![0; content.len() % 2]])
}

fn file(chunks: &[Vec<u8>]) -> Vec<u8> {
    let chunks = chunks.concat();
    let length = u32::try_from(chunks.len() + 4).unwrap();
    joined(&[b"RIFF", &length.to_le_bytes(), b"WEBP", &chunks])
}

/// The picture's own chunk.
fn drawn() -> Vec<u8> {
    encoded(ImageFormat::WebP)[12..].to_vec()
}

fn extended(flags: u8) -> Vec<u8> {
    let side = |length: u32| (length - 1).to_le_bytes()[..3].to_vec();
    chunk(b"VP8X", &joined(&[&[flags, 0, 0, 0], &side(WIDTH), &side(HEIGHT)]))
}

fn animated() -> Vec<u8> {
    let side = |length: u32| (length - 1).to_le_bytes()[..3].to_vec();
    let place = joined(&[&[0; 6], &side(WIDTH), &side(HEIGHT), &[100, 0, 0, 0]]);
    let frame = |inside: &[u8]| chunk(b"ANMF", &joined(&[&place, inside]));
    file(&[extended(2), chunk(b"ANIM", &[0; 6]), frame(&drawn()), frame(&joined(&[&drawn(), CANARY]))])
}

/// A picture that says to have the largest size there is.
fn largest() -> Vec<u8> {
    let mut bytes = file(&[drawn()]);
    // After the signature: 14 bits of width and 14 of height.
    bytes[21..25].copy_from_slice(&0x0fff_bffe_u32.to_le_bytes());
    bytes
}

pub fn all() -> Vec<Hostile> {
    let whole = Picture(WIDTH, HEIGHT);
    let plain = encoded(ImageFormat::WebP);
    vec![
        hostile(
            "EXIF, XMP and a profile",
            whole,
            file(&[extended(0x2c), chunk(b"ICCP", CANARY), drawn(), chunk(b"EXIF", &exif(1)), chunk(b"XMP ", CANARY)]),
        ),
        hostile("the camera held in another way", Turned(false, true), {
            file(&[extended(8), drawn(), chunk(b"EXIF", &exif(8))])
        }),
        hostile("metadata promised and missing", whole, file(&[extended(0x2c), drawn()])),
        hostile("a chunk of no known maker", whole, file(&[extended(0), chunk(b"CANA", CANARY), drawn()])),
        hostile("an animated picture", whole, animated()),
        hostile("words after the end", whole, joined(&[&plain, CANARY])),
        hostile("268 megapixels claimed", Refused("image_too_large"), largest()),
        hostile("cut off", Refused("unreadable_image"), &plain[..plain.len() - 8]),
        hostile("only a beginning", Refused("unreadable_image"), &plain[..12]),
        hostile("a length of nothing", Refused("unreadable_image"), b"RIFF\0\0\0\0WEBPVP8L\0\0\0\0"),
    ]
}
