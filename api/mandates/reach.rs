//! What an account's mandates make of its reach.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use super::domain::{MandateState, Term, in_force};
use crate::accounts::AccountId;
use crate::db::Conn;
use crate::error::Result;
use crate::grievances::clock::day_of;
use crate::places::PlaceId;
use crate::programmes::ProgrammeId;
use crate::schema::mandates;

/// What the mandates of an account reach now.
#[derive(Default)]
pub struct Mandated {
    pub paths: Vec<String>,
    pub places: Vec<PlaceId>,
    pub programmes: Vec<ProgrammeId>,
}

type Row = (Option<AccountId>, MandateState, Option<NaiveDate>, Option<NaiveDate>, String, PlaceId, ProgrammeId);

/// What an account reaches by mandates in force. `None` if it never held one: then what its administrator set holds.
pub fn of(conn: &mut Conn, account: AccountId, now: DateTime<Utc>) -> Result<Option<Mandated>> {
    Ok(of_all(conn, &[account], now)?.remove(&account))
}

/// The same of each of some accounts that ever held a mandate.
pub fn of_all(conn: &mut Conn, accounts: &[AccountId], now: DateTime<Utc>) -> Result<HashMap<AccountId, Mandated>> {
    let rows: Vec<Row> = mandates::table
        .filter(mandates::account_id.eq_any(accounts.iter().copied().map(Some)))
        .order(mandates::place_path)
        .select((
            mandates::account_id,
            mandates::state,
            mandates::starts_on,
            mandates::expires_on,
            mandates::place_path,
            mandates::place_id,
            mandates::programme_id,
        ))
        .load(conn)?;
    let today = day_of(now);
    let mut reached: HashMap<AccountId, Mandated> = HashMap::new();
    for (account, state, starts_on, expires_on, path, place, programme) in rows {
        let Some(account) = account else { continue };
        let reached = reached.entry(account).or_default();
        if in_force(state, Term { starts_on, expires_on }, today) {
            reached.paths.push(path);
            reached.places.push(place);
            reached.programmes.push(programme);
        }
    }
    Ok(reached)
}
