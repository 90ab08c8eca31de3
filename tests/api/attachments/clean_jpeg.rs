//! What a photo may be given out as: a picture and nothing else, to the last byte.

/// Goes through the segments of a JPEG file and fails at anything that is not needed to draw it.
#[track_caller]
pub fn assert_only_a_picture(bytes: &[u8]) {
    assert_eq!(bytes[..2], [0xff, 0xd8], "it begins as a picture");
    let mut at = 2;
    loop {
        assert_eq!(bytes[at], 0xff, "a marker at {at}");
        let marker = bytes[at + 1];
        let length = usize::from(u16::from_be_bytes([bytes[at + 2], bytes[at + 3]]));
        let content = &bytes[at + 4..at + 2 + length];
        match marker {
            // The header that every JPEG file begins with, without a thumbnail.
            0xe0 => assert!(content.len() == 14 && content.starts_with(b"JFIF\0"), "{content:?}"),
            // Tables, the frame, the scan.
            0xc0 | 0xc4 | 0xda | 0xdb => {}
            other => panic!("a segment {other:x} of {length} bytes"),
        }
        at += 2 + length;
        if marker == 0xda {
            break;
        }
    }
    let end = bytes[at..].windows(2).position(|pair| pair[0] == 0xff && pair[1] != 0).expect("it ends") + at;
    assert_eq!(bytes[end..], [0xff, 0xd9], "nothing follows the picture");
}
