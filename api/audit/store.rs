//! Appending to the trail, and reading it link by link.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::chain::{Entry, Head, Link};
use super::kinds::programme_of;
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
    let programme = programme_of(conn, subject)?;
    // The lock on the head keeps two writers from following the same entry.
    diesel::update(audit_head::table).set(audit_head::seq.eq(audit_head::seq + 1)).execute(conn)?;
    let Head { seq, hash: previous } = head(conn)?;
    let entry = Entry {
        seq,
        at: Moment::from(now).utc(),
        actor_id: who.id.clone(),
        actor_role: who.role.to_owned(),
        operation: operation.to_owned(),
        subject_kind: subject.kind.to_owned(),
        subject_id: subject.id.clone(),
        detail: detail.to_owned(),
        programme_id: programme.map(String::from),
    };
    let hash = entry.hash(&previous);
    diesel::update(audit_head::table).set(audit_head::hash.eq(&hash)).execute(conn)?;
    diesel::insert_into(audit_entries::table).values(&Row::of(Link { entry, previous, hash })).execute(conn)?;
    Ok(())
}

/// The end of the trail, as it was noted.
pub fn head(conn: &mut Conn) -> Result<Head> {
    let (seq, hash) = audit_head::table.select((audit_head::seq, audit_head::hash)).first(conn)?;
    Ok(Head { seq, hash })
}

/// The next links after one, in order, at most `most`.
pub fn links(conn: &mut Conn, after: i64, most: i64) -> Result<Vec<Link>> {
    let rows: Vec<Row> = audit_entries::table
        .filter(audit_entries::seq.gt(after))
        .order(audit_entries::seq)
        .limit(most)
        .select(Row::as_select())
        .load(conn)?;
    Ok(rows.into_iter().map(Row::link).collect())
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
    programme_id: Option<String>,
    previous_hash: String,
    hash: String,
}

impl Row {
    fn of(Link { entry, previous, hash }: Link) -> Self {
        let Entry { seq, at, actor_id, actor_role, operation, subject_kind, subject_id, detail, programme_id } = entry;
        let (at, previous_hash) = (at.into(), previous);
        Self {
            seq,
            at,
            actor_id,
            actor_role,
            operation,
            subject_kind,
            subject_id,
            detail,
            programme_id,
            previous_hash,
            hash,
        }
    }

    fn link(self) -> Link {
        let Self { seq, at, actor_id, actor_role, operation, subject_kind, subject_id, detail, programme_id, .. } =
            self;
        let at = at.utc();
        let entry = Entry { seq, at, actor_id, actor_role, operation, subject_kind, subject_id, detail, programme_id };
        Link { entry, previous: self.previous_hash, hash: self.hash }
    }
}
