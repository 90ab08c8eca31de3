//! The pieces of a backup, one after the other: a letter, a length (four bytes, the highest first), and so many bytes.

use std::io::{Read, Write};

use super::header::{End, Header};
use super::{Fault, Outcome};
use crate::db::copy::Table;

/// No piece is longer: files are at most 12 MB, and rows are gathered up to [`ROWS`].
const LONGEST: u32 = 64 * 1024 * 1024;

/// Rows are gathered up to so many bytes.
pub const ROWS: usize = 256 * 1024;

pub enum Piece {
    /// The first.
    Header(Header),
    /// The file of the audit trail's checkpoints.
    Checkpoints(String),
    /// The rows that follow are of this table.
    Table(Table),
    /// Rows, a line each.
    Rows(String),
    /// A file, sealed as it lies in the store.
    File { path: String, bytes: Vec<u8> },
    /// A file that was erased while the backup was made.
    Erased(String),
    /// A file that a row names and the store did not have.
    Missing(String),
    /// The last.
    End(End),
}

pub fn write(out: &mut impl Write, piece: &Piece) -> Outcome<()> {
    match piece {
        Piece::Header(header) => frame(out, b'H', &[&json(header)?]),
        Piece::Checkpoints(text) => frame(out, b'C', &[text.as_bytes()]),
        Piece::Table(table) => frame(out, b'T', &[&json(table)?]),
        Piece::Rows(lines) => frame(out, b'R', &[lines.as_bytes()]),
        Piece::File { path, bytes } => frame(out, b'F', &[path.as_bytes(), b"\n", bytes]),
        Piece::Erased(path) => frame(out, b'X', &[path.as_bytes()]),
        Piece::Missing(path) => frame(out, b'M', &[path.as_bytes()]),
        Piece::End(end) => frame(out, b'E', &[&json(end)?]),
    }
}

fn json(value: &impl serde::Serialize) -> Outcome<Vec<u8>> {
    serde_json::to_vec(value).map_err(|error| Fault::File(error.into()))
}

fn frame(out: &mut impl Write, letter: u8, parts: &[&[u8]]) -> Outcome<()> {
    let length: usize = parts.iter().map(|part| part.len()).sum();
    let length = u32::try_from(length).ok().filter(|length| *length <= LONGEST);
    let length = length.ok_or_else(|| Fault::refused("something is too long for a backup"))?;
    out.write_all(&[letter])?;
    out.write_all(&length.to_be_bytes())?;
    parts.iter().try_for_each(|part| out.write_all(part)).map_err(Fault::File)
}

pub fn read(from: &mut impl Read) -> Outcome<Piece> {
    let (mut letter, mut length) = ([0], [0; 4]);
    exactly(from, &mut letter)?;
    exactly(from, &mut length)?;
    let length = u32::from_be_bytes(length);
    if length > LONGEST {
        return Err(Fault::damaged("a piece is too long"));
    }
    let mut bytes = vec![0; usize::try_from(length).unwrap_or_default()];
    exactly(from, &mut bytes)?;
    let [letter] = letter;
    Ok(match letter {
        b'H' => Piece::Header(parsed(&bytes)?),
        b'C' => Piece::Checkpoints(text(bytes)?),
        b'T' => Piece::Table(parsed(&bytes)?),
        b'R' => Piece::Rows(text(bytes)?),
        b'F' => file(bytes)?,
        b'X' => Piece::Erased(text(bytes)?),
        b'M' => Piece::Missing(text(bytes)?),
        b'E' => Piece::End(parsed(&bytes)?),
        _ => return Err(Fault::damaged("a piece of a kind that is not known")),
    })
}

fn exactly(from: &mut impl Read, bytes: &mut [u8]) -> Outcome<()> {
    // Whatever the layers below say: it was cut off, or changed by a bit.
    from.read_exact(bytes).map_err(|_| Fault::damaged("it was cut off or changed"))
}

fn parsed<T: serde::de::DeserializeOwned>(bytes: &[u8]) -> Outcome<T> {
    serde_json::from_slice(bytes).map_err(|_| Fault::damaged("a piece is not as expected"))
}

fn text(bytes: Vec<u8>) -> Outcome<String> {
    String::from_utf8(bytes).map_err(|_| Fault::damaged("a piece is not text"))
}

fn file(mut bytes: Vec<u8>) -> Outcome<Piece> {
    let end = bytes.iter().position(|byte| *byte == b'\n').ok_or_else(|| Fault::damaged("a file has no name"))?;
    let rest = bytes.split_off(end + 1);
    bytes.pop();
    Ok(Piece::File { path: text(bytes)?, bytes: rest })
}
