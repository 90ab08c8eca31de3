//! The recovery codes of accounts.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::domain::RECOVERY_CODES;
use super::factors::Factors;
use super::recovery;
use crate::accounts::AccountId;
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::{ApiError, Result};
use crate::schema::recovery_codes::{self as codes_table, table as recovery_codes};

/// Gives an account new codes in place of those that it had.
pub fn give_codes(conn: &mut Conn, factors: &Factors, account: AccountId) -> Result<Vec<String>> {
    forget_codes(conn, account)?;
    let codes: Vec<String> = (0..RECOVERY_CODES).map(|_| recovery::draw()).collect();
    for code in &codes {
        let plain = recovery::read(code).ok_or(ApiError::Internal)?;
        let row = (codes_table::account_id.eq(account), codes_table::code_hash.eq(factors.hash(account, &plain)?));
        diesel::insert_into(recovery_codes).values(row).execute(conn)?;
    }
    Ok(codes)
}

pub fn forget_codes(conn: &mut Conn, account: AccountId) -> Result<()> {
    diesel::delete(recovery_codes.filter(codes_table::account_id.eq(account))).execute(conn)?;
    Ok(())
}

/// How many were not used yet.
pub fn left(conn: &mut Conn, account: AccountId) -> Result<i64> {
    let unused = recovery_codes.filter(codes_table::account_id.eq(account)).filter(codes_table::used_at.is_null());
    Ok(unused.count().get_result(conn)?)
}

/// Uses a code up, as [`recovery::read`] has understood it; whether it was one.
pub fn use_code(
    conn: &mut Conn,
    factors: &Factors,
    account: AccountId,
    code: &str,
    now: DateTime<Utc>,
) -> Result<bool> {
    let unused = recovery_codes
        .filter(codes_table::account_id.eq(account))
        .filter(codes_table::code_hash.eq(factors.hash(account, code)?))
        .filter(codes_table::used_at.is_null());
    Ok(diesel::update(unused).set(codes_table::used_at.eq(Some(Moment::from(now)))).execute(conn)? == 1)
}
