//! The places that accounts speak for and the programmes that they work in.

use std::collections::HashMap;
use std::hash::Hash;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::AccountId;
use crate::db::Conn;
use crate::directory::directory;
use crate::error::{ApiError, Result};
use crate::mandates::reach;
use crate::names::{Named, Names};
use crate::places::{self, PlaceId};
use crate::programmes::ProgrammeId;
use crate::schema;
use crate::schema::{account_places, account_programmes, programmes};

/// A record's id and its names, as a store reads them.
pub type NamedRow = (String, (String, String, String));

pub fn named((id, names): NamedRow) -> Named {
    Named { id, names: Names::from(names) }
}

/// What belongs to each owner, in the order of the rows.
pub fn by_owner<Owner: Eq + Hash>(rows: Vec<(Owner, NamedRow)>) -> HashMap<Owner, Vec<Named>> {
    let mut owned: HashMap<Owner, Vec<Named>> = HashMap::new();
    for (owner, row) in rows {
        owned.entry(owner).or_default().push(named(row));
    }
    owned
}

/// The places that each account speaks for: by its mandates in force if it ever held one, else as its administrator set.
pub fn places_of(
    conn: &mut Conn,
    accounts: &[AccountId],
    now: DateTime<Utc>,
) -> Result<HashMap<AccountId, Vec<Named>>> {
    use schema::places;
    let rows = account_places::table
        .inner_join(places::table.on(places::id.eq(account_places::place_id)))
        .filter(account_places::account_id.eq_any(accounts.to_vec()))
        .order(places::path)
        .select((account_places::account_id, (places::id, (places::name_ky, places::name_ru, places::name_en))))
        .load(conn)?;
    let mut owned = by_owner(rows);
    for (account, mandated) in reach::of_all(conn, accounts, now)? {
        let directory = directory(conn)?;
        let places = mandated.places.into_iter().map(|place| directory.place(place));
        owned.insert(account, places.collect::<Result<_>>()?);
    }
    Ok(owned)
}

/// The programmes that each account works in.
pub fn programmes_of(conn: &mut Conn, accounts: &[AccountId]) -> Result<HashMap<AccountId, Vec<Named>>> {
    let rows = account_programmes::table
        .inner_join(programmes::table.on(programmes::id.eq(account_programmes::programme_id)))
        .filter(account_programmes::account_id.eq_any(accounts.to_vec()))
        .order(programmes::id)
        .select((
            account_programmes::account_id,
            (programmes::id, (programmes::name_ky, programmes::name_ru, programmes::name_en)),
        ))
        .load(conn)?;
    Ok(by_owner(rows))
}

/// The places that a request's body names, once each.
pub fn known_places(conn: &mut Conn, ids: &[PlaceId]) -> Result<Vec<PlaceId>> {
    for (index, id) in ids.iter().enumerate() {
        places::store::named_in(conn, &format!("/place_ids/{index}"), *id)?;
    }
    Ok(once_each(ids))
}

/// The programmes that a request's body names, once each.
pub fn known_programmes(conn: &mut Conn, ids: &[ProgrammeId]) -> Result<Vec<ProgrammeId>> {
    let known: Vec<ProgrammeId> =
        programmes::table.filter(programmes::id.eq_any(ids.to_vec())).select(programmes::id).load(conn)?;
    match ids.iter().position(|id| !known.contains(id)) {
        Some(index) => Err(ApiError::field(&format!("/programme_ids/{index}"), "unknown")),
        None => Ok(once_each(ids)),
    }
}

fn once_each<T: Ord + Copy>(ids: &[T]) -> Vec<T> {
    let mut ids = ids.to_vec();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// Puts these places in place of those that an account spoke for.
pub fn set_places(conn: &mut Conn, account: AccountId, ids: &[PlaceId]) -> Result<()> {
    diesel::delete(account_places::table.filter(account_places::account_id.eq(account))).execute(conn)?;
    for id in ids {
        diesel::insert_into(account_places::table)
            .values((account_places::account_id.eq(account), account_places::place_id.eq(id)))
            .execute(conn)?;
    }
    Ok(())
}

/// Puts these programmes in place of those that an account worked in.
pub fn set_programmes(conn: &mut Conn, account: AccountId, ids: &[ProgrammeId]) -> Result<()> {
    diesel::delete(account_programmes::table.filter(account_programmes::account_id.eq(account))).execute(conn)?;
    for id in ids {
        diesel::insert_into(account_programmes::table)
            .values((account_programmes::account_id.eq(account), account_programmes::programme_id.eq(id)))
            .execute(conn)?;
    }
    Ok(())
}
