//! Reading minutes, and who is asked about them.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::answers::take_words_out;
use super::domain::{Line, Party, Reader, is_asked, reads};
use crate::accounts::AccountId;
use crate::authz::{Action, Permit};
use crate::db::types::Moment;
use crate::db::{Conn, insert_many};
use crate::error::{ApiError, Result};
use crate::http::version::changed_one;
use crate::meetings::day::domain::DayNoteKind;
use crate::meetings::domain::MeetingSide;
use crate::meetings::policy::{Audience, audience};
use crate::meetings::store::{Row as Meeting, find, hold_still};
use crate::meetings::{AgendaItemId, MeetingId, guests};
use crate::schema::{meeting_minute_lines as lines, meeting_minutes as minutes, meetings};

/// Minutes as the database holds them.
#[derive(Clone, Queryable, Selectable)]
#[diesel(table_name = minutes)]
pub struct Row {
    pub revision: i64,
    pub abridged: bool,
    pub sha256: Option<String>,
    pub approved_at: Option<Moment>,
}

/// The minutes of a meeting, if anybody wrote any.
pub fn of(conn: &mut Conn, meeting: MeetingId) -> Result<Option<Row>> {
    Ok(minutes::table.find(meeting).select(Row::as_select()).first(conn).optional()?)
}

/// Minutes that are there for the caller.
pub struct Readable {
    pub meeting: Meeting,
    pub row: Option<Row>,
    /// For whom the caller answers.
    pub own: Vec<Party>,
    pub reader: Reader,
}

/// The meeting and its minutes, if they are there for the caller; 404 otherwise.
pub fn readable<A: Action>(conn: &mut Conn, permit: &Permit<A>, id: MeetingId) -> Result<Readable> {
    let meeting = find(conn, permit, id)?;
    let own = own_parties(conn, permit, id)?;
    let reader = match audience(permit.role()) {
        Audience::Staff => Reader::Staff,
        Audience::Side if own.is_empty() => Reader::Other,
        Audience::Side => Reader::Party,
    };
    if !reads(meeting.state, reader) {
        return Err(ApiError::NotFound);
    }
    let row = of(conn, id)?;
    Ok(Readable { meeting, row, own, reader })
}

/// Whose word is asked for, each once.
pub fn parties(conn: &mut Conn, meeting: MeetingId) -> Result<Vec<Party>> {
    Ok(asked(guests::store::sides(conn, meeting)?))
}

/// Those for whom the caller answers.
pub fn own_parties<A: Action>(conn: &mut Conn, permit: &Permit<A>, meeting: MeetingId) -> Result<Vec<Party>> {
    let own = guests::store::own(conn, permit, meeting)?;
    Ok(asked(own.into_iter().map(|row| Party { side: row.side, organisation: row.organisation_id }).collect()))
}

fn asked(mut parties: Vec<Party>) -> Vec<Party> {
    parties.retain(|party| is_asked(party.side));
    parties.sort_unstable();
    parties.dedup();
    parties
}

/// The lines of a text, in their order.
pub fn lines_of(conn: &mut Conn, meeting: MeetingId, revision: i64) -> Result<Vec<Line>> {
    let rows: Vec<(Option<AgendaItemId>, DayNoteKind, Option<MeetingSide>, String)> = lines::table
        .filter(lines::meeting_id.eq(meeting).and(lines::revision.eq(revision)))
        .order(lines::position)
        .select((lines::item_id, lines::kind, lines::side, lines::text))
        .load(conn)?;
    Ok(rows.into_iter().map(|(item, kind, side, text)| Line { item, kind, side, text }).collect())
}

/// Writes a text under a number, in the place of the one that has it.
pub(super) fn keep_lines(conn: &mut Conn, meeting: MeetingId, revision: i64, text: &[Line]) -> Result<()> {
    let before = lines::table.filter(lines::meeting_id.eq(meeting).and(lines::revision.eq(revision)));
    diesel::delete(before).execute(conn)?;
    let rows: Vec<_> = (0_i64..)
        .zip(text)
        .map(|(at, line)| {
            (
                (lines::meeting_id.eq(meeting), lines::revision.eq(revision), lines::position.eq(at)),
                (lines::item_id.eq(line.item), lines::kind.eq(line.kind), lines::side.eq(line.side)),
                lines::text.eq(line.text.as_str()),
            )
        })
        .collect();
    insert_many!(conn, lines::table, rows)?;
    Ok(())
}

/// Begins minutes, or gives them the number of another text.
pub(super) fn keep(
    conn: &mut Conn,
    meeting: MeetingId,
    revision: i64,
    by: AccountId,
    now: DateTime<Utc>,
) -> Result<()> {
    let set = ((minutes::revision.eq(revision), minutes::written_by.eq(by)), minutes::written_at.eq(Moment::from(now)));
    if diesel::update(minutes::table.find(meeting)).set(set).execute(conn)? == 0 {
        let row = (minutes::meeting_id.eq(meeting), set);
        diesel::insert_into(minutes::table).values(row).execute(conn)?;
    }
    Ok(())
}

/// Notes that something about the minutes of a meeting is another: who changes them at once does so one after the other.
pub(super) fn touch(conn: &mut Conn, meeting: &Meeting, now: DateTime<Utc>) -> Result<()> {
    let target = meetings::table.find(meeting.id).filter(meetings::version.eq(meeting.version));
    let touched = (meetings::version.eq(meeting.version + 1), meetings::updated_at.eq(Moment::from(now)));
    changed_one(diesel::update(target).set(touched).execute(conn)?)
}

/// Takes out what was written of items that must not be spoken of any more, from every text, with the words of whoever objected
/// to such a text. Who was asked about one that is another now is asked again; what was approved stays so, and says that
/// something was taken out.
pub fn forget(conn: &mut Conn, gone: &[AgendaItemId]) -> Result<()> {
    let mut written: Vec<MeetingId> =
        lines::table.filter(lines::item_id.eq_any(gone.to_vec())).select(lines::meeting_id).distinct().load(conn)?;
    written.sort_unstable();
    for meeting in written {
        // Nobody writes, answers or approves what is taken out meanwhile.
        hold_still(conn, meeting)?;
        forget_in(conn, meeting, gone)?;
    }
    Ok(())
}

fn forget_in(conn: &mut Conn, meeting: MeetingId, gone: &[AgendaItemId]) -> Result<()> {
    let row = of(conn, meeting)?.ok_or(ApiError::Internal)?;
    let before = lines_of(conn, meeting, row.revision)?;
    let is_gone = |line: &Line| line.item.is_some_and(|item| gone.contains(&item));
    let told = before.iter().any(is_gone);
    let of_them = || lines::table.filter(lines::meeting_id.eq(meeting)).filter(lines::item_id.eq_any(gone.to_vec()));
    let texts: Vec<i64> = of_them().select(lines::revision).distinct().load(conn)?;
    take_words_out(conn, meeting, &texts)?;
    diesel::delete(of_them()).execute(conn)?;
    diesel::update(minutes::table.find(meeting)).set(minutes::abridged.eq(true)).execute(conn)?;
    if told && row.revision > 0 && row.approved_at.is_none() {
        let left: Vec<Line> = before.into_iter().filter(|line| !is_gone(line)).collect();
        keep_lines(conn, meeting, row.revision + 1, &left)?;
        let next = minutes::revision.eq(row.revision + 1);
        diesel::update(minutes::table.find(meeting)).set(next).execute(conn)?;
        let touched = meetings::version.eq(meetings::version + 1);
        diesel::update(meetings::table.find(meeting)).set(touched).execute(conn)?;
    }
    Ok(())
}
