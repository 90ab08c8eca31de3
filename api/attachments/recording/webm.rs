//! WebM, as browsers record it: elements within elements, each with an id and a length (RFC 8794).

use crate::attachments::kind::Kind;

const HEADER: u32 = 0x1a45_dfa3;
const DOC_TYPE: u32 = 0x4282;
const SEGMENT: u32 = 0x1853_8067;
const CLUSTER: u32 = 0x1f43_b675;
const TRACKS: u32 = 0x1654_ae6b;
const TRACK_ENTRY: u32 = 0xae;
const TRACK_TYPE: u32 = 0x83;

const VIDEO: u8 = 1;
const AUDIO: u8 = 2;

pub fn kind(bytes: &[u8]) -> Option<Kind> {
    let (header, after) = Element::first(bytes)?;
    let is_webm = header.id == HEADER && header.child(DOC_TYPE)?.content == b"webm";
    let (segment, _) = Element::first(after)?;
    if !is_webm || segment.id != SEGMENT {
        return None;
    }
    let tracks = segment.children().take_while(|element| element.id != CLUSTER).find(|element| element.id == TRACKS)?;
    let entries = tracks.children().filter(|element| element.id == TRACK_ENTRY);
    let types: Vec<u8> = entries.filter_map(|entry| entry.child(TRACK_TYPE)?.content.last().copied()).collect();
    match (types.contains(&VIDEO), types.contains(&AUDIO)) {
        (true, _) => Some(Kind::WebmVideo),
        (false, true) => Some(Kind::WebmAudio),
        (false, false) => None,
    }
}

struct Element<'a> {
    id: u32,
    content: &'a [u8],
}

impl<'a> Element<'a> {
    /// The first element and what follows it. One of unknown length, as a live recording is, reaches to the end.
    fn first(bytes: &'a [u8]) -> Option<(Self, &'a [u8])> {
        let (id, rest) = number(bytes, 4, true)?;
        let (length, rest) = number(rest, 8, false)?;
        let length = usize::try_from(length).unwrap_or(usize::MAX).min(rest.len());
        let (content, after) = rest.split_at(length);
        Some((Self { id: u32::try_from(id).ok()?, content }, after))
    }

    fn children(&self) -> impl Iterator<Item = Self> + use<'a> {
        let mut rest = self.content;
        std::iter::from_fn(move || {
            let (element, after) = Self::first(rest)?;
            rest = after;
            Some(element)
        })
    }

    fn child(&self, id: u32) -> Option<Self> {
        self.children().find(|child| child.id == id)
    }
}

/// A number whose first byte's leading zeros say how long it is. An id keeps the bit that ends them; a length does not,
/// and is unknown (the largest number here) if all its bits are set.
fn number(bytes: &[u8], most: usize, is_id: bool) -> Option<(u64, &[u8])> {
    let first = *bytes.first()?;
    let length = usize::try_from(first.leading_zeros()).ok()? + 1;
    if length > most {
        return None;
    }
    let (number, rest) = bytes.split_at_checked(length)?;
    let whole = number.iter().fold(0u64, |sum, byte| (sum << 8) | u64::from(*byte));
    if is_id {
        return Some((whole, rest));
    }
    let bits = 7 * u32::try_from(length).ok()?;
    let value = whole & !(1 << bits);
    let unknown = value == (1 << bits) - 1;
    Some((if unknown { u64::MAX } else { value }, rest))
}
