//! MP3: frames one after the other, often with a tag before them. One frame's header is four bytes that chance may make;
//! two in a row, the second where the first one ends, are a sound.

/// How far after a tag the first frame may lie: some writers leave room.
const PADDING: usize = 4096;

/// Kilobits per second, by the index in a header: of MPEG 1, and of MPEG 2 and 2.5, layer III.
const RATES: [[usize; 16]; 2] = [
    [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0],
    [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0],
];
/// Samples per second of MPEG 1.
const FREQUENCIES: [usize; 4] = [44_100, 48_000, 32_000, 0];

pub fn is_sound(bytes: &[u8]) -> bool {
    let Some(sound) = after_tag(bytes) else { return false };
    (0..PADDING.min(sound.len())).filter_map(|at| sound.get(at..)).any(has_two_frames)
}

/// What follows the ID3 tag; its length has seven bits in each byte.
fn after_tag(bytes: &[u8]) -> Option<&[u8]> {
    if !bytes.starts_with(b"ID3") {
        return Some(bytes);
    }
    let length =
        bytes.get(6..10)?.iter().try_fold(0, |sum, byte| (*byte < 0x80).then(|| (sum << 7) | usize::from(*byte)));
    bytes.get(length?.checked_add(10)?..)
}

fn has_two_frames(bytes: &[u8]) -> bool {
    let next = frame_length(bytes).and_then(|length| bytes.get(length..));
    next.is_some_and(|next| frame_length(next).is_some())
}

/// The length of the layer III frame that begins here.
fn frame_length(bytes: &[u8]) -> Option<usize> {
    let [0xff, second, third, _] = *bytes.first_chunk()? else { return None };
    let (sync, version, layer) = (second >> 5, (second >> 3) & 3, (second >> 1) & 3);
    if sync != 7 || version == 1 || layer != 1 {
        return None;
    }
    let is_first = version == 3;
    let rate = *RATES.get(usize::from(!is_first))?.get(usize::from(third >> 4))?;
    let frequency = FREQUENCIES.get(usize::from((third >> 2) & 3))? / [4, 1, 2, 1].get(usize::from(version))?;
    if rate == 0 || frequency == 0 {
        return None;
    }
    let samples = if is_first { 144 } else { 72 };
    Some(samples * rate * 1000 / frequency + usize::from((third >> 1) & 1))
}
