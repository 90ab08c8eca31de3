//! The list: filters, keyset pages. A programme makes some hundreds of agreements.

use diesel::prelude::*;
use serde::Deserialize;
use utoipa::IntoParams;
use validator::Validate;

use super::AgreementId;
use super::domain::AgreementState;
use super::policy::ListAgreements;
use super::scope::within;
use super::store::Row;
use crate::authz::{Permit, Role};
use crate::db::{Backend, Conn};
use crate::directory::directory;
use crate::error::{ApiError, Result};
use crate::grievances::GrievanceId;
use crate::http::Cursor;
use crate::http::page::{MOST, USUAL};
use crate::places::PlaceId;
use crate::schema::{agreement_sides as sides, agreement_signatures as signatures, agreements};
use crate::sites::SiteId;

/// Which agreements; the latest first.
#[derive(Clone, Debug, Default, Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct AgreementQuery {
    pub state: Option<AgreementState>,
    /// A place and all below it.
    #[param(value_type = Option<String>, format = Uuid)]
    pub place_id: Option<PlaceId>,
    #[param(value_type = Option<String>, format = Uuid)]
    pub site_id: Option<SiteId>,
    #[param(value_type = Option<String>, format = Uuid)]
    pub grievance_id: Option<GrievanceId>,
    /// `next` of the page before.
    #[param(value_type = Option<Cursor>)]
    pub after: Option<Cursor>,
    #[validate(range(min = 1, max = MOST))]
    #[param(minimum = 1, maximum = 100)]
    pub limit: Option<i64>,
}

impl AgreementQuery {
    pub fn limit(&self) -> i64 {
        self.limit.unwrap_or(USUAL)
    }
}

/// Agreements within reach that match, one more than the page holds.
pub fn list(conn: &mut Conn, permit: &Permit<ListAgreements>, query: &AgreementQuery) -> Result<Vec<Row>> {
    let mut rows = agreements::table
        .filter(within(permit)?)
        .order(agreements::id.desc())
        .limit(query.limit() + 1)
        .select(Row::as_select())
        .into_boxed::<Backend>();
    if let Some(state) = query.state {
        rows = rows.filter(agreements::state.eq(state));
    }
    if let Some(site) = query.site_id {
        rows = rows.filter(agreements::site_id.eq(site));
    }
    if let Some(case) = query.grievance_id {
        rows = rows.filter(agreements::grievance_id.eq(case));
    }
    if let Some(place) = query.place_id {
        let names = directory(conn)?;
        let path = names.path(place).ok_or_else(|| ApiError::field("?place_id", "unknown"))?;
        rows = rows.filter(agreements::place_path.like(format!("{path}%")));
    }
    if let Some(Cursor { key: _, id }) = &query.after {
        let last: AgreementId = id.parse().map_err(|_| ApiError::field("?after", "unknown"))?;
        rows = rows.filter(agreements::id.lt(last));
    }
    Ok(rows.load(conn)?)
}

/// What waits for a signature of the caller's side, the oldest first.
pub fn unsigned(conn: &mut Conn, permit: &Permit<ListAgreements>, most: i64) -> Result<Vec<Row>> {
    let mut own = agreements::table
        .inner_join(sides::table.on(sides::agreement_id.eq(agreements::id)))
        .left_join(
            signatures::table.on(signatures::side_id.eq(sides::id).and(signatures::revision.eq(agreements::revision))),
        )
        .select(agreements::id)
        .filter(sides::organisation_id.eq(permit.actor().organisation))
        .into_boxed::<Backend>();
    match permit.role() {
        Role::Community => {
            for path in &permit.actor().territory {
                own = own.or_filter(sides::place_path.like(format!("{path}%")));
            }
        }
        Role::Company | Role::Authority | Role::Staff | Role::Protection | Role::Admin | Role::Partner => {}
    }
    let ids: Vec<AgreementId> = own
        .filter(agreements::state.eq(AgreementState::OpenForSignature))
        .filter(signatures::form.nullable().is_null())
        .load(conn)?;
    Ok(agreements::table
        .filter(agreements::id.eq_any(ids))
        .filter(within(permit)?)
        .order(agreements::id)
        .limit(most)
        .select(Row::as_select())
        .load(conn)?)
}
