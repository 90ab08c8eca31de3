//! Leading a call on: changing a draft, publishing it, closing it later, withdrawing it.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::domain::{CallMove, GrantApplicantKind, GrantCallState};
use super::input::GrantCallChange;
use super::policy::{ExtendGrantCall, PublishGrantCall, UpdateGrantCall, WithdrawGrantCall};
use super::store::{Row, check_ceiling, check_period, find};
use super::{GrantCallId, parts};
use crate::accounts::AccountId;
use crate::authz::{Action, Permit};
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::{ApiError, Result};
use crate::http::IfMatch;
use crate::http::body::said;
use crate::http::version::{changed_one, still};
use crate::money::Currency;
use crate::names::Names;
use crate::schema::grant_calls;

/// What a move writes besides the state; what is `None` stays.
#[derive(Default, AsChangeset)]
#[diesel(table_name = grant_calls)]
struct Changes {
    title_ky: Option<String>,
    title_ru: Option<String>,
    title_en: Option<String>,
    purpose_ky: Option<String>,
    purpose_ru: Option<String>,
    purpose_en: Option<String>,
    currency: Option<Currency>,
    budget: Option<i64>,
    ceiling: Option<i64>,
    opens_at: Option<Moment>,
    closes_at: Option<Moment>,
    first_closes_at: Option<Moment>,
    for_groups: Option<bool>,
    for_representatives: Option<bool>,
    published_at: Option<Moment>,
    published_by: Option<AccountId>,
    withdrawal_reason: Option<String>,
}

/// Makes a move of a call within reach that allows it now.
fn make<A: Action>(
    conn: &mut Conn,
    permit: &Permit<A>,
    id: GrantCallId,
    expected: IfMatch,
    made: CallMove,
    now: DateTime<Utc>,
    prepare: impl FnOnce(&mut Conn, &Row) -> Result<Changes>,
) -> Result<()> {
    let before = find(conn, permit, id)?;
    still(before.version, expected)?;
    let to = before.standing().after(made, now).map_err(ApiError::Conflict)?;
    let changes = prepare(conn, &before)?;
    settle(conn, &before, to, changes, now)
}

fn settle(conn: &mut Conn, before: &Row, to: GrantCallState, changes: Changes, now: DateTime<Utc>) -> Result<()> {
    let target = grant_calls::table.find(before.id).filter(grant_calls::version.eq(before.version));
    let touched = (grant_calls::version.eq(before.version + 1), grant_calls::updated_at.eq(Moment::from(now)));
    changed_one(diesel::update(target).set((changes, grant_calls::state.eq(to), touched)).execute(conn)?)
}

/// Writes a draft anew.
pub fn update(
    conn: &mut Conn,
    permit: &Permit<UpdateGrantCall>,
    id: GrantCallId,
    expected: IfMatch,
    change: GrantCallChange,
    now: DateTime<Utc>,
) -> Result<()> {
    make(conn, permit, id, expected, CallMove::Change, now, |conn, before| {
        let opens_at = change.opens_at.unwrap_or_else(|| before.opens_at.utc());
        let closes_at = change.closes_at.unwrap_or_else(|| before.closes_at.utc());
        check_period(opens_at, closes_at)?;
        check_ceiling(change.ceiling.unwrap_or(before.ceiling), change.budget.unwrap_or(before.budget))?;
        if let Some(places) = &change.place_ids {
            parts::replace_places(conn, id, before.programme_id, places)?;
        }
        if let Some(questions) = &change.questions {
            parts::replace_questions(conn, id, questions, now)?;
        }
        if let Some(criteria) = &change.criteria {
            parts::replace_criteria(conn, id, criteria, now)?;
        }
        Ok(written(change))
    })
}

fn written(change: GrantCallChange) -> Changes {
    let (title_ky, title_ru, title_en) = Names::parts(change.title);
    let purpose = change.purpose.map(|texts| (texts.ky, texts.ru, texts.en));
    let (purpose_ky, purpose_ru, purpose_en) = match purpose {
        Some((ky, ru, en)) => (Some(ky), Some(ru), Some(en)),
        None => (None, None, None),
    };
    let closes_at = change.closes_at.map(Moment::from);
    let applies = |kind: GrantApplicantKind| change.applicants.as_ref().map(|kinds| kinds.contains(&kind));
    Changes {
        title_ky,
        title_ru,
        title_en,
        purpose_ky,
        purpose_ru,
        purpose_en,
        currency: change.currency,
        budget: change.budget,
        ceiling: change.ceiling,
        opens_at: change.opens_at.map(Moment::from),
        closes_at,
        first_closes_at: closes_at,
        for_groups: applies(GrantApplicantKind::CommunityGroup),
        for_representatives: applies(GrantApplicantKind::Representative),
        ..Changes::default()
    }
}

/// Lets everybody read a call; applications are taken once it opens.
pub fn publish(
    conn: &mut Conn,
    permit: &Permit<PublishGrantCall>,
    id: GrantCallId,
    expected: IfMatch,
    now: DateTime<Utc>,
) -> Result<()> {
    let by = permit.account()?;
    make(conn, permit, id, expected, CallMove::Publish, now, |_, before| {
        if before.closes_at.utc() <= now {
            return Err(ApiError::Conflict("call_is_over"));
        }
        Ok(Changes { published_at: Some(now.into()), published_by: Some(by), ..Changes::default() })
    })
}

/// Lets a call close later than it was said.
pub fn extend(
    conn: &mut Conn,
    permit: &Permit<ExtendGrantCall>,
    id: GrantCallId,
    expected: IfMatch,
    closes_at: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<()> {
    make(conn, permit, id, expected, CallMove::Extend, now, |_, before| {
        check_period(before.opens_at.utc(), closes_at)?;
        if closes_at <= before.closes_at.utc() {
            return Err(ApiError::field("/closes_at", "not_later"));
        }
        Ok(Changes { closes_at: Some(closes_at.into()), ..Changes::default() })
    })
}

/// Says that there are no grants of a call after all, and why.
pub fn withdraw(
    conn: &mut Conn,
    permit: &Permit<WithdrawGrantCall>,
    id: GrantCallId,
    expected: IfMatch,
    reason: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    said("/reason", reason)?;
    make(conn, permit, id, expected, CallMove::Withdraw, now, |_, _| {
        Ok(Changes { withdrawal_reason: Some(reason.trim().to_owned()), ..Changes::default() })
    })
}
