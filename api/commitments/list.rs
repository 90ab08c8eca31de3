//! The register: filters, order, keyset pages, counts.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Bool, Nullable};
use serde::Deserialize;
use utoipa::IntoParams;
use validator::Validate;

use super::CommitmentId;
use super::domain::{CommitmentSide, CommitmentSort, CommitmentStanding, CommitmentState, first_broken_day};
use super::policy::ListCommitments;
use super::scope::within;
use super::store::Row;
use crate::agreements::AgreementId;
use crate::authz::Permit;
use crate::db::search::{Kind, narrow, narrowed};
use crate::db::{Backend, Conn};
use crate::directory::directory;
use crate::error::{ApiError, Result};
use crate::grievances::GrievanceId;
use crate::grievances::clock::day_of;
use crate::http::page::{COUNTED, MOST, USUAL};
use crate::http::{Cursor, Total};
use crate::organisations::OrganisationId;
use crate::places::PlaceId;
use crate::schema::commitments;
use crate::sites::SiteId;

/// Which commitments, in which order.
#[derive(Clone, Debug, Default, Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct CommitmentQuery {
    pub state: Option<CommitmentState>,
    pub standing: Option<CommitmentStanding>,
    pub side: Option<CommitmentSide>,
    #[param(value_type = Option<String>, format = Uuid)]
    pub organisation_id: Option<OrganisationId>,
    /// A place and all below it.
    #[param(value_type = Option<String>, format = Uuid)]
    pub place_id: Option<PlaceId>,
    #[param(value_type = Option<String>, format = Uuid)]
    pub site_id: Option<SiteId>,
    #[param(value_type = Option<String>, format = Uuid)]
    pub grievance_id: Option<GrievanceId>,
    #[param(value_type = Option<String>, format = Uuid)]
    pub agreement_id: Option<AgreementId>,
    pub published: Option<bool>,
    /// Words of at least three letters of what was promised, in any letter case.
    #[validate(length(min = 3, max = 100))]
    #[param(min_length = 3, max_length = 100)]
    pub q: Option<String>,
    /// What is due first comes first, if left out.
    pub sort: Option<CommitmentSort>,
    /// `next` of the page before.
    #[param(value_type = Option<Cursor>)]
    pub after: Option<Cursor>,
    #[validate(range(min = 1, max = MOST))]
    #[param(minimum = 1, maximum = 100)]
    pub limit: Option<i64>,
    /// `true`: with how many match in all.
    pub total: Option<bool>,
}

impl CommitmentQuery {
    pub fn limit(&self) -> i64 {
        self.limit.unwrap_or(USUAL)
    }

    fn sort(&self) -> CommitmentSort {
        self.sort.unwrap_or(CommitmentSort::Due)
    }
}

pub type Boxed<'a> = commitments::BoxedQuery<'a, Backend>;

/// The commitments that match, within reach; one more than the page holds.
pub fn list(
    conn: &mut Conn,
    permit: &Permit<ListCommitments>,
    query: &CommitmentQuery,
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
    permit: &Permit<ListCommitments>,
    query: &CommitmentQuery,
    now: DateTime<Utc>,
) -> Result<Total> {
    let rows = matching(conn, permit, query, now)?.limit(COUNTED + 1).select(commitments::id);
    let ids: Vec<CommitmentId> = rows.load(conn)?;
    Ok(Total::of(i64::try_from(ids.len()).unwrap_or(COUNTED)))
}

fn matching<'a>(
    conn: &mut Conn,
    permit: &Permit<ListCommitments>,
    query: &CommitmentQuery,
    now: DateTime<Utc>,
) -> Result<Boxed<'a>> {
    let mut rows = commitments::table.filter(within(permit)?).into_boxed();
    if let Some(state) = query.state {
        rows = rows.filter(commitments::state.eq(state));
    }
    if let Some(standing) = query.standing {
        rows = rows.filter(standing_so(standing, day_of(now)));
    }
    if let Some(side) = query.side {
        rows = rows.filter(commitments::side.eq(side));
    }
    if let Some(organisation) = query.organisation_id {
        rows = rows.filter(commitments::organisation_id.eq(organisation));
    }
    if let Some(site) = query.site_id {
        rows = rows.filter(commitments::site_id.eq(site));
    }
    if let Some(case) = query.grievance_id {
        rows = rows.filter(commitments::grievance_id.eq(case));
    }
    if let Some(agreement) = query.agreement_id {
        rows = rows.filter(commitments::agreement_id.eq(agreement));
    }
    if let Some(published) = query.published {
        rows = rows.filter(commitments::published.eq(published));
    }
    if let Some(place) = query.place_id {
        let names = directory(conn)?;
        let path = names.path(place).ok_or_else(|| ApiError::field("?place_id", "unknown"))?;
        rows = rows.filter(commitments::place_path.like(format!("{path}%")));
    }
    if let Some(text) = &query.q {
        rows = narrow!(rows, commitments, narrowed::<CommitmentId>(conn, Kind::Commitment, text)?);
    }
    Ok(rows)
}

pub type Filter = Box<dyn BoxableExpression<commitments::table, Backend, SqlType = Nullable<Bool>>>;

/// The promises that stand so today: as [`super::domain::standing`] says it of one.
pub fn standing_so(standing: CommitmentStanding, today: NaiveDate) -> Filter {
    use commitments::{done_on, due_on, state};
    let unreported = || state.eq_any([CommitmentState::Open, CommitmentState::InProgress]);
    let broken = first_broken_day(today);
    match standing {
        CommitmentStanding::Running => Box::new(unreported().and(due_on.ge(today)).nullable()),
        CommitmentStanding::Overdue => Box::new(unreported().and(due_on.lt(today)).and(due_on.ge(broken)).nullable()),
        CommitmentStanding::Awaiting => Box::new(state.eq(CommitmentState::ReportedDone).nullable()),
        CommitmentStanding::InTime => Box::new(state.eq(CommitmentState::Verified).and(done_on.le(due_on.nullable()))),
        CommitmentStanding::Late => Box::new(state.eq(CommitmentState::Verified).and(done_on.gt(due_on.nullable()))),
        CommitmentStanding::Broken => {
            Box::new(state.eq(CommitmentState::Dropped).or(unreported().and(due_on.lt(broken))).nullable())
        }
    }
}

/// What a page starts after.
struct Last {
    id: CommitmentId,
    due_on: NaiveDate,
}

/// Where a commitment within reach stands in the order. One out of reach is one that is not there.
fn last(conn: &mut Conn, permit: &Permit<ListCommitments>, id: &str) -> Result<Last> {
    let unknown = || ApiError::field("?after", "unknown");
    let id: CommitmentId = id.parse().map_err(|_| unknown())?;
    let due_on = commitments::table
        .filter(commitments::id.eq(id))
        .filter(within(permit)?)
        .select(commitments::due_on)
        .first(conn)
        .optional()?
        .ok_or_else(unknown)?;
    Ok(Last { id, due_on })
}

fn ordered<'a>(rows: Boxed<'a>, sort: CommitmentSort, after: Option<Last>) -> Boxed<'a> {
    use commitments::{due_on, id};
    let rows = match (sort, after) {
        (CommitmentSort::Due | CommitmentSort::Newest, None) => rows,
        (CommitmentSort::Newest, Some(last)) => rows.filter(id.lt(last.id)),
        // The first condition is implied by the second, and is what an index finds the place by.
        (CommitmentSort::Due, Some(last)) => {
            rows.filter(due_on.ge(last.due_on)).filter(due_on.gt(last.due_on).or(id.gt(last.id)))
        }
    };
    match sort {
        CommitmentSort::Due => rows.order((due_on.asc(), id.asc())),
        CommitmentSort::Newest => rows.order(id.desc()),
    }
}
