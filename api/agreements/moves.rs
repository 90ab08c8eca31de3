//! Writing a draft anew, opening it, amending and ending.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use super::domain::{AgreementMove, AgreementState, Standing};
use super::events::{self, Step};
use super::input::{AgreementAmendment, AgreementChange};
use super::policy::{AmendAgreement, EndAgreement, OpenAgreement, UpdateAgreement};
use super::store::{self, Row, find};
use super::{AgreementId, sides};
use crate::accounts::AccountId;
use crate::authz::Permit;
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::{ApiError, Result};
use crate::grievances::clock::day_of;
use crate::http::IfMatch;
use crate::http::body::said;
use crate::http::version::{changed_one, still};
use crate::schema::{agreement_texts as texts, agreements};

#[derive(Default, AsChangeset)]
#[diesel(table_name = agreements)]
pub struct Changes {
    pub title: Option<String>,
    pub in_force_since: Option<NaiveDate>,
    pub ended_on: Option<NaiveDate>,
}

/// Writes what an agreement has become, and its history.
pub(crate) fn settle(
    conn: &mut Conn,
    before: &Row,
    now_stands: Standing,
    changes: &Changes,
    step: &Step,
    by: AccountId,
    now: DateTime<Utc>,
) -> Result<()> {
    let target = agreements::table.find(before.id).filter(agreements::version.eq(before.version));
    let Standing { state, revision, in_force } = now_stands;
    let stands =
        (agreements::state.eq(state), agreements::revision.eq(revision), agreements::revision_in_force.eq(in_force));
    let touched = (agreements::version.eq(before.version + 1), agreements::updated_at.eq(Moment::from(now)));
    changed_one(diesel::update(target).set((changes, stands, touched)).execute(conn)?)?;
    events::note(conn, before.id, step, by, now)
}

/// Writes a draft anew.
pub fn update(
    conn: &mut Conn,
    permit: &Permit<UpdateAgreement>,
    id: AgreementId,
    expected: IfMatch,
    change: &AgreementChange,
    now: DateTime<Utc>,
) -> Result<()> {
    let before = find(conn, permit, id)?;
    still(before.version, expected)?;
    let stands = before.standing().changed().map_err(ApiError::Conflict)?;
    let AgreementChange { title, text, sides: named } = change;
    if let Some(title) = title {
        said("/title", title)?;
    }
    if let Some(text) = text {
        said("/text", text)?;
        let as_it_is = texts::table.find((id, before.revision));
        let set =
            (texts::text.eq(text.trim()), texts::account_id.eq(permit.account()?), texts::at.eq(Moment::from(now)));
        changed_one(diesel::update(as_it_is).set(set).execute(conn)?)?;
    }
    if let Some(named) = named {
        sides::replace(conn, id, before.programme_id, named, now)?;
    }
    let changes = Changes { title: title.as_deref().map(|title| title.trim().to_owned()), ..Changes::default() };
    let step = Step { made: AgreementMove::Change, revision: before.revision, side: None, note: None };
    settle(conn, &before, stands, &changes, &step, permit.account()?, now)
}

/// Lets the sides sign.
pub fn open(
    conn: &mut Conn,
    permit: &Permit<OpenAgreement>,
    id: AgreementId,
    expected: IfMatch,
    now: DateTime<Utc>,
) -> Result<()> {
    let before = find(conn, permit, id)?;
    still(before.version, expected)?;
    let stands = before.standing().opened().map_err(ApiError::Conflict)?;
    let step = Step { made: AgreementMove::Open, revision: before.revision, side: None, note: None };
    settle(conn, &before, stands, &Changes::default(), &step, permit.account()?, now)
}

/// Puts another text in place of the one that is signed or being signed; every side is asked again.
pub fn amend(
    conn: &mut Conn,
    permit: &Permit<AmendAgreement>,
    id: AgreementId,
    expected: IfMatch,
    AgreementAmendment { text, reason }: &AgreementAmendment,
    now: DateTime<Utc>,
) -> Result<()> {
    let before = find(conn, permit, id)?;
    still(before.version, expected)?;
    said("/text", text)?;
    said("/reason", reason)?;
    let stands = before.standing().amended().map_err(ApiError::Conflict)?;
    let latest = store::texts(conn, id)?;
    if latest.first().is_some_and(|latest| latest.text == text.trim()) {
        return Err(ApiError::field("/text", "the_same"));
    }
    store::write(conn, id, stands.revision, text, permit.account()?, now)?;
    let step = Step { made: AgreementMove::Amend, revision: stands.revision, side: None, note: Some(reason) };
    settle(conn, &before, stands, &Changes::default(), &step, permit.account()?, now)
}

/// Ends an agreement, or gives it up before it held.
pub fn end(
    conn: &mut Conn,
    permit: &Permit<EndAgreement>,
    id: AgreementId,
    expected: IfMatch,
    reason: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    let before = find(conn, permit, id)?;
    still(before.version, expected)?;
    said("/reason", reason)?;
    let stands = before.standing().ended().map_err(ApiError::Conflict)?;
    let changes = Changes { ended_on: Some(day_of(now)), ..Changes::default() };
    let step = Step { made: AgreementMove::End, revision: before.revision, side: None, note: Some(reason) };
    settle(conn, &before, stands, &changes, &step, permit.account()?, now)
}

/// Whether scans may be added: as long as it can be signed.
pub fn takes_scans(row: &Row) -> Result<()> {
    match row.state {
        AgreementState::OpenForSignature => Ok(()),
        AgreementState::Draft | AgreementState::InForce | AgreementState::Ended => {
            Err(ApiError::Conflict("not_in_this_state"))
        }
    }
}
