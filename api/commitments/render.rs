//! From rows to what the caller sees.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::domain::{CommitmentState, check, standing};
use super::policy::{AttachCommitment, Audience, OF_MOVES, audience};
use super::store::{self, Row, maker};
use super::view::{Commitment, CommitmentSummary};
use super::{CommitmentId, events, evidence, moves};
use crate::agreements;
use crate::agreements::policy::GetAgreement;
use crate::authz::{Action, Permit};
use crate::db::Conn;
use crate::directory::directory;
use crate::error::{ApiError, Result};
use crate::grievances::clock::day_of;
use crate::grievances::policy::GetGrievance;
use crate::grievances::view::CaseLink;
use crate::grievances::{self, GrievanceId};
use crate::meetings;

/// A commitment within reach, with what shows that it was kept and what happened.
pub fn read<A: Action>(
    conn: &mut Conn,
    permit: &Permit<A>,
    id: CommitmentId,
    now: DateTime<Utc>,
) -> Result<Commitment> {
    let row = store::find(conn, permit, id)?;
    whole(conn, permit, row, now)
}

fn whole<A: Action>(conn: &mut Conn, permit: &Permit<A>, row: Row, now: DateTime<Utc>) -> Result<Commitment> {
    let mut references = references(conn, permit, row.grievance_id.into_iter().collect())?;
    let (evidence, events) = (evidence::of(conn, row.id)?, events::of(conn, row.id, permit.role())?);
    let agreement = match row.agreement_id {
        Some(id) => agreements::store::link(conn, &permit.also::<GetAgreement>()?, id)?,
        None => None,
    };
    let meeting = meetings::store::link(conn, permit, row.meeting_id)?;
    let maker = maker(permit)?;
    let facts = moves::facts(conn, &row, &maker, now)?;
    let possible = OF_MOVES
        .iter()
        .filter(|(made, _, policy)| !policy(maker.role).is_nothing() && check(*made, &facts, &maker).is_ok());
    let attach = evidence::taken_from(&row, &maker).is_ok().then_some(AttachCommitment::OPERATION);
    let actions = possible.map(|(_, operation, _)| *operation).chain(attach);
    let told = audience(permit.role()) == Audience::Staff && row.state == CommitmentState::ReportedDone;
    let names = directory(conn)?;
    Ok(Commitment {
        id: row.id,
        version: row.version,
        programme_id: row.programme_id.into(),
        organisation: names.organisation(Some(row.organisation_id)).ok_or(ApiError::Internal)?,
        side: row.side,
        place: names.place(row.place_id)?,
        site: names.site(row.site_id),
        agreement,
        meeting,
        grievance: row.grievance_id.and_then(|id| Some(CaseLink { id, reference: references.remove(&id)? })),
        state: row.state,
        standing: standing(row.state, row.due_on, row.done_on, day_of(now)),
        made_on: row.made_on,
        due_on: row.due_on,
        first_due_on: row.first_due_on,
        done_on: row.done_on,
        published: row.published,
        public_text: row.public_text,
        evidence,
        events,
        represented: told.then_some(facts.represented),
        created_at: row.created_at.utc(),
        updated_at: row.updated_at.utc(),
        actions: actions.collect(),
        what: row.what,
    })
}

/// A page of a list.
pub fn summaries<A: Action>(
    conn: &mut Conn,
    permit: &Permit<A>,
    rows: Vec<Row>,
    now: DateTime<Utc>,
) -> Result<Vec<CommitmentSummary>> {
    let references = references(conn, permit, rows.iter().filter_map(|row| row.grievance_id).collect())?;
    let (names, today) = (directory(conn)?, day_of(now));
    let view = |row: Row| {
        let grievance = row.grievance_id.and_then(|id| Some(CaseLink { id, reference: references.get(&id)?.clone() }));
        Ok(CommitmentSummary {
            id: row.id,
            version: row.version,
            organisation: names.organisation(Some(row.organisation_id)).ok_or(ApiError::Internal)?,
            side: row.side,
            place: names.place(row.place_id)?,
            site: names.site(row.site_id),
            grievance,
            state: row.state,
            standing: standing(row.state, row.due_on, row.done_on, today),
            due_on: row.due_on,
            first_due_on: row.first_due_on,
            done_on: row.done_on,
            published: row.published,
            what: row.what,
        })
    };
    rows.into_iter().map(view).collect()
}

/// The references of those of the cases that the caller reaches.
fn references<A: Action>(
    conn: &mut Conn,
    permit: &Permit<A>,
    cases: Vec<GrievanceId>,
) -> Result<HashMap<GrievanceId, String>> {
    if cases.is_empty() {
        return Ok(HashMap::new());
    }
    grievances::store::references(conn, &permit.also::<GetGrievance>()?, cases)
}
