//! The people who look after those at risk.

use diesel::prelude::*;

use crate::accounts::AccountId;
use crate::authz::Role;
use crate::db::Conn;
use crate::error::Result;
use crate::programmes::ProgrammeId;
use crate::schema::{account_programmes, accounts};

/// The protection focal points of a programme.
pub fn of(conn: &mut Conn, programme: ProgrammeId) -> Result<Vec<AccountId>> {
    Ok(account_programmes::table
        .inner_join(accounts::table.on(accounts::id.eq(account_programmes::account_id)))
        .filter(account_programmes::programme_id.eq(programme))
        .filter(accounts::role.eq(Role::Protection))
        .filter(accounts::active.eq(true))
        .select(accounts::id)
        .load(conn)?)
}
