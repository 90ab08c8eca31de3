//! The history of a meeting: who did what when, and why.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::domain::{MeetingMove, MeetingState};
use super::policy::{Audience, audience};
use super::store;
use super::view::MeetingEvent;
use super::{MeetingEventId, MeetingId};
use crate::accounts::AccountId;
use crate::authz::Role;
use crate::db::Conn;
use crate::db::types::Moment;
use crate::directory::directory;
use crate::error::{ApiError, Result};
use crate::schema::meeting_events as events;
use crate::stakeholders::tags;

/// A step to be noted.
pub struct Step<'a> {
    pub made: MeetingMove,
    pub from: Option<MeetingState>,
    pub to: MeetingState,
    pub told: Told<'a>,
}

/// What was said of a step.
#[derive(Clone, Default)]
pub struct Told<'a> {
    pub note: Option<&'a str>,
    /// What is another now.
    pub fields: Vec<&'static str>,
    /// When it began before and begins after.
    pub moved: Option<(DateTime<Utc>, DateTime<Utc>)>,
}

impl<'a> Told<'a> {
    pub fn because(reason: &'a str) -> Self {
        Self { note: Some(reason), ..Self::default() }
    }
}

impl Step<'_> {
    pub fn bare(made: MeetingMove, from: Option<MeetingState>, to: MeetingState) -> Self {
        Self { made, from, to, told: Told::default() }
    }
}

/// Notes a step.
pub fn note(conn: &mut Conn, meeting: MeetingId, step: &Step, by: AccountId, now: DateTime<Utc>) -> Result<()> {
    let Step { made, from, to, told: Told { note, fields, moved } } = step;
    let fields = (!fields.is_empty()).then(|| tags::joined(fields));
    let row = (
        (events::id.eq(MeetingEventId::at(now)), events::meeting_id.eq(meeting), events::made.eq(*made)),
        (events::from_state.eq(*from), events::to_state.eq(*to), events::account_id.eq(by)),
        (events::at.eq(Moment::from(now)), events::note.eq(note.map(str::trim)), events::fields.eq(fields)),
        events::starts_before.eq(moved.map(|(before, _)| Moment::from(before))),
        events::starts_after.eq(moved.map(|(_, after)| Moment::from(after))),
    );
    diesel::insert_into(events::table).values(row).execute(conn)?;
    Ok(())
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = events)]
struct Row {
    id: MeetingEventId,
    made: MeetingMove,
    from_state: Option<MeetingState>,
    to_state: MeetingState,
    account_id: AccountId,
    at: Moment,
    note: Option<String>,
    fields: Option<String>,
    starts_before: Option<Moment>,
    starts_after: Option<Moment>,
}

/// What happened to a meeting that the caller was found to reach, the latest first. How a draft came about is the
/// programme's own.
pub fn of(conn: &mut Conn, meeting: &store::Row, role: Role) -> Result<Vec<MeetingEvent>> {
    let rows: Vec<Row> = events::table
        .filter(events::meeting_id.eq(meeting.id))
        .order(events::id.desc())
        .select(Row::as_select())
        .load(conn)?;
    let names = directory(conn)?;
    let view = |row: Row| -> Result<Option<MeetingEvent>> {
        let by = match audience(role) {
            Audience::Staff => Some(names.person(Some(row.account_id)).ok_or(ApiError::Internal)?),
            Audience::Side if meeting.opened_at.is_none_or(|opened| row.at < opened) => return Ok(None),
            Audience::Side => None,
        };
        Ok(Some(MeetingEvent {
            id: row.id,
            made: row.made,
            from: row.from_state,
            to: row.to_state,
            at: row.at.utc(),
            note: row.note,
            fields: tags::parted(row.fields.as_deref().unwrap_or_default()).map(Into::into).collect(),
            starts_before: row.starts_before.map(Moment::utc),
            starts_after: row.starts_after.map(Moment::utc),
            by,
        }))
    };
    rows.into_iter().filter_map(|row| view(row).transpose()).collect()
}
