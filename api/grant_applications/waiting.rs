//! Which applications wait for somebody: to be finished, to be answered, to be looked at.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde::Serialize;
use utoipa::ToSchema;

use super::domain::{GrantApplicationMove, GrantApplicationState, check};
use super::policy::{ListGrantApplications, OF_MOVES};
use super::render;
use super::scope::within;
use super::store::{Row, facts, maker};
use super::view::GrantApplicationSummary;
use crate::authz::Permit;
use crate::db::Conn;
use crate::error::Result;
use crate::schema::grant_applications as applications;

/// An application and the move that it waits for.
#[derive(Serialize, ToSchema)]
pub struct WaitingGrantApplication {
    /// The operation's id.
    pub action: &'static str,
    pub application: GrantApplicationSummary,
}

/// Applications that are looked through for those that wait for the caller.
const LOOKED_THROUGH: i64 = 50;

/// What waits in each state, the most pressing first.
const WAITS: &[(GrantApplicationState, GrantApplicationMove)] = &[
    (GrantApplicationState::MoreInformation, GrantApplicationMove::Answer),
    (GrantApplicationState::Draft, GrantApplicationMove::Submit),
    (GrantApplicationState::Submitted, GrantApplicationMove::FindEligible),
];

/// What waits for the caller; what came first before the others.
pub fn waiting(
    conn: &mut Conn,
    permit: &Permit<ListGrantApplications>,
    most: i64,
    now: DateTime<Utc>,
) -> Result<Vec<WaitingGrantApplication>> {
    let mut all = vec![];
    for (state, made) in WAITS {
        let Some((_, action, _)) = OF_MOVES.iter().find(|(listed, ..)| listed == made) else { continue };
        let rows = possible(conn, permit, *state, *made, most, now)?;
        let shown = render::summaries(conn, rows)?.into_iter();
        all.extend(shown.map(|application| WaitingGrantApplication { action, application }));
    }
    Ok(all)
}

/// Those in a state with which the caller can do something now.
fn possible(
    conn: &mut Conn,
    permit: &Permit<ListGrantApplications>,
    state: GrantApplicationState,
    made: GrantApplicationMove,
    most: i64,
    now: DateTime<Utc>,
) -> Result<Vec<Row>> {
    let maker = maker(permit)?;
    let rows: Vec<Row> = applications::table
        .filter(within(permit)?)
        .filter(applications::state.eq(state))
        .order((applications::listed_at, applications::id))
        .limit(LOOKED_THROUGH)
        .select(Row::as_select())
        .load(conn)?;
    let mut found = vec![];
    for row in rows {
        if found.len() >= usize::try_from(most).unwrap_or_default() {
            break;
        }
        if check(made, &facts(conn, &row, now)?, &maker).is_ok() {
            found.push(row);
        }
    }
    Ok(found)
}
