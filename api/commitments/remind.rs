//! The chore that reminds of promises: who owes one before its last day, and after it, with who recorded it.

use std::time::Duration;

use chrono::{DateTime, Days, NaiveDate, Utc};
use diesel::prelude::*;

use super::domain::CommitmentState;
use super::people;
use super::scope::not_protected;
use super::store::Row;
use crate::accounts::AccountId;
use crate::app::System;
use crate::db::Conn;
use crate::error::Result;
use crate::grievances::clock::day_of;
use crate::keeper::Chore;
use crate::notifications::{Kind, Subject, tell_once};
use crate::schema::commitments;

pub const CHORE: Chore = Chore {
    name: "remind_of_commitments",
    every: Duration::from_mins(30),
    run: |system, now| Box::pin(remind(system, now)),
};

/// Days before the last day on which who owes a promise is reminded of it.
const SOONEST: u64 = 7;
const BEFORE: [u64; 2] = [1, SOONEST];

/// What has been overdue for longer is not news.
const NEWS: u64 = 30;

/// Promises in one transaction: few enough for others to get their turn.
const TOGETHER: i64 = 100;

type Place = (NaiveDate, super::CommitmentId);

async fn remind(system: &System, now: DateTime<Utc>) -> Result<()> {
    let mut after = None;
    loop {
        let next = system.db.write(move |conn| remind_of_some(conn, after, now)).await?;
        let Some(last) = next else { return Ok(()) };
        after = Some(last);
    }
}

/// Reminds of the next promises; where it stopped, if there may be more.
fn remind_of_some(conn: &mut Conn, after: Option<Place>, now: DateTime<Utc>) -> Result<Option<Place>> {
    use commitments::{created_by, due_on, id, state, table};
    let today = day_of(now);
    let (first, last) = (today - Days::new(NEWS), today + Days::new(SOONEST));
    let mut rows = table
        .filter(state.eq_any([CommitmentState::Open, CommitmentState::InProgress]))
        .filter(due_on.between(first, last))
        .filter(not_protected())
        .order((due_on, id))
        .limit(TOGETHER)
        .select((Row::as_select(), created_by))
        .into_boxed();
    if let Some((day, last)) = after {
        rows = rows.filter(due_on.ge(day)).filter(due_on.gt(day).or(id.gt(last)));
    }
    let rows: Vec<(Row, AccountId)> = rows.load(conn)?;
    for (row, recorded_by) in &rows {
        remind_of(conn, row, *recorded_by, today, now)?;
    }
    let more = i64::try_from(rows.len()).is_ok_and(|many| many == TOGETHER);
    Ok(rows.last().filter(|_| more).map(|(row, _)| (row.due_on, row.id)))
}

fn remind_of(conn: &mut Conn, row: &Row, recorded_by: AccountId, today: NaiveDate, now: DateTime<Utc>) -> Result<()> {
    let mut told = people::owners(conn, row)?;
    // Another last day is another occasion.
    let (kind, occasion) = if row.due_on < today {
        told.push(recorded_by);
        (Kind::CommitmentOverdue, "overdue".to_owned())
    } else {
        let days = BEFORE.into_iter().find(|days| row.due_on <= today + Days::new(*days));
        let Some(days) = days else { return Ok(()) };
        (Kind::CommitmentDue, days.to_string())
    };
    told.sort_unstable();
    told.dedup();
    let key = format!("commitment/{}/{}/{occasion}", row.id, row.due_on);
    tell_once(conn, &told, kind, Subject::Commitment(row.id), &key, now)
}
