//! Opening, refreshing and ending sessions.

use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;

use super::SessionId;
use super::policy::{ListSessions, RevokeSession};
use crate::accounts::AccountId;
use crate::authn::token::{opaque, opaque_hash};
use crate::authz::Permit;
use crate::db::types::Moment;
use crate::db::{Conn, counter};
use crate::error::{ApiError, Result};
use crate::schema::{accounts, refresh_tokens, sessions};

/// A session that is not used for so long has ended.
pub const LIVES: TimeDelta = TimeDelta::days(14);
/// Wrong passwords before an account waits.
const PATIENCE: i64 = 5;
/// The longest wait after wrong passwords.
const LONGEST_WAIT: TimeDelta = TimeDelta::minutes(15);

/// What a sign-in is checked against.
pub struct Candidate {
    pub id: AccountId,
    pub password_hash: String,
    pub open: bool,
}

/// The account of an address; `open` unless it is closed or waiting after wrong passwords.
pub fn candidate(conn: &mut Conn, email: &str, now: DateTime<Utc>) -> Result<Option<Candidate>> {
    let found: Option<(AccountId, String, bool, Option<Moment>)> = accounts::table
        .filter(accounts::email.eq(email))
        .select((accounts::id, accounts::password_hash, accounts::active, accounts::locked_until))
        .first(conn)
        .optional()?;
    Ok(found.map(|(id, password_hash, active, locked)| {
        let waiting = locked.is_some_and(|until| until.utc() > now);
        Candidate { id, password_hash, open: active && !waiting }
    }))
}

/// Counts a wrong password: from the fifth on, each doubles the wait. One for an address that nobody has is counted
/// too: it must take as long.
pub fn note_failure(conn: &mut Conn, account: Option<AccountId>, now: DateTime<Utc>) -> Result<()> {
    let Some(account) = account else { return counter::next(conn, "unknown_addresses").map(drop) };
    let target = accounts::table.find(account);
    diesel::update(target).set(accounts::failed_logins.eq(accounts::failed_logins + 1)).execute(conn)?;
    let failures: i64 = target.select(accounts::failed_logins).first(conn)?;
    if let Some(wait) = wait_after(failures) {
        diesel::update(target).set(accounts::locked_until.eq(Some(Moment::from(now + wait)))).execute(conn)?;
    }
    Ok(())
}

fn wait_after(failures: i64) -> Option<TimeDelta> {
    let doublings = u32::try_from(failures - PATIENCE).ok()?.min(20);
    Some(TimeDelta::seconds(2_i64.pow(doublings)).min(LONGEST_WAIT))
}

/// Opens a session; its refresh token.
pub fn open(conn: &mut Conn, account: AccountId, device: &str, now: DateTime<Utc>) -> Result<(SessionId, String)> {
    let id = SessionId::at(now);
    let at = Moment::from(now);
    diesel::update(accounts::table.find(account))
        .set((
            accounts::failed_logins.eq(0),
            accounts::locked_until.eq(None::<Moment>),
            accounts::last_seen_at.eq(Some(at)),
        ))
        .execute(conn)?;
    diesel::insert_into(sessions::table)
        .values((
            sessions::id.eq(id),
            sessions::account_id.eq(account),
            sessions::device.eq(device),
            sessions::created_at.eq(at),
            sessions::last_used_at.eq(at),
            sessions::expires_at.eq(Moment::from(now + LIVES)),
        ))
        .execute(conn)?;
    Ok((id, issue(conn, id, now)?))
}

fn issue(conn: &mut Conn, session: SessionId, now: DateTime<Utc>) -> Result<String> {
    let (token, hash) = opaque();
    diesel::insert_into(refresh_tokens::table)
        .values((
            refresh_tokens::token_hash.eq(hash),
            refresh_tokens::session_id.eq(session),
            refresh_tokens::issued_at.eq(Moment::from(now)),
        ))
        .execute(conn)?;
    Ok(token)
}

/// What came of a refresh token.
pub enum Refreshed {
    Renewed {
        account: AccountId,
        session: SessionId,
        token: String,
    },
    /// It had been used before: the session is over. (Not an error: the end of it must be kept.)
    Reused {
        account: AccountId,
        session: SessionId,
    },
    Unknown,
}

/// Uses up a refresh token and gives the next.
pub fn refresh(conn: &mut Conn, token: &str, now: DateTime<Utc>) -> Result<Refreshed> {
    let hash = opaque_hash(token);
    let Some((session, account)) = holder(conn, &hash, now)? else { return Ok(Refreshed::Unknown) };
    let unused = refresh_tokens::table.find(&hash).filter(refresh_tokens::used_at.is_null());
    let used = diesel::update(unused).set(refresh_tokens::used_at.eq(Some(Moment::from(now)))).execute(conn)?;
    if used == 0 {
        end(conn, session, now)?;
        return Ok(Refreshed::Reused { account, session });
    }
    diesel::update(sessions::table.find(session))
        .set((sessions::last_used_at.eq(Moment::from(now)), sessions::expires_at.eq(Moment::from(now + LIVES))))
        .execute(conn)?;
    Ok(Refreshed::Renewed { account, session, token: issue(conn, session, now)? })
}

fn holder(conn: &mut Conn, hash: &str, now: DateTime<Utc>) -> Result<Option<(SessionId, AccountId)>> {
    Ok(refresh_tokens::table
        .inner_join(sessions::table.inner_join(accounts::table))
        .filter(refresh_tokens::token_hash.eq(hash))
        .filter(sessions::revoked_at.is_null())
        .filter(sessions::expires_at.gt(Moment::from(now)))
        .filter(accounts::active.eq(true))
        .select((sessions::id, sessions::account_id))
        .first(conn)
        .optional()?)
}

/// Ends the session of a refresh token, whichever of its tokens it is.
pub fn end_by_token(conn: &mut Conn, token: &str, now: DateTime<Utc>) -> Result<Option<(SessionId, AccountId)>> {
    let found = holder(conn, &opaque_hash(token), now)?;
    if let Some((session, _)) = found {
        end(conn, session, now)?;
    }
    Ok(found)
}

fn end(conn: &mut Conn, session: SessionId, now: DateTime<Utc>) -> Result<()> {
    let open = sessions::table.find(session).filter(sessions::revoked_at.is_null());
    diesel::update(open).set(sessions::revoked_at.eq(Some(Moment::from(now)))).execute(conn)?;
    Ok(())
}

/// Ends all sessions of an account but one.
pub fn end_others(conn: &mut Conn, account: AccountId, but: Option<SessionId>, now: DateTime<Utc>) -> Result<()> {
    let open: Vec<SessionId> = sessions::table
        .filter(sessions::account_id.eq(account))
        .filter(sessions::revoked_at.is_null())
        .select(sessions::id)
        .load(conn)?;
    for session in open.into_iter().filter(|session| Some(*session) != but) {
        end(conn, session, now)?;
    }
    Ok(())
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = sessions)]
pub struct SessionRow {
    pub id: SessionId,
    pub device: String,
    pub created_at: Moment,
    pub last_used_at: Moment,
}

/// The caller's own open sessions, the latest first.
pub fn list(conn: &mut Conn, permit: &Permit<ListSessions>, now: DateTime<Utc>) -> Result<Vec<SessionRow>> {
    Ok(sessions::table
        .filter(sessions::account_id.eq(permit.account()?))
        .filter(sessions::revoked_at.is_null())
        .filter(sessions::expires_at.gt(Moment::from(now)))
        .order(sessions::id.desc())
        .select(SessionRow::as_select())
        .load(conn)?)
}

/// Ends one of the caller's own sessions.
pub fn revoke(conn: &mut Conn, permit: &Permit<RevokeSession>, id: SessionId, now: DateTime<Utc>) -> Result<()> {
    let own: Option<SessionId> = sessions::table
        .filter(sessions::id.eq(id))
        .filter(sessions::account_id.eq(permit.account()?))
        .filter(sessions::revoked_at.is_null())
        .select(sessions::id)
        .first(conn)
        .optional()?;
    end(conn, own.ok_or(ApiError::NotFound)?, now)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_grows_and_ends() {
        assert_eq!(wait_after(4), None);
        assert_eq!(wait_after(5), Some(TimeDelta::seconds(1)));
        assert_eq!(wait_after(8), Some(TimeDelta::seconds(8)));
        assert_eq!(wait_after(1000), Some(LONGEST_WAIT));
    }
}
