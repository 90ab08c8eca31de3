//! Photos: what is left of one when all but the picture is taken away.
//!
//! Before a decoder sees a photo, everything that the picture does not need is cut off it: texts, thumbnails, further
//! pictures, trailers. A hostile file then has little to work on, and how much work it makes is known beforehand.

mod jpeg;
mod png;
mod webp;

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::error::ImageError;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};

use super::kind::Kind;
use crate::error::{ApiError, Result};

/// A phone's camera has up to 108 megapixels; beyond this a picture is an attack.
const MOST_PIXELS: u64 = 120_000_000;
const LONGEST_SIDE: u32 = 20_000;
/// Memory for a decoded picture, in megabytes.
pub const MOST_MEMORY: u32 = 512;
/// The longer side of what is kept to look at.
const SHOWN_SIDE: u32 = 2560;
const QUALITY: u8 = 85;

/// A picture without anything around it.
struct Bare<'a> {
    bytes: Vec<u8>,
    /// What the camera wrote down, for the direction in which it was held.
    exif: Option<&'a [u8]>,
}

/// A photo that may be decoded.
pub struct Negative {
    bytes: Vec<u8>,
    format: ImageFormat,
    orientation: Orientation,
    /// What decoding it takes.
    pub megabytes: u32,
}

impl Negative {
    /// Looks at a photo without decoding it; 422 `image_too_large` or `unreadable_image`.
    pub fn new(kind: Kind, bytes: &[u8]) -> Result<Self> {
        let (format, bare) = match kind {
            Kind::Jpeg => (ImageFormat::Jpeg, jpeg::bare(bytes)?),
            Kind::Png => (ImageFormat::Png, png::bare(bytes)?),
            Kind::Webp => (ImageFormat::WebP, webp::bare(bytes)?),
            Kind::Pdf
            | Kind::Docx
            | Kind::Xlsx
            | Kind::Odt
            | Kind::Doc
            | Kind::Mp3
            | Kind::Ogg
            | Kind::Wav
            | Kind::WebmAudio
            | Kind::WebmVideo
            | Kind::Mp4Audio
            | Kind::Mp4Video => return Err(unreadable()),
        };
        let orientation = bare.exif.and_then(Orientation::from_exif_chunk).unwrap_or(Orientation::NoTransforms);
        let megabytes = megabytes(&decoder(format, &bare.bytes)?)?;
        Ok(Self { bytes: bare.bytes, format, orientation, megabytes })
    }

    /// Decodes it, turns it upright and encodes it anew: no metadata survives that, nor a colour profile, which may
    /// hold any text and names the camera.
    pub fn develop(self) -> Result<Vec<u8>> {
        let Self { bytes, format, orientation, megabytes: _ } = self;
        let mut picture = DynamicImage::from_decoder(decoder(format, &bytes)?).map_err(refused)?;
        drop(bytes);
        if picture.color().has_alpha() {
            picture = on_white(picture);
        }
        if picture.width().max(picture.height()) > SHOWN_SIDE {
            picture = picture.thumbnail(SHOWN_SIDE, SHOWN_SIDE);
        }
        picture.apply_orientation(orientation);
        let mut out = vec![];
        let flat = DynamicImage::ImageRgb8(picture.into_rgb8());
        flat.write_with_encoder(JpegEncoder::new_with_quality(&mut out, QUALITY)).map_err(|_| ApiError::Internal)?;
        Ok(out)
    }
}

fn decoder(format: ImageFormat, bytes: &[u8]) -> Result<impl ImageDecoder> {
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST_SIDE);
    limits.max_image_height = Some(LONGEST_SIDE);
    limits.max_alloc = Some(u64::from(MOST_MEMORY) * 1024 * 1024);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    reader.into_decoder().map_err(refused)
}

/// What the decoded picture takes, at least one; the size is that which the decoder goes by.
fn megabytes(decoder: &impl ImageDecoder) -> Result<u32> {
    let (width, height) = decoder.dimensions();
    let megabytes = u32::try_from(decoder.total_bytes() / 1_048_576 + 1).unwrap_or(u32::MAX);
    if u64::from(width) * u64::from(height) > MOST_PIXELS || megabytes > MOST_MEMORY {
        return Err(too_large());
    }
    Ok(megabytes)
}

/// What lies under a transparent part was not meant to be seen, and must not come to light.
fn on_white(picture: DynamicImage) -> DynamicImage {
    let mut picture = picture.into_rgba8();
    for pixel in picture.pixels_mut() {
        let [red, green, blue, alpha] = pixel.0;
        let over = |colour: u8| blend(colour, alpha);
        pixel.0 = [over(red), over(green), over(blue), u8::MAX];
    }
    DynamicImage::ImageRgba8(picture)
}

fn blend(colour: u8, alpha: u8) -> u8 {
    let (colour, alpha) = (u32::from(colour), u32::from(alpha));
    u8::try_from((colour * alpha + 255 * (255 - alpha)) / 255).unwrap_or(u8::MAX)
}

#[expect(clippy::wildcard_enum_match_arm, reason = "whatever else is wrong with it, it can't be read")]
fn refused(error: ImageError) -> ApiError {
    match error {
        ImageError::Limits(_) => too_large(),
        _ => unreadable(),
    }
}

fn too_large() -> ApiError {
    ApiError::field("", "image_too_large")
}

fn unreadable() -> ApiError {
    ApiError::field("", "unreadable_image")
}
