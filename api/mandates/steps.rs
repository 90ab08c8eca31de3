//! Leading a mandate on: vetted, endorsed, active, ended.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use super::MandateId;
use super::accounts::check_account;
use super::domain::{MandateEnding, MandateEventKind, MandateState, MandateStep, refused_day};
use super::input::{Activation, Ending, Endorsement, Vetting};
use super::policy::{ActivateMandate, EndMandate, EndorseMandate, VetMandate};
use super::store::{Row, find};
use super::{events, interests};
use crate::accounts::AccountId;
use crate::assemblies::{self, AssemblyId};
use crate::authz::{Action, Permit};
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::{ApiError, Result};
use crate::grievances::clock::day_of;
use crate::http::IfMatch;
use crate::http::version::{changed_one, still};
use crate::schema::mandates;

/// What a step writes besides the state; what is `None` stays.
#[derive(Default, AsChangeset)]
#[diesel(table_name = mandates)]
struct Change {
    vetted_on: Option<NaiveDate>,
    assembly_id: Option<AssemblyId>,
    starts_on: Option<NaiveDate>,
    expires_on: Option<NaiveDate>,
    account_id: Option<AccountId>,
    named: Option<bool>,
    ended_on: Option<NaiveDate>,
    ending: Option<MandateEnding>,
}

/// The mandate as it stands before a step, if nobody led it on meanwhile.
fn before<A: Action>(conn: &mut Conn, permit: &Permit<A>, id: MandateId, expected: IfMatch) -> Result<Row> {
    let row = find(conn, permit, id)?;
    still(row.version, expected)?;
    Ok(row)
}

/// Where a step leads, if it may be made from here.
fn leads(row: &Row, step: MandateStep) -> Result<MandateState> {
    row.state.after(step).ok_or(ApiError::Conflict("move_not_possible_from_here"))
}

fn lead_on(conn: &mut Conn, row: &Row, to: MandateState, change: &Change, now: DateTime<Utc>) -> Result<()> {
    let target = mandates::table.find(row.id).filter(mandates::version.eq(row.version));
    let set = (
        change,
        mandates::state.eq(to),
        mandates::version.eq(row.version + 1),
        mandates::updated_at.eq(Moment::from(now)),
    );
    changed_one(diesel::update(target).set(set).execute(conn)?)
}

fn on_a_day(field: &str, on: NaiveDate, not_before: NaiveDate, now: DateTime<Utc>) -> Result<()> {
    refused_day(on, not_before, day_of(now)).map_or(Ok(()), |code| Err(ApiError::field(field, code)))
}

pub fn vet(
    conn: &mut Conn,
    permit: &Permit<VetMandate>,
    id: MandateId,
    expected: IfMatch,
    vetting: &Vetting,
    now: DateTime<Utc>,
) -> Result<()> {
    let row = before(conn, permit, id, expected)?;
    note_vetting(conn, &row, vetting, permit.account()?, now)
}

pub(crate) fn note_vetting(
    conn: &mut Conn,
    row: &Row,
    vetting: &Vetting,
    by: AccountId,
    now: DateTime<Utc>,
) -> Result<()> {
    let to = leads(row, MandateStep::Vet)?;
    on_a_day("/vetted_on", vetting.vetted_on, row.nominated_on, now)?;
    interests::declare(conn, row.id, &vetting.interests, now)?;
    let change = Change { vetted_on: Some(vetting.vetted_on), ..Change::default() };
    lead_on(conn, row, to, &change, now)?;
    events::note(conn, row.id, MandateEventKind::Vet, by, vetting.note.as_deref(), now)
}

pub fn endorse(
    conn: &mut Conn,
    permit: &Permit<EndorseMandate>,
    id: MandateId,
    expected: IfMatch,
    endorsement: &Endorsement,
    now: DateTime<Utc>,
) -> Result<()> {
    let row = before(conn, permit, id, expected)?;
    let assembly = match assemblies::store::find(conn, permit, endorsement.assembly_id) {
        Err(ApiError::NotFound) => return Err(ApiError::field("/assembly_id", "unknown")),
        found => found?,
    };
    note_endorsement(conn, &row, &assembly, endorsement.note.as_deref(), permit.account()?, now)
}

/// The assembly must be of the mandate's programme, and of its place or one around it: a village's word is not an
/// aimak's, but an aimak's is also that of its villages.
pub(crate) fn note_endorsement(
    conn: &mut Conn,
    row: &Row,
    assembly: &assemblies::store::Row,
    words: Option<&str>,
    by: AccountId,
    now: DateTime<Utc>,
) -> Result<()> {
    let to = leads(row, MandateStep::Endorse)?;
    let refused = |code| Err(ApiError::field("/assembly_id", code));
    if assembly.programme_id != row.programme_id {
        return refused("unknown");
    }
    if !row.place_path.starts_with(&assembly.place_path) {
        return refused("of_another_place");
    }
    if assembly.held_on < row.nominated_on {
        return refused("before_the_nomination");
    }
    let change = Change { assembly_id: Some(assembly.id), ..Change::default() };
    lead_on(conn, row, to, &change, now)?;
    events::note(conn, row.id, MandateEventKind::Endorse, by, words, now)
}

pub fn activate(
    conn: &mut Conn,
    permit: &Permit<ActivateMandate>,
    id: MandateId,
    expected: IfMatch,
    activation: &Activation,
    now: DateTime<Utc>,
) -> Result<()> {
    let row = before(conn, permit, id, expected)?;
    note_activation(conn, &row, activation, permit.account()?, now)
}

pub(crate) fn note_activation(
    conn: &mut Conn,
    row: &Row,
    activation: &Activation,
    by: AccountId,
    now: DateTime<Utc>,
) -> Result<()> {
    let to = leads(row, MandateStep::Activate)?;
    let Activation { starts_on, expires_on, account_id, named, note } = activation;
    on_a_day("/starts_on", *starts_on, row.nominated_on, now)?;
    if expires_on.is_some_and(|last| last < *starts_on) {
        return Err(ApiError::field("/expires_on", "before_start"));
    }
    if let Some(account) = account_id {
        check_account(conn, row, *account)?;
    }
    let (starts_on, expires_on) = (Some(*starts_on), *expires_on);
    let change = Change { starts_on, expires_on, account_id: *account_id, named: Some(*named), ..Change::default() };
    lead_on(conn, row, to, &change, now)?;
    events::note(conn, row.id, MandateEventKind::Activate, by, note.as_deref(), now)
}

/// Ends a mandate: who signs in with it reaches nothing by it from the next request on.
pub fn end(
    conn: &mut Conn,
    permit: &Permit<EndMandate>,
    id: MandateId,
    expected: IfMatch,
    ending: &Ending,
    now: DateTime<Utc>,
) -> Result<()> {
    let row = before(conn, permit, id, expected)?;
    note_end(conn, &row, ending, permit.account()?, now)
}

pub(crate) fn note_end(conn: &mut Conn, row: &Row, ending: &Ending, by: AccountId, now: DateTime<Utc>) -> Result<()> {
    let to = leads(row, MandateStep::End)?;
    on_a_day("/ended_on", ending.ended_on, row.starts_on.unwrap_or(row.nominated_on), now)?;
    let change = Change { ended_on: Some(ending.ended_on), ending: Some(ending.ending), ..Change::default() };
    lead_on(conn, row, to, &change, now)?;
    events::note(conn, row.id, MandateEventKind::End, by, Some(&ending.note), now)
}
