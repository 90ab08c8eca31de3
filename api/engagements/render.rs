//! Rows made into what staff see.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use super::EngagementId;
use super::actions::actions;
use super::domain::{Dates, standing, warnings};
use super::people;
use super::store::Row;
use super::view::{Engagement, FollowUp, FollowUpDone};
use crate::accounts::AccountId;
use crate::authz::{Action, Permit, Role};
use crate::db::Conn;
use crate::directory::{Directory, directory};
use crate::error::{ApiError, Result};
use crate::grievances::clock::day_of;
use crate::names::Person;
use crate::programmes::ProgrammeId;
use crate::schema::programmes;
use crate::stakeholders::view::StakeholderName;

pub fn one<A: Action>(conn: &mut Conn, permit: &Permit<A>, row: Row, now: DateTime<Utc>) -> Result<Engagement> {
    all(conn, permit, vec![row], now)?.pop().ok_or(ApiError::Internal)
}

pub fn all<A: Action>(
    conn: &mut Conn,
    permit: &Permit<A>,
    rows: Vec<Row>,
    now: DateTime<Utc>,
) -> Result<Vec<Engagement>> {
    let ids: Vec<EngagementId> = rows.iter().map(|row| row.id).collect();
    let mut people = people::of(conn, &ids)?;
    let directory = directory(conn)?;
    let shown = Shown { directory: &directory, periods: periods(conn, &rows)?, today: day_of(now) };
    rows.into_iter()
        .map(|row| {
            let people = people.remove(&row.id).unwrap_or_default();
            shown.engagement(row, people, permit.role())
        })
        .collect()
}

/// What rows are shown with.
struct Shown<'a> {
    directory: &'a Directory,
    periods: HashMap<ProgrammeId, [NaiveDate; 2]>,
    today: NaiveDate,
}

fn periods(conn: &mut Conn, rows: &[Row]) -> Result<HashMap<ProgrammeId, [NaiveDate; 2]>> {
    let mut ids: Vec<ProgrammeId> = rows.iter().map(|row| row.programme_id).collect();
    ids.sort_unstable();
    ids.dedup();
    let rows: Vec<(ProgrammeId, NaiveDate, NaiveDate)> = programmes::table
        .filter(programmes::id.eq_any(ids))
        .select((programmes::id, programmes::starts_on, programmes::ends_on))
        .load(conn)?;
    Ok(rows.into_iter().map(|(id, starts_on, ends_on)| (id, [starts_on, ends_on])).collect())
}

impl Shown<'_> {
    fn person(&self, id: AccountId) -> Result<Person> {
        self.directory.person(Some(id)).ok_or(ApiError::Internal)
    }

    fn engagement(&self, row: Row, stakeholders: Vec<StakeholderName>, role: Role) -> Result<Engagement> {
        let period = self.periods.get(&row.programme_id).ok_or(ApiError::Internal)?;
        Ok(Engagement {
            actions: actions(role, &row),
            follow_up: self.follow_up(&row)?,
            warnings: warnings(Dates { day: row.day, due_on: row.due_on }, *period),
            by: self.person(row.account_id)?,
            created_by: self.person(row.created_by)?,
            id: row.id,
            version: row.version,
            programme_id: row.programme_id.into(),
            day: row.day,
            channel: row.channel,
            summary: row.summary,
            stakeholders,
            created_at: row.created_at.utc(),
            updated_at: row.updated_at.utc(),
        })
    }

    fn follow_up(&self, row: &Row) -> Result<Option<FollowUp>> {
        let (Some(task), Some(owner), Some(due_on)) = (row.task.clone(), row.owner_id, row.due_on) else {
            return Ok(None);
        };
        let done = match (row.done_on, row.done_note.clone(), row.done_by, row.done_at) {
            (Some(on), Some(note), Some(by), Some(at)) => {
                Some(FollowUpDone { on, note, by: self.person(by)?, at: at.utc() })
            }
            (Some(_) | None, Some(_) | None, Some(_) | None, Some(_) | None) => None,
        };
        let standing = standing(due_on, row.done_on, self.today);
        Ok(Some(FollowUp { task, owner: self.person(owner)?, due_on, standing, done }))
    }
}
