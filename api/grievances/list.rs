//! Lists of cases: filters, order, keyset pages, search, counts.

use diesel::prelude::*;
use serde::Deserialize;
use utoipa::IntoParams;
use validator::Validate;

use super::GrievanceId;
use super::domain::{Audience, Category, Severity, State, audience};
use super::policy::{CountGrievances, ListGrievances};
use super::scope::within;
use super::store::Case;
use crate::accounts::AccountId;
use crate::authz::Permit;
use crate::db::search::{self, Kind};
use crate::db::types::{Moment, words};
use crate::db::{Backend, Conn};
use crate::error::{ApiError, Result};
use crate::http::page::{COUNTED, MOST, USUAL};
use crate::http::{Cursor, Total};
use crate::places::PlaceId;
use crate::schema::{grievances, places};
use crate::sites::SiteId;

words! {
    /// The order of a list of cases.
    Sort {
        Newest,
        Oldest,
        /// The nearest deadline first; cases without one are left out.
        Due,
        /// The latest change first.
        Updated,
    }
}

/// Which cases, in which order.
#[derive(Clone, Debug, Default, Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListQuery {
    pub state: Option<State>,
    /// `true`: cases that still ask something of somebody.
    pub open: Option<bool>,
    pub category: Option<Category>,
    pub severity: Option<Severity>,
    /// A place and all below it.
    #[param(value_type = Option<String>, format = Uuid)]
    pub place_id: Option<PlaceId>,
    #[param(value_type = Option<String>, format = Uuid)]
    pub site_id: Option<SiteId>,
    #[param(value_type = Option<String>, format = Uuid)]
    pub owner_id: Option<AccountId>,
    /// Words of at least three letters, in any letter case, Kyrgyz or Russian.
    #[validate(length(min = 3, max = 100))]
    #[param(min_length = 3, max_length = 100)]
    pub q: Option<String>,
    pub sort: Option<Sort>,
    /// `next` of the page before.
    #[param(value_type = Option<String>)]
    pub after: Option<Cursor>,
    #[validate(range(min = 1, max = MOST))]
    #[param(minimum = 1, maximum = 100)]
    pub limit: Option<i64>,
    /// `true`: with how many match in all.
    pub total: Option<bool>,
}

impl ListQuery {
    pub fn limit(&self) -> i64 {
        self.limit.unwrap_or(USUAL)
    }

    fn sort(&self) -> Sort {
        self.sort.unwrap_or(Sort::Newest)
    }
}

type Boxed<'a> = grievances::BoxedQuery<'a, Backend>;

/// The cases that match, within reach; one more than the page holds.
pub fn list(conn: &mut Conn, permit: &Permit<ListGrievances>, query: &ListQuery) -> Result<Vec<Case>> {
    let after = match &query.after {
        Some(cursor) => Some(place_in_order(conn, cursor)?),
        None => None,
    };
    let rows = sorted(matching(conn, permit, query)?, query.sort(), after).limit(query.limit() + 1);
    Ok(rows.select(Case::as_select()).load(conn)?)
}

/// How many match, counted up to a thousand.
pub fn total(conn: &mut Conn, permit: &Permit<ListGrievances>, query: &ListQuery) -> Result<Total> {
    let ids: Vec<GrievanceId> = matching(conn, permit, query)?.limit(COUNTED + 1).select(grievances::id).load(conn)?;
    Ok(Total::of(i64::try_from(ids.len()).unwrap_or(COUNTED + 1)))
}

/// What a page starts after. The cursor names the last case only: a time in it would tell a respondent the day.
struct Last {
    id: GrievanceId,
    submitted_at: Moment,
    due_at: Option<Moment>,
    updated_at: Moment,
}

fn place_in_order(conn: &mut Conn, cursor: &Cursor) -> Result<Last> {
    let unknown = || ApiError::field("?after", "unknown");
    let id: GrievanceId = cursor.id.parse().map_err(|_| unknown())?;
    let (submitted_at, due_at, updated_at) = grievances::table
        .find(id)
        .select((grievances::submitted_at, grievances::due_at, grievances::updated_at))
        .first(conn)
        .optional()?
        .ok_or_else(unknown)?;
    Ok(Last { id, submitted_at, due_at, updated_at })
}

fn sorted<'a>(rows: Boxed<'a>, sort: Sort, after: Option<Last>) -> Boxed<'a> {
    use grievances::{due_at, id, submitted_at, updated_at};
    let rows =
        match (sort, after) {
            (Sort::Due, None) => rows.filter(due_at.is_not_null()),
            (_, None) => rows,
            (Sort::Newest, Some(last)) => rows
                .filter(submitted_at.lt(last.submitted_at).or(submitted_at.eq(last.submitted_at).and(id.lt(last.id)))),
            (Sort::Oldest, Some(last)) => rows
                .filter(submitted_at.gt(last.submitted_at).or(submitted_at.eq(last.submitted_at).and(id.gt(last.id)))),
            (Sort::Due, Some(last)) => {
                rows.filter(due_at.gt(last.due_at).or(due_at.eq(last.due_at).and(id.gt(last.id).nullable())))
            }
            (Sort::Updated, Some(last)) => {
                rows.filter(updated_at.lt(last.updated_at).or(updated_at.eq(last.updated_at).and(id.lt(last.id))))
            }
        };
    match sort {
        Sort::Newest => rows.order((submitted_at.desc(), id.desc())),
        Sort::Oldest => rows.order((submitted_at.asc(), id.asc())),
        Sort::Due => rows.order((due_at.asc(), id.asc())),
        Sort::Updated => rows.order((updated_at.desc(), id.desc())),
    }
}

fn matching<'a>(conn: &mut Conn, permit: &Permit<ListGrievances>, query: &ListQuery) -> Result<Boxed<'a>> {
    let seen_by = audience(permit.role());
    let mut rows = grievances::table.filter(within(&permit.scope()?)?).into_boxed();
    if let Some(state) = query.state {
        rows = rows.filter(grievances::state.eq(state));
    }
    match query.open {
        Some(true) => rows = rows.filter(grievances::state.ne(State::Resolved)),
        Some(false) => rows = rows.filter(grievances::state.eq(State::Resolved)),
        None => {}
    }
    if let Some(category) = query.category {
        rows = rows.filter(grievances::category.eq(category));
    }
    if let Some(severity) = query.severity {
        rows = rows.filter(grievances::severity.eq(severity));
    }
    if let Some(site) = query.site_id {
        rows = rows.filter(grievances::site_id.eq(site));
    }
    if let Some(owner) = query.owner_id {
        staff_only(seen_by, "?owner_id")?;
        rows = rows.filter(grievances::owner_id.eq(owner));
    }
    if let Some(place) = query.place_id {
        let path = path_of(conn, place, seen_by)?;
        let below = places::table.filter(places::path.like(format!("{path}%"))).select(places::id);
        rows = rows.filter(grievances::place_id.eq_any(below));
    }
    if let Some(text) = &query.q {
        for pattern in search::patterns(text).ok_or_else(|| ApiError::field("?q", "too_short"))? {
            rows = rows.filter(grievances::id.eq_any(search::matching(searched_by(seen_by), pattern)));
        }
    }
    Ok(rows)
}

/// A filter must not tell what the view does not.
fn staff_only(seen_by: Audience, parameter: &str) -> Result<()> {
    match seen_by {
        Audience::Staff => Ok(()),
        Audience::Respondent => Err(ApiError::field(parameter, "unknown")),
    }
}

/// The path of a place; outside the programme a case's district is known, its village is not.
fn path_of(conn: &mut Conn, place: PlaceId, seen_by: Audience) -> Result<String> {
    let unknown = || ApiError::field("?place_id", "unknown");
    let (path, district): (String, Option<PlaceId>) = places::table
        .find(place)
        .select((places::path, places::district_id))
        .first(conn)
        .optional()?
        .ok_or_else(unknown)?;
    match seen_by {
        Audience::Respondent if district.is_some_and(|district| district != place) => Err(unknown()),
        Audience::Respondent | Audience::Staff => Ok(path),
    }
}

/// The documents that this audience may read, and so may search.
fn searched_by(audience: Audience) -> Kind {
    match audience {
        Audience::Staff => Kind::GrievanceStaff,
        Audience::Respondent => Kind::GrievanceReleased,
    }
}

/// How many cases of each state are within reach.
pub fn by_state(conn: &mut Conn, permit: &Permit<CountGrievances>) -> Result<Vec<(State, i64)>> {
    Ok(grievances::table
        .filter(within(&permit.scope()?)?)
        .group_by(grievances::state)
        .select((grievances::state, diesel::dsl::count_star()))
        .load(conn)?)
}

/// How many open cases each place has.
pub fn by_place(conn: &mut Conn, permit: &Permit<CountGrievances>) -> Result<Vec<(PlaceId, i64)>> {
    Ok(grievances::table
        .filter(within(&permit.scope()?)?)
        .group_by(grievances::place_id)
        .select((grievances::place_id, diesel::dsl::count_star()))
        .load(conn)?)
}
