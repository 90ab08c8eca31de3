//! Sign-ins between their two steps. The database keeps a hash of the token that the first step gave.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::domain::CHALLENGE;
use crate::accounts::AccountId;
use crate::authn::token::{opaque, opaque_hash};
use crate::authz::Role;
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::Result;
use crate::schema::accounts;
use crate::schema::sign_in_challenges::{self as challenges_table, table as sign_in_challenges};

/// Begins the second step of a sign-in; the token that stands for the first.
pub fn make(conn: &mut Conn, account: AccountId, now: DateTime<Utc>) -> Result<String> {
    // Those that nobody came back for, so that no separate chore is needed.
    diesel::delete(sign_in_challenges.filter(challenges_table::expires_at.le(Moment::from(now)))).execute(conn)?;
    let (token, hash) = opaque();
    let row = (
        challenges_table::token_hash.eq(hash),
        challenges_table::account_id.eq(account),
        challenges_table::expires_at.eq(Moment::from(now + CHALLENGE)),
    );
    diesel::insert_into(sign_in_challenges).values(row).execute(conn)?;
    Ok(token)
}

/// Whose sign-in a token belongs to, while it waits and the account is open.
pub fn holder(conn: &mut Conn, token: &str, now: DateTime<Utc>) -> Result<Option<(AccountId, Role)>> {
    Ok(sign_in_challenges
        .inner_join(accounts::table)
        .filter(challenges_table::token_hash.eq(opaque_hash(token)))
        .filter(challenges_table::expires_at.gt(Moment::from(now)))
        .filter(accounts::active.eq(true))
        .select((accounts::id, accounts::role))
        .first(conn)
        .optional()?)
}

/// Of two who use a token at once, one opens a session.
pub fn use_up(conn: &mut Conn, token: &str) -> Result<bool> {
    Ok(diesel::delete(sign_in_challenges.find(opaque_hash(token))).execute(conn)? == 1)
}

/// Ends the sign-ins of an account that have not come to their second step.
pub fn forget(conn: &mut Conn, account: AccountId) -> Result<()> {
    diesel::delete(sign_in_challenges.filter(challenges_table::account_id.eq(account))).execute(conn)?;
    Ok(())
}
