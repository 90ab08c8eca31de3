//! What was noted on the day of the demonstration's meetings.

use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;
use serde::Deserialize;

use super::super::directory::{Directory, find};
use crate::accounts::AccountId;
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::{ApiError, Result};
use crate::grievances::clock::day_of;
use crate::headcount::CountedBand;
use crate::meetings::day::DayEntryId;
use crate::meetings::day::domain::{DayEntryKind, Fields, content};
use crate::meetings::domain::MeetingSide;
use crate::meetings::{AgendaItemId, MeetingId, agenda};
use crate::schema::meeting_day_entries as entries;
use crate::stakeholders::domain::Sex;

#[derive(Deserialize)]
pub struct Told {
    /// After the beginning; people are counted before it.
    minute: i64,
    kind: DayEntryKind,
    /// Which of the agenda, the first being 1.
    item: Option<usize>,
    side: Option<MeetingSide>,
    sex: Option<Sex>,
    band: Option<CountedBand>,
    people: Option<i64>,
    walk_in: Option<bool>,
    youth: Option<bool>,
    text: Option<String>,
    /// Who promised it.
    by: Option<String>,
    /// Days from then.
    due_in: Option<i64>,
}

/// What is spoken of at a meeting, in its order.
pub fn items(conn: &mut Conn, meeting: MeetingId) -> Result<Vec<AgendaItemId>> {
    Ok(agenda::store::of(conn, meeting)?.into_iter().map(|row| row.id).collect())
}

/// The item of a number.
pub fn item(items: &[AgendaItemId], number: Option<usize>) -> Result<Option<AgendaItemId>> {
    let Some(number) = number else { return Ok(None) };
    let found = number.checked_sub(1).and_then(|at| items.get(at));
    found.copied().map(Some).ok_or(ApiError::Internal)
}

pub fn write(
    conn: &mut Conn,
    known: &Directory,
    (meeting, day): (MeetingId, &[Told]),
    by: AccountId,
    begins: DateTime<Utc>,
) -> Result<()> {
    let items = items(conn, meeting)?;
    for told in day {
        let at = begins + TimeDelta::minutes(told.minute);
        let (id, fields) = (DayEntryId::random(), fields(known, &items, told, at)?);
        // It is what could have been sent.
        content(told.kind, id, None, &fields).map_err(|_| ApiError::Internal)?;
        let moment = Moment::from(at);
        let row = (
            (entries::meeting_id.eq(meeting), entries::id.eq(id), entries::kind.eq(told.kind)),
            (entries::at.eq(moment), entries::received_at.eq(moment), entries::account_id.eq(by)),
            (entries::item_id.eq(fields.item), entries::side.eq(fields.side), entries::sex.eq(fields.sex)),
            (entries::band.eq(fields.band), entries::people.eq(fields.people), entries::walk_in.eq(fields.walk_in)),
            (entries::youth.eq(fields.youth), entries::text.eq(fields.text)),
            (entries::organisation_id.eq(fields.organisation), entries::due_on.eq(fields.due_on)),
        );
        diesel::insert_into(entries::table).values(row).execute(conn)?;
    }
    Ok(())
}

fn fields(known: &Directory, items: &[AgendaItemId], told: &Told, at: DateTime<Utc>) -> Result<Fields> {
    Ok(Fields {
        item: item(items, told.item)?,
        side: told.side,
        sex: told.sex,
        band: told.band,
        people: told.people,
        walk_in: match told.kind {
            DayEntryKind::Came => Some(told.walk_in.unwrap_or_default()),
            DayEntryKind::OpenItem
            | DayEntryKind::Pause
            | DayEntryKind::Spoke
            | DayEntryKind::Position
            | DayEntryKind::Interest
            | DayEntryKind::Option
            | DayEntryKind::Decision
            | DayEntryKind::Promise
            | DayEntryKind::Withdraw => None,
        },
        youth: told.youth,
        text: told.text.clone(),
        organisation: told.by.as_deref().map(|key| find(&known.organisations, key)).transpose()?,
        due_on: told.due_in.map(|days| day_of(at + TimeDelta::days(days))),
    })
}
