//! The accounts that mandates are signed in with.

use diesel::prelude::*;

use super::MandateId;
use super::policy::ListMandateAccounts;
use super::store::{Row, find};
use crate::accounts::AccountId;
use crate::authz::{Permit, Role};
use crate::db::{Backend, Conn};
use crate::error::{ApiError, Result};
use crate::names::Person;
use crate::schema::{account_programmes, accounts, mandates};

/// Accounts that a list shows.
const SHOWN: i64 = 100;

type Boxed<'a> = accounts::BoxedQuery<'a, Backend>;

/// Community accounts of the programme that nobody else holds a mandate with, nor in another programme: what an account
/// reaches is told by its mandates alone, and these must be one person's.
fn fit<'a>(row: &Row) -> Boxed<'a> {
    let members = account_programmes::table
        .filter(account_programmes::programme_id.eq(row.programme_id))
        .select(account_programmes::account_id);
    let others = mandates::table
        .filter(mandates::account_id.is_not_null())
        .filter(mandates::stakeholder_id.ne(row.stakeholder_id).or(mandates::programme_id.ne(row.programme_id)))
        .select(mandates::account_id.assume_not_null());
    accounts::table
        .filter(accounts::role.eq(Role::Community).and(accounts::active.eq(true)))
        .filter(accounts::id.eq_any(members))
        .filter(accounts::id.ne_all(others))
        .into_boxed()
}

/// Refuses an account that this mandate can't be signed in with.
pub fn check_account(conn: &mut Conn, row: &Row, account: AccountId) -> Result<()> {
    let found: i64 = fit(row).filter(accounts::id.eq(account)).count().get_result(conn)?;
    if found == 1 { Ok(()) } else { Err(ApiError::field("/account_id", "does_not_fit")) }
}

/// The accounts that a mandate within reach can be signed in with, by name.
pub fn of(conn: &mut Conn, permit: &Permit<ListMandateAccounts>, id: MandateId) -> Result<Vec<Person>> {
    let row = find(conn, permit, id)?;
    let rows: Vec<(AccountId, String)> = fit(&row)
        .order((accounts::name, accounts::id))
        .limit(SHOWN)
        .select((accounts::id, accounts::name))
        .load(conn)?;
    Ok(rows.into_iter().map(|(id, name)| Person { id: id.into(), name }).collect())
}
