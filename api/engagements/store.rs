//! Reading contacts, within reach only, and recording new ones.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use super::domain::{Dates, EngagementChannel, refused_dates};
use super::input::{NewEngagement, NewFollowUp};
use super::policy::CreateEngagement;
use super::scope::within;
use super::{EngagementId, people};
use crate::accounts::AccountId;
use crate::authz::{Action, Permit};
use crate::db::Conn;
use crate::db::search::{self, Kind, normalise};
use crate::db::types::Moment;
use crate::error::{ApiError, FieldError, Result};
use crate::grievances::clock::day_of;
use crate::grievances::staff::works_in_as;
use crate::http::Version;
use crate::notifications::{self, Subject, tell};
use crate::programmes::ProgrammeId;
use crate::schema::engagements;
use crate::stakeholders::StakeholderId;

/// A contact as the database holds it.
#[derive(Clone, Queryable, Selectable)]
#[diesel(table_name = engagements)]
pub struct Row {
    pub id: EngagementId,
    pub version: Version,
    pub programme_id: ProgrammeId,
    pub day: NaiveDate,
    pub channel: EngagementChannel,
    pub account_id: AccountId,
    pub summary: String,
    pub task: Option<String>,
    pub owner_id: Option<AccountId>,
    pub due_on: Option<NaiveDate>,
    pub done_on: Option<NaiveDate>,
    pub done_note: Option<String>,
    pub done_by: Option<AccountId>,
    pub done_at: Option<Moment>,
    pub created_by: AccountId,
    pub created_at: Moment,
    pub updated_at: Moment,
}

impl Row {
    /// Whether its words went with the last person whom it concerned.
    pub fn is_erased(&self) -> bool {
        self.summary.is_empty()
    }

    /// What was to follow, as it was given.
    pub fn follow_up(&self) -> Option<NewFollowUp> {
        Some(NewFollowUp { task: self.task.clone()?, owner_id: self.owner_id?, due_on: self.due_on? })
    }
}

/// The contact, if within the permit's reach; 404 otherwise.
pub fn find<A: Action>(conn: &mut Conn, permit: &Permit<A>, id: EngagementId) -> Result<Row> {
    Ok(engagements::table
        .filter(engagements::id.eq(id))
        .filter(within(permit)?)
        .select(Row::as_select())
        .first(conn)?)
}

/// A contact that was just written, whoever may read it.
pub(crate) fn reread(conn: &mut Conn, id: EngagementId) -> Result<Row> {
    Ok(engagements::table.find(id).select(Row::as_select()).first(conn)?)
}

/// The days of those of the contacts that are within reach.
pub fn days<A: Action>(
    conn: &mut Conn,
    permit: &Permit<A>,
    ids: Vec<EngagementId>,
) -> Result<HashMap<EngagementId, NaiveDate>> {
    let rows: Vec<(EngagementId, NaiveDate)> = engagements::table
        .filter(engagements::id.eq_any(ids))
        .filter(within(permit)?)
        .select((engagements::id, engagements::day))
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

/// What a search looks through.
pub(super) fn words(summary: &str, task: Option<&str>) -> String {
    normalise(&[summary].into_iter().chain(task).collect::<Vec<_>>().join("\n"))
}

/// Records a contact in one of the caller's programmes.
pub fn create(
    conn: &mut Conn,
    permit: &Permit<CreateEngagement>,
    new: &NewEngagement,
    now: DateTime<Utc>,
) -> Result<Row> {
    if !permit.programmes()?.contains(&new.programme_id) {
        return Err(ApiError::field("/programme_id", "unknown"));
    }
    let people = people::checked(conn, permit, new.programme_id, &new.stakeholder_ids)?;
    let id = insert(conn, new, &people, permit.account()?, now)?;
    find(conn, permit, id)
}

/// Writes a new contact, whoever may record it, and tells whoever was given what follows.
pub fn insert(
    conn: &mut Conn,
    new: &NewEngagement,
    people: &[StakeholderId],
    by: AccountId,
    now: DateTime<Utc>,
) -> Result<EngagementId> {
    let NewEngagement { programme_id, day, channel, by_id, summary, stakeholder_ids: _, follow_up } = new;
    check(Dates { day: *day, due_on: follow_up.as_ref().map(|next| next.due_on) }, summary, follow_up.as_ref(), now)?;
    works_in_as(conn, "/by_id", *by_id, *programme_id)?;
    let (id, at, summary) = (EngagementId::at(now), Moment::from(now), summary.trim());
    let task = follow_up.as_ref().map(|next| next.task.trim());
    let words = words(summary, task);
    let row = (
        (engagements::id.eq(id), engagements::programme_id.eq(programme_id), engagements::day.eq(day)),
        (engagements::channel.eq(channel), engagements::account_id.eq(by_id), engagements::summary.eq(summary)),
        (engagements::task.eq(task), engagements::owner_id.eq(follow_up.as_ref().map(|next| next.owner_id))),
        (engagements::due_on.eq(follow_up.as_ref().map(|next| next.due_on)), engagements::words.eq(&words)),
        (engagements::created_by.eq(by), engagements::created_at.eq(at), engagements::updated_at.eq(at)),
    );
    diesel::insert_into(engagements::table).values(row).execute(conn)?;
    people::replace(conn, id, people)?;
    search::add(conn, Kind::Engagement, id.as_str(), &words)?;
    if let Some(NewFollowUp { owner_id, .. }) = follow_up {
        give(conn, id, *programme_id, *owner_id, by, now)?;
    }
    Ok(id)
}

/// Checks who is given a follow-up, and tells the person, unless it is who gives it.
pub(super) fn give(
    conn: &mut Conn,
    id: EngagementId,
    programme: ProgrammeId,
    owner: AccountId,
    by: AccountId,
    now: DateTime<Utc>,
) -> Result<()> {
    works_in_as(conn, "/follow_up/owner_id", owner, programme)?;
    if owner == by {
        return Ok(());
    }
    tell(conn, &[owner], notifications::Kind::FollowUpGiven, Subject::Engagement(id), now)
}

/// Checks what a contact is to be.
pub(super) fn check(dates: Dates, summary: &str, follow_up: Option<&NewFollowUp>, now: DateTime<Utc>) -> Result<()> {
    let mut refused = refused_dates(dates, day_of(now));
    let shortest = |text: &str| text.trim().chars().count() < 3;
    if shortest(summary) {
        refused.push(("/summary", "too_short"));
    }
    if follow_up.is_some_and(|next| shortest(&next.task)) {
        refused.push(("/follow_up/task", "too_short"));
    }
    let field = |(pointer, code): (&str, &str)| FieldError { pointer: pointer.into(), code: code.into() };
    if refused.is_empty() { Ok(()) } else { Err(ApiError::Invalid(refused.into_iter().map(field).collect())) }
}
