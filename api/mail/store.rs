//! Looking after e-mails.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::domain::{MailFault, MailKind, MailState};
use super::policy::{GetMail, GetMailService, GiveUpMail, ListMails, RetryMail};
use super::view::MailService;
use super::{Mail, MailId};
use crate::accounts::AccountId;
use crate::authz::{self, Permit, Role};
use crate::db::types::Moment;
use crate::db::{Backend, Conn};
use crate::error::{ApiError, Result};
use crate::http::page::COUNTED;
use crate::http::version::{changed_one, still};
use crate::http::{Cursor, IfMatch, Total, Version};
use crate::names::Person;
use crate::schema::{accounts, mails};

#[derive(Queryable, Selectable)]
#[diesel(table_name = mails)]
struct Row {
    id: MailId,
    version: Version,
    kind: MailKind,
    state: MailState,
    attempts: i64,
    created_at: Moment,
    due_at: Moment,
    ended_at: Option<Moment>,
    fault: Option<MailFault>,
    smtp_status: Option<i64>,
    #[diesel(select_expression = (accounts::id, accounts::name).nullable())]
    account: Option<(AccountId, String)>,
}

impl Row {
    fn view(self) -> Mail {
        let Self { id, version, kind, state, attempts, created_at, due_at, ended_at, fault, smtp_status, account } =
            self;
        let retry = state.may_be_retried().then(|| authz::allowed::<RetryMail>(Role::Admin));
        let give_up = state.may_be_given_up().then(|| authz::allowed::<GiveUpMail>(Role::Admin));
        let account = account.filter(|_| fault.is_some());
        Mail {
            id,
            version,
            kind,
            state,
            recipient: account.map(|(id, name)| Person { id: id.to_string(), name }),
            attempts,
            created_at: created_at.utc(),
            due_at: (state == MailState::Waiting).then(|| due_at.utc()),
            ended_at: ended_at.map(Moment::utc),
            fault,
            smtp_status,
            actions: [retry, give_up].into_iter().flatten().flatten().collect(),
        }
    }
}

/// E-mails, the latest first, one more than the page holds.
pub fn list(
    conn: &mut Conn,
    _: &Permit<ListMails>,
    state: Option<MailState>,
    after: Option<Cursor>,
    limit: i64,
) -> Result<Vec<Mail>> {
    let mut query = mails::table
        .left_join(accounts::table)
        .select(Row::as_select())
        .order(mails::id.desc())
        .limit(limit + 1)
        .into_boxed::<Backend>();
    if let Some(state) = state {
        query = query.filter(mails::state.eq(state));
    }
    if let Some(after) = after {
        query = query.filter(mails::id.lt(after.id));
    }
    Ok(query.load::<Row>(conn)?.into_iter().map(Row::view).collect())
}

pub fn get(conn: &mut Conn, _: &Permit<GetMail>, id: MailId) -> Result<Mail> {
    Ok(find(conn, id)?.view())
}

fn find(conn: &mut Conn, id: MailId) -> Result<Row> {
    Ok(mails::table.left_join(accounts::table).filter(mails::id.eq(id)).select(Row::as_select()).first(conn)?)
}

/// How e-mail fares, on a server that can send it or not.
pub fn service(conn: &mut Conn, _: &Permit<GetMailService>, set_up: bool) -> Result<MailService> {
    let waiting = mails::table.filter(mails::state.eq(MailState::Waiting));
    let oldest: Option<Moment> = waiting.order(mails::id).select(mails::created_at).first(conn).optional()?;
    Ok(MailService {
        set_up,
        waiting: count(conn, MailState::Waiting)?,
        unclear: count(conn, MailState::Unclear)?,
        given_up: count(conn, MailState::GivenUp)?,
        waiting_since: oldest.map(Moment::utc),
    })
}

fn count(conn: &mut Conn, state: MailState) -> Result<Total> {
    let some: Vec<MailId> =
        mails::table.filter(mails::state.eq(state)).limit(COUNTED + 1).select(mails::id).load(conn)?;
    Ok(Total::of(i64::try_from(some.len()).unwrap_or(COUNTED + 1)))
}

/// Has an e-mail sent, as if it had never been tried. One that may have arrived already gets another Message-ID.
pub fn retry(
    conn: &mut Conn,
    _: &Permit<RetryMail>,
    id: MailId,
    expected: IfMatch,
    now: DateTime<Utc>,
) -> Result<Mail> {
    let row = find(conn, id)?;
    still(row.version, expected)?;
    if !row.state.may_be_retried() {
        return Err(ApiError::Conflict("mail_not_retried"));
    }
    let renewed = i64::from(row.state == MailState::Unclear);
    let target = mails::table.filter(mails::id.eq(id)).filter(mails::version.eq(row.version));
    let changed = diesel::update(target)
        .set((
            (mails::state.eq(MailState::Waiting), mails::attempts.eq(0), mails::due_at.eq(Moment::from(now))),
            (mails::renewals.eq(mails::renewals + renewed), mails::ended_at.eq(None::<Moment>)),
            (mails::holder.eq(None::<String>), mails::version.eq(row.version + 1)),
        ))
        .execute(conn)?;
    changed_one(changed)?;
    Ok(find(conn, id)?.view())
}

/// Gives an e-mail up that waits, or of which nobody knows whether it was sent.
pub fn give_up(
    conn: &mut Conn,
    _: &Permit<GiveUpMail>,
    id: MailId,
    expected: IfMatch,
    now: DateTime<Utc>,
) -> Result<Mail> {
    let row = find(conn, id)?;
    still(row.version, expected)?;
    if !row.state.may_be_given_up() {
        return Err(ApiError::Conflict("mail_not_given_up"));
    }
    let target = mails::table.filter(mails::id.eq(id)).filter(mails::version.eq(row.version));
    let changed = diesel::update(target)
        .set((
            (mails::state.eq(MailState::GivenUp), mails::ended_at.eq(Some(Moment::from(now)))),
            (mails::holder.eq(None::<String>), mails::version.eq(row.version + 1)),
        ))
        .execute(conn)?;
    changed_one(changed)?;
    Ok(find(conn, id)?.view())
}
