//! From rows to what is seen.

use chrono::{DateTime, Utc};
use strum::VariantArray;

use super::domain::CallMove;
use super::policy::{CloneGrantCall, ExtendGrantCall, PublishGrantCall, UpdateGrantCall, WithdrawGrantCall};
use super::store::{self, Row};
use super::view::{GrantCall, GrantCallSummary, GrantQuestion, PublicGrantCall, PublicGrantCallSummary};
use super::{GrantCallId, parts};
use crate::authz::{Action, Permit, Role, allowed};
use crate::db::Conn;
use crate::directory::directory;
use crate::error::Result;
use crate::names::Named;

/// A call of the caller's programmes.
pub fn read<A: Action>(conn: &mut Conn, permit: &Permit<A>, id: GrantCallId, now: DateTime<Utc>) -> Result<GrantCall> {
    let row = store::find(conn, permit, id)?;
    let (places, questions, criteria) = (places(conn, id)?, questions(conn, id)?, parts::criteria(conn, id)?);
    Ok(GrantCall {
        id,
        version: row.version,
        programme_id: row.programme_id.into(),
        currency: row.currency,
        budget: row.budget,
        ceiling: row.ceiling,
        opens_at: row.opens_at.utc(),
        closes_at: row.closes_at.utc(),
        first_closes_at: row.first_closes_at.utc(),
        phase: row.standing().phase(now),
        applicants: row.applicants(),
        places,
        questions,
        criteria,
        published_at: row.published_at.map(Into::into),
        cloned_from: row.cloned_from,
        created_at: row.created_at.utc(),
        updated_at: row.updated_at.utc(),
        actions: actions(&row, permit.role(), now),
        withdrawal_reason: row.withdrawal_reason,
        title: row.title,
        purpose: row.purpose,
    })
}

fn actions(row: &Row, role: Role, now: DateTime<Utc>) -> Vec<&'static str> {
    let possible = CallMove::VARIANTS.iter().filter(|made| row.standing().after(**made, now).is_ok());
    let operation = |made: &CallMove| match made {
        CallMove::Change => allowed::<UpdateGrantCall>(role),
        CallMove::Publish => allowed::<PublishGrantCall>(role),
        CallMove::Extend => allowed::<ExtendGrantCall>(role),
        CallMove::Withdraw => allowed::<WithdrawGrantCall>(role),
    };
    possible.filter_map(operation).chain(allowed::<CloneGrantCall>(role)).collect()
}

fn places(conn: &mut Conn, id: GrantCallId) -> Result<Vec<Named>> {
    let (near, names) = (parts::places(conn, id)?, directory(conn)?);
    near.into_iter().map(|(place, _)| names.place(place)).collect()
}

fn questions(conn: &mut Conn, id: GrantCallId) -> Result<Vec<GrantQuestion>> {
    parts::questions(conn, id)?.into_iter().map(parts::Question::view).collect()
}

pub fn summary(row: Row, now: DateTime<Utc>) -> GrantCallSummary {
    let phase = row.standing().phase(now);
    let Row { id, version, title, currency, budget, ceiling, opens_at, closes_at, .. } = row;
    let (opens_at, closes_at) = (opens_at.utc(), closes_at.utc());
    GrantCallSummary { id, version, title, currency, budget, ceiling, opens_at, closes_at, phase }
}

/// A call as everybody reads it.
pub fn public(conn: &mut Conn, id: GrantCallId, now: DateTime<Utc>) -> Result<PublicGrantCall> {
    let row = store::published(conn, id)?;
    let (places, questions, criteria) = (places(conn, id)?, questions(conn, id)?, parts::criteria(conn, id)?);
    Ok(PublicGrantCall {
        id,
        programme_id: row.programme_id.into(),
        currency: row.currency,
        budget: row.budget,
        ceiling: row.ceiling,
        opens_at: row.opens_at.utc(),
        closes_at: row.closes_at.utc(),
        first_closes_at: row.first_closes_at.utc(),
        phase: row.standing().phase(now),
        applicants: row.applicants(),
        places,
        questions,
        criteria,
        withdrawal_reason: row.withdrawal_reason,
        title: row.title,
        purpose: row.purpose,
    })
}

pub fn public_summary(row: Row, now: DateTime<Utc>) -> PublicGrantCallSummary {
    let (phase, applicants) = (row.standing().phase(now), row.applicants());
    let Row { id, title, currency, budget, ceiling, opens_at, closes_at, .. } = row;
    let (opens_at, closes_at) = (opens_at.utc(), closes_at.utc());
    PublicGrantCallSummary { id, title, currency, budget, ceiling, opens_at, closes_at, phase, applicants }
}
