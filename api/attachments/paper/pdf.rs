//! PDF files: what they may do by themselves is told by the names in their dictionaries.

use std::io::Read;

use flate2::read::ZlibDecoder;

use super::{active, bomb, encrypted, unreadable};
use crate::error::Result;

/// What runs, opens or sends something, or carries other files.
const ACTIVE: [&[u8]; 11] = [
    b"JavaScript",
    b"JS",
    b"Launch",
    b"EmbeddedFile",
    b"EmbeddedFiles",
    b"RichMedia",
    b"XFA",
    b"ImportData",
    b"SubmitForm",
    b"GoToE",
    b"GoToR",
];

/// What dictionaries packed into streams may unpack to, in bytes, all together.
const MOST_UNPACKED: u64 = 32 * 1024 * 1024;

/// Refuses a file that acts by itself, that is encrypted, or whose packed dictionaries can't be read.
pub fn check(bytes: &[u8]) -> Result<()> {
    let mut left = MOST_UNPACKED;
    let mut scanner = Scanner { rest: bytes };
    // The names of the object that is being read: they tell what its stream holds.
    let mut names: Vec<Vec<u8>> = vec![];
    while let Some(token) = scanner.next_token() {
        match token {
            Token::Name(name) => {
                refuse(&name)?;
                names.push(name);
            }
            Token::Word(b"stream") => {
                let packed = scanner.stream();
                if names.iter().any(|name| name == b"ObjStm") {
                    check_names(&unpacked(packed, &names, &mut left)?)?;
                }
                names.clear();
            }
            Token::Word(b"obj" | b"endobj") => names.clear(),
            Token::Word(_) => {}
        }
    }
    Ok(())
}

fn check_names(dictionaries: &[u8]) -> Result<()> {
    let mut scanner = Scanner { rest: dictionaries };
    while let Some(token) = scanner.next_token() {
        if let Token::Name(name) = token {
            refuse(&name)?;
        }
    }
    Ok(())
}

fn refuse(name: &[u8]) -> Result<()> {
    if name == b"Encrypt" {
        return Err(encrypted());
    }
    if ACTIVE.contains(&name) { Err(active()) } else { Ok(()) }
}

/// The dictionaries of an object stream. Writers pack them in one way only; another is a hiding place.
fn unpacked(packed: &[u8], names: &[Vec<u8>], left: &mut u64) -> Result<Vec<u8>> {
    const HIDING: [&[u8]; 6] =
        [b"ASCIIHexDecode", b"ASCII85Decode", b"LZWDecode", b"RunLengthDecode", b"Crypt", b"DecodeParms"];
    if names.iter().any(|name| HIDING.contains(&name.as_slice())) {
        return Err(unreadable());
    }
    if !names.iter().any(|name| name == b"FlateDecode") {
        return Ok(packed.to_vec());
    }
    let mut out = vec![];
    ZlibDecoder::new(packed).take(*left + 1).read_to_end(&mut out).map_err(|_| unreadable())?;
    *left = left.checked_sub(out.len() as u64).ok_or_else(bomb)?;
    Ok(out)
}

enum Token<'a> {
    /// A name without its slash, its `#xx` read.
    Name(Vec<u8>),
    Word(&'a [u8]),
}

/// Reads names and words, past comments and strings.
struct Scanner<'a> {
    rest: &'a [u8],
}

impl<'a> Scanner<'a> {
    fn next_token(&mut self) -> Option<Token<'a>> {
        loop {
            let (first, after) = self.rest.split_first()?;
            match first {
                b'%' => self.skip_while(|byte| !matches!(byte, b'\r' | b'\n')),
                b'(' => self.skip_string(),
                b'/' => {
                    self.rest = after;
                    return Some(Token::Name(plain(self.regular())));
                }
                byte if is_regular(*byte) => return Some(Token::Word(self.regular())),
                _ => self.rest = after,
            }
        }
    }

    fn regular(&mut self) -> &'a [u8] {
        let length = self.rest.iter().take_while(|byte| is_regular(**byte)).count();
        let (regular, rest) = self.rest.split_at(length);
        self.rest = rest;
        regular
    }

    fn skip_while(&mut self, skipped: impl Fn(u8) -> bool) {
        let length = self.rest.iter().take_while(|byte| skipped(**byte)).count();
        self.rest = self.rest.get(length..).unwrap_or_default();
    }

    /// `(…)`, with parentheses inside that match or are escaped.
    fn skip_string(&mut self) {
        let (mut depth, mut escaped) = (0, false);
        for (at, byte) in self.rest.iter().enumerate() {
            match byte {
                _ if escaped => escaped = false,
                b'\\' => escaped = true,
                b'(' => depth += 1,
                b')' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                self.rest = self.rest.get(at + 1..).unwrap_or_default();
                return;
            }
        }
        self.rest = &[];
    }

    /// What follows the word `stream`, up to `endstream`.
    fn stream(&mut self) -> &'a [u8] {
        const END: &[u8] = b"endstream";
        let rest = self.rest.strip_prefix(b"\r").unwrap_or(self.rest);
        let rest = rest.strip_prefix(b"\n").unwrap_or(rest);
        let length = rest.windows(END.len()).position(|window| window == END).unwrap_or(rest.len());
        let (content, after) = rest.split_at(length);
        self.rest = after.strip_prefix(END).unwrap_or(after);
        content
    }
}

/// Neither white space nor a delimiter.
fn is_regular(byte: u8) -> bool {
    !matches!(
        byte,
        0 | b'\t' | b'\n' | 0x0c | b'\r' | b' ' | b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%'
    )
}

/// A name with every `#4a` read as the byte that it stands for: `/J#53` is `/JS`.
fn plain(name: &[u8]) -> Vec<u8> {
    let mut out = vec![];
    let mut rest = name;
    while let Some((first, after)) = rest.split_first() {
        let coded = after.first_chunk::<2>().filter(|_| *first == b'#');
        match coded.and_then(|digits| hex::decode(digits).ok()) {
            Some(byte) => {
                out.extend(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            None => {
                out.push(*first);
                rest = after;
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(bytes: &[u8]) -> String {
        match check(bytes) {
            Ok(()) => String::new(),
            Err(error) => error.fields()[0].code.clone(),
        }
    }

    #[test]
    fn a_script_is_found_under_any_spelling() {
        assert_eq!(code(b"%PDF-1.7\n1 0 obj <</S/JavaScript/JS(app.alert\\(1\\))>> endobj"), "active_content");
        assert_eq!(code(b"%PDF-1.7\n1 0 obj <</S /J#61vaScr#69pt>> endobj"), "active_content");
    }

    #[test]
    fn words_in_a_text_a_comment_or_a_picture_are_not_names() {
        let innocent = b"%PDF-1.7\n% /JS\n1 0 obj <</Title(about \\(/JS (and /Launch)\\))>> endobj\n\
            2 0 obj <</Length 9>> stream\n /JS /JS \nendstream endobj";
        assert_eq!(code(innocent), "");
    }

    #[test]
    fn a_stream_without_an_end_ends_with_the_file() {
        assert_eq!(code(b"%PDF-1.7\n1 0 obj <<>> stream\n/JS"), "");
        assert_eq!(code(b"%PDF-1.7\n1 0 obj ((((("), "");
    }
}
