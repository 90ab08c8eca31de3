//! The chore that reminds of meetings: who is invited and did not say no, and who leads it, three days and one day before.

use std::time::Duration;

use chrono::{DateTime, Days, NaiveDate, Utc};
use diesel::prelude::*;

use super::domain::MeetingState;
use super::store::Row;
use super::{MeetingId, people};
use crate::app::System;
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::Result;
use crate::grievances::clock::{day_of, end_of};
use crate::keeper::Chore;
use crate::notifications::{Kind, Subject, tell_once};
use crate::schema::meetings;

pub const CHORE: Chore = Chore {
    name: "remind_of_meetings",
    every: Duration::from_mins(30),
    run: |system, now| Box::pin(remind(system, now)),
};

/// Days of Bishkek's calendar before a meeting on which people are reminded of it.
const SOONEST: u64 = 3;
const BEFORE: [u64; 2] = [1, SOONEST];

/// Meetings in one transaction: few enough for others to get their turn.
const TOGETHER: i64 = 50;

type Place = (Moment, MeetingId);

async fn remind(system: &System, now: DateTime<Utc>) -> Result<()> {
    let mut after = None;
    loop {
        let next = system.db.write(move |conn| remind_of_some(conn, after, now)).await?;
        let Some(last) = next else { return Ok(()) };
        after = Some(last);
    }
}

/// Reminds of the next meetings; where it stopped, if there may be more.
fn remind_of_some(conn: &mut Conn, after: Option<Place>, now: DateTime<Utc>) -> Result<Option<Place>> {
    use meetings::{id, starts_at, state, table};
    let last = end_of(day_of(now) + Days::new(SOONEST));
    let mut rows = table
        .filter(state.eq_any([MeetingState::Invited, MeetingState::Confirmed]))
        .filter(starts_at.gt(Moment::from(now)))
        .filter(starts_at.lt(Moment::from(last)))
        .order((starts_at, id))
        .limit(TOGETHER)
        .select(Row::as_select())
        .into_boxed();
    if let Some((at, last)) = after {
        rows = rows.filter(starts_at.ge(at)).filter(starts_at.gt(at).or(id.gt(last)));
    }
    let rows: Vec<Row> = rows.load(conn)?;
    for row in &rows {
        remind_of(conn, row, day_of(now), now)?;
    }
    let more = i64::try_from(rows.len()).is_ok_and(|many| many == TOGETHER);
    Ok(rows.last().filter(|_| more).map(|row| (row.starts_at, row.id)))
}

fn remind_of(conn: &mut Conn, row: &Row, today: NaiveDate, now: DateTime<Utc>) -> Result<()> {
    let day = day_of(row.starts_at.utc());
    let Some(days) = BEFORE.into_iter().find(|days| day <= today + Days::new(*days)) else { return Ok(()) };
    let mut told = people::expected(conn, row)?;
    told.push(row.facilitator_id);
    told.sort_unstable();
    told.dedup();
    // Another day is another occasion.
    let key = format!("meeting/{}/{day}/{days}", row.id);
    tell_once(conn, &told, Kind::MeetingNear, Subject::Meeting(row.id), &key, now)
}
