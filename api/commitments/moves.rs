//! Moving a commitment on: the one way in which it changes.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use super::domain::{CommitmentMove, CommitmentParty, CommitmentState, Facts, Maker, check, refused_done, refused_due};
use super::events::{self, Step, Told};
use super::input::{CommitmentDue, CommitmentReport};
use super::policy::{Audience, audience};
use super::store::{self, Row, find, maker};
use super::{CommitmentId, people};
use crate::accounts::AccountId;
use crate::authz::{Action, Permit};
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::{ApiError, Result};
use crate::grievances::clock::day_of;
use crate::http::IfMatch;
use crate::http::body::said;
use crate::http::version::{changed_one, still};
use crate::notifications::{Kind, Subject, tell};
use crate::schema::commitments;

/// What a move writes besides the state; what is `None` stays.
#[derive(Default, AsChangeset)]
#[diesel(table_name = commitments)]
pub struct Changes {
    pub due_on: Option<NaiveDate>,
    pub done_on: Option<Option<NaiveDate>>,
    pub reported_by: Option<Option<AccountId>>,
    pub published: Option<bool>,
    pub public_text: Option<String>,
}

/// What the conditions of a move by `maker` look at.
pub fn facts(conn: &mut Conn, row: &Row, maker: &Maker, now: DateTime<Utc>) -> Result<Facts> {
    let represented = asks_who_speaks(row, maker) && people::is_represented(conn, row, now)?;
    Ok(facts_with(row, represented))
}

/// Whether it matters for a move by `maker` who speaks for the place.
pub fn asks_who_speaks(row: &Row, maker: &Maker) -> bool {
    audience(maker.role) == Audience::Staff && row.state == CommitmentState::ReportedDone
}

/// The same of a promise of which it is known whether somebody speaks for the place, or does not matter.
pub fn facts_with(row: &Row, represented: bool) -> Facts {
    let (state, owner, published, reported_by) = (row.state, row.organisation_id, row.published, row.reported_by);
    Facts { state, owner, published, reported_by, represented }
}

/// Makes a move of a commitment within reach that allows it now.
pub fn make<A: Action>(
    conn: &mut Conn,
    permit: &Permit<A>,
    id: CommitmentId,
    expected: IfMatch,
    (made, told): (CommitmentMove, Told),
    now: DateTime<Utc>,
    prepare: impl FnOnce(&mut Conn, &Row, &Maker, CommitmentParty) -> Result<Changes>,
) -> Result<()> {
    let before = find(conn, permit, id)?;
    still(before.version, expected)?;
    let maker = maker(permit)?;
    let facts = facts(conn, &before, &maker, now)?;
    let (to, party) = check(made, &facts, &maker).map_err(ApiError::Conflict)?;
    let changes = prepare(conn, &before, &maker, party)?;
    settle(conn, &before, &changes, &Step { made, from: Some(before.state), to, party, told }, maker.account, now)?;
    tell_of(conn, &before, made, maker.account, now)
}

/// Tells those whose turn it is, except who made it so.
fn tell_of(conn: &mut Conn, row: &Row, made: CommitmentMove, by: AccountId, now: DateTime<Utc>) -> Result<()> {
    let (kind, mut told) = match made {
        CommitmentMove::Report => (Kind::CommitmentReported, people::representatives(conn, row, now)?),
        CommitmentMove::Reject if store::is_protected(conn, row.id)? => return Ok(()),
        CommitmentMove::Reject => (Kind::CommitmentRejected, people::owners(conn, row)?),
        CommitmentMove::Make
        | CommitmentMove::Start
        | CommitmentMove::Verify
        | CommitmentMove::Drop
        | CommitmentMove::MoveDue
        | CommitmentMove::Publish
        | CommitmentMove::WithdrawPublication
        | CommitmentMove::ShowEvidence
        | CommitmentMove::HideEvidence => return Ok(()),
    };
    told.retain(|account| *account != by);
    tell(conn, &told, kind, Subject::Commitment(row.id), now)
}

/// Writes the new state and version, and the history.
pub(crate) fn settle(
    conn: &mut Conn,
    before: &Row,
    changes: &Changes,
    step: &Step,
    by: AccountId,
    now: DateTime<Utc>,
) -> Result<()> {
    let target = commitments::table.find(before.id).filter(commitments::version.eq(before.version));
    let touched = (commitments::version.eq(before.version + 1), commitments::updated_at.eq(Moment::from(now)));
    changed_one(diesel::update(target).set((changes, commitments::state.eq(step.to), touched)).execute(conn)?)?;
    events::note(conn, before.id, step, by, now)
}

/// Notes that a promise was kept, as who owes it says.
pub fn report<A: Action>(
    conn: &mut Conn,
    permit: &Permit<A>,
    id: CommitmentId,
    expected: IfMatch,
    CommitmentReport { done_on, note }: &CommitmentReport,
    now: DateTime<Utc>,
) -> Result<()> {
    said("/note", note)?;
    let told = Told { done_on: Some(*done_on), ..Told::because(note) };
    make(conn, permit, id, expected, (CommitmentMove::Report, told), now, |_, before, maker, _| {
        refused_done(*done_on, before.made_on, day_of(now))
            .map_or(Ok(()), |code| Err(ApiError::field("/done_on", code)))?;
        Ok(Changes { done_on: Some(Some(*done_on)), reported_by: Some(Some(maker.account)), ..Changes::default() })
    })
}

/// Finds a promise kept, or not.
pub fn judge<A: Action>(
    conn: &mut Conn,
    permit: &Permit<A>,
    id: CommitmentId,
    expected: IfMatch,
    (made, told): (CommitmentMove, Told),
    now: DateTime<Utc>,
) -> Result<()> {
    make(conn, permit, id, expected, (made, told), now, |_, _, _, party| {
        check_witness(party, told.witness)?;
        Ok(if made == CommitmentMove::Reject { without_report() } else { Changes::default() })
    })
}

/// The programme does not judge by itself, and who speaks for the people needs nobody beside them.
fn check_witness(party: CommitmentParty, witness: Option<&str>) -> Result<()> {
    let refused = |code| Err(ApiError::field("/witness", code));
    match (party, witness.map(str::trim)) {
        (CommitmentParty::Programme, None) => refused("required"),
        (CommitmentParty::Programme, Some(name)) if name.chars().count() < 3 => refused("too_short"),
        (CommitmentParty::Community | CommitmentParty::Owner, Some(_)) => refused("not_needed"),
        (CommitmentParty::Programme, Some(_)) | (CommitmentParty::Community | CommitmentParty::Owner, None) => Ok(()),
    }
}

fn without_report() -> Changes {
    Changes { done_on: Some(None), reported_by: Some(None), ..Changes::default() }
}

/// Notes that a promise is no longer waited for.
pub fn give_up<A: Action>(
    conn: &mut Conn,
    permit: &Permit<A>,
    id: CommitmentId,
    expected: IfMatch,
    reason: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    said("/reason", reason)?;
    let told = Told::because(reason);
    make(conn, permit, id, expected, (CommitmentMove::Drop, told), now, |_, _, _, _| Ok(without_report()))
}

/// Gives a promise another last day; the one before stays in its history.
pub fn move_due<A: Action>(
    conn: &mut Conn,
    permit: &Permit<A>,
    id: CommitmentId,
    expected: IfMatch,
    CommitmentDue { due_on, reason }: &CommitmentDue,
    now: DateTime<Utc>,
) -> Result<()> {
    said("/reason", reason)?;
    let before = find(conn, permit, id)?.due_on;
    let told = Told { due: Some((before, *due_on)), ..Told::because(reason) };
    make(conn, permit, id, expected, (CommitmentMove::MoveDue, told), now, |_, _, _, _| {
        refused_due(*due_on, before, day_of(now)).map_or(Ok(()), |code| Err(ApiError::field("/due_on", code)))?;
        Ok(Changes { due_on: Some(*due_on), ..Changes::default() })
    })
}

/// Lets everybody read of a promise, in words of its own.
pub fn publish<A: Action>(
    conn: &mut Conn,
    permit: &Permit<A>,
    id: CommitmentId,
    expected: IfMatch,
    text: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    said("/text", text)?;
    make(conn, permit, id, expected, (CommitmentMove::Publish, Told::default()), now, |conn, before, _, _| {
        check_track(conn, before)?;
        Ok(Changes { published: Some(true), public_text: Some(text.trim().to_owned()), ..Changes::default() })
    })
}

/// What belongs to a case on the protection track is told to nobody.
fn check_track(conn: &mut Conn, row: &Row) -> Result<()> {
    if store::is_protected(conn, row.id)? { Err(ApiError::Conflict("on_the_protection_track")) } else { Ok(()) }
}
