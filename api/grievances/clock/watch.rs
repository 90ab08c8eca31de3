//! The chore that looks at the clocks: a promise that is at risk or broken is told, once each, to whoever looks after the
//! case; and deadlines are counted anew when the holidays or a programme's terms have changed.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use diesel::connection::Connection;
use diesel::prelude::*;

use super::changes::version;
use super::deadline::{ClockState, Deadline};
use super::keep::refresh;
use crate::app::System;
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::{ApiError, Result};
use crate::grievances::GrievanceId;
use crate::grievances::staff::looks_after;
use crate::grievances::store::{Case, reread};
use crate::keeper::Chore;
use crate::notifications::{Kind, Subject, tell_once, was_told};
use crate::schema::grievance_clocks as clocks;

pub const CHORE: Chore =
    Chore { name: "watch_clocks", every: Duration::from_secs(30), run: |system, now| Box::pin(watch(system, now)) };

/// Cases in one transaction: few enough for others to get their turn.
const TOGETHER: i64 = 100;

/// A case whose clocks can't be counted keeps no other waiting.
const LATER: TimeDelta = TimeDelta::hours(1);

/// What happened longer ago is not news.
const NEWS: TimeDelta = TimeDelta::days(30);

async fn watch(system: &System, now: DateTime<Utc>) -> Result<()> {
    while system.db.read(move |conn| Ok(!due(conn, now, 1)?.is_empty())).await? {
        system.db.write(move |conn| look_at_some(conn, now)).await?;
    }
    Ok(())
}

fn look_at_some(conn: &mut Conn, now: DateTime<Utc>) -> Result<()> {
    for case in due(conn, now, TOGETHER)? {
        // In a savepoint, so that what fails takes nothing along.
        let looked = conn.transaction::<_, ApiError, _>(|conn| look_at(conn, case, now));
        if let Err(error) = looked {
            log::error!(case = case.as_str(), error:%; "the clocks of a case can't be counted");
            let later = (clocks::turns_at.eq(Some(Moment::from(now + LATER))), clocks::counted.eq(version(conn)?));
            diesel::update(clocks::table.find(case)).set(later).execute(conn)?;
        }
    }
    Ok(())
}

/// The cases whose state has turned, and those counted with older terms or holidays.
fn due(conn: &mut Conn, now: DateTime<Utc>, most: i64) -> Result<Vec<GrievanceId>> {
    let mut cases: Vec<GrievanceId> = clocks::table
        .filter(clocks::turns_at.lt(Moment::from(now)))
        .order(clocks::turns_at)
        .select(clocks::grievance_id)
        .limit(most)
        .load(conn)?;
    let left = most - i64::try_from(cases.len()).unwrap_or(most);
    let older = clocks::table.filter(clocks::counted.lt(version(conn)?)).select(clocks::grievance_id).limit(left);
    cases.extend(older.load::<GrievanceId>(conn)?);
    cases.sort_unstable();
    cases.dedup();
    Ok(cases)
}

fn look_at(conn: &mut Conn, case: GrievanceId, now: DateTime<Utc>) -> Result<()> {
    let case = reread(conn, case)?;
    for deadline in refresh(conn, &case, now)?.iter().filter(|deadline| !deadline.is_over()) {
        remind(conn, &case, deadline, now)?;
    }
    Ok(())
}

fn remind(conn: &mut Conn, case: &Case, deadline: &Deadline, now: DateTime<Utc>) -> Result<()> {
    let kind = match deadline.state(now) {
        ClockState::AtRisk => Kind::DeadlineNear,
        ClockState::Breached => Kind::DeadlineMissed,
        ClockState::OnTrack | ClockState::Paused => return Ok(()),
    };
    let turned = deadline.turns().filter(|turn| *turn < now).max();
    // Once for each run of a clock; one that was extended is another clock.
    let key = format!("{kind}/{}/{}/{}", case.id, deadline.clock, deadline.started_at.timestamp_micros());
    if turned.is_none_or(|turned| now - turned > NEWS) || was_told(conn, case.id, &key)? {
        return Ok(());
    }
    let told = looks_after(conn, case)?;
    tell_once(conn, &told, kind, Subject::Case(case.id), &key, now)
}
