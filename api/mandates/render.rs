//! Rows made into what staff see.

use chrono::{DateTime, Utc};

use super::domain::{MandateState, in_force};
use super::policy::{ActivateMandate, EndMandate, EndorseMandate, GetMandate, UpdateMandate, VetMandate};
use super::store::Row;
use super::view::{Mandate, MandateSummary};
use super::{MandateId, events, interests, people, store};
use crate::assemblies;
use crate::authz::{Action, Permit, Role, allowed};
use crate::db::Conn;
use crate::directory::directory;
use crate::error::{ApiError, Result};
use crate::grievances::clock::day_of;

/// A mandate within reach, with what was declared and what happened.
pub fn read<A: Action>(conn: &mut Conn, permit: &Permit<A>, id: MandateId, now: DateTime<Utc>) -> Result<Mandate> {
    let row = store::find(conn, permit, id)?;
    let today = day_of(now);
    let mut people = people::of(conn, vec![row.stakeholder_id], today)?;
    let assembly = row.assembly_id.map(|assembly| assemblies::store::read(conn, permit, assembly)).transpose()?;
    let (interests, events) = (interests::of(conn, id)?, events::of(conn, id)?);
    let directory = directory(conn)?;
    Ok(Mandate {
        id: row.id,
        version: row.version,
        programme_id: row.programme_id.into(),
        representative: people.remove(&row.stakeholder_id).ok_or(ApiError::Internal)?,
        place: directory.place(row.place_id)?,
        speaks_for: row.speaks_for,
        state: row.state,
        in_force: in_force(row.state, row.term(), today),
        nominated_on: row.nominated_on,
        actions: actions(permit.role(), row.state),
        nominated_by: row.nominated_by,
        vetted_on: row.vetted_on,
        interests,
        assembly,
        starts_on: row.starts_on,
        expires_on: row.expires_on,
        account: directory.person(row.account_id),
        named: row.named,
        ended_on: row.ended_on,
        ending: row.ending,
        events,
    })
}

/// A page of a list.
pub fn summaries(conn: &mut Conn, rows: Vec<Row>, now: DateTime<Utc>) -> Result<Vec<MandateSummary>> {
    let today = day_of(now);
    let people = people::of(conn, rows.iter().map(|row| row.stakeholder_id).collect(), today)?;
    let directory = directory(conn)?;
    let view = |row: Row| {
        Ok(MandateSummary {
            id: row.id,
            version: row.version,
            representative: people.get(&row.stakeholder_id).cloned().ok_or(ApiError::Internal)?,
            place: directory.place(row.place_id)?,
            speaks_for: row.speaks_for,
            state: row.state,
            in_force: in_force(row.state, row.term(), today),
            starts_on: row.starts_on,
            expires_on: row.expires_on,
            ended_on: row.ended_on,
        })
    };
    rows.into_iter().map(view).collect()
}

fn actions(role: Role, state: MandateState) -> Vec<&'static str> {
    let steps = [
        allowed::<VetMandate>(role),
        allowed::<EndorseMandate>(role),
        allowed::<ActivateMandate>(role),
        allowed::<EndMandate>(role),
    ];
    let possible: Vec<_> = state.steps().collect();
    let change = match state {
        MandateState::Active => allowed::<UpdateMandate>(role),
        MandateState::Nominated | MandateState::Vetted | MandateState::Endorsed | MandateState::Ended => None,
    };
    steps.into_iter().flatten().filter(|step| possible.contains(step)).chain(change).collect()
}

/// Whether who has this role may open a mandate.
pub fn opens(role: Role) -> bool {
    allowed::<GetMandate>(role).is_some()
}
