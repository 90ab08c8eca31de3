//! The timeline of a focus group: who did what when, and why.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use super::domain::FocusGroupEventKind;
use super::policy::ListFocusGroupEvents;
use super::view::FocusGroupEvent;
use super::{FocusGroupEventId, FocusGroupId, store};
use crate::accounts::AccountId;
use crate::authz::Permit;
use crate::db::types::Moment;
use crate::db::{Backend, Conn};
use crate::directory::directory;
use crate::error::{ApiError, Result};
use crate::http::Cursor;
use crate::schema::focus_group_events as events;
use crate::stakeholders::tags;

/// What is noted of something that happened.
#[derive(Debug)]
pub struct Happened<'a> {
    pub kind: FocusGroupEventKind,
    /// Names of fields.
    pub fields: Vec<&'static str>,
    pub day: Option<NaiveDate>,
    pub note: Option<&'a str>,
}

impl<'a> Happened<'a> {
    pub fn bare(kind: FocusGroupEventKind) -> Self {
        Self { kind, fields: vec![], day: None, note: None }
    }

    pub fn planned() -> Self {
        Self::bare(FocusGroupEventKind::Planned)
    }

    pub fn on(kind: FocusGroupEventKind, day: NaiveDate, note: Option<&'a str>) -> Self {
        Self { day: Some(day), note, ..Self::bare(kind) }
    }

    pub fn because(kind: FocusGroupEventKind, note: &'a str) -> Self {
        Self { note: Some(note), ..Self::bare(kind) }
    }
}

pub fn note(
    conn: &mut Conn,
    group: FocusGroupId,
    happened: &Happened,
    by: AccountId,
    now: DateTime<Utc>,
) -> Result<()> {
    let Happened { kind, fields, day, note } = happened;
    let fields = (!fields.is_empty()).then(|| tags::joined(fields));
    let row = (
        (events::id.eq(FocusGroupEventId::at(now)), events::focus_group_id.eq(group), events::kind.eq(*kind)),
        (events::account_id.eq(by), events::at.eq(Moment::from(now)), events::fields.eq(fields)),
        (events::day.eq(*day), events::note.eq(note.map(str::trim))),
    );
    diesel::insert_into(events::table).values(row).execute(conn)?;
    Ok(())
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = events)]
struct Row {
    id: FocusGroupEventId,
    kind: FocusGroupEventKind,
    account_id: AccountId,
    at: Moment,
    fields: Option<String>,
    day: Option<NaiveDate>,
    note: Option<String>,
}

/// What happened to a focus group within reach, the latest first, one more than the page holds.
pub fn list(
    conn: &mut Conn,
    permit: &Permit<ListFocusGroupEvents>,
    id: FocusGroupId,
    after: Option<Cursor>,
    limit: i64,
) -> Result<Vec<FocusGroupEvent>> {
    store::find(conn, permit, id)?;
    let mut rows = events::table
        .filter(events::focus_group_id.eq(id))
        .order(events::id.desc())
        .limit(limit + 1)
        .select(Row::as_select())
        .into_boxed::<Backend>();
    if let Some(Cursor { key: _, id }) = after {
        let last: FocusGroupEventId = id.parse().map_err(|_| ApiError::field("?after", "unknown"))?;
        rows = rows.filter(events::id.lt(last));
    }
    let rows: Vec<Row> = rows.load(conn)?;
    let directory = directory(conn)?;
    let view = |row: Row| -> Result<FocusGroupEvent> {
        let Row { id, kind, account_id, at, fields, day, note } = row;
        let by = directory.person(Some(account_id)).ok_or(ApiError::Internal)?;
        let fields = tags::parted(fields.as_deref().unwrap_or_default()).map(Into::into).collect();
        Ok(FocusGroupEvent { id, kind, at: at.utc(), by, fields, day, note })
    };
    rows.into_iter().map(view).collect()
}
