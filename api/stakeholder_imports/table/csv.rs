//! Tables as text: comma, semicolon or tab between the cells; UTF-8 or UTF-16, or what Excel writes in Russian, windows-1251.

use std::borrow::Cow;

use csv::{ReaderBuilder, StringRecord};
use encoding_rs::{Encoding, UTF_8, WINDOWS_1251};

use super::super::domain::ImportProblem;
use super::{Gathered, Line, text};
use crate::error::{ApiError, Result};

/// Bytes from which it is told whether a file is text, and what parts its cells.
const BEGINNING: usize = 64 * 1024;

/// What can part cells.
const SEPARATORS: [char; 3] = [';', ',', '\t'];

/// Refuses what is not text.
pub fn check(bytes: &[u8]) -> Result<()> {
    let beginning = bytes.get(..BEGINNING).unwrap_or(bytes);
    let marked = Encoding::for_bom(beginning).is_some();
    let strange = beginning.iter().any(|byte| *byte < 0x20 && !matches!(byte, b'\t' | b'\r' | b'\n' | 0x0c));
    if strange && !marked { Err(ApiError::field("", "not_a_table")) } else { Ok(()) }
}

/// The text, and what it was taken for.
fn decoded(bytes: &[u8]) -> Cow<'_, str> {
    match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default()).0,
        None => match UTF_8.decode_without_bom_handling_and_without_replacement(bytes) {
            Some(text) => text,
            None => WINDOWS_1251.decode_without_bom_handling(bytes).0,
        },
    }
}

pub fn read(bytes: &[u8]) -> std::result::Result<Vec<Line>, ImportProblem> {
    // Lines end in one way, the last one too: so the reader's lines are the file's.
    let whole = decoded(bytes).replace("\r\n", "\n").replace('\r', "\n") + "\n";
    let (separator, before, table) = parted(&whole);
    let mut reader =
        ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(table.as_bytes());
    let (mut gathered, mut record, mut within) = (Gathered::default(), StringRecord::new(), 0);
    while reader.read_record(&mut record).map_err(|_| ImportProblem::UnreadableDocument)? {
        // Lines within a cell are no rows.
        within += record.iter().map(|cell| cell.matches('\n').count() as u64).sum::<u64>();
        let number = (reader.position().line() + before).saturating_sub(1 + within);
        gathered.add(u32::try_from(number).unwrap_or(u32::MAX), record.iter().map(text).collect())?;
    }
    Ok(gathered.lines)
}

/// What parts the cells, how many lines stand before the table, and the table.
fn parted(text: &str) -> (u8, u64, &str) {
    // Excel's own way to say what parts the cells.
    if let Some(rest) = text.strip_prefix("sep=")
        && let Some(separator) = rest.chars().next().filter(|c| SEPARATORS.contains(c))
        && let Some((_, table)) = rest.split_once('\n')
    {
        return (separator as u8, 1, table);
    }
    let mut counts = [0; SEPARATORS.len()];
    let mut quoted = false;
    for c in text.chars().take(BEGINNING) {
        match c {
            '"' => quoted = !quoted,
            '\n' if !quoted && counts.iter().any(|count| *count > 0) => break,
            _ if quoted => {}
            other => {
                for (count, separator) in counts.iter_mut().zip(SEPARATORS) {
                    *count += usize::from(other == separator);
                }
            }
        }
    }
    let best = counts.iter().zip(SEPARATORS).max_by_key(|(count, separator)| (**count, *separator == ';'));
    (best.map_or(b',', |(_, separator)| separator as u8), 0, text)
}

#[cfg(test)]
mod tests {
    use super::super::Field;
    use super::*;

    fn rows(bytes: &[u8]) -> Vec<(u32, Vec<String>)> {
        let words = |field: Field| match &field {
            Field::Text(text) => text.clone(),
            Field::Empty => String::new(),
            Field::Number(_) | Field::Day(_) => format!("{field:?}"),
        };
        read(bytes)
            .unwrap()
            .into_iter()
            .map(|line| (line.number, line.cells.into_iter().map(words).collect()))
            .collect()
    }

    fn row(number: u32, cells: &[&str]) -> (u32, Vec<String>) {
        (number, cells.iter().map(|cell| (*cell).into()).collect())
    }

    #[test]
    fn every_way_to_write_a_table_is_read_alike() {
        let wanted = vec![row(1, &["Имя", "Место"]), row(2, &["Асан", "Барскоон"])];
        let table = "Имя;Место\r\nАсан;Барскоон\r\n";
        let (windows, ..) = WINDOWS_1251.encode(table);
        let wide: Vec<u8> = [0xff, 0xfe].into_iter().chain(table.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        for bytes in [table.as_bytes(), &windows, &wide, format!("\u{feff}{table}").as_bytes()] {
            assert_eq!(rows(bytes), wanted);
        }
        assert_eq!(rows(table.replace(';', ",").as_bytes()), wanted);
        assert_eq!(rows(table.replace(';', "\t").as_bytes()), wanted);
        assert_eq!(rows(table.trim_end().as_bytes()), wanted);
        let told = rows(format!("sep=;\r\n{table}").as_bytes());
        assert_eq!(told, [row(2, &["Имя", "Место"]), row(3, &["Асан", "Барскоон"])]);
    }

    #[test]
    fn rows_have_the_numbers_that_a_spreadsheet_shows() {
        let table = "Name,Note\n\nAsan,\"one\ntwo, three\"\n,\nUson,'+996\nLast,x";
        let wanted = [
            row(1, &["Name", "Note"]),
            row(3, &["Asan", "one\ntwo, three"]),
            row(5, &["Uson", "+996"]),
            row(6, &["Last", "x"]),
        ];
        assert_eq!(rows(table.as_bytes()), wanted);
    }

    #[test]
    fn what_is_no_text_is_no_table() {
        assert!(check(b"\x89PNG\r\n\x1a\n\0\0").is_err());
        assert!(check("Аты;Жери\n".as_bytes()).is_ok());
    }
}
