//! Answering an invitation with an account.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::input::MeetingReply;
use super::store::{Row, find_one, reread};
use crate::accounts::AccountId;
use crate::authz::{Action, Permit};
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::{ApiError, Result};
use crate::http::IfMatch;
use crate::http::version::{changed_one, still};
use crate::meetings::MeetingInvitationId;
use crate::meetings::domain;
use crate::meetings::policy::{AnswerMeetingInvitation, Audience, audience};
use crate::meetings::store::Row as Meeting;
use crate::schema::meeting_invitations as invitations;

/// Whether somebody answers an invitation: whom it invites; of who has no account also staff, to whom they said it.
pub fn may_answer<A: Action>(permit: &Permit<A>, row: &Row) -> bool {
    let own = permit.account().is_ok_and(|account| row.is_of(account, permit.actor().organisation));
    own || (row.name.is_some() && audience(permit.role()) == Audience::Staff)
}

/// Notes whether somebody comes, and whether they accept the ground rules.
pub fn answer(
    conn: &mut Conn,
    permit: &Permit<AnswerMeetingInvitation>,
    id: MeetingInvitationId,
    expected: IfMatch,
    reply: MeetingReply,
    now: DateTime<Utc>,
) -> Result<Row> {
    let (row, meeting) = find_one(conn, permit, id)?;
    still(row.version, expected)?;
    if row.withdrawn_at.is_some() {
        return Err(ApiError::Conflict("withdrawn"));
    }
    if !may_answer(permit, &row) {
        return Err(ApiError::Conflict("answers_for_themselves"));
    }
    keep(conn, &row, &meeting, reply, Some(permit.account()?), now)?;
    reread(conn, id)
}

/// Writes an answer; whose it is was found out.
pub(super) fn keep(
    conn: &mut Conn,
    row: &Row,
    meeting: &Meeting,
    MeetingReply { answer, accepts_rules }: MeetingReply,
    by: Option<AccountId>,
    now: DateTime<Utc>,
) -> Result<()> {
    domain::answer(meeting.state, meeting.begun(now)).map_err(ApiError::Conflict)?;
    let rules = meeting.ground_rules.as_ref().filter(|_| accepts_rules).map(|_| meeting.rules_revision);
    let target = invitations::table.find(row.id).filter(invitations::version.eq(row.version));
    let set = (
        (invitations::version.eq(row.version + 1), invitations::answer.eq(answer)),
        (invitations::answered_at.eq(Moment::from(now)), invitations::answered_by.eq(by)),
        invitations::rules_accepted.eq(rules),
    );
    changed_one(diesel::update(target).set(set).execute(conn)?)
}
