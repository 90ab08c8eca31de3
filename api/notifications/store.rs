//! Reading an account's own notifications, and marking them as read.

use std::collections::HashMap;
use std::hash::Hash;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use strum::VariantArray;

use super::policy::{CountNotifications, ListNotifications, ReadNotification, ReadNotifications};
use super::{Kind, NotificationId, Subject};
use crate::authz::{Action, Permit};
use crate::commitments::CommitmentId;
use crate::commitments::policy::GetCommitment;
use crate::commitments::store::due_days;
use crate::db::types::Moment;
use crate::db::{Backend, Conn};
use crate::engagements::EngagementId;
use crate::engagements::policy::GetEngagement;
use crate::engagements::store::days;
use crate::error::{ApiError, Result};
use crate::grant_applications::GrantApplicationId;
use crate::grant_applications::policy::GetGrantApplication;
use crate::grant_applications::store::receipts;
use crate::grievances::GrievanceId;
use crate::grievances::policy::GetGrievance;
use crate::grievances::store::references;
use crate::http::{Cursor, Total};
use crate::meetings::policy::GetMeeting;
use crate::meetings::{self, MeetingId};
use crate::schema::notifications;

/// Unread notifications are counted up to here: a bell has no room for more.
const COUNTED: i64 = 99;

/// Notifications that are looked up together.
const TOGETHER: i64 = 100;

/// Notifications that are marked together: an engine binds only so many values.
const MARKED: usize = 500;

#[derive(Queryable, Selectable)]
#[diesel(table_name = notifications)]
pub struct NotificationRow {
    pub id: NotificationId,
    pub kind: Kind,
    pub grievance_id: Option<GrievanceId>,
    pub engagement_id: Option<EngagementId>,
    pub commitment_id: Option<CommitmentId>,
    pub meeting_id: Option<MeetingId>,
    pub grant_application_id: Option<GrantApplicationId>,
    pub at: Moment,
    pub read_at: Option<Moment>,
}

/// What a notification is about, with what it is called by.
pub enum About {
    Case(GrievanceId, String),
    Engagement(EngagementId, NaiveDate),
    Commitment(CommitmentId, NaiveDate),
    Meeting(MeetingId, NaiveDate),
    GrantApplication(GrantApplicationId, String),
    Nothing,
}

/// A notification with what it is about.
pub type Told = (NotificationRow, About);

/// Which notifications are asked for.
pub struct Wanted {
    pub unread: bool,
    pub after: Option<Cursor>,
    pub limit: i64,
}

/// The latest first, one more than the page holds.
pub fn list(conn: &mut Conn, permit: &Permit<ListNotifications>, wanted: Wanted) -> Result<Vec<Told>> {
    let after = wanted.after.map(|cursor| cursor.id);
    visible(conn, permit, wanted.unread, after, wanted.limit + 1)
}

pub fn count(conn: &mut Conn, permit: &Permit<CountNotifications>) -> Result<Total> {
    let unread = visible(conn, permit, true, None, COUNTED + 1)?.len();
    let unread = i64::try_from(unread).unwrap_or(COUNTED + 1);
    Ok(Total { count: unread.min(COUNTED), exact: unread <= COUNTED })
}

/// Marks one as read.
pub fn read(
    conn: &mut Conn,
    permit: &Permit<ReadNotification>,
    id: NotificationId,
    now: DateTime<Utc>,
) -> Result<Told> {
    let row = own(permit)?.filter(notifications::id.eq(id)).select(NotificationRow::as_select()).first(conn)?;
    let (row, about) = within_reach(conn, permit, vec![row])?.pop().ok_or(ApiError::NotFound)?;
    let read_at = row.read_at.unwrap_or(now.into());
    diesel::update(notifications::table.find(id)).set(notifications::read_at.eq(read_at)).execute(conn)?;
    Ok((NotificationRow { read_at: Some(read_at), ..row }, about))
}

/// Marks all as read that came no later than `last`; what came meanwhile, or is out of reach, was not seen.
pub fn read_until(
    conn: &mut Conn,
    permit: &Permit<ReadNotifications>,
    last: NotificationId,
    now: DateTime<Utc>,
) -> Result<()> {
    let unread = visible(conn, permit, true, None, i64::MAX)?;
    let seen: Vec<NotificationId> = unread.iter().map(|(row, _)| row.id).filter(|id| *id <= last).collect();
    for some in seen.chunks(MARKED) {
        let some = notifications::table.filter(notifications::id.eq_any(some.to_vec()));
        diesel::update(some).set(notifications::read_at.eq(Moment::from(now))).execute(conn)?;
    }
    Ok(())
}

type Boxed<'a> = notifications::BoxedQuery<'a, Backend>;

/// The caller's own, of the kinds that the caller's role is told.
fn own<'a, A: Action>(permit: &Permit<A>) -> Result<Boxed<'a>> {
    let kinds: Vec<Kind> = Kind::VARIANTS.iter().copied().filter(|kind| kind.concerns(permit.role())).collect();
    Ok(notifications::table
        .filter(notifications::account_id.eq(permit.account()?))
        .filter(notifications::kind.eq_any(kinds))
        .into_boxed())
}

/// Up to `most` notifications whose cases are within reach, the latest first. They are looked up some at a time: whoever
/// lost no reach has the page at once.
fn visible<A: Action>(
    conn: &mut Conn,
    permit: &Permit<A>,
    unread: bool,
    mut after: Option<String>,
    most: i64,
) -> Result<Vec<Told>> {
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let mut found = vec![];
    while found.len() < most {
        let mut rows = own(permit)?.order(notifications::id.desc()).limit(TOGETHER);
        if unread {
            rows = rows.filter(notifications::read_at.is_null());
        }
        if let Some(after) = after {
            rows = rows.filter(notifications::id.lt(after));
        }
        let rows: Vec<NotificationRow> = rows.select(NotificationRow::as_select()).load(conn)?;
        let Some(last) = rows.last() else { break };
        after = Some(last.id.into());
        found.extend(within_reach(conn, permit, rows)?);
    }
    found.truncate(most);
    Ok(found)
}

fn within_reach<A: Action>(conn: &mut Conn, permit: &Permit<A>, rows: Vec<NotificationRow>) -> Result<Vec<Told>> {
    let (cases, contacts) = (ids(&rows, |row| row.grievance_id), ids(&rows, |row| row.engagement_id));
    let (promises, meetings) = (ids(&rows, |row| row.commitment_id), ids(&rows, |row| row.meeting_id));
    let references = reached(permit, cases, |reads: &Permit<GetGrievance>, ids| references(conn, reads, ids))?;
    let days = reached(permit, contacts, |reads: &Permit<GetEngagement>, ids| days(conn, reads, ids))?;
    let due = reached(permit, promises, |reads: &Permit<GetCommitment>, ids| due_days(conn, reads, ids))?;
    let begin = reached(permit, meetings, |reads: &Permit<GetMeeting>, ids| meetings::store::days(conn, reads, ids))?;
    let applications = ids(&rows, |row| row.grant_application_id);
    let receipts =
        reached(permit, applications, |reads: &Permit<GetGrantApplication>, ids| receipts(conn, reads, ids))?;
    let told = |row: NotificationRow| {
        let about = match subject(&row) {
            Subject::Case(id) => About::Case(id, references.get(&id)?.clone()),
            Subject::Engagement(id) => About::Engagement(id, *days.get(&id)?),
            Subject::Commitment(id) => About::Commitment(id, *due.get(&id)?),
            Subject::Meeting(id) => About::Meeting(id, *begin.get(&id)?),
            Subject::GrantApplication(id) => About::GrantApplication(id, receipts.get(&id)?.clone()),
            Subject::Nothing => About::Nothing,
        };
        Some((row, about))
    };
    Ok(rows.into_iter().filter_map(told).collect())
}

fn subject(row: &NotificationRow) -> Subject {
    let case = row.grievance_id.map(Subject::Case);
    let contact = case.or(row.engagement_id.map(Subject::Engagement));
    let promise = contact.or(row.commitment_id.map(Subject::Commitment));
    let meeting = promise.or(row.meeting_id.map(Subject::Meeting));
    meeting.or(row.grant_application_id.map(Subject::GrantApplication)).unwrap_or(Subject::Nothing)
}

fn ids<I>(rows: &[NotificationRow], id: impl Fn(&NotificationRow) -> Option<I>) -> Vec<I> {
    rows.iter().filter_map(id).collect()
}

/// What those of the records that are within reach are called by. Who may read none of their kind is told of none.
fn reached<A: Action, B: Action, I: Eq + Hash, N>(
    permit: &Permit<A>,
    ids: Vec<I>,
    read: impl FnOnce(&Permit<B>, Vec<I>) -> Result<HashMap<I, N>>,
) -> Result<HashMap<I, N>> {
    match permit.also::<B>() {
        Ok(reads) if !ids.is_empty() => read(&reads, ids),
        Ok(_) | Err(_) => Ok(HashMap::new()),
    }
}
