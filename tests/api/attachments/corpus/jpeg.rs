//! JPEG files.

use image::ImageFormat;

use super::Becomes::{Picture, Refused, Turned};
use super::{CANARY, HEIGHT, Hostile, WIDTH, encoded, exif, hostile, joined, zip};

fn segment(marker: u8, content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len() + 2).unwrap();
    joined(&[&[0xff, marker], &length.to_be_bytes(), content])
}

/// A picture with a segment after its beginning.
fn with(marker: u8, content: &[u8]) -> Vec<u8> {
    let plain = plain();
    joined(&[&plain[..2], &segment(marker, content), &plain[2..]])
}

fn plain() -> Vec<u8> {
    encoded(ImageFormat::Jpeg)
}

fn position(bytes: &[u8], marker: u8) -> usize {
    bytes.windows(2).position(|pair| pair == [0xff, marker]).unwrap()
}

/// A picture that says to have this size.
fn claiming(width: u16, height: u16) -> Vec<u8> {
    let mut bytes = plain();
    let frame = position(&bytes, 0xc0);
    bytes[frame + 5..frame + 7].copy_from_slice(&height.to_be_bytes());
    bytes[frame + 7..frame + 9].copy_from_slice(&width.to_be_bytes());
    bytes
}

/// The same scan again and again: little to send, much to decode.
fn with_scans(count: usize) -> Vec<u8> {
    let plain = plain();
    let scan = position(&plain, 0xda);
    let (before, scan) = plain[..plain.len() - 2].split_at(scan);
    joined(&[before, &scan.repeat(count), &[0xff, 0xd9]])
}

pub fn all() -> Vec<Hostile> {
    let whole = Picture(WIDTH, HEIGHT);
    let plain = plain();
    let page = joined(&[b"*/--><script>alert(1)</script><!--", CANARY]);
    let after = |trailer: &[u8]| joined(&[&plain, trailer]);
    let archive = zip::archive(&[zip::stored("Evil.class", CANARY)]);
    let mut files = vec![
        hostile("a comment", whole, with(0xfe, CANARY)),
        hostile("GPS in EXIF", whole, with(0xe1, &joined(&[b"Exif\0\0", &exif(1)]))),
        hostile("XMP", whole, with(0xe1, &joined(&[b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>", CANARY]))),
        hostile("IPTC", whole, with(0xed, &joined(&[b"Photoshop 3.0\x008BIM\x04\x04\0\0", CANARY]))),
        hostile("a colour profile", whole, with(0xe2, &joined(&[b"ICC_PROFILE\0\x01\x01", CANARY]))),
        hostile("a segment of no known maker", whole, with(0xef, CANARY)),
        hostile("EXIF that leads out of itself", whole, with(0xe1, b"Exif\0\0II\x2a\0\xff\xff\xff\x7f")),
        hostile("a thumbnail in EXIF", whole, with(0xe1, &joined(&[b"Exif\0\0", &exif(1), &with(0xfe, CANARY)]))),
        hostile("a page in a comment", whole, with(0xfe, &page)),
        hostile("words after the end", whole, after(CANARY)),
        hostile("an archive of programs after the end", whole, after(&archive)),
        hostile("a second picture after the end, as MPO has it", whole, after(&with(0xfe, CANARY))),
        hostile("a film after the end", whole, after(&joined(&[b"\0\0\0\x18ftypmp42", CANARY]))),
        hostile("fill bytes before a marker", whole, joined(&[&plain[..2], &[0xff; 9], &plain[2..]])),
        hostile("cut off in the header", Refused("unreadable_image"), &plain[..60]),
        hostile("cut off in the picture", whole, &plain[..plain.len() - 20]),
        hostile("only a beginning", Refused("unreadable_image"), &plain[..3]),
        hostile("a segment shorter than its length", Refused("unreadable_image"), b"\xff\xd8\xff\xe0\0\x01JFIF"),
        hostile("a segment longer than the file", Refused("unreadable_image"), b"\xff\xd8\xff\xe0\xff\xffJFIF"),
        hostile("4 thousand million pixels claimed", Refused("image_too_large"), claiming(65_535, 65_535)),
        hostile("a side of 30,000", Refused("image_too_large"), claiming(30_000, 16)),
        hostile("130 megapixels claimed", Refused("image_too_large"), claiming(13_000, 10_000)),
        hostile("no width", Refused("unreadable_image"), claiming(0, 24)),
        hostile("a hundred scans", Refused("image_too_large"), with_scans(100)),
        hostile("no table of amounts", whole, joined(&[&plain[..2], &plain[position(&plain, 0xc0)..]])),
    ];
    files.extend((1..=8).map(|orientation| {
        let (right, bottom) = (matches!(orientation, 2 | 3 | 6 | 7), matches!(orientation, 3 | 4 | 7 | 8));
        let held = joined(&[b"Exif\0\0", &exif(orientation)]);
        hostile("the camera held in another way", Turned(right, bottom), with(0xe1, &held))
    }));
    files
}
