//! Proving that one has the phone, or a recovery code.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::domain::{seconds_until, wait_after};
use super::factors::{Factors, Place};
use super::policy::RenewRecoveryCodes;
use super::recovery;
use super::recovery_store::{give_codes, use_code};
use super::store::no_failures;
use crate::accounts::AccountId;
use crate::audit::{self, Subject};
use crate::authz::{Permit, Who};
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::{ApiError, Result};
use crate::schema::second_factors::{self as factors_table, table as second_factors};

/// Whose code it is, and what for.
pub struct Asker {
    pub account: AccountId,
    pub who: Who,
    pub operation: &'static str,
}

/// Why a code opened nothing. (Not an error within the transaction: that it was tried must be kept.)
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    Wrong,
    /// After wrong codes; in seconds.
    Waiting(u64),
}

impl From<Refusal> for ApiError {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Wrong => Self::field("/code", "wrong_code"),
            Refusal::Waiting(retry_after) => Self::TooManyRequests { retry_after },
        }
    }
}

/// Does `then` if the code is right; each code is right once.
///
/// A wrong one is noted in the audit trail, since whoever types it has the password.
pub fn proving<T>(
    conn: &mut Conn,
    factors: &Factors,
    asker: &Asker,
    typed: &str,
    now: DateTime<Utc>,
    then: impl FnOnce(&mut Conn) -> Result<T>,
) -> Result<std::result::Result<T, Refusal>> {
    let account = asker.account;
    let (typed, factor) = (Typed::read(typed), locked(conn, account)?);
    if let Some(until) = factor.waits_until(now)
        && typed.can_be_guessed()
    {
        return Ok(Err(Refusal::Waiting(seconds_until(until, now))));
    }
    let detail = match check(conn, factors, account, &factor, &typed, now)? {
        Checked::Right => {
            diesel::update(second_factors.find(account)).set(no_failures()).execute(conn)?;
            return then(conn).map(Ok);
        }
        // Sent twice, or seen over somebody's shoulder: no guess.
        Checked::Used => "used code",
        Checked::Wrong => {
            note_failure(conn, account, factor.failures + 1, now)?;
            "wrong code"
        }
    };
    audit::record(conn, &asker.who, asker.operation, &Subject::new("account", account), detail, now)?;
    Ok(Err(Refusal::Wrong))
}

/// Gives the caller new recovery codes in place of the old ones.
pub fn renew_codes(conn: &mut Conn, factors: &Factors, permit: &Permit<RenewRecoveryCodes>) -> Result<Vec<String>> {
    give_codes(conn, factors, permit.account()?)
}

/// A code as somebody typed it.
enum Typed {
    /// Six digits of the phone.
    Time(String),
    Recovery(String),
    Neither,
}

impl Typed {
    fn read(text: &str) -> Self {
        let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        if plain.len() == 6 && plain.bytes().all(|byte| byte.is_ascii_digit()) {
            return Self::Time(plain);
        }
        recovery::read(&plain).map_or(Self::Neither, Self::Recovery)
    }

    /// A recovery code can't: who has one need not wait because somebody else guessed.
    fn can_be_guessed(&self) -> bool {
        match self {
            Self::Time(_) | Self::Neither => true,
            Self::Recovery(_) => false,
        }
    }
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = factors_table)]
struct Factor {
    secret_sealed: Option<Vec<u8>>,
    failures: i64,
    locked_until: Option<Moment>,
}

impl Factor {
    fn waits_until(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        self.locked_until.map(Moment::utc).filter(|until| *until > now)
    }
}

/// The account's factor, held until the transaction ends: those who try at once take turns.
fn locked(conn: &mut Conn, account: AccountId) -> Result<Factor> {
    let own = second_factors.find(account);
    diesel::update(own).set(factors_table::failures.eq(factors_table::failures)).execute(conn)?;
    let factor: Option<Factor> = own.select(Factor::as_select()).first(conn).optional()?;
    factor.filter(|factor| factor.secret_sealed.is_some()).ok_or(ApiError::Conflict("second_factor_off"))
}

enum Checked {
    Right,
    Used,
    Wrong,
}

fn check(
    conn: &mut Conn,
    factors: &Factors,
    account: AccountId,
    factor: &Factor,
    typed: &Typed,
    now: DateTime<Utc>,
) -> Result<Checked> {
    match typed {
        Typed::Time(code) => {
            let sealed = factor.secret_sealed.as_deref().ok_or(ApiError::Internal)?;
            let secret = factors.open(account, Place::InForce, sealed)?;
            let Some(step) = secret.step_of(code, now)? else { return Ok(Checked::Wrong) };
            Ok(if use_step(conn, account, step)? { Checked::Right } else { Checked::Used })
        }
        Typed::Recovery(code) => {
            Ok(if use_code(conn, factors, account, code, now)? { Checked::Right } else { Checked::Wrong })
        }
        Typed::Neither => Ok(Checked::Wrong),
    }
}

/// No code of this step, or of one before it, is right any more.
fn use_step(conn: &mut Conn, account: AccountId, step: i64) -> Result<bool> {
    let unused = second_factors.filter(factors_table::account_id.eq(account)).filter(factors_table::last_step.lt(step));
    Ok(diesel::update(unused).set(factors_table::last_step.eq(step)).execute(conn)? == 1)
}

fn note_failure(conn: &mut Conn, account: AccountId, failures: i64, now: DateTime<Utc>) -> Result<()> {
    let until = wait_after(failures).map(|wait| Moment::from(now + wait));
    diesel::update(second_factors.find(account))
        .set((factors_table::failures.eq(failures), factors_table::locked_until.eq(until)))
        .execute(conn)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_told_from_a_recovery_code() {
        assert!(matches!(Typed::read("123 456"), Typed::Time(code) if code == "123456"));
        assert!(matches!(Typed::read("K7MQ-2xpd-9fhr"), Typed::Recovery(code) if code == "k7mq2xpd9fhr"));
        for text in ["", "12345", "1234567", "12345a", "١٢٣٤٥٦"] {
            assert!(matches!(Typed::read(text), Typed::Neither), "{text}");
        }
    }
}
