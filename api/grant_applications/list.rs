//! The list: filters, keyset pages, counts. What was submitted last comes first, and drafts by when they were begun.

use diesel::prelude::*;
use serde::Deserialize;
use utoipa::IntoParams;
use validator::Validate;

use super::GrantApplicationId;
use super::domain::GrantApplicationState;
use super::policy::ListGrantApplications;
use super::scope::within;
use super::store::Row;
use crate::authz::Permit;
use crate::db::search::{Kind, narrow, narrowed};
use crate::db::types::Moment;
use crate::db::{Backend, Conn};
use crate::directory::directory;
use crate::error::{ApiError, Result};
use crate::grant_calls::GrantCallId;
use crate::grant_calls::domain::GrantApplicantKind;
use crate::http::page::{COUNTED, MOST, USUAL};
use crate::http::{Cursor, Total, params};
use crate::places::PlaceId;
use crate::schema::grant_applications as applications;

/// Which applications.
#[derive(Clone, Debug, Default, Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct GrantApplicationQuery {
    #[param(value_type = Option<String>, format = Uuid)]
    pub call_id: Option<GrantCallId>,
    pub state: Option<GrantApplicationState>,
    pub applicant: Option<GrantApplicantKind>,
    /// A place and all below it.
    #[param(value_type = Option<String>, format = Uuid)]
    pub place_id: Option<PlaceId>,
    /// `true`: those that the caller filed.
    pub mine: Option<bool>,
    /// Words of at least three letters of the title or the applicant's name, in any letter case.
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

impl GrantApplicationQuery {
    pub fn limit(&self) -> i64 {
        self.limit.unwrap_or(USUAL)
    }
}

pub type Boxed<'a> = applications::BoxedQuery<'a, Backend>;

/// The applications that match, within reach; one more than the page holds.
pub fn list(
    conn: &mut Conn,
    permit: &Permit<ListGrantApplications>,
    query: &GrantApplicationQuery,
) -> Result<Vec<Row>> {
    let mut rows = matching(conn, permit, query)?;
    if let Some(cursor) = &query.after {
        let (at, id) = last(conn, permit, &cursor.id)?;
        // The first condition is implied by the second, and is what an index finds the place by.
        rows = rows
            .filter(applications::listed_at.le(at))
            .filter(applications::listed_at.lt(at).or(applications::id.lt(id)));
    }
    Ok(rows
        .order((applications::listed_at.desc(), applications::id.desc()))
        .limit(query.limit() + 1)
        .select(Row::as_select())
        .load(conn)?)
}

/// How many match, counted up to a thousand.
pub fn total(conn: &mut Conn, permit: &Permit<ListGrantApplications>, query: &GrantApplicationQuery) -> Result<Total> {
    let rows = matching(conn, permit, query)?.limit(COUNTED + 1).select(applications::id);
    let ids: Vec<GrantApplicationId> = rows.load(conn)?;
    Ok(Total::of(i64::try_from(ids.len()).unwrap_or(COUNTED)))
}

/// A query as text, which an export holds.
pub fn asked(conn: &mut Conn, permit: &Permit<ListGrantApplications>, text: &str) -> Result<GrantApplicationQuery> {
    // Which part of the text is wrong is for who makes such texts, not for who clicks.
    let refused = |error| if let ApiError::Invalid(_) = error { ApiError::field("/query", "invalid") } else { error };
    let query: GrantApplicationQuery = params::parse(text).map_err(refused)?;
    if query.after.is_some() || query.limit.is_some() || query.total.is_some() {
        return Err(ApiError::field("/query", "invalid"));
    }
    matching(conn, permit, &query).map_err(refused)?;
    Ok(query)
}

/// How many match in all.
pub fn counted(conn: &mut Conn, permit: &Permit<ListGrantApplications>, query: &GrantApplicationQuery) -> Result<i64> {
    Ok(matching(conn, permit, query)?.count().get_result(conn)?)
}

fn matching<'a>(
    conn: &mut Conn,
    permit: &Permit<ListGrantApplications>,
    query: &GrantApplicationQuery,
) -> Result<Boxed<'a>> {
    let mut rows = applications::table.filter(within(permit)?).into_boxed();
    if let Some(call) = query.call_id {
        rows = rows.filter(applications::call_id.eq(call));
    }
    if let Some(state) = query.state {
        rows = rows.filter(applications::state.eq(state));
    }
    if let Some(applicant) = query.applicant {
        rows = rows.filter(applications::applicant.eq(applicant));
    }
    if query.mine == Some(true) {
        rows = rows.filter(applications::filed_by.eq(permit.account()?));
    }
    if let Some(place) = query.place_id {
        let names = directory(conn)?;
        let path = names.path(place).ok_or_else(|| ApiError::field("?place_id", "unknown"))?;
        rows = rows.filter(applications::place_path.like(format!("{path}%")));
    }
    if let Some(text) = &query.q {
        rows = narrow!(rows, applications, narrowed::<GrantApplicationId>(conn, Kind::GrantApplication, text)?);
    }
    Ok(rows)
}

/// Where an application within reach stands in the order. One out of reach is one that is not there.
fn last(conn: &mut Conn, permit: &Permit<ListGrantApplications>, id: &str) -> Result<(Moment, GrantApplicationId)> {
    let unknown = || ApiError::field("?after", "unknown");
    let id: GrantApplicationId = id.parse().map_err(|_| unknown())?;
    applications::table
        .filter(applications::id.eq(id))
        .filter(within(permit)?)
        .select((applications::listed_at, applications::id))
        .first(conn)
        .optional()?
        .ok_or_else(unknown)
}
