//! Lists of cases: filters, order, keyset pages, search, counts.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::Deserialize;
use utoipa::IntoParams;
use validator::Validate;

use super::clock::{ClockState, end_of, start_of};
use super::domain::{Audience, Category, ENDS, OPEN, OTHERS_TURN, Severity, State, Track, audience};
use super::found::Found;
use super::place::{Last, Place};
use super::policy::ListGrievances;
use super::scope::within;
use super::search::Search;
use super::store::Case;
use super::submit::company;
use crate::accounts::AccountId;
use crate::authz::{Permit, Role};
use crate::db::types::{Moment, words};
use crate::db::{Backend, Conn};
use crate::directory::directory;
use crate::error::{ApiError, Result};
use crate::http::Cursor;
use crate::http::page::{MOST, USUAL};
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
    /// `true`: cases that nobody looks after yet; for staff.
    pub unassigned: Option<bool>,
    /// `true`: open cases whose next step is the programme's; for staff.
    pub waiting: Option<bool>,
    /// For protection focal points: those of one track.
    pub track: Option<Track>,
    /// How its clocks stand, the gravest of them; for staff.
    pub clock: Option<ClockState>,
    /// Due on this day or later; for staff.
    pub due_from: Option<NaiveDate>,
    /// Due on this day or earlier; for staff.
    pub due_to: Option<NaiveDate>,
    /// Words of at least three letters, in any letter case, Kyrgyz or Russian.
    #[validate(length(min = 3, max = 100))]
    #[param(min_length = 3, max_length = 100)]
    pub q: Option<String>,
    pub sort: Option<Sort>,
    /// `next` of the page before.
    #[param(value_type = Option<Cursor>)]
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

    pub fn sort(&self) -> Sort {
        self.sort.unwrap_or(Sort::Newest)
    }
}

type Boxed<'a> = grievances::BoxedQuery<'a, Backend>;

/// The cases that match, within reach; one more than the page holds.
pub fn list(conn: &mut Conn, permit: &Permit<ListGrievances>, query: &ListQuery) -> Result<Found<Case>> {
    if let Some(search) = Search::of(permit, query)? {
        return search.page(conn);
    }
    let last = Place::of(conn, permit, query)?.map(|place| place.last);
    let rows = sorted(matching(conn, permit, query)?, query.sort(), last.as_ref()).limit(query.limit() + 1);
    Ok(Found::all(rows.select(Case::as_select()).load(conn)?))
}

/// How many cases there are to page through, counted up to `most`; none for a search, which would have to be made for it.
pub fn counted(conn: &mut Conn, permit: &Permit<ListGrievances>, query: &ListQuery, most: i64) -> Result<Option<i64>> {
    if query.q.is_some() {
        return Ok(None);
    }
    let rows = matching(conn, permit, query)?;
    let rows = match query.sort() {
        Sort::Due => rows.filter(grievances::due_at.is_not_null()),
        Sort::Newest | Sort::Oldest | Sort::Updated => rows,
    };
    Ok(Some(rows.count().get_result::<i64>(conn)?.min(most)))
}

pub(super) fn sorted<'a>(rows: Boxed<'a>, sort: Sort, after: Option<&Last>) -> Boxed<'a> {
    use grievances::{due_at, id, submitted_at, updated_at};
    // The first condition of each is implied by the second, and is what an index finds the place by.
    let rows = match (sort, after) {
        (Sort::Due, None) => rows.filter(due_at.is_not_null()),
        (_, None) => rows,
        (Sort::Newest, Some(last)) => rows
            .filter(submitted_at.le(last.submitted_at))
            .filter(submitted_at.lt(last.submitted_at).or(id.lt(last.id))),
        (Sort::Oldest, Some(last)) => rows
            .filter(submitted_at.ge(last.submitted_at))
            .filter(submitted_at.gt(last.submitted_at).or(id.gt(last.id))),
        (Sort::Due, Some(last)) => {
            rows.filter(due_at.ge(last.due_at)).filter(due_at.gt(last.due_at).or(id.gt(last.id).nullable()))
        }
        (Sort::Updated, Some(last)) => {
            rows.filter(updated_at.le(last.updated_at)).filter(updated_at.lt(last.updated_at).or(id.lt(last.id)))
        }
    };
    match sort {
        Sort::Newest => rows.order((submitted_at.desc(), id.desc())),
        Sort::Oldest => rows.order((submitted_at.asc(), id.asc())),
        Sort::Due => rows.order((due_at.asc(), id.asc())),
        Sort::Updated => rows.order((updated_at.desc(), id.desc())),
    }
}

/// The cases within reach that match all but the words.
pub(super) fn matching<'a>(conn: &mut Conn, permit: &Permit<ListGrievances>, query: &ListQuery) -> Result<Boxed<'a>> {
    let seen_by = audience(permit.role());
    let mut rows = grievances::table.filter(within(&permit.scope()?)?).into_boxed();
    if let Some(state) = query.state {
        rows = rows.filter(grievances::state.eq(state));
    }
    match query.open {
        Some(true) => rows = in_none(rows, ENDS),
        Some(false) => rows = in_none(rows, OPEN),
        None => {}
    }
    if let Some(category) = query.category {
        rows = rows.filter(grievances::category.eq(category));
    }
    if let Some(severity) = query.severity {
        rows = rows.filter(grievances::severity.eq(severity));
    }
    if let Some(site) = query.site_id {
        // With its company: the two are what the index is ordered under.
        rows = rows
            .filter(grievances::site_id.eq(site))
            .filter(grievances::respondent_id.eq(company(&*directory(conn)?, Some(site))?));
    }
    if let Some(owner) = query.owner_id {
        staff_only(seen_by, "?owner_id")?;
        rows = rows.filter(grievances::owner_id.eq(owner));
    }
    if query.unassigned == Some(true) {
        staff_only(seen_by, "?unassigned")?;
        rows = rows.filter(grievances::owner_id.is_null());
    }
    if query.waiting == Some(true) {
        staff_only(seen_by, "?waiting")?;
        rows = in_none(in_none(rows, ENDS), OTHERS_TURN);
    }
    if let Some(track) = query.track {
        knows_of_tracks(permit.role())?;
        rows = rows.filter(grievances::track.eq(track));
    }
    let rows = by_clock(rows, seen_by, query)?;
    by_place(conn, rows, seen_by, query)
}

/// What the clocks say is for staff: it tells when a case was submitted.
fn by_clock<'a>(mut rows: Boxed<'a>, seen_by: Audience, query: &ListQuery) -> Result<Boxed<'a>> {
    if let Some(clock) = query.clock {
        staff_only(seen_by, "?clock")?;
        rows = rows.filter(grievances::clock.eq(clock));
    }
    if let Some(first) = query.due_from {
        staff_only(seen_by, "?due_from")?;
        rows = rows.filter(grievances::due_at.ge(Moment::from(start_of(first))));
    }
    if let Some(last) = query.due_to {
        staff_only(seen_by, "?due_to")?;
        rows = rows.filter(grievances::due_at.lt(Moment::from(end_of(last))));
    }
    if query.sort == Some(Sort::Due) {
        staff_only(seen_by, "?sort")?;
    }
    Ok(rows)
}

fn by_place<'a>(conn: &mut Conn, mut rows: Boxed<'a>, seen_by: Audience, query: &ListQuery) -> Result<Boxed<'a>> {
    if let Some(place) = query.place_id {
        let path = path_of(conn, place, seen_by)?;
        let below = places::table.filter(places::path.like(format!("{path}%"))).select(places::id);
        rows = rows.filter(grievances::place_id.eq_any(below));
    }
    Ok(rows)
}

/// Not a list of states to look up: with one, an index would find the cases and lose their order.
fn in_none<'a>(rows: Boxed<'a>, states: &[State]) -> Boxed<'a> {
    states.iter().fold(rows, |rows, state| rows.filter(grievances::state.ne(*state)))
}

/// A filter must not tell what the view does not.
fn staff_only(seen_by: Audience, parameter: &str) -> Result<()> {
    match seen_by {
        Audience::Staff => Ok(()),
        Audience::Respondent => Err(ApiError::field(parameter, "unknown")),
    }
}

/// To everybody else the parameter is one that there isn't.
fn knows_of_tracks(role: Role) -> Result<()> {
    match role {
        Role::Protection => Ok(()),
        Role::Staff | Role::Community | Role::Company | Role::Authority | Role::Admin | Role::Partner => {
            Err(ApiError::field("?track", "unknown"))
        }
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
