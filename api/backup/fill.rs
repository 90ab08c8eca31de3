//! Filling an empty place with what a backup holds, and finding it whole before it is kept.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use sha2::{Digest, Sha256};

use super::check::Taker;
use super::header::Header;
use super::restore::Place;
use super::tally::{Sums, Tally, line};
use super::{Fault, Outcome};
use crate::attachments::AttachmentId;
use crate::attachments::files::Part;
use crate::attachments::files::whole::part_of;
use crate::audit::{self, Checkpoint, Head, Subject, verify_within};
use crate::authz::Who;
use crate::db::Conn;
use crate::db::copy::{Cell, Table, Target, each_row};
use crate::db::types::Moment;
use crate::erasures::erase_again;
use crate::erasures::ledger::Erased;
use crate::error::Result;
use crate::mail::outbox;
use crate::schema::{attachments, calendar_feeds, chores, exports, sessions, sign_in_challenges};

/// What is known of a place when it is filled.
#[derive(Default)]
pub struct Filled {
    pub erased_again: usize,
    /// Entries of the audit trail that came, and that there are now.
    pub restored_entries: i64,
    pub entries: i64,
    pub missing: Vec<String>,
}

pub struct Filling<'a> {
    place: &'a Place<'a>,
    target: Target,
    header: &'a Header,
    erased: Vec<Erased>,
    checkpoints: Vec<Checkpoint>,
    now: DateTime<Utc>,
    tables: BTreeMap<String, Table>,
    filled: Filled,
}

impl<'a> Filling<'a> {
    pub fn new(
        place: &'a Place<'a>,
        target: Target,
        header: &'a Header,
        erased: Vec<Erased>,
        checkpoints: Vec<Checkpoint>,
        now: DateTime<Utc>,
    ) -> Self {
        let (tables, filled) = (BTreeMap::new(), Filled::default());
        Self { place, target, header, erased, checkpoints, now, tables, filled }
    }

    pub fn header(&self) -> &Header {
        self.header
    }

    pub fn end(self) -> (Target, Filled) {
        (self.target, self.filled)
    }

    /// Makes the tables, once it is known that there is something to fill them with.
    fn make_tables(&mut self) -> Outcome<()> {
        let made = self.target.prepare(&self.header.migrations)?;
        self.tables = made.into_iter().map(|table| (table.name.clone(), table)).collect();
        Ok(())
    }

    /// Reads back what was written and compares it with what came.
    fn compare(&mut self, tally: &Tally) -> Outcome<()> {
        for table in self.tables.values() {
            let mut sums = Sums::default();
            each_row(self.target.conn(), table, None, |row| {
                sums.add(&line(&row));
                Outcome::Ok(())
            })?;
            if tally.tables.get(&table.name) != Some(&sums) {
                return Err(Fault::damaged(format!("the table {} did not come whole", table.name)));
            }
        }
        Ok(())
    }

    fn check_trail(&mut self) -> Outcome<()> {
        let last = audit::last(self.target.conn())?.seq;
        let known: Vec<Checkpoint> = self.checkpoints.iter().filter(|known| known.seq <= last).cloned().collect();
        let checked = verify_within(self.target.conn(), Head::default(), &known)?;
        checked.map_err(|broken| Fault::refused(format!("the audit trail is broken: {broken}")))?;
        self.filled.restored_entries = last;
        Ok(())
    }

    fn come_back(&mut self) -> Outcome<()> {
        let (now, conn) = (self.now, self.target.conn());
        end_what_was_open(conn, now)?;
        let console = Who { id: None, role: "console" };
        let subject = Subject::new("backup", &self.header.id);
        audit::record(conn, &console, "restore_backup", &subject, &self.header.at.to_rfc3339(), now)?;
        self.filled.erased_again = erase_again(conn, &console, &self.erased, now)?;
        self.filled.entries = audit::last(conn)?.seq;
        Ok(())
    }
}

/// Sessions that were ended after the backup, and tokens that were used, must not come to life again, nor e-mails be sent
/// that may have been sent since; files of lists are in no backup.
fn end_what_was_open(conn: &mut Conn, now: DateTime<Utc>) -> Result<()> {
    let open = sessions::table.filter(sessions::revoked_at.is_null());
    diesel::update(open).set(sessions::revoked_at.eq(Some(Moment::from(now)))).execute(conn)?;
    diesel::delete(sign_in_challenges::table).execute(conn)?;
    // One that was taken back after the backup must not open anything again.
    diesel::delete(calendar_feeds::table).execute(conn)?;
    diesel::delete(exports::table).execute(conn)?;
    let nobody = (chores::holder.eq(None::<String>), chores::held_until.eq(None::<Moment>));
    diesel::update(chores::table).set(nobody).execute(conn)?;
    outbox::after_restore(conn, now)
}

impl Taker for Filling<'_> {
    fn table(&mut self, table: &Table) -> Outcome<()> {
        if self.tables.is_empty() {
            self.make_tables()?;
        }
        if self.tables.get(&table.name) == Some(table) {
            return Ok(());
        }
        Err(Fault::refused(format!("the table {} is another in this program", table.name)))
    }

    fn rows(&mut self, table: &Table, rows: Vec<Vec<Cell>>) -> Outcome<()> {
        Ok(self.target.add(table, &rows)?)
    }

    fn tables_end(&mut self, tally: &Tally) -> Outcome<()> {
        self.compare(tally)?;
        self.target.settle()?;
        self.check_trail()?;
        self.come_back()
    }

    fn file(&mut self, path: String, bytes: Vec<u8>) -> Outcome<()> {
        let (id, part) = part_of(&path).ok_or_else(|| Fault::damaged("a file lies where none can"))?;
        let noted = attachments::table.find(id).select(attachments::sha256).first::<String>(self.target.conn());
        // Taken out again: it does not come back.
        let Some(sha256) = noted.optional().map_err(crate::error::ApiError::from)? else { return Ok(()) };
        let Place { secrets, files, runtime, .. } = self.place;
        let opened = secrets.sealer().open(&path, &bytes);
        let plain = opened.map_err(|_| Fault::refused(format!("the file {path} does not open with the keys here")))?;
        if matches!(part, Part::Shown) && hex::encode(Sha256::digest(plain)) != sha256 {
            return Err(Fault::damaged(format!("the file {path} is not the one that was noted")));
        }
        runtime.block_on(files.put_sealed(&path, bytes)).map_err(Fault::Files)
    }

    fn erased(&mut self, path: String) -> Outcome<()> {
        let (id, _): (AttachmentId, _) = part_of(&path).ok_or_else(|| Fault::damaged("a file lies where none can"))?;
        let gone = diesel::delete(attachments::table.find(id)).execute(self.target.conn());
        gone.map(drop).map_err(|error| Fault::Database(error.into()))
    }

    fn missing(&mut self, path: String) -> Outcome<()> {
        self.filled.missing.push(path);
        Ok(())
    }
}
