//! What a file is called: never what its sender wrote, only what is harmless in it.

use unicode_normalization::UnicodeNormalization;

use super::kind::Kind;

/// Characters of a name, without its ending.
const LONGEST: usize = 80;
/// Characters of an ending that is taken off, with its dot.
const LONGEST_ENDING: usize = 6;

/// A name without anything that a file system, a header or a reader would take for something else, and with the ending
/// of what the file is.
pub fn plain(sent: &str, kind: Kind) -> String {
    // Letters come in one piece or, from some systems, in two.
    let composed: String = sent.nfc().collect();
    let last = composed.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain: String = without_ending(last).chars().filter(|c| is_plain(*c)).take(LONGEST).collect();
    let plain = plain.trim_matches(['.', ' ', '-', '_']);
    format!("{}.{}", if plain.is_empty() { "file" } else { plain }, kind.extension())
}

/// Controls, marks that turn the direction of a text, quotes and slashes are none of these.
fn is_plain(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '.' | '(' | ')')
}

fn without_ending(name: &str) -> &str {
    match name.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() && ending.chars().count() < LONGEST_ENDING => stem,
        Some(_) | None => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_ends_as_the_file_is() {
        assert_eq!(plain("арыз.exe", Kind::Pdf), "арыз.pdf");
        assert_eq!(plain("photo.PNG", Kind::Png), "photo.jpg");
        assert_eq!(plain("report.final version", Kind::Docx), "report.final version.docx");
    }

    #[test]
    fn a_name_leads_nowhere() {
        assert_eq!(plain("../../etc/passwd", Kind::Pdf), "passwd.pdf");
        assert_eq!(plain("C:\\temp\\a.doc", Kind::Doc), "a.doc");
        assert_eq!(plain("..", Kind::Pdf), "file.pdf");
        assert_eq!(plain(".htaccess", Kind::Pdf), "htaccess.pdf");
        assert_eq!(plain("", Kind::Pdf), "file.pdf");
    }

    #[test]
    fn a_name_does_not_pretend() {
        assert_eq!(plain("арыз\u{202e}fdp.exe", Kind::Doc), "арызfdp.doc");
        assert_eq!(plain("a\r\nSet-Cookie: x\0.pdf", Kind::Pdf), "aSet-Cookie x.pdf");
        assert_eq!(plain("<img src=x>\".jpg", Kind::Jpeg), "img srcx.jpg");
    }

    #[test]
    fn letters_in_two_pieces_stay_letters() {
        assert_eq!(plain("и\u{306}.pdf", Kind::Pdf), "й.pdf");
    }
}
