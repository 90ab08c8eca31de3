//! The list: filters, keyset pages.

use diesel::prelude::*;
use serde::Deserialize;
use utoipa::IntoParams;
use validator::Validate;

use super::MandateId;
use super::domain::MandateState;
use super::policy::ListMandates;
use super::store::Row;
use crate::authz::Permit;
use crate::db::{Backend, Conn};
use crate::error::{ApiError, Result};
use crate::http::Cursor;
use crate::http::page::{MOST, USUAL};
use crate::places::{self, PlaceId};
use crate::schema::mandates;
use crate::stakeholders::StakeholderId;

/// Which mandates.
#[derive(Clone, Debug, Default, Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct MandateQuery {
    pub state: Option<MandateState>,
    /// A place and all below it.
    #[param(value_type = Option<String>, format = Uuid)]
    pub place_id: Option<PlaceId>,
    #[param(value_type = Option<String>, format = Uuid)]
    pub stakeholder_id: Option<StakeholderId>,
    /// `next` of the page before.
    #[param(value_type = Option<Cursor>)]
    pub after: Option<Cursor>,
    #[validate(range(min = 1, max = MOST))]
    #[param(minimum = 1, maximum = 100)]
    pub limit: Option<i64>,
}

impl MandateQuery {
    pub fn limit(&self) -> i64 {
        self.limit.unwrap_or(USUAL)
    }
}

/// Mandates within reach, the latest nominated first, one more than the page holds.
pub fn list(conn: &mut Conn, permit: &Permit<ListMandates>, query: &MandateQuery) -> Result<Vec<Row>> {
    let mut rows = mandates::table
        .filter(mandates::programme_id.eq_any(permit.programmes()?))
        .order(mandates::id.desc())
        .limit(query.limit() + 1)
        .select(Row::as_select())
        .into_boxed::<Backend>();
    if let Some(state) = query.state {
        rows = rows.filter(mandates::state.eq(state));
    }
    if let Some(stakeholder) = query.stakeholder_id {
        rows = rows.filter(mandates::stakeholder_id.eq(stakeholder));
    }
    if let Some(place) = query.place_id {
        let path = places::store::named_in(conn, "?place_id", place)?.path;
        rows = rows.filter(mandates::place_path.like(format!("{path}%")));
    }
    if let Some(Cursor { key: _, id }) = &query.after {
        let last: MandateId = id.parse().map_err(|_| ApiError::field("?after", "unknown"))?;
        rows = rows.filter(mandates::id.lt(last));
    }
    Ok(rows.load(conn)?)
}
