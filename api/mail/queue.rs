//! Putting e-mails into the outbox.

use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;

use super::MailId;
use super::domain::{MailKind, MailState};
use crate::accounts::AccountId;
use crate::db::Conn;
use crate::db::types::Moment;
use crate::schema::{accounts, mails};

/// How soon after an e-mail the next one of its kind may follow.
const PAUSE: TimeDelta = TimeDelta::hours(1);

/// Has an account told by e-mail, if it wishes to be, in the transaction of what it is told of. One e-mail that still waits
/// says it for all that came since.
pub fn queue(conn: &mut Conn, account: AccountId, kind: MailKind, now: DateTime<Utc>) -> QueryResult<()> {
    let wanted: Option<bool> = accounts::table.find(account).select(accounts::mail_wanted).first(conn).optional()?;
    if wanted != Some(true) {
        return Ok(());
    }
    let in_state = |state: MailState| {
        mails::table.filter(mails::account_id.eq(account)).filter(mails::kind.eq(kind)).filter(mails::state.eq(state))
    };
    if diesel::select(diesel::dsl::exists(in_state(MailState::Waiting))).get_result::<bool>(conn)? {
        return Ok(());
    }
    let sent = in_state(MailState::Sent).order(mails::id.desc()).select(mails::ended_at);
    let last: Option<Option<Moment>> = sent.first(conn).optional()?;
    let due = last.flatten().map_or(now, |last| now.max(last.utc() + PAUSE));
    diesel::insert_into(mails::table)
        .values((
            (mails::id.eq(MailId::at(now)), mails::kind.eq(kind), mails::account_id.eq(Some(account))),
            (mails::state.eq(MailState::Waiting), mails::created_at.eq(Moment::from(now))),
            mails::due_at.eq(Moment::from(due)),
        ))
        .execute(conn)
        .map(drop)
}
