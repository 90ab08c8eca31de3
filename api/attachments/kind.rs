//! What a file is: told by its content alone, whatever it is called and whatever its sender says.

use crate::attachments::{paper, recording};
use crate::db::types::words;

words! {
    /// What a file is to people.
    FileClass {
        /// A picture, encoded anew: the only file that is ever shown.
        Photo,
        /// A voice or a scene. A voice tells who speaks: recordings are as sensitive as a name.
        Recording,
        /// A document, kept as it was sent and only ever downloaded.
        Paper,
    }
}

impl FileClass {
    /// The class of what is stored under a media type.
    pub fn of(media_type: &str) -> Self {
        match media_type.split('/').next() {
            Some("image") => Self::Photo,
            Some("audio" | "video") => Self::Recording,
            Some(_) | None => Self::Paper,
        }
    }
}

/// Every kind of file that is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::VariantArray)]
pub enum Kind {
    Jpeg,
    Png,
    Webp,
    Pdf,
    Docx,
    Xlsx,
    Odt,
    Doc,
    Mp3,
    Ogg,
    Wav,
    WebmAudio,
    WebmVideo,
    Mp4Audio,
    Mp4Video,
}

impl Kind {
    /// `None` for what is not taken: pages, drawings with scripts, programs, archives, anything unknown.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        match bytes {
            [0xff, 0xd8, 0xff, ..] => Some(Self::Jpeg),
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Some(Self::Png),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(Self::Webp),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'A', b'V', b'E', ..] => Some(Self::Wav),
            [b'%', b'P', b'D', b'F', b'-', ..] => Some(Self::Pdf),
            [b'P', b'K', 3, 4, ..] => paper::zipped::kind(bytes),
            [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ..] => paper::doc::is_document(bytes).then_some(Self::Doc),
            [b'O', b'g', b'g', b'S', ..] => recording::ogg::is_sound(bytes).then_some(Self::Ogg),
            [0x1a, 0x45, 0xdf, 0xa3, ..] => recording::webm::kind(bytes),
            [_, _, _, _, b'f', b't', b'y', b'p', ..] => recording::mp4::kind(bytes),
            [b'I', b'D', b'3', ..] | [0xff, 0xe0..=0xff, ..] => recording::mp3::is_sound(bytes).then_some(Self::Mp3),
            _ => None,
        }
    }

    /// What is stored of it is told by this type; a photo's is that of the new picture.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Jpeg | Self::Png | Self::Webp => "image/jpeg",
            Self::Pdf => "application/pdf",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Doc => "application/msword",
            Self::Mp3 => "audio/mpeg",
            Self::Ogg => "audio/ogg",
            Self::Wav => "audio/wav",
            Self::WebmAudio => "audio/webm",
            Self::WebmVideo => "video/webm",
            Self::Mp4Audio => "audio/mp4",
            Self::Mp4Video => "video/mp4",
        }
    }

    /// How the name of such a file ends.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Jpeg | Self::Png | Self::Webp => "jpg",
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Odt => "odt",
            Self::Doc => "doc",
            Self::Mp3 => "mp3",
            Self::Ogg => "ogg",
            Self::Wav => "wav",
            Self::WebmAudio | Self::WebmVideo => "webm",
            Self::Mp4Audio => "m4a",
            Self::Mp4Video => "mp4",
        }
    }

    pub fn class(self) -> FileClass {
        FileClass::of(self.media_type())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_no_photo_whatever_it_is_called() {
        let pages: [&[u8]; 4] = [
            b"<html><script>alert(1)</script></html>",
            b"<svg xmlns='http://www.w3.org/2000/svg'/>",
            b"GIF89a/*<svg/onload=alert(1)>*/",
            b"",
        ];
        for page in pages {
            assert_eq!(Kind::of(page), None);
        }
    }

    #[test]
    fn a_recordings_type_says_that_it_is_one() {
        assert_eq!(Kind::Mp4Audio.class(), FileClass::Recording);
        assert_eq!(Kind::WebmVideo.class(), FileClass::Recording);
        assert_eq!(Kind::Png.class(), FileClass::Photo);
        assert_eq!(Kind::Xlsx.class(), FileClass::Paper);
    }
}
