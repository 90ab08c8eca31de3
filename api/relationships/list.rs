//! The relationships of one stakeholder, page by page.

use diesel::prelude::*;
use serde::Deserialize;
use utoipa::IntoParams;
use validator::Validate;

use super::RelationshipId;
use super::policy::ListRelationships;
use super::scope::within;
use super::store::Row;
use crate::authz::Permit;
use crate::db::{Backend, Conn};
use crate::error::{ApiError, Result};
use crate::http::Cursor;
use crate::http::page::{MOST, USUAL};
use crate::schema::stakeholder_relationships as relationships;
use crate::stakeholders::{StakeholderId, store};

/// Which relationships of a stakeholder.
#[derive(Clone, Debug, Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct RelationshipQuery {
    /// `true`: only what holds now; `false`: only what is over.
    pub open: Option<bool>,
    /// `next` of the page before.
    #[param(value_type = Option<Cursor>)]
    pub after: Option<Cursor>,
    #[validate(range(min = 1, max = MOST))]
    #[param(minimum = 1, maximum = 100)]
    pub limit: Option<i64>,
}

impl RelationshipQuery {
    pub fn limit(&self) -> i64 {
        self.limit.unwrap_or(USUAL)
    }
}

/// From which side.
#[derive(Clone, Copy)]
enum Side {
    From,
    To,
}

/// Those of a stakeholder within reach, the latest recorded first, one more than the page holds. Each side is read by an
/// index of its own, and the few rows are put together here.
pub fn list(
    conn: &mut Conn,
    permit: &Permit<ListRelationships>,
    stakeholder: StakeholderId,
    query: &RelationshipQuery,
) -> Result<Vec<Row>> {
    store::find(conn, permit, stakeholder)?;
    let mut rows = side(conn, permit, stakeholder, query, Side::From)?;
    rows.extend(side(conn, permit, stakeholder, query, Side::To)?);
    rows.sort_unstable_by_key(|row| std::cmp::Reverse(row.id));
    rows.truncate(usize::try_from(query.limit() + 1).unwrap_or_default());
    Ok(rows)
}

fn side(
    conn: &mut Conn,
    permit: &Permit<ListRelationships>,
    stakeholder: StakeholderId,
    query: &RelationshipQuery,
    side: Side,
) -> Result<Vec<Row>> {
    let mut rows = relationships::table
        .filter(within(permit)?)
        .order(relationships::id.desc())
        .limit(query.limit() + 1)
        .select(Row::as_select())
        .into_boxed::<Backend>();
    rows = match side {
        Side::From => rows.filter(relationships::from_id.eq(stakeholder)),
        Side::To => rows.filter(relationships::to_id.eq(stakeholder)),
    };
    rows = match query.open {
        Some(true) => rows.filter(relationships::until.is_null()),
        Some(false) => rows.filter(relationships::until.is_not_null()),
        None => rows,
    };
    if let Some(cursor) = &query.after {
        let last: RelationshipId = cursor.id.parse().map_err(|_| ApiError::field("?after", "unknown"))?;
        rows = rows.filter(relationships::id.lt(last));
    }
    Ok(rows.load(conn)?)
}
