//! The log: filters, order, keyset pages, counts.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use serde::Deserialize;
use utoipa::IntoParams;
use validator::Validate;

use super::EngagementId;
use super::domain::{EngagementChannel, FollowUpStanding};
use super::policy::ListEngagements;
use super::scope::within;
use super::store::Row;
use crate::accounts::AccountId;
use crate::authz::Permit;
use crate::db::filter::{FEW, few};
use crate::db::search::{Kind, narrow, narrowed};
use crate::db::types::words;
use crate::db::{Backend, Conn};
use crate::error::{ApiError, Result};
use crate::grievances::clock::day_of;
use crate::http::page::{COUNTED, MOST, USUAL};
use crate::http::{Cursor, Total};
use crate::schema::{engagement_stakeholders as links, engagements};
use crate::stakeholders::StakeholderId;

words! {
    /// The order of the log.
    EngagementSort {
        /// The latest contact first.
        Latest,
        /// The follow-up that is due first before the others; only those not done yet.
        Due,
    }
}

/// Which contacts, in which order.
#[derive(Clone, Debug, Default, Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct EngagementQuery {
    /// With whom.
    #[param(value_type = Option<String>, format = Uuid)]
    pub stakeholder_id: Option<StakeholderId>,
    pub channel: Option<EngagementChannel>,
    /// How its follow-up stands.
    pub follow_up: Option<FollowUpStanding>,
    /// Whose follow-up it is.
    #[param(value_type = Option<String>, format = Uuid)]
    pub owner_id: Option<AccountId>,
    /// The first day.
    pub from: Option<NaiveDate>,
    /// The last day.
    pub to: Option<NaiveDate>,
    /// Words of at least three letters of the summary or the follow-up, in any letter case, Kyrgyz or Russian.
    #[validate(length(min = 3, max = 100))]
    #[param(min_length = 3, max_length = 100)]
    pub q: Option<String>,
    pub sort: Option<EngagementSort>,
    /// `next` of the page before.
    #[param(value_type = Option<Cursor>)]
    pub after: Option<Cursor>,
    #[validate(range(min = 1, max = MOST))]
    #[param(minimum = 1, maximum = 100)]
    pub limit: Option<i64>,
    /// `true`: with how many match in all.
    pub total: Option<bool>,
}

impl EngagementQuery {
    pub fn limit(&self) -> i64 {
        self.limit.unwrap_or(USUAL)
    }

    fn sort(&self) -> EngagementSort {
        self.sort.unwrap_or(EngagementSort::Latest)
    }
}

type Boxed<'a> = engagements::BoxedQuery<'a, Backend>;

/// The contacts that match, within reach; one more than the page holds.
pub fn list(
    conn: &mut Conn,
    permit: &Permit<ListEngagements>,
    query: &EngagementQuery,
    now: DateTime<Utc>,
) -> Result<Vec<Row>> {
    let after = match &query.after {
        Some(cursor) => Some(last(conn, permit, &cursor.id)?),
        None => None,
    };
    let rows = ordered(matching(conn, permit, query, now)?, query.sort(), after);
    Ok(rows.limit(query.limit() + 1).select(Row::as_select()).load(conn)?)
}

/// How many match, counted up to a thousand.
pub fn total(
    conn: &mut Conn,
    permit: &Permit<ListEngagements>,
    query: &EngagementQuery,
    now: DateTime<Utc>,
) -> Result<Total> {
    let rows = ordered(matching(conn, permit, query, now)?, query.sort(), None);
    let ids: Vec<EngagementId> = rows.limit(COUNTED + 1).select(engagements::id).load(conn)?;
    Ok(Total::of(i64::try_from(ids.len()).unwrap_or(COUNTED)))
}

fn matching<'a>(
    conn: &mut Conn,
    permit: &Permit<ListEngagements>,
    query: &EngagementQuery,
    now: DateTime<Utc>,
) -> Result<Boxed<'a>> {
    let mut rows = engagements::table.filter(within(permit)?).into_boxed();
    if let Some(channel) = query.channel {
        rows = rows.filter(engagements::channel.eq(channel));
    }
    if let Some(owner) = query.owner_id {
        rows = rows.filter(engagements::owner_id.eq(owner));
    }
    if let Some(from) = query.from {
        rows = rows.filter(engagements::day.ge(from));
    }
    if let Some(to) = query.to {
        rows = rows.filter(engagements::day.le(to));
    }
    rows = match query.follow_up {
        None => rows,
        Some(FollowUpStanding::Open) => open(rows),
        Some(FollowUpStanding::Overdue) => open(rows).filter(engagements::due_on.lt(day_of(now))),
        Some(FollowUpStanding::Done) => rows.filter(engagements::done_on.is_not_null()),
    };
    if let Some(stakeholder) = query.stakeholder_id {
        rows = with(conn, rows, stakeholder)?;
    }
    if let Some(text) = &query.q {
        rows = narrow!(rows, engagements, narrowed::<EngagementId>(conn, Kind::Engagement, text)?);
    }
    Ok(rows)
}

fn open(rows: Boxed<'_>) -> Boxed<'_> {
    rows.filter(engagements::due_on.is_not_null()).filter(engagements::done_on.is_null())
}

fn with<'a>(conn: &mut Conn, rows: Boxed<'a>, stakeholder: StakeholderId) -> Result<Boxed<'a>> {
    let theirs = links::table.filter(links::stakeholder_id.eq(stakeholder)).select(links::engagement_id);
    let ids: Vec<EngagementId> = theirs.limit(FEW + 1).load(conn)?;
    if few(&ids) {
        return Ok(rows.filter(engagements::id.eq_any(ids)));
    }
    Ok(rows.filter(engagements::id.eq_any(theirs)))
}

/// What a page starts after.
struct Last {
    id: EngagementId,
    day: NaiveDate,
    due_on: Option<NaiveDate>,
}

/// Where a contact within reach stands in the order. One out of reach is one that is not there.
fn last(conn: &mut Conn, permit: &Permit<ListEngagements>, id: &str) -> Result<Last> {
    let unknown = || ApiError::field("?after", "unknown");
    let id: EngagementId = id.parse().map_err(|_| unknown())?;
    let (day, due_on) = engagements::table
        .filter(engagements::id.eq(id))
        .filter(within(permit)?)
        .select((engagements::day, engagements::due_on))
        .first(conn)
        .optional()?
        .ok_or_else(unknown)?;
    Ok(Last { id, day, due_on })
}

fn ordered(rows: Boxed<'_>, sort: EngagementSort, after: Option<Last>) -> Boxed<'_> {
    use engagements::{day, due_on, id};
    // The first condition of each is implied by the second, and is what an index finds the place by.
    match (sort, after) {
        (EngagementSort::Latest, None) => rows.order((day.desc(), id.desc())),
        (EngagementSort::Latest, Some(last)) => {
            rows.filter(day.le(last.day)).filter(day.lt(last.day).or(id.lt(last.id))).order((day.desc(), id.desc()))
        }
        (EngagementSort::Due, None) => open(rows).order((due_on.asc(), id.asc())),
        (EngagementSort::Due, Some(last)) => open(rows)
            .filter(due_on.ge(last.due_on))
            .filter(due_on.gt(last.due_on).or(id.gt(last.id).nullable()))
            .order((due_on.asc(), id.asc())),
    }
}
