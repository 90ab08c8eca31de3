//! The list: filters, keyset pages, counts. A programme holds some hundreds of groups, so that words are looked for in each.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::Deserialize;
use utoipa::IntoParams;
use validator::Validate;

use super::FocusGroupId;
use super::domain::{FocusGroupKind, FocusGroupState};
use super::policy::ListFocusGroups;
use super::scope::within;
use super::store::Row;
use crate::accounts::AccountId;
use crate::authz::Permit;
use crate::db::search;
use crate::db::types::Moment;
use crate::db::{Backend, Conn};
use crate::directory::directory;
use crate::error::{ApiError, Result};
use crate::grievances::clock::start_of;
use crate::http::page::{COUNTED, MOST, USUAL};
use crate::http::{Cursor, Total};
use crate::places::PlaceId;
use crate::schema::focus_groups;
use crate::sites::SiteId;

/// Which focus groups; the latest first.
#[derive(Clone, Debug, Default, Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct FocusGroupQuery {
    pub state: Option<FocusGroupState>,
    pub kind: Option<FocusGroupKind>,
    /// A place and all below it.
    #[param(value_type = Option<String>, format = Uuid)]
    pub place_id: Option<PlaceId>,
    #[param(value_type = Option<String>, format = Uuid)]
    pub site_id: Option<SiteId>,
    #[param(value_type = Option<String>, format = Uuid)]
    pub facilitator_id: Option<AccountId>,
    /// The first day, in Bishkek.
    pub from: Option<NaiveDate>,
    /// The last day, in Bishkek.
    pub to: Option<NaiveDate>,
    /// Words of at least three letters of the title, the venue, the topic guide or the notes, in any letter case.
    #[validate(length(min = 3, max = 100))]
    #[param(min_length = 3, max_length = 100)]
    pub q: Option<String>,
    /// `next` of the page before.
    #[param(value_type = Option<Cursor>)]
    pub after: Option<Cursor>,
    #[validate(range(min = 1, max = MOST))]
    #[param(minimum = 1, maximum = 100)]
    pub limit: Option<i64>,
    /// `true`: with how many match in all.
    pub total: Option<bool>,
}

impl FocusGroupQuery {
    pub fn limit(&self) -> i64 {
        self.limit.unwrap_or(USUAL)
    }
}

type Boxed<'a> = focus_groups::BoxedQuery<'a, Backend>;

/// The focus groups that match, within reach; one more than the page holds.
pub fn list(conn: &mut Conn, permit: &Permit<ListFocusGroups>, query: &FocusGroupQuery) -> Result<Vec<Row>> {
    let mut rows = matching(conn, permit, query)?;
    if let Some(cursor) = &query.after {
        let (starts_at, id) = last(conn, permit, &cursor.id)?;
        rows = rows
            .filter(focus_groups::starts_at.le(starts_at))
            .filter(focus_groups::starts_at.lt(starts_at).or(focus_groups::id.lt(id)));
    }
    let order = (focus_groups::starts_at.desc(), focus_groups::id.desc());
    Ok(rows.order(order).limit(query.limit() + 1).select(Row::as_select()).load(conn)?)
}

/// How many match, counted up to a thousand.
pub fn total(conn: &mut Conn, permit: &Permit<ListFocusGroups>, query: &FocusGroupQuery) -> Result<Total> {
    let rows = matching(conn, permit, query)?.limit(COUNTED + 1).select(focus_groups::id);
    let ids: Vec<FocusGroupId> = rows.load(conn)?;
    Ok(Total::of(i64::try_from(ids.len()).unwrap_or(COUNTED)))
}

fn matching<'a>(conn: &mut Conn, permit: &Permit<ListFocusGroups>, query: &FocusGroupQuery) -> Result<Boxed<'a>> {
    let mut rows = focus_groups::table.filter(within(permit)?).into_boxed();
    if let Some(state) = query.state {
        rows = rows.filter(focus_groups::state.eq(state));
    }
    if let Some(kind) = query.kind {
        rows = rows.filter(focus_groups::kind.eq(kind));
    }
    if let Some(site) = query.site_id {
        rows = rows.filter(focus_groups::site_id.eq(site));
    }
    if let Some(facilitator) = query.facilitator_id {
        rows = rows.filter(focus_groups::facilitator_id.eq(facilitator));
    }
    if let Some(from) = query.from {
        rows = rows.filter(focus_groups::starts_at.ge(Moment::from(start_of(from))));
    }
    if let Some(to) = query.to {
        let after = to.succ_opt().ok_or_else(|| ApiError::field("?to", "invalid"))?;
        rows = rows.filter(focus_groups::starts_at.lt(Moment::from(start_of(after))));
    }
    if let Some(place) = query.place_id {
        let directory = directory(conn)?;
        let path = directory.path(place).ok_or_else(|| ApiError::field("?place_id", "unknown"))?;
        rows = rows.filter(focus_groups::place_path.like(format!("{path}%")));
    }
    if let Some(text) = &query.q {
        let patterns = search::patterns(text).ok_or_else(|| ApiError::field("?q", "too_short"))?;
        rows = patterns.into_iter().fold(rows, |rows, pattern| rows.filter(focus_groups::words.like(pattern)));
    }
    Ok(rows)
}

/// Where a focus group within reach stands in the order. One out of reach is one that is not there.
fn last(conn: &mut Conn, permit: &Permit<ListFocusGroups>, id: &str) -> Result<(Moment, FocusGroupId)> {
    let unknown = || ApiError::field("?after", "unknown");
    let id: FocusGroupId = id.parse().map_err(|_| unknown())?;
    focus_groups::table
        .filter(focus_groups::id.eq(id))
        .filter(within(permit)?)
        .select((focus_groups::starts_at, focus_groups::id))
        .first(conn)
        .optional()?
        .ok_or_else(unknown)
}
