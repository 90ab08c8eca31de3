//! What a file is, by its content, and what is left of a photo when all but the picture is taken away.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageDecoder, ImageReader, Limits};

use crate::error::{ApiError, Result};

/// A phone's camera has up to 108 megapixels; beyond this a picture is an attack.
const MOST_PIXELS: u64 = 120_000_000;
const LONGEST_SIDE: u32 = 20_000;
/// Memory that a decoder may take, in bytes.
const MOST_MEMORY: u64 = 512 * 1024 * 1024;
/// The longer side of what is kept to look at.
const SHOWN_SIDE: u32 = 2560;
const QUALITY: u8 = 85;

/// A file as it may be kept.
pub struct Clean {
    pub media_type: &'static str,
    pub bytes: Vec<u8>,
}

/// Papers and recordings that are kept as they are and only ever downloaded.
const PAPERS: [&str; 11] = [
    "application/pdf",
    "application/msword",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/vnd.oasis.opendocument.text",
    "audio/mpeg",
    "audio/ogg",
    "audio/x-wav",
    "audio/m4a",
    "video/webm",
    "video/mp4",
];

const PHOTOS: [&str; 3] = ["image/jpeg", "image/png", "image/webp"];

/// Takes everything from a file but what it is for; 415 for what is neither a photo, a paper nor a recording.
pub fn clean(bytes: &[u8]) -> Result<Clean> {
    let found = infer::get(bytes).map(|kind| kind.mime_type()).ok_or(ApiError::UnsupportedMediaType)?;
    if PHOTOS.contains(&found) {
        return photo(bytes).map(|bytes| Clean { media_type: "image/jpeg", bytes });
    }
    let media_type = PAPERS.into_iter().find(|paper| *paper == found).ok_or(ApiError::UnsupportedMediaType)?;
    Ok(Clean { media_type, bytes: bytes.to_vec() })
}

/// Decodes, turns upright and encodes anew: no metadata survives that.
fn photo(bytes: &[u8]) -> Result<Vec<u8>> {
    let unreadable = |_| ApiError::field("", "unreadable_image");
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|_| ApiError::Internal)?;
    reader.limits(limits());
    let mut decoder = reader.into_decoder().map_err(unreadable)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(ApiError::field("", "image_too_large"));
    }
    let orientation = decoder.orientation().map_err(unreadable)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(unreadable)?;
    picture.apply_orientation(orientation);
    if picture.width().max(picture.height()) > SHOWN_SIDE {
        picture = picture.thumbnail(SHOWN_SIDE, SHOWN_SIDE);
    }
    let mut out = vec![];
    let flat = DynamicImage::ImageRgb8(picture.to_rgb8());
    flat.write_with_encoder(JpegEncoder::new_with_quality(&mut out, QUALITY)).map_err(|_| ApiError::Internal)?;
    Ok(out)
}

fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST_SIDE);
    limits.max_image_height = Some(LONGEST_SIDE);
    limits.max_alloc = Some(MOST_MEMORY);
    limits
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::RgbImage;

    fn jpeg_with(segment: &[u8]) -> Vec<u8> {
        let mut plain = vec![];
        let picture = DynamicImage::ImageRgb8(RgbImage::from_pixel(40, 20, image::Rgb([200, 30, 30])));
        picture.write_with_encoder(JpegEncoder::new(&mut plain)).unwrap();
        let mut with = plain[..2].to_vec();
        with.extend([0xff, 0xfe]);
        with.extend(u16::try_from(segment.len() + 2).unwrap().to_be_bytes());
        with.extend(segment);
        with.extend(&plain[2..]);
        with.extend(b"after the end: Aigul");
        with
    }

    fn contains(bytes: &[u8], words: &[u8]) -> bool {
        bytes.windows(words.len()).any(|window| window == words)
    }

    #[test]
    fn only_the_picture_is_left_of_a_photo() {
        let photo = jpeg_with(b"taken by Aigul at 42.1 N");
        assert!(contains(&photo, b"Aigul"));
        let kept = clean(&photo).unwrap();
        assert_eq!(kept.media_type, "image/jpeg");
        assert!(!contains(&kept.bytes, b"Aigul"));
        let picture = image::load_from_memory(&kept.bytes).unwrap();
        assert_eq!((picture.width(), picture.height()), (40, 20));
    }

    #[test]
    fn a_page_is_no_photo_whatever_it_is_called() {
        assert!(matches!(clean(b"<html><script>alert(1)</script></html>"), Err(ApiError::UnsupportedMediaType)));
        assert!(matches!(clean(b"<svg xmlns='http://www.w3.org/2000/svg'/>"), Err(ApiError::UnsupportedMediaType)));
    }

    #[test]
    fn a_cut_off_photo_is_refused() {
        let photo = jpeg_with(b"");
        assert!(matches!(clean(&photo[..60]), Err(ApiError::Invalid(_))));
    }

    #[test]
    fn a_picture_that_claims_to_be_huge_is_refused_before_it_is_decoded() {
        let mut png = vec![];
        DynamicImage::ImageRgb8(RgbImage::new(1, 1))
            .write_to(&mut Cursor::new(&mut png), image::ImageFormat::Png)
            .unwrap();
        png[16..20].copy_from_slice(&60_000u32.to_be_bytes());
        png[20..24].copy_from_slice(&60_000u32.to_be_bytes());
        assert!(matches!(clean(&png), Err(ApiError::Invalid(_))));
    }
}
