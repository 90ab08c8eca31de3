//! Which meetings wait for somebody: to be answered, to be decided about, to be noted as held.

use chrono::{DateTime, Utc};
use diesel::dsl::exists;
use diesel::prelude::*;
use serde::Serialize;
use utoipa::ToSchema;

use super::domain::{AgendaItemState, MeetingState};
use super::minutes::policy::{AnswerMeetingMinutes, DraftMeetingMinutes};
use super::policy::{AcceptAgendaItem, AnswerMeetingInvitation, HoldMeeting, ListMeetings};
use super::render;
use super::scope::{inviting, led_by, unanswered_by, within};
use super::store::Row;
use super::view::MeetingSummary;
use super::{MeetingId, minutes};
use crate::authz::{Action, Permit};
use crate::db::types::Moment;
use crate::db::{Backend, Conn};
use crate::error::Result;
use crate::schema::{meeting_agenda_items as items, meetings};

/// A meeting and what it waits for.
#[derive(Serialize, ToSchema)]
pub struct WaitingMeeting {
    /// The operation's id.
    pub action: &'static str,
    pub meeting: MeetingSummary,
}

/// States in which the facilitator decides of what a meeting speaks.
const PREPARED: [MeetingState; 5] = [
    MeetingState::Draft,
    MeetingState::AgendaOpen,
    MeetingState::Invited,
    MeetingState::Confirmed,
    MeetingState::Postponed,
];

/// What waits for the caller, what begins first before the others: invitations without an answer, proposals for a meeting that
/// they lead, such a meeting whose time has come or that was held without minutes, and minutes of which their side has said
/// nothing yet.
pub fn waiting(
    conn: &mut Conn,
    permit: &Permit<ListMeetings>,
    most: i64,
    now: DateTime<Utc>,
) -> Result<Vec<WaitingMeeting>> {
    let (account, organisation) = (permit.account()?, permit.actor().organisation);
    let near = || -> Result<meetings::BoxedQuery<'_, Backend>> {
        let rows = meetings::table.filter(within(permit)?).order((meetings::starts_at, meetings::id));
        Ok(rows.limit(most).into_boxed())
    };
    let moment = Moment::from(now);
    let unanswered = near()?
        .filter(meetings::state.eq_any([MeetingState::Invited, MeetingState::Confirmed]))
        .filter(meetings::starts_at.gt(moment))
        .filter(unanswered_by(conn, account, organisation)?);
    let proposed =
        items::table.filter(items::meeting_id.eq(meetings::id)).filter(items::state.eq(AgendaItemState::Proposed));
    let undecided = near()?.filter(led_by(account)).filter(meetings::state.eq_any(PREPARED)).filter(exists(proposed));
    let begun = near()?
        .filter(led_by(account))
        .filter(meetings::state.eq(MeetingState::Confirmed))
        .filter(meetings::starts_at.le(moment));
    let mut all = vec![];
    let held = near()?.filter(led_by(account)).filter(meetings::state.eq(MeetingState::Held));
    let unread = unanswered_minutes(conn, permit)?;
    let unread = near()?.filter(meetings::id.eq_any(unread));
    for (action, rows) in [
        (HoldMeeting::OPERATION, begun),
        (DraftMeetingMinutes::OPERATION, held),
        (AnswerMeetingMinutes::OPERATION, unread),
        (AnswerMeetingInvitation::OPERATION, unanswered),
        (AcceptAgendaItem::OPERATION, undecided),
    ] {
        let rows: Vec<Row> = rows.select(Row::as_select()).load(conn)?;
        let seen = render::summaries(conn, permit, rows, now)?.into_iter();
        all.extend(seen.map(|meeting| WaitingMeeting { action, meeting }));
    }
    Ok(all)
}

/// Meetings whose minutes wait for the word of the caller's side.
fn unanswered_minutes(conn: &mut Conn, permit: &Permit<ListMeetings>) -> Result<Vec<MeetingId>> {
    let Ok(permit) = permit.also::<AnswerMeetingMinutes>() else { return Ok(vec![]) };
    let asked: Vec<MeetingId> = meetings::table
        .filter(meetings::state.eq(MeetingState::MinutesDrafted))
        .filter(inviting(permit.account()?, permit.actor().organisation))
        .select(meetings::id)
        .load(conn)?;
    let mut waiting = vec![];
    for meeting in asked {
        if minutes::answers::is_asked(conn, &permit, meeting)? {
            waiting.push(meeting);
        }
    }
    Ok(waiting)
}
