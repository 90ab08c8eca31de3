//! Changing an active mandate: its term, its account, whether the person is named.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use super::MandateId;
use super::accounts::check_account;
use super::domain::{MandateEventKind, MandateState};
use super::events;
use super::input::MandateChange;
use super::policy::UpdateMandate;
use super::store::find;
use crate::accounts::AccountId;
use crate::authz::Permit;
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::{ApiError, Result};
use crate::http::IfMatch;
use crate::http::version::{changed_one, still};
use crate::schema::mandates;

#[derive(AsChangeset)]
#[diesel(table_name = mandates)]
struct Changes {
    expires_on: Option<Option<NaiveDate>>,
    account_id: Option<Option<AccountId>>,
    named: Option<bool>,
}

pub fn update(
    conn: &mut Conn,
    permit: &Permit<UpdateMandate>,
    id: MandateId,
    expected: IfMatch,
    change: &MandateChange,
    now: DateTime<Utc>,
) -> Result<()> {
    let row = find(conn, permit, id)?;
    still(row.version, expected)?;
    match row.state {
        MandateState::Active => {}
        MandateState::Nominated | MandateState::Vetted | MandateState::Endorsed | MandateState::Ended => {
            return Err(ApiError::Conflict("not_active"));
        }
    }
    let MandateChange { expires_on, account_id, named, note } = change;
    if expires_on.flatten().zip(row.starts_on).is_some_and(|(last, first)| last < first) {
        return Err(ApiError::field("/expires_on", "before_start"));
    }
    if let Some(account) = account_id.flatten() {
        check_account(conn, &row, account)?;
    }
    let changes = Changes { expires_on: *expires_on, account_id: *account_id, named: *named };
    let target = mandates::table.find(id).filter(mandates::version.eq(row.version));
    let touched = (mandates::version.eq(row.version + 1), mandates::updated_at.eq(Moment::from(now)));
    changed_one(diesel::update(target).set((changes, touched)).execute(conn)?)?;
    events::note(conn, id, MandateEventKind::Change, permit.account()?, Some(note), now)
}
