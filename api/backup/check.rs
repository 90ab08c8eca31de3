//! Going through a backup from its beginning to its end, and finding whether everything came.

use std::path::Path;

use serde_json::Value;

use super::format::Piece;
use super::header::{End, FORMAT, Header};
use super::keys::Identities;
use super::origin::Origin;
use super::stream::Reading;
use super::tally::Tally;
use super::trail::Trail;
use super::{Fault, Outcome, Say};
use crate::audit::{self, Checkpoint, Whole};
use crate::db::copy::{Cell, Table};

/// Who is given what a backup holds. Nothing of it is certain before the end.
pub trait Taker {
    fn table(&mut self, table: &Table) -> Outcome<()>;
    fn rows(&mut self, table: &Table, rows: Vec<Vec<Cell>>) -> Outcome<()>;
    /// All tables came: this is what they held.
    fn tables_end(&mut self, tally: &Tally) -> Outcome<()>;
    fn file(&mut self, path: String, bytes: Vec<u8>) -> Outcome<()>;
    /// There is none: it was erased while the backup was made.
    fn erased(&mut self, path: String) -> Outcome<()>;
    /// There is none, though a row names it.
    fn missing(&mut self, path: String) -> Outcome<()>;
}

/// Reads the header, and refuses what this program does not know.
pub fn header(reading: &mut Reading) -> Outcome<Header> {
    let Piece::Header(header) = reading.next()? else { return Err(Fault::damaged("it has no beginning")) };
    if header.format != FORMAT {
        return Err(Fault::refused(format!("it is of another kind ({}): a newer program made it", header.format)));
    }
    Ok(header)
}

/// Reads the checkpoints, which come next; none without the key that they are checked with.
pub fn checkpoints(reading: &mut Reading, origin: Option<&Origin>) -> Outcome<(String, Vec<Checkpoint>)> {
    let Piece::Checkpoints(text) = reading.next()? else { return Err(Fault::damaged("it has no checkpoints")) };
    let Some(origin) = origin else { return Ok((text, vec![])) };
    let known = audit::read(&text, &origin.checkpoints);
    let known = known.map_err(|line| Fault::refused(format!("line {} of its checkpoints was changed", line.0)))?;
    Ok((text, known))
}

/// Gives everything that follows to `taker`, and compares it with what should have come.
pub fn walk(mut reading: Reading, taker: &mut impl Taker, say: Say) -> Outcome<End> {
    let (mut tally, mut table) = (Tally::default(), None);
    let mut in_tables = true;
    loop {
        let piece = reading.next()?;
        tally.files.take(&piece);
        if in_tables && !matches!(piece, Piece::Table(_) | Piece::Rows(_)) {
            in_tables = false;
            taker.tables_end(&tally)?;
        }
        match piece {
            Piece::Table(next) if in_tables => {
                tally.tables.insert(next.name.clone(), super::Sums::default());
                taker.table(&next)?;
                table = Some(next);
            }
            Piece::Rows(lines) if in_tables => {
                let table = table.as_ref().ok_or_else(|| Fault::damaged("rows of no table"))?;
                let rows = rows(table, &lines, &mut tally)?;
                taker.rows(table, rows)?;
                say(&table.name, tally.tables.get(&table.name).map_or(0, |sums| sums.rows));
            }
            Piece::File { path, bytes } => {
                taker.file(path, bytes)?;
                say("files", tally.files.count);
            }
            Piece::Erased(path) => taker.erased(path)?,
            Piece::Missing(path) => taker.missing(path)?,
            Piece::End(end) => {
                compare(&tally, &end)?;
                reading.end()?;
                return Ok(end);
            }
            Piece::Table(_) | Piece::Rows(_) | Piece::Header(_) | Piece::Checkpoints(_) => {
                return Err(Fault::damaged("its pieces are out of order"));
            }
        }
    }
}

fn rows(table: &Table, lines: &str, tally: &mut Tally) -> Outcome<Vec<Vec<Cell>>> {
    let sums = tally.tables.entry(table.name.clone()).or_default();
    let row = |line: &str| {
        sums.add(line);
        row(table, line).ok_or_else(|| Fault::damaged(format!("a row of {} is not as expected", table.name)))
    };
    lines.lines().map(row).collect()
}

fn row(table: &Table, line: &str) -> Option<Vec<Cell>> {
    let values: Vec<Value> = serde_json::from_str(line).ok()?;
    if values.len() != table.columns.len() {
        return None;
    }
    values.into_iter().zip(&table.columns).map(|(value, column)| Cell::from_json(column.kind, value)).collect()
}

fn compare(tally: &Tally, end: &End) -> Outcome<()> {
    if tally.tables != end.tables {
        return Err(Fault::damaged("its tables are not as they were counted"));
    }
    if tally.files != end.files {
        return Err(Fault::damaged("its files are not as they were counted"));
    }
    Ok(())
}

/// What a check found.
pub struct Verified {
    pub header: Header,
    pub end: End,
    pub trail: Whole,
    pub missing: Vec<String>,
}

/// Reads a whole backup and checks it as far as that goes without a place to restore it into: that nothing was changed or
/// cut off, every count and digest, and the audit trail; its checkpoints and who made it, where that is to be known.
pub fn verify(path: &Path, identities: &Identities, origin: Option<&Origin>, say: Say) -> Outcome<Verified> {
    let mut reading = Reading::open(path, identities)?;
    let header = header(&mut reading)?;
    let (_, known) = checkpoints(&mut reading, origin)?;
    let mut looking = Looking { trail: Trail::new(&known), missing: vec![] };
    let end = walk(reading, &mut looking, say)?;
    if let Some(origin) = origin {
        origin.check(&header, &end)?;
    }
    Ok(Verified { header, end, trail: looking.trail.end()?, missing: looking.missing })
}

struct Looking {
    trail: Trail,
    missing: Vec<String>,
}

impl Taker for Looking {
    fn table(&mut self, _: &Table) -> Outcome<()> {
        Ok(())
    }

    fn rows(&mut self, table: &Table, rows: Vec<Vec<Cell>>) -> Outcome<()> {
        rows.iter().try_for_each(|row| self.trail.take(table, row))
    }

    fn tables_end(&mut self, _: &Tally) -> Outcome<()> {
        Ok(())
    }

    fn file(&mut self, _: String, _: Vec<u8>) -> Outcome<()> {
        Ok(())
    }

    fn erased(&mut self, _: String) -> Outcome<()> {
        Ok(())
    }

    fn missing(&mut self, path: String) -> Outcome<()> {
        self.missing.push(path);
        Ok(())
    }
}
