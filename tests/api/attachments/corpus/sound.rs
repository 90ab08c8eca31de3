//! Recordings, and what looks like them.

use super::Becomes::{Kept, NotTaken, Refused};
use super::{CANARY, Hostile, hostile, joined, zip};

fn element(id: &[u8], content: &[u8]) -> Vec<u8> {
    let length = u32::try_from(content.len()).unwrap() | 0x1000_0000;
    joined(&[id, &length.to_be_bytes(), content])
}

fn matroska(doc_type: &[u8], tracks: &[u8]) -> Vec<u8> {
    let header = element(&[0x1a, 0x45, 0xdf, 0xa3], &element(&[0x42, 0x82], doc_type));
    let tracks: Vec<u8> = tracks.iter().flat_map(|kind| element(&[0xae], &element(&[0x83], &[*kind]))).collect();
    let tracks = element(&[0x16, 0x54, 0xae, 0x6b], &tracks);
    // Of unknown length, as a browser writes it while it records.
    let segment = [0x18, 0x53, 0x80, 0x67, 0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff];
    joined(&[&header, &segment, &tracks, &element(&[0x1f, 0x43, 0xb6, 0x75], b"sound")])
}

fn block(name: &[u8; 4], content: &[u8]) -> Vec<u8> {
    joined(&[&u32::try_from(content.len() + 8).unwrap().to_be_bytes(), name, content])
}

fn mp4(handlers: &[&[u8; 4]]) -> Vec<u8> {
    let track = |handler: &[u8; 4]| {
        let handler = block(b"hdlr", &joined(&[&[0; 8], handler, &[0; 13]]));
        block(b"trak", &block(b"mdia", &handler))
    };
    let tracks: Vec<u8> = handlers.iter().flat_map(|handler| track(handler)).collect();
    joined(&[&block(b"ftyp", b"mp42\0\0\0\0mp42"), &block(b"moov", &tracks), &block(b"mdat", b"sound")])
}

fn ogg(packet: &[u8]) -> Vec<u8> {
    joined(&[b"OggS\0\x02", &[0; 20], &[1, u8::try_from(packet.len()).unwrap()], packet])
}

/// Frames of 128 kilobits, 44,100 samples a second.
fn mp3() -> Vec<u8> {
    let frame = joined(&[&[0xff, 0xfb, 0x90, 0x00], &[0; 413]]);
    frame.repeat(4)
}

fn tagged(tag: &[u8], sound: &[u8]) -> Vec<u8> {
    joined(&[b"ID3\x04\0\0\0\0\0", &[u8::try_from(tag.len()).unwrap()], tag, sound])
}

fn wav() -> Vec<u8> {
    joined(&[
        b"RIFF\x2c\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x40\x1f\0\0\x01\0\x08\0data\x08\0\0\0",
        &[128; 8],
    ])
}

pub fn all() -> Vec<Hostile> {
    let archive = zip::archive(&[zip::stored("Evil.class", CANARY)]);
    let ambiguous = Refused("ambiguous_file");
    vec![
        hostile("a voice, as Chromium records it", Kept("audio/webm"), matroska(b"webm", &[2])),
        hostile("a scene, as Chromium records it", Kept("video/webm"), matroska(b"webm", &[1, 2])),
        hostile("a film of another kind", NotTaken, matroska(b"matroska", &[2])),
        hostile("a film without a track", NotTaken, matroska(b"webm", &[])),
        hostile("subtitles alone", NotTaken, matroska(b"webm", &[17])),
        hostile("a number without an end", NotTaken, b"\x1a\x45\xdf\xa3\0\0\0\0\0\0\0\0\0"),
        hostile("a voice, as an iPhone records it", Kept("audio/mp4"), mp4(&[b"soun"])),
        hostile("a scene, as an iPhone records it", Kept("video/mp4"), mp4(&[b"vide", b"soun", b"meta"])),
        hostile("a film without a track", NotTaken, mp4(&[])),
        hostile("a picture in a film's clothes", NotTaken, block(b"ftyp", b"heic\0\0\0\0mif1")),
        hostile("another such picture", NotTaken, block(b"ftyp", b"avif\0\0\0\0mif1")),
        hostile("a box longer than the file", NotTaken, joined(&[&block(b"ftyp", b"mp42"), b"\x7f\xff\xff\xffmoov"])),
        hostile("a box of no length", NotTaken, joined(&[&block(b"ftyp", b"mp42"), b"\0\0\0\x04moov"])),
        hostile("a voice, as Firefox records it", Kept("audio/ogg"), ogg(b"OpusHead\x01\x01")),
        hostile("a film in Ogg", NotTaken, ogg(b"\x80theora")),
        hostile("a page in Ogg's clothes", NotTaken, b"OggS<script>alert(1)</script>"),
        hostile("a plain recording", Kept("audio/wav"), wav()),
        hostile("a recording that is also an archive", ambiguous, joined(&[&wav(), &archive])),
        hostile("a recording that is also a document", ambiguous, joined(&[&wav(), b"%PDF-1.7\n1 0 obj"])),
        hostile("a song", Kept("audio/mpeg"), tagged(b"TIT2", &mp3())),
        hostile("a song without a tag", Kept("audio/mpeg"), mp3()),
        hostile("a song with a page in its tag", ambiguous, tagged(b"<script>alert(1)</script>", &mp3())),
        hostile("a song that is also an archive", ambiguous, joined(&[&mp3(), &archive])),
        hostile("a tag and a page after it", NotTaken, tagged(b"", b"<html><script>alert(1)</script>")),
        hostile("a tag longer than the file", NotTaken, b"ID3\x04\0\0\x7f\x7f\x7f\x7f"),
        hostile("two bytes of a song", NotTaken, b"\xff\xfb"),
    ]
}
