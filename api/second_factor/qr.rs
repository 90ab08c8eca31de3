//! QR codes as a path, which the web app draws: nothing is fetched, and nothing is trusted as markup.

use qrcodegen::{QrCode, QrCodeEcc};
use serde::Serialize;
use utoipa::ToSchema;

use crate::error::{ApiError, Result};

/// A QR code (ISO/IEC 18004).
#[derive(Debug, Serialize, ToSchema)]
pub struct Qr {
    /// Modules on each side, without the quiet zone of four that belongs around it.
    #[schema(example = 37)]
    pub size: i32,
    /// The dark modules as an SVG path, one unit each.
    #[schema(example = "M0 0h7v1h-7z")]
    pub path: String,
}

impl Qr {
    pub fn of(text: &str) -> Result<Self> {
        let code = QrCode::encode_text(text, QrCodeEcc::Medium).map_err(|_| ApiError::Internal)?;
        let size = code.size();
        let path = (0..size).map(|y| row(&code, y)).collect();
        Ok(Self { size, path })
    }
}

/// The dark runs of a row, each a rectangle.
fn row(code: &QrCode, y: i32) -> String {
    let mut path = String::new();
    let mut x = 0;
    while x < code.size() {
        let length = (x..code.size()).take_while(|x| code.get_module(*x, y)).count();
        if length > 0 {
            path.push_str(&format!("M{x} {y}h{length}v1h-{length}z"));
        }
        x += i32::try_from(length).unwrap_or_default().max(1);
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_path_covers_the_dark_modules_and_no_others() {
        let text = "otpauth://totp/Maslahat:aigul%40example.org?secret=GEZDGNBVGY3TQOJQ&issuer=Maslahat";
        let (code, qr) = (QrCode::encode_text(text, QrCodeEcc::Medium).unwrap(), Qr::of(text).unwrap());
        let mut drawn = std::collections::BTreeSet::new();
        for run in qr.path.split('z').filter(|run| !run.is_empty()) {
            let numbers: Vec<i32> = run[1..].split([' ', 'h', 'v']).map(|part| part.parse().unwrap()).collect();
            let [x, y, length, 1, back] = numbers[..] else { panic!("{run}") };
            assert_eq!(back, -length);
            drawn.extend((x..x + length).map(|x| (x, y)));
        }
        let all = (0..qr.size).flat_map(|y| (0..qr.size).map(move |x| (x, y)));
        assert_eq!(drawn, all.filter(|(x, y)| code.get_module(*x, *y)).collect());
    }
}
