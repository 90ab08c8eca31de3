//! Changing what was recorded of a contact, and doing what was to follow from it.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use super::domain::{Dates, EngagementChannel, refused_done};
use super::input::{EngagementChange, FollowUpCompletion, NewFollowUp};
use super::policy::{CompleteFollowUp, ReopenFollowUp, UpdateEngagement};
use super::store::{Row, check, find, give, words};
use super::{EngagementId, people};
use crate::accounts::AccountId;
use crate::authz::Permit;
use crate::db::Conn;
use crate::db::search::{self, Kind};
use crate::db::types::Moment;
use crate::error::{ApiError, Result};
use crate::grievances::clock::day_of;
use crate::grievances::staff::works_in_as;
use crate::http::body::said;
use crate::http::version::{changed_one, still};
use crate::http::{IfMatch, Version};
use crate::schema::engagements;
use crate::stakeholders::StakeholderId;

#[derive(AsChangeset)]
#[diesel(table_name = engagements, treat_none_as_null = true)]
struct Whole {
    day: NaiveDate,
    channel: EngagementChannel,
    account_id: AccountId,
    summary: String,
    task: Option<String>,
    owner_id: Option<AccountId>,
    due_on: Option<NaiveDate>,
    words: String,
}

impl Whole {
    fn of(before: &Row, change: &EngagementChange, follow_up: Option<NewFollowUp>) -> Self {
        let summary = change.summary.as_deref().unwrap_or(&before.summary).trim().to_owned();
        let (task, owner_id, due_on) = match follow_up {
            Some(NewFollowUp { task, owner_id, due_on }) => (Some(task), Some(owner_id), Some(due_on)),
            None => (None, None, None),
        };
        Self {
            day: change.day.unwrap_or(before.day),
            channel: change.channel.unwrap_or(before.channel),
            account_id: change.by_id.unwrap_or(before.account_id),
            words: words(&summary, task.as_deref()),
            summary,
            task,
            owner_id,
            due_on,
        }
    }

    fn is(&self, before: &Row) -> bool {
        (self.day, self.channel, self.account_id) == (before.day, before.channel, before.account_id)
            && (&self.summary, &self.task) == (&before.summary, &before.task)
            && (self.owner_id, self.due_on) == (before.owner_id, before.due_on)
    }
}

/// Changes a contact; one that is already so stays as it is, and so does its version.
pub fn update(
    conn: &mut Conn,
    permit: &Permit<UpdateEngagement>,
    id: EngagementId,
    expected: IfMatch,
    change: &EngagementChange,
    now: DateTime<Utc>,
) -> Result<Row> {
    let before = find(conn, permit, id)?;
    still(before.version, expected)?;
    if before.is_erased() {
        return Err(ApiError::Conflict("erased"));
    }
    let follow_up = next(&before, change)?;
    let whole = Whole::of(&before, change, follow_up.clone());
    check(Dates { day: whole.day, due_on: whole.due_on }, &whole.summary, follow_up.as_ref(), now)?;
    if before.done_on.is_some_and(|done_on| done_on < whole.day) {
        return Err(ApiError::field("/day", "after_the_follow_up"));
    }
    if whole.account_id != before.account_id {
        works_in_as(conn, "/by_id", whole.account_id, before.programme_id)?;
    }
    let people = whom(conn, permit, &before, change)?;
    if whole.is(&before) && people.is_none() {
        return Ok(before);
    }
    if let Some(people) = people {
        people::replace(conn, id, &people)?;
    }
    search::put(conn, Kind::Engagement, id.as_str(), &whole.words)?;
    let set = (&whole, touched(before.version, now));
    changed_one(diesel::update(same(id, before.version)).set(set).execute(conn)?)?;
    if let Some(owner) = whole.owner_id.filter(|owner| Some(*owner) != before.owner_id) {
        give(conn, id, before.programme_id, owner, permit.account()?, now)?;
    }
    find(conn, permit, id)
}

/// What is to follow after a change. What is done is not changed any more.
fn next(before: &Row, change: &EngagementChange) -> Result<Option<NewFollowUp>> {
    let known = before.follow_up();
    let Some(given) = &change.follow_up else { return Ok(known) };
    let given = given.as_ref().map(|NewFollowUp { task, owner_id, due_on }| NewFollowUp {
        task: task.trim().into(),
        owner_id: *owner_id,
        due_on: *due_on,
    });
    if given != known && before.done_on.is_some() {
        return Err(ApiError::Conflict("follow_up_done"));
    }
    Ok(given)
}

/// Whom it was with, if that becomes another.
fn whom(
    conn: &mut Conn,
    permit: &Permit<UpdateEngagement>,
    before: &Row,
    change: &EngagementChange,
) -> Result<Option<Vec<StakeholderId>>> {
    let Some(named) = &change.stakeholder_ids else { return Ok(None) };
    let people = people::checked(conn, permit, before.programme_id, named)?;
    Ok((people::ids_of(conn, before.id)? != people).then_some(people))
}

/// Notes that a follow-up was done.
pub fn complete(
    conn: &mut Conn,
    permit: &Permit<CompleteFollowUp>,
    id: EngagementId,
    expected: IfMatch,
    completion: &FollowUpCompletion,
    now: DateTime<Utc>,
) -> Result<Row> {
    let before = find(conn, permit, id)?;
    still(before.version, expected)?;
    match (&before.task, before.done_on) {
        (None, _) => return Err(ApiError::Conflict("no_follow_up")),
        (Some(_), Some(_)) => return Err(ApiError::Conflict("follow_up_done")),
        (Some(_), None) => {}
    }
    let FollowUpCompletion { done_on, note } = completion;
    let refused = refused_done(*done_on, before.day, day_of(now));
    refused.map_or(Ok(()), |code| Err(ApiError::field("/done_on", code)))?;
    said("/note", note)?;
    done(conn, &before, completion, permit.account()?, now)?;
    find(conn, permit, id)
}

/// Writes that a follow-up was done, whoever may say so.
pub(crate) fn done(
    conn: &mut Conn,
    before: &Row,
    FollowUpCompletion { done_on, note }: &FollowUpCompletion,
    by: AccountId,
    now: DateTime<Utc>,
) -> Result<()> {
    let set = (
        (engagements::done_on.eq(done_on), engagements::done_note.eq(note.trim())),
        (engagements::done_by.eq(by), engagements::done_at.eq(Moment::from(now))),
        touched(before.version, now),
    );
    changed_one(diesel::update(same(before.id, before.version)).set(set).execute(conn)?)
}

/// Opens a follow-up again that was taken for done.
pub fn reopen(
    conn: &mut Conn,
    permit: &Permit<ReopenFollowUp>,
    id: EngagementId,
    expected: IfMatch,
    now: DateTime<Utc>,
) -> Result<Row> {
    let before = find(conn, permit, id)?;
    still(before.version, expected)?;
    if before.done_on.is_none() {
        return Err(ApiError::Conflict("follow_up_open"));
    }
    let set = (
        (engagements::done_on.eq(None::<NaiveDate>), engagements::done_note.eq(None::<String>)),
        (engagements::done_by.eq(None::<AccountId>), engagements::done_at.eq(None::<Moment>)),
        touched(before.version, now),
    );
    changed_one(diesel::update(same(id, before.version)).set(set).execute(conn)?)?;
    find(conn, permit, id)
}

type Touched = (diesel::dsl::Eq<engagements::version, Version>, diesel::dsl::Eq<engagements::updated_at, Moment>);

/// What every change of a contact of this version sets.
fn touched(version: Version, now: DateTime<Utc>) -> Touched {
    (engagements::version.eq(version + 1), engagements::updated_at.eq(Moment::from(now)))
}

/// The contact as it was read.
#[diesel::dsl::auto_type(no_type_alias)]
fn same(id: EngagementId, version: Version) -> _ {
    engagements::table.filter(engagements::id.eq(id)).filter(engagements::version.eq(version))
}
