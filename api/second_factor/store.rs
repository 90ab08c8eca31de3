//! Setting a second factor up, checking its codes, taking it away.

use chrono::{DateTime, Utc};
use diesel::connection::Connection;
use diesel::prelude::*;
use diesel::result::{DatabaseErrorKind, Error};

use super::challenge;
use super::domain::SET_UP;
use super::factors::{Factors, Place};
use super::policy::{AcknowledgeFactorReset, BeginSecondFactor, ConfirmSecondFactor, GetSecondFactor};
use super::recovery_store::{self, forget_codes, give_codes};
use super::totp::Secret;
use crate::accounts::AccountId;
use crate::authz::Permit;
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::{ApiError, Result};
use crate::schema::second_factors::{self as factors_table, table as second_factors};
use crate::sessions;

/// How an account stands with its second factor.
#[derive(Default, Queryable, Selectable)]
#[diesel(table_name = factors_table)]
pub struct Standing {
    pub confirmed_at: Option<Moment>,
    pub reset_at: Option<Moment>,
}

/// For a session that was just opened, before there is a permit.
pub fn standing(conn: &mut Conn, account: AccountId) -> Result<Standing> {
    Ok(second_factors.find(account).select(Standing::as_select()).first(conn).optional()?.unwrap_or_default())
}

/// The caller's own, and how many recovery codes are left.
pub fn own(conn: &mut Conn, permit: &Permit<GetSecondFactor>) -> Result<(Standing, i64)> {
    let account = permit.account()?;
    Ok((standing(conn, account)?, recovery_store::left(conn, account)?))
}

/// Keeps a new secret until a code confirms it; one that is in force stays so until then.
pub fn begin(
    conn: &mut Conn,
    factors: &Factors,
    permit: &Permit<BeginSecondFactor>,
    secret: &Secret,
    now: DateTime<Utc>,
) -> Result<()> {
    let account = permit.account()?;
    ensure(conn, account)?;
    let sealed = factors.seal(account, Place::Pending, secret)?;
    let pending =
        (factors_table::pending_sealed.eq(Some(sealed)), factors_table::pending_since.eq(Some(Moment::from(now))));
    diesel::update(second_factors.find(account)).set(pending).execute(conn)?;
    Ok(())
}

/// In a savepoint: on PostgreSQL a refused row would end the transaction around it.
fn ensure(conn: &mut Conn, account: AccountId) -> Result<()> {
    let row = factors_table::account_id.eq(account);
    let made = conn.transaction(|conn| diesel::insert_into(second_factors).values(row).execute(conn));
    match made {
        Ok(_) | Err(Error::DatabaseError(DatabaseErrorKind::UniqueViolation, _)) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// Puts the secret being set up in force if `code` is one of its codes; the account's new recovery codes.
///
/// All other sessions of the account end: they were opened without it.
pub fn confirm(
    conn: &mut Conn,
    factors: &Factors,
    permit: &Permit<ConfirmSecondFactor>,
    code: &str,
    now: DateTime<Utc>,
) -> Result<Vec<String>> {
    let account = permit.account()?;
    let secret = pending(conn, factors, account, now)?;
    let step = secret.step_of(code.trim(), now)?.ok_or_else(|| ApiError::field("/code", "wrong_code"))?;
    let codes = put_in_force(conn, factors, account, &secret, step, now)?;
    challenge::forget(conn, account)?;
    sessions::store::end_others(conn, account, permit.session(), now)?;
    Ok(codes)
}

fn pending(conn: &mut Conn, factors: &Factors, account: AccountId, now: DateTime<Utc>) -> Result<Secret> {
    let begun = second_factors.find(account).filter(factors_table::pending_since.gt(Moment::from(now - SET_UP)));
    // Of two who confirm at once, the second waits here and finds nothing left to confirm.
    diesel::update(begun).set(factors_table::failures.eq(factors_table::failures)).execute(conn)?;
    let sealed: Option<Option<Vec<u8>>> = begun.select(factors_table::pending_sealed).first(conn).optional()?;
    let sealed = sealed.flatten().ok_or(ApiError::Conflict("set_up_not_begun"))?;
    factors.open(account, Place::Pending, &sealed)
}

/// Makes a secret the account's second factor; its recovery codes. `step` is that of the last code that was used.
pub fn put_in_force(
    conn: &mut Conn,
    factors: &Factors,
    account: AccountId,
    secret: &Secret,
    step: i64,
    now: DateTime<Utc>,
) -> Result<Vec<String>> {
    ensure(conn, account)?;
    let in_force = (
        factors_table::secret_sealed.eq(Some(factors.seal(account, Place::InForce, secret)?)),
        factors_table::confirmed_at.eq(Some(Moment::from(now))),
        factors_table::last_step.eq(step),
        factors_table::reset_at.eq(None::<Moment>),
    );
    diesel::update(second_factors.find(account)).set((in_force, nothing_pending(), no_failures())).execute(conn)?;
    give_codes(conn, factors, account)
}

/// Takes an account's second factor away; `reset_at` is for its holder to be told.
pub fn remove(conn: &mut Conn, account: AccountId, reset_at: Option<DateTime<Utc>>) -> Result<()> {
    let on =
        second_factors.filter(factors_table::account_id.eq(account)).filter(factors_table::confirmed_at.is_not_null());
    let gone = (
        factors_table::secret_sealed.eq(None::<Vec<u8>>),
        factors_table::confirmed_at.eq(None::<Moment>),
        factors_table::reset_at.eq(reset_at.map(Moment::from)),
    );
    if diesel::update(on).set((gone, nothing_pending(), no_failures())).execute(conn)? == 0 {
        return Err(ApiError::Conflict("second_factor_off"));
    }
    forget_codes(conn, account)?;
    challenge::forget(conn, account)
}

/// Takes somebody's second factor away, ends their sessions, and leaves word for them.
pub fn reset(conn: &mut Conn, account: AccountId, now: DateTime<Utc>) -> Result<()> {
    remove(conn, account, Some(now))?;
    sessions::store::end_others(conn, account, None, now)
}

/// The caller has read that an administrator took the second factor away; whether there was anything to read.
pub fn acknowledge_reset(conn: &mut Conn, permit: &Permit<AcknowledgeFactorReset>) -> Result<bool> {
    let own = second_factors.filter(factors_table::account_id.eq(permit.account()?));
    let told = own.filter(factors_table::reset_at.is_not_null());
    Ok(diesel::update(told).set(factors_table::reset_at.eq(None::<Moment>)).execute(conn)? == 1)
}

type NothingPending = (
    diesel::dsl::Eq<factors_table::pending_sealed, Option<Vec<u8>>>,
    diesel::dsl::Eq<factors_table::pending_since, Option<Moment>>,
);

fn nothing_pending() -> NothingPending {
    (factors_table::pending_sealed.eq(None), factors_table::pending_since.eq(None))
}

type NoFailures =
    (diesel::dsl::Eq<factors_table::failures, i64>, diesel::dsl::Eq<factors_table::locked_until, Option<Moment>>);

pub fn no_failures() -> NoFailures {
    (factors_table::failures.eq(0), factors_table::locked_until.eq(None))
}
