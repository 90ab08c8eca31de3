//! The trail, newest first.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use chrono_tz::Asia::Bishkek;
use diesel::prelude::*;
use serde::Deserialize;
use utoipa::IntoParams;
use validator::Validate;

use super::policy::ListAuditEntries;
use super::scope::{Part, parts};
use crate::authz::Permit;
use crate::db::types::Moment;
use crate::db::{Backend, Conn};
use crate::error::{ApiError, Result};
use crate::http::Cursor;
use crate::http::page::USUAL;
use crate::schema::audit_entries::{self, table as entries};

/// Which entries to list.
#[derive(Clone, Debug, Default, Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct EntryQuery {
    /// The account, or the partner's key, that acted.
    #[validate(length(equal = 36))]
    #[param(value_type = Option<String>, format = Uuid)]
    pub actor_id: Option<String>,
    #[validate(length(min = 1, max = 60))]
    #[param(min_length = 1, max_length = 60, example = "update_account")]
    pub operation: Option<String>,
    /// With `subject_id`: what was acted on.
    #[validate(length(min = 1, max = 30))]
    #[param(min_length = 1, max_length = 30, example = "account")]
    pub subject_kind: Option<String>,
    #[validate(length(equal = 36))]
    #[param(value_type = Option<String>, format = Uuid)]
    pub subject_id: Option<String>,
    /// The first day, in Bishkek.
    pub from: Option<NaiveDate>,
    /// The last day, in Bishkek.
    pub to: Option<NaiveDate>,
    /// `next` of the page before.
    #[param(value_type = Option<Cursor>)]
    pub after: Option<Cursor>,
    #[validate(range(min = 1, max = 100))]
    #[param(minimum = 1, maximum = 100, default = 25)]
    pub limit: Option<i64>,
}

impl EntryQuery {
    pub fn limit(&self) -> i64 {
        self.limit.unwrap_or(USUAL)
    }
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = audit_entries)]
pub struct EntryRow {
    pub seq: i64,
    pub at: Moment,
    pub actor_id: Option<String>,
    pub actor_role: String,
    pub operation: String,
    pub subject_kind: String,
    pub subject_id: String,
    pub detail: String,
    pub hash: String,
}

/// Entries within reach, the newest first, one more than the page holds.
///
/// Each part of the trail is read by an index of its own and the few rows are put together here: the cost is that of
/// the page, however long the trail, and however little of it the reader may see.
pub fn list(conn: &mut Conn, permit: &Permit<ListAuditEntries>, query: &EntryQuery) -> Result<Vec<EntryRow>> {
    let parts = parts(&permit.scope()?);
    let bounds = bounds(conn, query, &parts)?;
    let mut rows = vec![];
    for part in &parts {
        rows.extend(of_part(conn, part, query, &bounds)?);
    }
    rows.sort_unstable_by_key(|row: &EntryRow| std::cmp::Reverse(row.seq));
    rows.truncate(usize::try_from(query.limit() + 1).unwrap_or_default());
    Ok(rows)
}

/// Numbers between which the entries lie.
struct Bounds {
    above: i64,
    below: i64,
}

fn of_part(conn: &mut Conn, part: &Part, query: &EntryQuery, bounds: &Bounds) -> Result<Vec<EntryRow>> {
    let mut wanted = entries
        .filter(audit_entries::seq.gt(bounds.above))
        .filter(audit_entries::seq.lt(bounds.below))
        .order(audit_entries::seq.desc())
        .limit(query.limit() + 1)
        .select(EntryRow::as_select())
        .into_boxed::<Backend>();
    wanted = match part {
        Some(programme) => wanted.filter(audit_entries::programme_id.eq(String::from(*programme))),
        None => wanted.filter(audit_entries::programme_id.is_null()),
    };
    if let Some(actor) = &query.actor_id {
        wanted = wanted.filter(audit_entries::actor_id.eq(actor.clone()));
    }
    if let Some(operation) = &query.operation {
        wanted = wanted.filter(audit_entries::operation.eq(operation.clone()));
    }
    if let Some(kind) = &query.subject_kind {
        wanted = wanted.filter(audit_entries::subject_kind.eq(kind.clone()));
    }
    if let Some(id) = &query.subject_id {
        wanted = wanted.filter(audit_entries::subject_id.eq(id.clone()));
    }
    if let Some(from) = query.from {
        wanted = wanted.filter(audit_entries::at.ge(Moment::from(beginning(from)?)));
    }
    if let Some(to) = query.to {
        wanted = wanted.filter(audit_entries::at.lt(Moment::from(end(to)?)));
    }
    Ok(wanted.load(conn)?)
}

/// Entries are numbered as they are written, which may be a little after the moment that they name.
const SLACK: TimeDelta = TimeDelta::minutes(10);

fn bounds(conn: &mut Conn, query: &EntryQuery, parts: &[Part]) -> Result<Bounds> {
    let mut bounds = Bounds { above: 0, below: i64::MAX };
    if let Some(from) = query.from {
        let first = entries.filter(audit_entries::at.ge(Moment::from(beginning(from)? - SLACK)));
        let first = first.order((audit_entries::at, audit_entries::seq)).select(audit_entries::seq);
        bounds.above = first.first::<i64>(conn).optional()?.map_or(i64::MAX, |seq| seq - 1);
    }
    if let Some(to) = query.to {
        let after = entries.filter(audit_entries::at.ge(Moment::from(end(to)? + SLACK)));
        let after = after.order((audit_entries::at, audit_entries::seq)).select(audit_entries::seq);
        bounds.below = after.first(conn).optional()?.unwrap_or(i64::MAX);
    }
    if let Some(cursor) = &query.after {
        bounds.below = bounds.below.min(seq_of(conn, &cursor.id, parts)?);
    }
    Ok(bounds)
}

/// Pages follow one another by the hash of an entry: its number would tell how many entries one may not read.
fn seq_of(conn: &mut Conn, hash: &str, parts: &[Part]) -> Result<i64> {
    let unknown = || ApiError::field("?after", "invalid");
    let found: Option<(i64, Option<String>)> = entries
        .filter(audit_entries::hash.eq(hash))
        .select((audit_entries::seq, audit_entries::programme_id))
        .first(conn)
        .optional()?;
    let (seq, programme) = found.ok_or_else(unknown)?;
    let within = parts.iter().any(|part| part.map(String::from) == programme);
    if within { Ok(seq) } else { Err(unknown()) }
}

fn beginning(day: NaiveDate) -> Result<DateTime<Utc>> {
    let midnight = day.and_time(NaiveTime::MIN).and_local_timezone(Bishkek).earliest();
    midnight.map(|at| at.to_utc()).ok_or_else(|| ApiError::field("?from", "invalid"))
}

fn end(day: NaiveDate) -> Result<DateTime<Utc>> {
    beginning(day.checked_add_days(Days::new(1)).ok_or_else(|| ApiError::field("?to", "invalid"))?)
}
