//! Writing minutes, putting them before the sides, and approving them.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::answers::{self, said_of, same_text};
use super::domain::{self, Line, hash, settled};
use super::input::{MinutesApproval, MinutesLine, MinutesToWrite};
use super::policy::{ApproveMeetingMinutes, DraftMeetingMinutes, WriteMeetingMinutes};
use super::store::{self, keep, keep_lines, lines_of, parties, touch};
use crate::authz::Permit;
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::{ApiError, FieldError, Result};
use crate::http::IfMatch;
use crate::http::version::still;
use crate::meetings::domain::{MeetingMove, MeetingState};
use crate::meetings::events::Told;
use crate::meetings::moves::{Changes, make, tell_guests};
use crate::meetings::store::find;
use crate::meetings::{MeetingId, agenda};
use crate::notifications::Kind;
use crate::schema::meeting_minutes as minutes;

/// Writes the text anew. One that is before the sides gets the next number, and each side is asked again.
pub fn write(
    conn: &mut Conn,
    permit: &Permit<WriteMeetingMinutes>,
    id: MeetingId,
    expected: IfMatch,
    MinutesToWrite { lines }: &MinutesToWrite,
    now: DateTime<Utc>,
) -> Result<()> {
    let meeting = find(conn, permit, id)?;
    still(meeting.version, expected)?;
    let account = permit.account()?;
    domain::write(meeting.state, meeting.facilitator_id, account).map_err(ApiError::Conflict)?;
    let text = checked(conn, id, lines)?;
    let before = store::of(conn, id)?;
    let revision = before.map_or(0, |row| row.revision);
    if lines_of(conn, id, revision)? == text {
        return Ok(());
    }
    touch(conn, &meeting, now)?;
    match meeting.state {
        MeetingState::MinutesDrafted => {
            keep(conn, id, revision + 1, account, now)?;
            keep_lines(conn, id, revision + 1, &text)?;
            tell_guests(conn, &meeting, Kind::MeetingMinutesChanged, account, now)
        }
        MeetingState::Held
        | MeetingState::Draft
        | MeetingState::AgendaOpen
        | MeetingState::Invited
        | MeetingState::Confirmed
        | MeetingState::MinutesApproved
        | MeetingState::Closed
        | MeetingState::Postponed
        | MeetingState::Cancelled => {
            keep(conn, id, revision, account, now)?;
            keep_lines(conn, id, revision, &text)
        }
    }
}

/// The lines in the order of the agenda, if each says something and names an item that is there.
fn checked(conn: &mut Conn, meeting: MeetingId, lines: &[MinutesLine]) -> Result<Vec<Line>> {
    let items = agenda::store::of(conn, meeting)?;
    let place = |item| items.iter().position(|row| row.id == item);
    let mut wrong = vec![];
    let mut text = vec![];
    for (at, line) in lines.iter().enumerate() {
        let MinutesLine { item_id, kind, side, text: words } = line;
        if item_id.is_some_and(|item| place(item).is_none()) {
            wrong.push(FieldError { pointer: format!("/lines/{at}/item_id"), code: "unknown".into() });
        }
        if words.trim().chars().count() < 3 {
            wrong.push(FieldError { pointer: format!("/lines/{at}/text"), code: "too_short".into() });
        }
        if words.contains('\0') {
            wrong.push(FieldError { pointer: format!("/lines/{at}/text"), code: "unreadable_letter".into() });
        }
        text.push(Line { item: *item_id, kind: *kind, side: *side, text: words.trim().into() });
    }
    if !wrong.is_empty() {
        return Err(ApiError::Invalid(wrong));
    }
    text.sort_by_key(|line| line.item.and_then(place).unwrap_or(items.len()));
    Ok(text)
}

/// Puts what was written before the sides: each is asked for its word.
pub fn draft(
    conn: &mut Conn,
    permit: &Permit<DraftMeetingMinutes>,
    id: MeetingId,
    expected: IfMatch,
    note: Option<&str>,
    now: DateTime<Utc>,
) -> Result<()> {
    let told = Told { note, ..Told::default() };
    make(conn, permit, id, expected, (MeetingMove::DraftMinutes, told), now, |conn, meeting| {
        let text = lines_of(conn, meeting.id, 0)?;
        if text.is_empty() {
            return Err(ApiError::Conflict("minutes_missing"));
        }
        keep(conn, meeting.id, 1, permit.account()?, now)?;
        keep_lines(conn, meeting.id, 1, &text)?;
        Ok(Changes::default())
    })
}

/// Approves a text of which each side has said something; returns its hash, and how many object.
pub fn approve(
    conn: &mut Conn,
    permit: &Permit<ApproveMeetingMinutes>,
    id: MeetingId,
    expected: IfMatch,
    MinutesApproval { revision, note }: &MinutesApproval,
    now: DateTime<Utc>,
) -> Result<(String, usize)> {
    let told = Told { note: note.as_deref(), ..Told::default() };
    let mut approved = (String::new(), 0);
    make(conn, permit, id, expected, (MeetingMove::ApproveMinutes, told), now, |conn, meeting| {
        let row = store::of(conn, meeting.id)?.ok_or(ApiError::Internal)?;
        same_text(&row, *revision)?;
        let said = said_of(&answers::of(conn, meeting.id, row.revision)?);
        let objections = settled(&parties(conn, meeting.id)?, row.revision, &said).map_err(ApiError::Conflict)?;
        let sha256 = hash(&lines_of(conn, meeting.id, row.revision)?);
        let set = (minutes::sha256.eq(&sha256), minutes::approved_at.eq(Moment::from(now)));
        diesel::update(minutes::table.find(meeting.id)).set(set).execute(conn)?;
        approved = (sha256, objections);
        Ok(Changes::default())
    })?;
    Ok(approved)
}
