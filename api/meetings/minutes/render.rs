//! From rows to what the caller sees of minutes.

use std::collections::HashMap;

use super::answers::{self, AnswerRow, TAKEN_OUT, said_of};
use super::domain::{self, Line, Party, Reader, drafted, settled};
use super::figures;
use super::input::MinutesLine;
use super::policy::{
    AnswerMeetingMinutes, ApproveMeetingMinutes, DraftMeetingMinutes, RecordMinutesAnswer, WriteMeetingMinutes,
};
use super::store::{Readable, Row, lines_of, parties, readable};
use super::view::{MeetingMinutes, MinutesAnswer, MinutesItem, MinutesSection, MinutesSide};
use crate::authz::{Action, Permit, allowed};
use crate::db::Conn;
use crate::directory::directory;
use crate::error::Result;
use crate::meetings::agenda::view::AgendaItem;
use crate::meetings::day::domain::fold;
use crate::meetings::domain::AgendaItemState;
use crate::meetings::store::{Row as Meeting, maker};
use crate::meetings::{AgendaItemId, MeetingId, agenda, day, render};

/// The minutes of a meeting that are there for the caller.
pub fn read<A: Action>(conn: &mut Conn, permit: &Permit<A>, id: MeetingId) -> Result<MeetingMinutes> {
    let Readable { meeting, row, own, reader } = readable(conn, permit, id)?;
    let items = agenda::render::of(conn, permit, &meeting)?;
    let day = fold(&day::store::of(conn, id)?);
    let lines = match &row {
        Some(row) => lines_of(conn, id, row.revision)?,
        None => drafted(&day, &items.iter().map(|item| item.id).collect::<Vec<_>>()),
    };
    let revision = row.as_ref().map_or(0, |row| row.revision);
    let said = answers::of(conn, id, revision)?;
    let asked = parties(conn, id)?;
    let sections = sections(items, lines);
    let all_read = !sections.iter().any(|section| section.withheld);
    let actions =
        actions(permit, &Standing { meeting: &meeting, row: row.as_ref(), own: &own, asked: &asked, said: &said })?;
    Ok(MeetingMinutes {
        meeting_id: id,
        version: meeting.version,
        state: meeting.state,
        written: row.is_some(),
        revision,
        sections,
        exact: figures::exact(reader),
        attendance: figures::attendance(reader, &day),
        voice: figures::voice(reader, &day),
        promises: render::promises(conn, permit, id)?,
        sides: sides(conn, asked, &own, said, Told { staff: reader == Reader::Staff, all_read })?,
        abridged: row.as_ref().is_some_and(|row| row.abridged),
        approved_at: row.as_ref().and_then(|row| row.approved_at).map(crate::db::types::Moment::utc),
        sha256: row.and_then(|row| row.sha256),
        actions,
    })
}

/// The lines under their items; of an item that the reader does not reach, or does not read of, only that there are some.
fn sections(items: Vec<AgendaItem>, lines: Vec<Line>) -> Vec<MinutesSection> {
    let mut of_items: HashMap<Option<AgendaItemId>, Vec<MinutesLine>> = HashMap::new();
    for Line { item, kind, side, text } in lines {
        of_items.entry(item).or_default().push(MinutesLine { item_id: item, kind, side, text });
    }
    let mut sections = vec![];
    for item in items {
        let lines = of_items.remove(&Some(item.id)).unwrap_or_default();
        if lines.is_empty() && item.state != AgendaItemState::Accepted {
            continue;
        }
        let withheld = item.kind.is_none();
        sections.push(MinutesSection {
            item: Some(MinutesItem { id: item.id, kind: item.kind, topic: item.topic, subject: item.subject }),
            withheld,
            lines: if withheld { vec![] } else { lines },
        });
    }
    let free = of_items.remove(&None);
    sections.extend(of_items.into_keys().map(|_| MinutesSection { item: None, withheld: true, lines: vec![] }));
    sections.extend(free.map(|lines| MinutesSection { item: None, withheld: false, lines }));
    sections
}

/// How much of the answers a reader is told.
struct Told {
    staff: bool,
    /// Whether they read every section: an objection may speak of what is withheld in another.
    all_read: bool,
}

fn sides(
    conn: &mut Conn,
    asked: Vec<Party>,
    own: &[Party],
    said: Vec<AnswerRow>,
    Told { staff, all_read }: Told,
) -> Result<Vec<MinutesSide>> {
    let names = directory(conn)?;
    let mut last: HashMap<Party, AnswerRow> = said.into_iter().map(|row| (row.party(), row)).collect();
    let view = |row: AnswerRow| {
        let told = staff || all_read || own.contains(&row.party());
        MinutesAnswer {
            answer: row.answer,
            at: row.at.utc(),
            heard: row.witness.is_some(),
            by: if staff { names.person(Some(row.account_id)) } else { None },
            witness: row.witness.filter(|_| staff),
            words: row.words.filter(|words| told && words != TAKEN_OUT),
        }
    };
    let side = |party: Party| MinutesSide {
        side: party.side,
        organisation: names.organisation(party.organisation),
        own: own.contains(&party),
        answer: last.remove(&party).map(view),
    };
    Ok(asked.into_iter().map(side).collect())
}

/// What the rules look at.
struct Standing<'a> {
    meeting: &'a Meeting,
    row: Option<&'a Row>,
    own: &'a [Party],
    asked: &'a [Party],
    said: &'a [AnswerRow],
}

fn actions<A: Action>(permit: &Permit<A>, standing: &Standing) -> Result<Vec<&'static str>> {
    let Standing { meeting, row, own, asked, said } = standing;
    let maker = maker(permit)?;
    let writes = domain::write(meeting.state, meeting.facilitator_id, maker.account).is_ok();
    let open = domain::answer(meeting.state).is_ok();
    let drafts = !open && row.is_some_and(|row| row.revision == 0);
    let approves = open && row.is_some_and(|row| settled(asked, row.revision, &said_of(said)).is_ok());
    let all = [
        allowed::<WriteMeetingMinutes>(maker.role).filter(|_| writes),
        allowed::<DraftMeetingMinutes>(maker.role).filter(|_| drafts),
        allowed::<AnswerMeetingMinutes>(maker.role).filter(|_| open && !own.is_empty()),
        allowed::<RecordMinutesAnswer>(maker.role).filter(|_| open),
        allowed::<ApproveMeetingMinutes>(maker.role).filter(|_| approves),
    ];
    Ok(all.into_iter().flatten().collect())
}
