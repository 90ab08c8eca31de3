//! The people of a programme who look after cases.

use diesel::prelude::*;

use super::domain::Track;
use super::policy::ListStaff;
use super::store::Case;
use crate::accounts::AccountId;
use crate::authz::{Permit, Role};
use crate::db::Conn;
use crate::error::{ApiError, Result};
use crate::names::Person;
use crate::programmes::ProgrammeId;
use crate::schema::{account_programmes, accounts};

/// Staff and protection focal points of the caller's programmes, by name.
pub fn list(conn: &mut Conn, permit: &Permit<ListStaff>) -> Result<Vec<Person>> {
    let colleagues = account_programmes::table
        .filter(account_programmes::programme_id.eq_any(permit.actor().programmes.clone()))
        .select(account_programmes::account_id);
    let rows: Vec<(AccountId, String)> = accounts::table
        .filter(accounts::id.eq_any(colleagues))
        .filter(accounts::active.eq(true))
        .filter(accounts::role.eq_any([Role::Staff, Role::Protection]))
        .order((accounts::name, accounts::id))
        .select((accounts::id, accounts::name))
        .load(conn)?;
    Ok(rows.into_iter().map(|(id, name)| Person { id: id.into(), name }).collect())
}

/// Checks that a case of the programme can be given to the account.
pub fn works_in(conn: &mut Conn, account: AccountId, programme: ProgrammeId) -> Result<()> {
    works_in_as(conn, "/owner_id", account, programme)
}

/// Checks that an account that a field names is of who runs the programme.
pub fn works_in_as(conn: &mut Conn, field: &str, account: AccountId, programme: ProgrammeId) -> Result<()> {
    let found: Option<AccountId> = accounts::table
        .inner_join(account_programmes::table.on(account_programmes::account_id.eq(accounts::id)))
        .filter(accounts::id.eq(account))
        .filter(accounts::active.eq(true))
        .filter(accounts::role.eq_any([Role::Staff, Role::Protection]))
        .filter(account_programmes::programme_id.eq(programme))
        .select(accounts::id)
        .first(conn)
        .optional()?;
    found.map(drop).ok_or_else(|| ApiError::field(field, "unknown"))
}

/// Who looks after a case: its owner, or everybody of the programme who reaches it while nobody does.
pub fn looks_after(conn: &mut Conn, case: &Case) -> Result<Vec<AccountId>> {
    let roles = match case.track {
        Track::Normal => vec![Role::Staff, Role::Protection],
        Track::Protection => vec![Role::Protection],
    };
    let able = of_programme(conn, case, roles)?;
    // An owner who left, or who no longer reaches it, looks after nothing.
    Ok(match case.owner_id.filter(|owner| able.contains(owner)) {
        Some(owner) => vec![owner],
        None => able,
    })
}

fn of_programme(conn: &mut Conn, case: &Case, roles: Vec<Role>) -> Result<Vec<AccountId>> {
    Ok(accounts::table
        .inner_join(account_programmes::table.on(account_programmes::account_id.eq(accounts::id)))
        .filter(account_programmes::programme_id.eq(case.programme_id))
        .filter(accounts::active.eq(true))
        .filter(accounts::role.eq_any(roles))
        .order(accounts::id)
        .select(accounts::id)
        .load(conn)?)
}
