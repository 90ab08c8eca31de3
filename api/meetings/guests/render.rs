//! From invitations to what the caller sees of them.

use chrono::{DateTime, Utc};

use super::reply::may_answer;
use super::store::Row;
use super::view::MeetingInvitation;
use crate::authz::{Action, Permit, allowed};
use crate::db::Conn;
use crate::db::types::Moment;
use crate::directory::directory;
use crate::error::Result;
use crate::meetings::domain;
use crate::meetings::policy::{AnswerMeetingInvitation, RenewMeetingLink, WithdrawMeetingInvitation};
use crate::meetings::store::Row as Meeting;

/// Invitations as the caller sees them; they were found to be the caller's own, or the caller is of staff.
pub fn views<A: Action>(
    conn: &mut Conn,
    permit: &Permit<A>,
    meeting: &Meeting,
    rows: Vec<Row>,
    now: DateTime<Utc>,
) -> Result<Vec<MeetingInvitation>> {
    let names = directory(conn)?;
    let view = |row: Row| {
        let actions = actions(permit, meeting, &row, now);
        let rules_accepted = meeting.ground_rules.is_some() && row.rules_accepted == Some(meeting.rules_revision);
        MeetingInvitation {
            id: row.id,
            version: row.version,
            meeting_id: row.meeting_id,
            side: row.side,
            account: names.person(row.account_id),
            organisation: names.organisation(row.organisation_id),
            language: row.language,
            answer: row.answer,
            answered_at: row.answered_at.map(Moment::utc),
            rules_accepted,
            withdrawn: row.withdrawn_at.is_some(),
            invited_at: row.invited_at.utc(),
            actions,
            name: row.name,
        }
    };
    Ok(rows.into_iter().map(view).collect())
}

fn actions<A: Action>(permit: &Permit<A>, meeting: &Meeting, row: &Row, now: DateTime<Utc>) -> Vec<&'static str> {
    if row.withdrawn_at.is_some() {
        return vec![];
    }
    let role = permit.role();
    let answers = may_answer(permit, row) && domain::answer(meeting.state, meeting.begun(now)).is_ok();
    let invites = domain::invite(meeting.state).is_ok();
    [
        allowed::<AnswerMeetingInvitation>(role).filter(|_| answers),
        allowed::<RenewMeetingLink>(role).filter(|_| invites && row.name.is_some()),
        allowed::<WithdrawMeetingInvitation>(role).filter(|_| invites),
    ]
    .into_iter()
    .flatten()
    .collect()
}
