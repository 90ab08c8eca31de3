//! PNG files.

use flate2::Crc;
use image::{DynamicImage, ImageFormat, Rgba, RgbaImage};

use super::Becomes::{Picture, Refused, Turned};
use super::{CANARY, HEIGHT, Hostile, WIDTH, encoded, exif, hostile, joined, zlib};

fn chunk(name: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let mut crc = Crc::new();
    crc.update(name);
    crc.update(content);
    let length = u32::try_from(content.len()).unwrap();
    joined(&[&length.to_be_bytes(), name, content, &crc.sum().to_be_bytes()])
}

const HEADER_END: usize = 8 + 25;

/// A picture with further chunks after its header.
fn with(chunks: &[Vec<u8>]) -> Vec<u8> {
    let plain = encoded(ImageFormat::Png);
    joined(&[&plain[..HEADER_END], &chunks.concat(), &plain[HEADER_END..]])
}

fn header(width: u32, height: u32, depth: u8, colours: u8) -> Vec<u8> {
    chunk(b"IHDR", &joined(&[&width.to_be_bytes(), &height.to_be_bytes(), &[depth, colours, 0, 0, 0]]))
}

/// A file of these chunks.
fn of(chunks: &[Vec<u8>]) -> Vec<u8> {
    joined(&[b"\x89PNG\r\n\x1a\n", &chunks.concat(), &chunk(b"IEND", b"")])
}

fn animated() -> Vec<u8> {
    let frame = |number: u32| {
        let size = [WIDTH.to_be_bytes(), HEIGHT.to_be_bytes(), [0; 4], [0; 4]].concat();
        chunk(b"fcTL", &joined(&[&number.to_be_bytes(), &size, &[0, 1, 0, 1, 0, 0]]))
    };
    let further = chunk(b"fdAT", &joined(&[&2u32.to_be_bytes(), &zlib(CANARY)]));
    let plain = with(&[chunk(b"acTL", &[0, 0, 0, 2, 0, 0, 0, 0]), frame(0)]);
    let end = plain.len() - 12;
    joined(&[&plain[..end], &frame(1), &further, &plain[end..]])
}

/// A picture that is nothing but transparent, with something under it.
fn hidden() -> Vec<u8> {
    let under = RgbaImage::from_fn(WIDTH, HEIGHT, |x, y| Rgba([if (x + y) % 2 == 0 { 255 } else { 0 }, 0, 0, 0]));
    let mut bytes = std::io::Cursor::new(vec![]);
    DynamicImage::ImageRgba8(under).write_to(&mut bytes, ImageFormat::Png).unwrap();
    bytes.into_inner()
}

fn damaged() -> Vec<u8> {
    let mut bytes = encoded(ImageFormat::Png);
    bytes[HEADER_END - 1] ^= 1;
    bytes
}

pub fn all() -> Vec<Hostile> {
    let whole = Picture(WIDTH, HEIGHT);
    let plain = encoded(ImageFormat::Png);
    let text = |name: &[u8; 4], key: &[u8], words: &[u8]| with(&[chunk(name, &joined(&[key, words]))]);
    let bomb = zlib(&vec![0; 100 * 1024 * 1024]);
    vec![
        hostile("a tEXt chunk", whole, text(b"tEXt", b"Author\0", CANARY)),
        hostile("a zTXt chunk", whole, text(b"zTXt", b"Author\0\0", &zlib(CANARY))),
        hostile("an iTXt chunk", whole, text(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0", CANARY)),
        hostile("a zTXt chunk that unpacks to 100 MB", whole, text(b"zTXt", b"Author\0\0", &bomb)),
        hostile("a colour profile", whole, text(b"iCCP", b"Canary\0\0", &zlib(CANARY))),
        hostile("a colour profile that unpacks to 100 MB", whole, text(b"iCCP", b"sRGB\0\0", &bomb)),
        hostile("when it was made", whole, with(&[chunk(b"tIME", &[7, 234, 11, 24, 5, 0, 0])])),
        hostile("GPS and how the camera was held", Turned(true, false), with(&[chunk(b"eXIf", &exif(6))])),
        hostile("a chunk of no known maker", whole, with(&[chunk(b"caNA", CANARY)])),
        hostile("words after the end", whole, joined(&[&plain, CANARY])),
        hostile("a second file after the end", whole, joined(&[&plain, &with(&[chunk(b"tEXt", CANARY)])])),
        hostile("an animated picture", whole, animated()),
        hostile("a picture under a transparent one", whole, hidden()),
        hostile("3,600 megapixels claimed", Refused("image_too_large"), of(&[header(60_000, 60_000, 8, 2)])),
        hostile(
            "400 megapixels claimed",
            Refused("image_too_large"),
            of(&[header(20_000, 20_000, 8, 2), chunk(b"IDAT", &zlib(b""))]),
        ),
        hostile(
            "100 megapixels of 64 bits",
            Refused("image_too_large"),
            of(&[header(10_000, 10_000, 16, 6), chunk(b"IDAT", &zlib(b""))]),
        ),
        hostile("one pixel that unpacks to 100 MB", Picture(1, 1), of(&[header(1, 1, 8, 2), chunk(b"IDAT", &bomb)])),
        hostile("no size", Refused("unreadable_image"), of(&[header(0, 0, 8, 2), chunk(b"IDAT", &zlib(b""))])),
        hostile("no picture", Refused("unreadable_image"), of(&[header(4, 4, 8, 2)])),
        hostile("a wrong checksum", Refused("unreadable_image"), damaged()),
        hostile("cut off", Refused("unreadable_image"), &plain[..plain.len() - 30]),
        hostile(
            "a chunk longer than the file",
            Refused("unreadable_image"),
            joined(&[&plain[..8], b"\xff\xff\xff\xffIHDR"]),
        ),
    ]
}
