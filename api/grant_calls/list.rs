//! The lists of calls. A programme has some tens of them.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde::Deserialize;
use utoipa::IntoParams;
use validator::Validate;

use super::GrantCallId;
use super::domain::{GrantCallPhase, GrantCallState};
use super::policy::ListGrantCalls;
use super::store::Row;
use crate::authz::Permit;
use crate::db::types::Moment;
use crate::db::{Backend, Conn};
use crate::error::{ApiError, Result};
use crate::http::Cursor;
use crate::http::page::{MOST, USUAL};
use crate::schema::grant_calls;

/// Which calls; the latest first.
#[derive(Clone, Debug, Default, Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct GrantCallQuery {
    pub phase: Option<GrantCallPhase>,
    /// `next` of the page before.
    #[param(value_type = Option<Cursor>)]
    pub after: Option<Cursor>,
    #[validate(range(min = 1, max = MOST))]
    #[param(minimum = 1, maximum = 100)]
    pub limit: Option<i64>,
}

impl GrantCallQuery {
    pub fn limit(&self) -> i64 {
        self.limit.unwrap_or(USUAL)
    }
}

type Boxed<'a> = grant_calls::BoxedQuery<'a, Backend>;

/// The calls of the caller's programmes, one more than the page holds.
pub fn list(
    conn: &mut Conn,
    permit: &Permit<ListGrantCalls>,
    query: &GrantCallQuery,
    now: DateTime<Utc>,
) -> Result<Vec<Row>> {
    let own = grant_calls::table.filter(grant_calls::programme_id.eq_any(permit.programmes()?)).into_boxed();
    page(conn, own, query, now)
}

/// The calls that everybody may read, one more than the page holds.
pub fn published(conn: &mut Conn, query: &GrantCallQuery, now: DateTime<Utc>) -> Result<Vec<Row>> {
    let all = grant_calls::table.filter(grant_calls::state.ne(GrantCallState::Draft)).into_boxed();
    page(conn, all, query, now)
}

fn page(conn: &mut Conn, rows: Boxed<'_>, query: &GrantCallQuery, now: DateTime<Utc>) -> Result<Vec<Row>> {
    let mut rows = match query.phase {
        Some(phase) => standing_so(rows, phase, now.into()),
        None => rows,
    };
    if let Some(Cursor { key: _, id }) = &query.after {
        let last: GrantCallId = id.parse().map_err(|_| ApiError::field("?after", "unknown"))?;
        rows = rows.filter(grant_calls::id.lt(last));
    }
    Ok(rows.order(grant_calls::id.desc()).limit(query.limit() + 1).select(Row::as_select()).load(conn)?)
}

/// The calls that stand so at this moment: as [`super::domain::Standing::phase`] says it of one.
fn standing_so(rows: Boxed<'_>, phase: GrantCallPhase, now: Moment) -> Boxed<'_> {
    use grant_calls::{closes_at, opens_at, state};
    let published = state.eq(GrantCallState::Published);
    match phase {
        GrantCallPhase::Draft => rows.filter(state.eq(GrantCallState::Draft)),
        GrantCallPhase::Withdrawn => rows.filter(state.eq(GrantCallState::Withdrawn)),
        GrantCallPhase::Upcoming => rows.filter(published).filter(opens_at.gt(now)),
        GrantCallPhase::Open => rows.filter(published).filter(opens_at.le(now)).filter(closes_at.ge(now)),
        GrantCallPhase::Closed => rows.filter(published).filter(closes_at.lt(now)),
    }
}
