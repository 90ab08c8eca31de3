//! CSV as RFC 4180 has it, in UTF-8 with the mark by which spreadsheets know it.

use std::io::Write;

use super::cells::Cell;

const MARK: &[u8] = "\u{feff}".as_bytes();

/// What a spreadsheet takes for the beginning of a formula, in either width.
const FORMULAS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

pub struct Csv<W> {
    to: W,
}

impl<W: Write> Csv<W> {
    pub fn begin(mut to: W, headings: &[String]) -> std::io::Result<Self> {
        to.write_all(MARK)?;
        let mut csv = Self { to };
        csv.row(&headings.iter().cloned().map(Cell::Text).collect::<Vec<_>>())?;
        Ok(csv)
    }

    pub fn row(&mut self, cells: &[Cell]) -> std::io::Result<()> {
        let line: Vec<String> = cells.iter().map(|cell| quoted(&text(cell))).collect();
        self.to.write_all(line.join(",").as_bytes())?;
        self.to.write_all(b"\r\n")
    }

    pub fn finish(mut self) -> std::io::Result<()> {
        self.to.flush()
    }
}

fn text(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => harmless(text),
        Cell::Number(number) => number.to_string(),
        Cell::Amount(minor) => format!("{}.{:02}", minor / 100, minor % 100),
        Cell::Day(day) => day.format("%d.%m.%Y").to_string(),
        Cell::Time(at) => at.format("%d.%m.%Y %H:%M").to_string(),
    }
}

/// Text that a spreadsheet would run gets an apostrophe, which makes it text.
fn harmless(text: &str) -> String {
    let formula = text.trim_start().starts_with(FORMULAS) || text.starts_with(['\t', '\r', '\n']);
    if formula { format!("'{text}") } else { text.to_owned() }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(rows: &[&str]) -> String {
        let mut bytes = vec![];
        let mut csv = Csv::begin(&mut bytes, &["A".into()]).unwrap();
        rows.iter().for_each(|text| csv.row(&[Cell::Text((*text).into())]).unwrap());
        csv.finish().unwrap();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn text_stays_within_its_cell() {
        assert_eq!(written(&["суу, \"таза\"\nэмес"]), "\u{feff}\"A\"\r\n\"суу, \"\"таза\"\"\nэмес\"\r\n");
    }

    #[test]
    fn nothing_is_run_by_a_spreadsheet() {
        for text in ["=HYPERLINK(\"http://x\")", "+1", "-1+2", "@SUM(A1)", " =1", "\t=1", "\r=1", "＝1"] {
            assert!(written(&[text]).contains("\"'"), "{text}");
        }
        assert!(written(&["чаң = суу"]).contains("\"чаң = суу\""));
    }
}
