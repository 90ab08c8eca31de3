//! The demonstration's agreements: one that holds, one that is being signed, a draft, one that ended.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;
use serde::Deserialize;

use super::cast::Cast;
use super::directory::{Directory, find};
use crate::accounts::AccountId;
use crate::agreements::domain::{AgreementMove, AgreementState, SignatureForm};
use crate::agreements::events::Step;
use crate::agreements::input::{NewAgreement, NewAgreementSide};
use crate::agreements::moves::{Changes, settle};
use crate::agreements::signing::{Signature, keep};
use crate::agreements::store::{Row, insert};
use crate::agreements::{AgreementId, sides};
use crate::db::Conn;
use crate::error::{ApiError, Result};
use crate::grievances::clock::day_of;
use crate::programmes::ProgrammeId;
use crate::schema::agreements;

#[derive(Deserialize)]
pub struct Told {
    key: String,
    title: String,
    text: String,
    place: String,
    site: String,
    /// Keys of organisations, and codes of places.
    sides: Vec<String>,
    days_ago: i64,
    /// How many of the sides, in their order.
    signed: usize,
    state: AgreementState,
    reason: Option<String>,
}

pub fn load(
    conn: &mut Conn,
    known: &Directory,
    programme: ProgrammeId,
    all: &[Told],
    now: DateTime<Utc>,
) -> Result<HashMap<String, AgreementId>> {
    let cast = Cast::of(known, programme);
    let mut ids = HashMap::new();
    for (number, told) in all.iter().enumerate() {
        let by = cast.owner(number)?.id;
        let at = now - TimeDelta::days(told.days_ago);
        let new = NewAgreement {
            programme_id: programme,
            title: told.title.clone(),
            text: told.text.clone(),
            place_id: find(&known.places, &told.place)?,
            site_id: Some(find(&known.sites, &told.site)?.0),
            grievance_id: None,
            meeting_id: None,
            sides: told.sides.iter().map(|side| named(known, side)).collect::<Result<_>>()?,
        };
        let id = insert(conn, &new, by, at)?;
        ids.insert(told.key.clone(), id);
        lead(conn, &cast, known, (id, told), by, at)?;
    }
    Ok(ids)
}

fn named(known: &Directory, side: &str) -> Result<NewAgreementSide> {
    if let Some(organisation) = known.organisations.get(side) {
        return Ok(NewAgreementSide { organisation_id: Some(*organisation), place_id: None });
    }
    Ok(NewAgreementSide { organisation_id: None, place_id: Some(find(&known.places, side)?) })
}

/// Opened the day after, signed day by day, ended after half a year.
fn lead(
    conn: &mut Conn,
    cast: &Cast,
    known: &Directory,
    (id, told): (AgreementId, &Told),
    by: AccountId,
    at: DateTime<Utc>,
) -> Result<()> {
    match told.state {
        AgreementState::Draft => return Ok(()),
        AgreementState::OpenForSignature | AgreementState::InForce | AgreementState::Ended => {}
    }
    let before = reread(conn, id)?;
    let opened = before.standing().opened().map_err(ApiError::Conflict)?;
    let step = Step { made: AgreementMove::Open, revision: before.revision, side: None, note: None };
    settle(conn, &before, opened, &Changes::default(), &step, by, at + TimeDelta::days(1))?;
    let named = sides::of(conn, id)?;
    for (day, (side, key)) in (2_i64..).zip(named.iter().zip(&told.sides).take(told.signed)) {
        let signed_at = at + TimeDelta::days(day);
        let signature = Signature {
            side: side.id,
            form: SignatureForm::Account,
            by: signatory(cast, known, key)?,
            signed_on: day_of(signed_at),
            signatory: None,
            witness: None,
            scan: None,
        };
        let before = reread(conn, id)?;
        keep(conn, &before, &signature, signed_at)?;
    }
    if let Some(reason) = &told.reason {
        let before = reread(conn, id)?;
        let (ended, ended_at) = (before.standing().ended().map_err(ApiError::Conflict)?, at + TimeDelta::days(180));
        let changes = Changes { ended_on: Some(day_of(ended_at)), ..Changes::default() };
        let step = Step { made: AgreementMove::End, revision: before.revision, side: None, note: Some(reason) };
        settle(conn, &before, ended, &changes, &step, by, ended_at)?;
    }
    Ok(())
}

fn signatory(cast: &Cast, known: &Directory, side: &str) -> Result<AccountId> {
    let person = match known.organisations.get(side) {
        Some(organisation) => cast.member(*organisation),
        None => cast.representative(side),
    };
    Ok(person.ok_or(ApiError::Internal)?.id)
}

fn reread(conn: &mut Conn, id: AgreementId) -> Result<Row> {
    Ok(agreements::table.find(id).select(Row::as_select()).first(conn)?)
}
