//! Whom a commitment concerns: those who speak for the place, and those who owe it.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::store::Row;
use crate::accounts::AccountId;
use crate::authn::reached;
use crate::authz::Role;
use crate::db::Conn;
use crate::error::Result;
use crate::grievances::GrievanceId;
use crate::organisations::OrganisationId;
use crate::schema::{account_programmes, accounts, grievances};

/// Accounts that can look whether a promise was kept: they speak today for the place to which it was made, do not belong to
/// who owes it, and reach the case that it settles.
pub fn representatives(conn: &mut Conn, row: &Row, now: DateTime<Utc>) -> Result<Vec<AccountId>> {
    let theirs = match row.grievance_id {
        Some(case) => Some(told_of(conn, case)?),
        None => None,
    };
    let mut found = vec![];
    for (account, organisation) in of_programme(conn, row, &[Role::Community])? {
        if organisation == row.organisation_id || theirs.as_ref().is_some_and(|case| !case.is_told(account)) {
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
