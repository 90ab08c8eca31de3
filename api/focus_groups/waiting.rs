//! Which focus groups wait for their facilitator, and for which move.

use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;
use serde::Serialize;
use utoipa::ToSchema;

use super::domain::FocusGroupState;
use super::policy::ListFocusGroups;
use super::render;
use super::scope::within;
use super::store::Row;
use super::view::FocusGroupSummary;
use crate::authz::Permit;
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::Result;
use crate::grievances::clock::{day_of, start_of};
use crate::schema::focus_groups;

/// A focus group and the move that it waits for.
#[derive(Serialize, ToSchema)]
pub struct WaitingFocusGroup {
    /// The operation's id.
    pub action: &'static str,
    pub focus_group: FocusGroupSummary,
}

/// What people wait for on the day comes first.
const IN_TURN: [FocusGroupState; 5] = [
    FocusGroupState::Consented,
    FocusGroupState::Planned,
    FocusGroupState::Held,
    FocusGroupState::Coded,
    FocusGroupState::Validated,
];

/// What waits for the caller as a facilitator: those of today and before first.
pub fn waiting(
    conn: &mut Conn,
    permit: &Permit<ListFocusGroups>,
    most: i64,
    now: DateTime<Utc>,
) -> Result<Vec<WaitingFocusGroup>> {
    let tomorrow = start_of(day_of(now)) + TimeDelta::days(1);
    let mut all = vec![];
    for state in IN_TURN {
        let Some(action) = next(state) else { continue };
        let rows: Vec<Row> = focus_groups::table
            .filter(within(permit)?)
            .filter(focus_groups::facilitator_id.eq(permit.account()?))
            .filter(focus_groups::state.eq(state))
            .filter(focus_groups::starts_at.lt(Moment::from(tomorrow)))
            .order((focus_groups::starts_at, focus_groups::id))
            .limit(most)
            .select(Row::as_select())
            .load(conn)?;
        let groups = render::summaries(conn, rows)?.into_iter();
        all.extend(groups.map(|focus_group| WaitingFocusGroup { action, focus_group }));
    }
    Ok(all)
}

/// The move by which a focus group goes on.
fn next(state: FocusGroupState) -> Option<&'static str> {
    match state {
        FocusGroupState::Planned => Some("consent_focus_group"),
        FocusGroupState::Consented => Some("hold_focus_group"),
        FocusGroupState::Held => Some("finish_coding_focus_group"),
        FocusGroupState::Coded => Some("validate_focus_group"),
        FocusGroupState::Validated => Some("publish_focus_group"),
        FocusGroupState::Published | FocusGroupState::Cancelled => None,
    }
}
