//! Ogg: the first page begins with what the stream is.

const SOUNDS: [&[u8]; 3] = [b"OpusHead", b"\x01vorbis", b"Speex   "];
/// A page's header; its last byte says how many bytes of lengths follow.
const HEADER: usize = 27;

pub fn is_sound(bytes: &[u8]) -> bool {
    let Some((header, rest)) = bytes.split_first_chunk::<HEADER>() else { return false };
    let lengths = header.last().copied().map(usize::from).unwrap_or_default();
    rest.get(lengths..).is_some_and(|packet| SOUNDS.iter().any(|sound| packet.starts_with(sound)))
}
