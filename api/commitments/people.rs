//! Whom a commitment concerns: those who speak for the place, and those who owe it.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::store::{Row, is_protected};
use crate::accounts::AccountId;
use crate::authn::reached;
use crate::authz::Role;
use crate::db::Conn;
use crate::error::Result;
use crate::grievances::GrievanceId;
use crate::organisations::OrganisationId;
use crate::schema::{account_places, account_programmes, accounts, grievances, mandates, places};

/// Accounts that can look whether a promise was kept: they speak today for the place to which it was made, do not belong to
/// who owes it, and reach the case that it settles.
pub fn representatives(conn: &mut Conn, row: &Row, now: DateTime<Utc>) -> Result<Vec<AccountId>> {
    if is_protected(conn, row.id)? {
        return Ok(vec![]);
    }
    let theirs = match row.grievance_id {
        Some(case) => Some(told_of(conn, case)?),
        None => None,
    };
    let near = speaking_near(conn, &row.place_path)?;
    let mut found = vec![];
    for (account, organisation) in of_programme(conn, row, &[Role::Community])? {
        let told = theirs.as_ref().is_none_or(|case| case.is_told(account));
        if organisation == row.organisation_id || !told || !near.contains(&account) {
            continue;
        }
        let programmes = vec![row.programme_id];
        let (programmes, paths) = reached(conn, Role::Community, account, organisation, programmes, now)?;
        if !programmes.is_empty() && paths.iter().any(|path| row.place_path.starts_with(path.as_str())) {
            found.push(account);
        }
    }
    Ok(found)
}

/// Whether there is any of them.
pub fn is_represented(conn: &mut Conn, row: &Row, now: DateTime<Utc>) -> Result<bool> {
    Ok(!representatives(conn, row, now)?.is_empty())
}

/// Accounts that were ever given a place, or a mandate of one, in which a path lies: all others need not be asked what they
/// reach today.
pub fn speaking_near(conn: &mut Conn, path: &str) -> Result<HashSet<AccountId>> {
    let above: Vec<String> =
        path.match_indices('/').filter_map(|(end, _)| path.get(..=end)).map(str::to_owned).collect();
    let given: Vec<AccountId> = account_places::table
        .inner_join(places::table.on(places::id.eq(account_places::place_id)))
        .filter(places::path.eq_any(above.clone()))
        .select(account_places::account_id)
        .load(conn)?;
    let mandated: Vec<AccountId> = mandates::table
        .filter(mandates::place_path.eq_any(above))
        .filter(mandates::account_id.is_not_null())
        .select(mandates::account_id.assume_not_null())
        .load(conn)?;
    Ok(given.into_iter().chain(mandated).collect())
}

/// Accounts of the organisation that owes it.
pub fn owners(conn: &mut Conn, row: &Row) -> Result<Vec<AccountId>> {
    let roles = [Role::Company, Role::Authority, Role::Community, Role::Staff, Role::Protection];
    let all = of_programme(conn, row, &roles)?.into_iter();
    Ok(all.filter(|(_, organisation)| *organisation == row.organisation_id).map(|(account, _)| account).collect())
}

fn of_programme(conn: &mut Conn, row: &Row, roles: &[Role]) -> Result<Vec<(AccountId, OrganisationId)>> {
    Ok(accounts::table
        .inner_join(account_programmes::table.on(account_programmes::account_id.eq(accounts::id)))
        .filter(account_programmes::programme_id.eq(row.programme_id))
        .filter(accounts::active.eq(true))
        .filter(accounts::role.eq_any(roles.to_vec()))
        .order(accounts::id)
        .select((accounts::id, accounts::organisation_id))
        .load(conn)?)
}

/// Whom of the community a case is told.
struct ToldOf {
    shared: bool,
    recorded_by: Option<AccountId>,
}

impl ToldOf {
    fn is_told(&self, account: AccountId) -> bool {
        self.shared || self.recorded_by == Some(account)
    }
}

fn told_of(conn: &mut Conn, case: GrievanceId) -> Result<ToldOf> {
    let columns = (grievances::shared_with_community, grievances::recorded_by);
    let (shared, recorded_by) = grievances::table.find(case).select(columns).first(conn)?;
    Ok(ToldOf { shared, recorded_by })
}
