//! Which promises wait for somebody: to be kept, or to be looked at.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde::Serialize;
use utoipa::ToSchema;

use super::domain::{CommitmentMove, CommitmentState, check};
use super::policy::{ListCommitments, OF_MOVES};
use super::scope::within;
use super::store::{Row, maker};
use super::view::CommitmentSummary;
use super::{moves, people, render};
use crate::agreements::AgreementId;
use crate::authz::Permit;
use crate::db::Conn;
use crate::error::Result;
use crate::grievances::GrievanceId;
use crate::organisations::OrganisationId;
use crate::programmes::ProgrammeId;
use crate::schema::commitments;

/// A promise and the move that it waits for.
#[derive(Serialize, ToSchema)]
pub struct WaitingCommitment {
    /// The operation's id.
    pub action: &'static str,
    pub commitment: CommitmentSummary,
}

/// Reported promises that are looked through for those that wait for the caller.
const LOOKED_THROUGH: i64 = 50;

/// What waits for the caller: what they may find kept or not, and what their own side owes; what is due first before the
/// others.
pub fn waiting(
    conn: &mut Conn,
    permit: &Permit<ListCommitments>,
    most: i64,
    now: DateTime<Utc>,
) -> Result<Vec<WaitingCommitment>> {
    let (reported, owed) = (reported(conn, permit, most, now)?, owed(conn, permit, most)?);
    let mut all = of(conn, permit, CommitmentMove::Verify, reported, now)?;
    all.extend(of(conn, permit, CommitmentMove::Report, owed, now)?);
    Ok(all)
}

fn of(
    conn: &mut Conn,
    permit: &Permit<ListCommitments>,
    made: CommitmentMove,
    rows: Vec<Row>,
    now: DateTime<Utc>,
) -> Result<Vec<WaitingCommitment>> {
    let Some((_, action, _)) = OF_MOVES.iter().find(|(listed, ..)| *listed == made) else { return Ok(vec![]) };
    let commitments = render::summaries(conn, permit, rows, now)?.into_iter();
    Ok(commitments.map(|commitment| WaitingCommitment { action, commitment }).collect())
}

/// What was reported done, and the caller may judge.
fn reported(conn: &mut Conn, permit: &Permit<ListCommitments>, most: i64, now: DateTime<Utc>) -> Result<Vec<Row>> {
    let Some((made, _, policy)) = OF_MOVES.iter().find(|(made, ..)| *made == CommitmentMove::Verify) else {
        return Ok(vec![]);
    };
    if policy(permit.role()).is_nothing() {
        return Ok(vec![]);
    }
    let maker = maker(permit)?;
    let rows: Vec<Row> = commitments::table
        .filter(within(permit)?)
        .filter(commitments::state.eq(CommitmentState::ReportedDone))
        .order((commitments::due_on, commitments::id))
        .limit(LOOKED_THROUGH)
        .select(Row::as_select())
        .load(conn)?;
    let (mut found, mut known) = (vec![], HashMap::new());
    for row in rows {
        if found.len() >= usize::try_from(most).unwrap_or_default() {
            break;
        }
        let represented = moves::asks_who_speaks(&row, &maker) && is_represented(conn, &row, &mut known, now)?;
        if check(*made, &moves::facts_with(&row, represented), &maker).is_ok() {
            found.push(row);
        }
    }
    Ok(found)
}

/// By what it is told whether somebody can look at a promise.
type Alike = (ProgrammeId, String, OrganisationId, Option<GrievanceId>, Option<AgreementId>);

/// Whether somebody who speaks for the place can look at a promise; looked up once for all that are alike in it.
fn is_represented(conn: &mut Conn, row: &Row, known: &mut HashMap<Alike, bool>, now: DateTime<Utc>) -> Result<bool> {
    let alike = (row.programme_id, row.place_path.clone(), row.organisation_id, row.grievance_id, row.agreement_id);
    match known.entry(alike) {
        Entry::Occupied(entry) => Ok(*entry.get()),
        Entry::Vacant(entry) => Ok(*entry.insert(people::is_represented(conn, row, now)?)),
    }
}

/// What the caller's own organisation owes.
fn owed(conn: &mut Conn, permit: &Permit<ListCommitments>, most: i64) -> Result<Vec<Row>> {
    let mut owed: Vec<Row> = vec![];
    // One state at a time: an index has each in the order of its last days.
    for state in [CommitmentState::Open, CommitmentState::InProgress] {
        let rows = commitments::table
            .filter(within(permit)?)
            .filter(commitments::organisation_id.eq(permit.actor().organisation))
            .filter(commitments::state.eq(state))
            .order((commitments::due_on, commitments::id))
            .limit(most)
            .select(Row::as_select());
        owed.extend(rows.load::<Row>(conn)?);
    }
    owed.sort_unstable_by_key(|row| (row.due_on, row.id));
    owed.truncate(usize::try_from(most).unwrap_or_default());
    Ok(owed)
}
