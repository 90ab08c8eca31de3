//! Making a backup.

use std::path::Path;

use chrono::{DateTime, SubsecRound, Utc};
use diesel::dsl::exists;
use diesel::prelude::*;
use tokio::runtime::Handle;

use super::format::{Piece, ROWS};
use super::header::{End, FORMAT, Header};
use super::keys::Recipients;
use super::origin::sign;
use super::stream::Writing;
use super::tally::{Sums, Tally, line};
use super::trail::order_of;
use super::{Fault, Outcome, Say};
use crate::attachments::AttachmentId;
use crate::attachments::files::Files;
use crate::attachments::files::whole::paths_of;
use crate::attachments::kind::FileClass;
use crate::audit::Ledger;
use crate::db::copy::{Snapshot, Table, each_row, migrations, now, settle, tables};
use crate::db::{Conn, Location};
use crate::schema::attachments;
use crate::secrets::Marks;
use crate::signing::Signer;

/// What is backed up.
pub struct Source<'a> {
    pub database: &'a Location,
    pub files: &'a Files,
    /// The folder of the audit trail's checkpoints.
    pub checkpoints: &'a Path,
    pub keys: Marks,
    pub signer: Option<Signer>,
    /// On which the file store is asked. The caller's own thread must not be one of it.
    pub runtime: Handle,
}

/// What was made.
pub struct Made {
    pub header: Header,
    pub end: End,
    /// Of the encrypted file.
    pub bytes: u64,
    /// Files that rows name and the store does not have.
    pub missing: Vec<String>,
}

/// Files asked for at once.
const PAGE: i64 = 500;

/// Writes a backup of this moment to a file that is not there yet. Blocks until it is on disk.
pub fn make(source: &Source, recipients: &Recipients, path: &Path, say: Say) -> Outcome<Made> {
    let mut writing = Writing::begin(path, recipients)?;
    let filled = fill(source, &mut writing, say);
    // What was erased meanwhile could not leave the log beside the database while the snapshot was read.
    if settle(source.database).is_err() {
        log::warn!("the log beside the database could not be emptied yet");
    }
    match filled {
        Ok((header, end, missing)) => Ok(Made { header, end, missing, bytes: writing.finish()? }),
        Err(fault) => {
            writing.discard();
            Err(fault)
        }
    }
}

fn fill(source: &Source, out: &mut Writing, say: Say) -> Outcome<(Header, End, Vec<String>)> {
    // Before the snapshot: none of them is of an entry that the snapshot lacks.
    let checkpoints = checkpoints(source.checkpoints)?;
    let mut snapshot = Snapshot::take(source.database)?;
    let at: DateTime<Utc> = Utc::now().trunc_subsecs(6);
    let conn = snapshot.conn();
    let header = Header {
        format: FORMAT,
        id: uuid::Uuid::new_v4().to_string(),
        at,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        migrations: migrations(conn)?,
        keys: source.keys.clone(),
    };
    out.write(&Piece::Header(header.clone()))?;
    out.write(&Piece::Checkpoints(checkpoints))?;
    let mut tally = Tally::default();
    for table in tables(conn)? {
        let sums = rows(conn, &table, out, say)?;
        tally.tables.insert(table.name, sums);
    }
    let missing = files(source, conn, out, &mut tally, say)?;
    let mut end = End { tables: tally.tables, files: tally.files, signature: None };
    if let Some(signer) = &source.signer {
        end.signature = Some(sign(signer, &header, &end)?);
    }
    out.write(&Piece::End(end.clone()))?;
    Ok((header, end, missing))
}

fn checkpoints(folder: &Path) -> Outcome<String> {
    let text = Ledger::in_folder(folder).text();
    text.map_err(|error| Fault::refused(format!("the audit trail's checkpoints can't be read: {error}")))
}

fn rows(conn: &mut Conn, table: &Table, out: &mut Writing, say: Say) -> Outcome<Sums> {
    out.write(&Piece::Table(table.clone()))?;
    let (mut sums, mut lines) = (Sums::default(), String::new());
    each_row(conn, table, order_of(table), |row| {
        let line = line(&row);
        sums.add(&line);
        if lines.len() + line.len() > ROWS {
            out.write(&Piece::Rows(std::mem::take(&mut lines)))?;
            say(&table.name, sums.rows);
        }
        lines.push_str(&line);
        lines.push('\n');
        Outcome::Ok(())
    })?;
    if !lines.is_empty() {
        out.write(&Piece::Rows(lines))?;
    }
    say(&table.name, sums.rows);
    Ok(sums)
}

/// Writes the files of the snapshot's rows; the paths of those that are lost.
fn files(source: &Source, conn: &mut Conn, out: &mut Writing, tally: &mut Tally, say: Say) -> Outcome<Vec<String>> {
    let (mut last, mut missing) = (None, vec![]);
    loop {
        let page = page(conn, last)?;
        for (id, media_type) in &page {
            for path in paths_of(*id, FileClass::of(media_type)) {
                let piece = file(source, *id, path)?;
                tally.files.take(&piece);
                if let Piece::Missing(path) = &piece {
                    missing.push(path.clone());
                }
                out.write(&piece)?;
            }
        }
        say("files", tally.files.count);
        match page.last() {
            Some((id, _)) => last = Some(*id),
            None => return Ok(missing),
        }
    }
}

fn page(conn: &mut Conn, after: Option<AttachmentId>) -> Outcome<Vec<(AttachmentId, String)>> {
    let mut all = attachments::table.select((attachments::id, attachments::media_type)).into_boxed();
    if let Some(after) = after {
        all = all.filter(attachments::id.gt(after));
    }
    all.order(attachments::id).limit(PAGE).load(conn).map_err(|error| Fault::Database(error.into()))
}

fn file(source: &Source, id: AttachmentId, path: String) -> Outcome<Piece> {
    if let Some(bytes) = source.runtime.block_on(source.files.sealed(&path)).map_err(Fault::Files)? {
        return Ok(Piece::File { path, bytes });
    }
    // A file is deleted after its row.
    let row = |conn: &mut Conn| Ok(diesel::select(exists(attachments::table.find(id))).get_result(conn)?);
    Ok(if now(source.database, row)? { Piece::Missing(path) } else { Piece::Erased(path) })
}
