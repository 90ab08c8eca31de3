//! Files that are two things at once. What is kept as it was sent must be nothing else to another program: not a page
//! to a browser, not an archive of programs to whatever runs such.

use super::kind::Kind;

/// How far into a file readers look for what it is.
const LOOKED_AT: usize = 1024;
/// The end of an archive is its last part: 22 bytes and a comment of up to 65,535.
const ARCHIVE_END: usize = 22 + 65_535;

const MARKUP: [&[u8]; 7] = [b"<html", b"<script", b"<svg", b"<!doctype", b"<iframe", b"<body", b"<?php"];

/// Whether the bytes are also something else than their kind.
pub fn is_more_than(kind: Kind, bytes: &[u8]) -> bool {
    match kind {
        // Of a photo, only the picture is kept.
        Kind::Jpeg | Kind::Png | Kind::Webp => false,
        // These are archives; what lies before or over their entries is refused with them.
        Kind::Docx | Kind::Xlsx | Kind::Odt => false,
        Kind::Pdf => is_page(bytes) || is_archive(bytes),
        Kind::Doc
        | Kind::Mp3
        | Kind::Ogg
        | Kind::Wav
        | Kind::WebmAudio
        | Kind::WebmVideo
        | Kind::Mp4Audio
        | Kind::Mp4Video => is_page(bytes) || is_archive(bytes) || contains(beginning(bytes), b"%PDF-"),
    }
}

fn beginning(bytes: &[u8]) -> &[u8] {
    bytes.get(..LOOKED_AT).unwrap_or(bytes)
}

fn is_page(bytes: &[u8]) -> bool {
    let lower = beginning(bytes).to_ascii_lowercase();
    MARKUP.iter().any(|mark| contains(&lower, mark))
}

/// Whether an archive ends where the file ends.
fn is_archive(bytes: &[u8]) -> bool {
    let tail = bytes.get(bytes.len().saturating_sub(ARCHIVE_END)..).unwrap_or_default();
    (0..tail.len()).filter_map(|at| tail.get(at..)).any(|end| {
        let comment = end.get(20..22).and_then(|length| length.first_chunk()).map(|length| u16::from_le_bytes(*length));
        end.starts_with(b"PK\x05\x06") && comment.is_some_and(|length| usize::from(length) + 22 == end.len())
    })
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}
