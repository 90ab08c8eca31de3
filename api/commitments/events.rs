//! The history of a commitment: who did what when, and why.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use super::domain::{CommitmentMove, CommitmentParty, CommitmentState};
use super::policy::{Audience, audience};
use super::view::CommitmentEvent;
use super::{CommitmentEventId, CommitmentId};
use crate::accounts::AccountId;
use crate::authz::Role;
use crate::db::Conn;
use crate::db::types::Moment;
use crate::directory::{Directory, directory};
use crate::error::{ApiError, Result};
use crate::schema::commitment_events as events;

/// A step to be noted.
pub struct Step<'a> {
    pub made: CommitmentMove,
    pub from: Option<CommitmentState>,
    pub to: CommitmentState,
    pub party: CommitmentParty,
    pub told: Told<'a>,
}

/// What was said of a step.
#[derive(Clone, Copy, Default)]
pub struct Told<'a> {
    pub note: Option<&'a str>,
    pub witness: Option<&'a str>,
    pub done_on: Option<NaiveDate>,
    /// The last day before and after.
    pub due: Option<(NaiveDate, NaiveDate)>,
}

impl<'a> Told<'a> {
    pub fn because(reason: &'a str) -> Self {
        Self { note: Some(reason), ..Self::default() }
    }
}

/// Notes a step.
pub fn note(conn: &mut Conn, commitment: CommitmentId, step: &Step, by: AccountId, now: DateTime<Utc>) -> Result<()> {
    let Step { made, from, to, party, told: Told { note, witness, done_on, due } } = step;
    let row = (
        (events::id.eq(CommitmentEventId::at(now)), events::commitment_id.eq(commitment), events::made.eq(*made)),
        (events::from_state.eq(*from), events::to_state.eq(*to), events::party.eq(*party)),
        (events::account_id.eq(by), events::at.eq(Moment::from(now)), events::note.eq(note.map(str::trim))),
        (events::witness.eq(witness.map(str::trim)), events::done_on.eq(*done_on)),
        (events::due_before.eq(due.map(|(before, _)| before)), events::due_after.eq(due.map(|(_, after)| after))),
    );
    diesel::insert_into(events::table).values(row).execute(conn)?;
    Ok(())
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = events)]
struct Row {
    id: CommitmentEventId,
    made: CommitmentMove,
    from_state: Option<CommitmentState>,
    to_state: CommitmentState,
    party: CommitmentParty,
    account_id: AccountId,
    at: Moment,
    note: Option<String>,
    witness: Option<String>,
    done_on: Option<NaiveDate>,
    due_before: Option<NaiveDate>,
    due_after: Option<NaiveDate>,
}

/// What happened to a commitment that the caller was found to reach, the latest first.
pub fn of(conn: &mut Conn, commitment: CommitmentId, role: Role) -> Result<Vec<CommitmentEvent>> {
    let rows: Vec<Row> = events::table
        .filter(events::commitment_id.eq(commitment))
        .order(events::id.desc())
        .select(Row::as_select())
        .load(conn)?;
    let names = directory(conn)?;
    rows.into_iter().map(|row| view(row, audience(role), &names)).collect()
}

fn view(row: Row, seen_by: Audience, names: &Directory) -> Result<CommitmentEvent> {
    let (by, witness) = match seen_by {
        Audience::Staff => (Some(names.person(Some(row.account_id)).ok_or(ApiError::Internal)?), row.witness),
        // In a village a name is soon known to those who were found wanting.
        Audience::Side => (None, None),
    };
    Ok(CommitmentEvent {
        id: row.id,
        made: row.made,
        from: row.from_state,
        to: row.to_state,
        party: row.party,
        at: row.at.utc(),
        note: row.note,
        done_on: row.done_on,
        due_before: row.due_before,
        due_after: row.due_after,
        by,
        witness,
    })
}
