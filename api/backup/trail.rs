//! Following the audit trail through the rows of a backup, without a database.

use chrono::{DateTime, Utc};

use super::{Fault, Outcome};
use crate::audit::{Checkpoint, Entry, Head, Link, Walk, Whole};
use crate::db::copy::{Cell, Table};

const ENTRIES: &str = "audit_entries";
const HEAD: &str = "audit_head";

/// By which column the rows of a table are written, where that matters: a chain is followed from its beginning.
pub fn order_of(table: &Table) -> Option<&'static str> {
    (table.name == ENTRIES).then_some("seq")
}

pub struct Trail {
    walk: Walk,
    head: Head,
}

impl Trail {
    pub fn new(checkpoints: &[Checkpoint]) -> Self {
        Self { walk: Walk::new(Head::default(), checkpoints), head: Head::default() }
    }

    /// Takes a row of whatever table.
    pub fn take(&mut self, table: &Table, row: &[Cell]) -> Outcome<()> {
        if table.name == ENTRIES {
            let link =
                link(table, row).ok_or_else(|| Fault::damaged("an entry of the audit trail is not as expected"))?;
            self.walk.take(link).map_err(broken)?;
        } else if table.name == HEAD {
            let head = || Some(Head { seq: number(table, row, "seq")?, hash: text(table, row, "hash")? });
            self.head = head().ok_or_else(|| Fault::damaged("the end of the audit trail is not as expected"))?;
        }
        Ok(())
    }

    pub fn end(&self) -> Outcome<Whole> {
        self.walk.end(&self.head).map_err(broken)
    }
}

fn broken(broken: crate::audit::Broken) -> Fault {
    Fault::refused(format!("the audit trail is broken: {broken}"))
}

fn link(table: &Table, row: &[Cell]) -> Option<Link> {
    let entry = Entry {
        seq: number(table, row, "seq")?,
        at: moment(table, row, "at")?,
        actor_id: text(table, row, "actor_id"),
        actor_role: text(table, row, "actor_role")?,
        operation: text(table, row, "operation")?,
        subject_kind: text(table, row, "subject_kind")?,
        subject_id: text(table, row, "subject_id")?,
        detail: text(table, row, "detail")?,
        programme_id: text(table, row, "programme_id"),
    };
    Some(Link { entry, previous: text(table, row, "previous_hash")?, hash: text(table, row, "hash")? })
}

fn cell<'a>(table: &Table, row: &'a [Cell], name: &str) -> Option<&'a Cell> {
    row.get(table.columns.iter().position(|column| column.name == name)?)
}

fn text(table: &Table, row: &[Cell], name: &str) -> Option<String> {
    if let Cell::Text(text) = cell(table, row, name)? { Some(text.clone()) } else { None }
}

fn number(table: &Table, row: &[Cell], name: &str) -> Option<i64> {
    if let Cell::Int(number) = cell(table, row, name)? { Some(*number) } else { None }
}

fn moment(table: &Table, row: &[Cell], name: &str) -> Option<DateTime<Utc>> {
    if let Cell::At(at) = cell(table, row, name)? { Some(at.and_utc()) } else { None }
}
