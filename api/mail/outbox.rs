//! The outbox as the one who empties it sees it: an e-mail is claimed, tried, and marked with what became of it.

use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;
use strum::VariantArray;

use super::MailId;
use super::domain::{MailFault, MailKind, MailState, Outcome, after};
use crate::accounts::AccountId;
use crate::authz::Role;
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::Result;
use crate::names::Language;
use crate::notifications;
use crate::schema::{accounts, mails, notifications as told};

/// Who claimed an e-mail and has said nothing by then has died over it. Far longer than a server may take for one.
pub const HELD: TimeDelta = TimeDelta::minutes(10);

/// How long it can be seen what became of an e-mail.
const KEPT: TimeDelta = TimeDelta::days(30);

/// Rows changed in one transaction: few enough for others to get their turn.
const TOGETHER: i64 = 500;

/// An e-mail that the caller, and nobody else, is to send now.
#[derive(Debug)]
pub struct Claimed {
    pub id: MailId,
    pub kind: MailKind,
    pub renewals: i64,
    /// With this one.
    pub attempts: i64,
    pub address: String,
    pub language: Language,
}

#[derive(Clone, Copy, Queryable, Selectable)]
#[diesel(table_name = mails)]
struct Due {
    id: MailId,
    kind: MailKind,
    account_id: Option<AccountId>,
    attempts: i64,
    renewals: i64,
}

/// Whether there is anything to give back, to forget or, if it can be, to send. Mostly there is not, and to look costs no
/// commit.
pub fn has_work(conn: &mut Conn, can_send: bool, now: DateTime<Utc>) -> Result<bool> {
    use diesel::dsl::{exists, select};
    let moment = Moment::from(now);
    let due = mails::table.filter(mails::state.eq(MailState::Waiting)).filter(mails::due_at.le(moment));
    let dead = mails::table.filter(mails::state.eq(MailState::Sending)).filter(mails::held_until.le(moment));
    let old = mails::table.filter(mails::ended_at.lt(Moment::from(now - KEPT)));
    Ok((can_send && select(exists(due)).get_result::<bool>(conn)?)
        || select(exists(dead)).get_result::<bool>(conn)?
        || select(exists(old)).get_result::<bool>(conn)?)
}

/// Claims the next e-mail that is due. Those on the way to it that have nothing to say any more are dropped.
pub fn claim(conn: &mut Conn, holder: &str, now: DateTime<Utc>) -> Result<Option<Claimed>> {
    while let Some(due) = next(conn, now)? {
        match recipient(conn, &due)? {
            None => end(conn, due.id, MailState::Waiting, (MailState::Dropped, None), now)?,
            Some((address, language)) => {
                let attempts = due.attempts + 1;
                if hold(conn, due.id, attempts, holder, now)? {
                    let Due { id, kind, account_id: _, attempts: _, renewals } = due;
                    return Ok(Some(Claimed { id, kind, renewals, attempts, address, language }));
                }
            }
        }
    }
    Ok(None)
}

fn next(conn: &mut Conn, now: DateTime<Utc>) -> Result<Option<Due>> {
    Ok(mails::table
        .filter(mails::state.eq(MailState::Waiting))
        .filter(mails::due_at.le(Moment::from(now)))
        .order((mails::due_at, mails::id))
        .select(Due::as_select())
        .first(conn)
        .optional()?)
}

/// `false` if another instance was faster: it had the row locked, and the row no longer waits.
fn hold(conn: &mut Conn, id: MailId, attempts: i64, holder: &str, now: DateTime<Utc>) -> Result<bool> {
    let free = mails::table.find(id).filter(mails::state.eq(MailState::Waiting));
    let held = (
        (mails::state.eq(MailState::Sending), mails::attempts.eq(attempts), mails::version.eq(mails::version + 1)),
        (mails::holder.eq(Some(holder)), mails::held_until.eq(Some(Moment::from(now + HELD)))),
    );
    Ok(diesel::update(free).set(held).execute(conn)? == 1)
}

/// Where an e-mail goes and in which language; `None` if there is nothing to say any more, or nobody who wants to hear it.
fn recipient(conn: &mut Conn, due: &Due) -> Result<Option<(String, Language)>> {
    let Some(account) = due.account_id else { return Ok(None) };
    let wants = accounts::table.find(account).filter(accounts::active.eq(true)).filter(accounts::mail_wanted.eq(true));
    let wants = wants.select((accounts::email, accounts::language, accounts::role));
    let Some((address, language, role)) = wants.first::<(String, Language, Role)>(conn).optional()? else {
        return Ok(None);
    };
    let waits = match due.kind {
        MailKind::Notifications => has_unread(conn, account, role)?,
    };
    Ok(waits.then_some((address, language)))
}

fn has_unread(conn: &mut Conn, account: AccountId, role: Role) -> Result<bool> {
    let concern = notifications::Kind::VARIANTS.iter().copied().filter(|kind| kind.concerns(role));
    let unread = told::table
        .filter(told::account_id.eq(account))
        .filter(told::read_at.is_null())
        .filter(told::kind.eq_any(concern.collect::<Vec<_>>()));
    Ok(diesel::select(diesel::dsl::exists(unread)).get_result(conn)?)
}

/// Marks what became of a claimed e-mail. One that was taken for lost meanwhile is corrected; one that somebody else has
/// claimed since, or an administrator has dealt with, is left.
pub fn mark(conn: &mut Conn, mail: &Claimed, holder: &str, outcome: Outcome, now: DateTime<Utc>) -> Result<()> {
    let verdict = after(mail.attempts, outcome);
    let ended = (verdict.state != MailState::Waiting).then(|| Moment::from(now));
    let mine = mails::table
        .find(mail.id)
        .filter(mails::holder.eq(holder))
        .filter(mails::state.eq_any([MailState::Sending, MailState::Unclear]));
    diesel::update(mine)
        .set((
            (mails::state.eq(verdict.state), mails::due_at.eq(Moment::from(now + verdict.wait))),
            (mails::fault.eq(verdict.fault), mails::smtp_status.eq(verdict.smtp_status)),
            (mails::holder.eq(None::<String>), mails::held_until.eq(None::<Moment>)),
            (mails::ended_at.eq(ended), mails::version.eq(mails::version + 1)),
        ))
        .execute(conn)?;
    Ok(())
}

/// Marks the e-mails over which an instance has died: nobody can know how far it had come.
pub fn give_back(conn: &mut Conn, now: DateTime<Utc>) -> Result<()> {
    let dead: Vec<MailId> = mails::table
        .filter(mails::state.eq(MailState::Sending))
        .filter(mails::held_until.le(Moment::from(now)))
        .select(mails::id)
        .limit(TOGETHER)
        .load(conn)?;
    let unclear = (MailState::Unclear, Some(MailFault::Interrupted));
    dead.into_iter().try_for_each(|id| end(conn, id, MailState::Sending, unclear, now))
}

/// After a restore: what waited then may have been sent since.
pub fn after_restore(conn: &mut Conn, now: DateTime<Utc>) -> Result<()> {
    for before in [MailState::Waiting, MailState::Sending] {
        let open: Vec<MailId> = mails::table.filter(mails::state.eq(before)).select(mails::id).load(conn)?;
        let unclear = (MailState::Unclear, Some(MailFault::Restored));
        open.into_iter().try_for_each(|id| end(conn, id, before, unclear, now))?;
    }
    Ok(())
}

/// Ends an e-mail that is still in the state it was found in.
fn end(
    conn: &mut Conn,
    id: MailId,
    before: MailState,
    (state, fault): (MailState, Option<MailFault>),
    now: DateTime<Utc>,
) -> Result<()> {
    diesel::update(mails::table.find(id).filter(mails::state.eq(before)))
        .set((
            (mails::state.eq(state), mails::fault.eq(fault), mails::version.eq(mails::version + 1)),
            mails::ended_at.eq(Some(Moment::from(now))),
        ))
        .execute(conn)?;
    Ok(())
}

/// Deletes what ended long ago; whether there was any.
pub fn forget(conn: &mut Conn, now: DateTime<Utc>) -> Result<bool> {
    let old: Vec<MailId> = mails::table
        .filter(mails::ended_at.lt(Moment::from(now - KEPT)))
        .order(mails::ended_at)
        .select(mails::id)
        .limit(TOGETHER)
        .load(conn)?;
    let any = !old.is_empty();
    if any {
        diesel::delete(mails::table.filter(mails::id.eq_any(old))).execute(conn)?;
    }
    Ok(any)
}
