//! MP4, as iPhones record it: boxes within boxes, each with a length and a name.

use crate::attachments::kind::Kind;

pub fn kind(bytes: &[u8]) -> Option<Kind> {
    let movie = boxes(bytes).find(|(name, _)| *name == b"moov")?.1;
    let tracks = boxes(movie).filter(|(name, _)| *name == b"trak");
    let handlers: Vec<&[u8]> = tracks.filter_map(|(_, track)| handler(track)).collect();
    match (handlers.contains(&b"vide".as_slice()), handlers.contains(&b"soun".as_slice())) {
        (true, _) => Some(Kind::Mp4Video),
        (false, true) => Some(Kind::Mp4Audio),
        (false, false) => None,
    }
}

/// What a track holds.
fn handler(track: &[u8]) -> Option<&[u8]> {
    let media = boxes(track).find(|(name, _)| *name == b"mdia")?.1;
    boxes(media).find(|(name, _)| *name == b"hdlr")?.1.get(8..12)
}

fn boxes(bytes: &[u8]) -> impl Iterator<Item = (&[u8; 4], &[u8])> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        let (length, after) = rest.split_first_chunk()?;
        let (name, after) = after.split_first_chunk()?;
        let (header, length) = match u32::from_be_bytes(*length) {
            // Up to the end.
            0 => (8, rest.len()),
            1 => (16, usize::try_from(u64::from_be_bytes(*after.first_chunk()?)).ok()?),
            length => (8, usize::try_from(length).ok()?),
        };
        let content = rest.get(header..length)?;
        rest = rest.get(length..)?;
        Some((name, content))
    })
}
