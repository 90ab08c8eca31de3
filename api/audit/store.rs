//! Appending to the trail and reading it for its check.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::chain::{Broken, Entry, verify};
use crate::authz::Who;
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::Result;
use crate::schema::{audit_entries, audit_head};

/// What was acted on.
#[derive(Clone, Debug)]
pub struct Subject {
    pub kind: &'static str,
    pub id: String,
}

impl Subject {
    pub fn new(kind: &'static str, id: impl ToString) -> Self {
        Self { kind, id: id.to_string() }
    }
}

/// Appends an entry. `detail` says what no other table does, without personal data.
pub fn record(
    conn: &mut Conn,
    who: &Who,
    operation: &str,
    subject: &Subject,
    detail: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    // The lock on the head keeps two writers from following the same entry.
    diesel::update(audit_head::table).set(audit_head::seq.eq(audit_head::seq + 1)).execute(conn)?;
    let (seq, previous): (i64, String) = audit_head::table.select((audit_head::seq, audit_head::hash)).first(conn)?;
    let entry = Entry {
        seq,
        at: Moment::from(now).utc(),
        actor_id: who.id.clone(),
        actor_role: who.role.to_owned(),
        operation: operation.to_owned(),
        subject_kind: subject.kind.to_owned(),
        subject_id: subject.id.clone(),
        detail: detail.to_owned(),
    };
    let row = Row::of(entry, previous);
    diesel::update(audit_head::table).set(audit_head::hash.eq(&row.hash)).execute(conn)?;
    diesel::insert_into(audit_entries::table).values(&row).execute(conn)?;
    Ok(())
}

/// Checks the whole trail; how many entries hold.
pub fn verify_all(conn: &mut Conn) -> Result<std::result::Result<i64, Broken>> {
    let head = audit_head::table.select((audit_head::seq, audit_head::hash)).first(conn)?;
    let rows: Vec<Row> = audit_entries::table.order(audit_entries::seq).select(Row::as_select()).load(conn)?;
    Ok(verify(rows.into_iter().map(Row::parts), &head))
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = audit_entries)]
struct Row {
    seq: i64,
    at: Moment,
    actor_id: Option<String>,
    actor_role: String,
    operation: String,
    subject_kind: String,
    subject_id: String,
    detail: String,
    previous_hash: String,
    hash: String,
}

impl Row {
    fn of(entry: Entry, previous_hash: String) -> Self {
        let hash = entry.hash(&previous_hash);
        let Entry { seq, at, actor_id, actor_role, operation, subject_kind, subject_id, detail } = entry;
        Self {
            seq,
            at: at.into(),
            actor_id,
            actor_role,
            operation,
            subject_kind,
            subject_id,
            detail,
            previous_hash,
            hash,
        }
    }

    fn parts(self) -> (Entry, String, String) {
        let Self { seq, at, actor_id, actor_role, operation, subject_kind, subject_id, detail, previous_hash, hash } =
            self;
        let at = at.utc();
        (Entry { seq, at, actor_id, actor_role, operation, subject_kind, subject_id, detail }, previous_hash, hash)
    }
}
