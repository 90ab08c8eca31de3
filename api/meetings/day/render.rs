//! From entries to what the caller sees of a day.

use chrono::{DateTime, Utc};

use super::domain::{DayState, Entry, Fields, Noted, Promised, fields_of, fold, places};
use super::input::NewDayEntry;
use super::policy::{AddMeetingDayEntries, GetMeetingDay};
use super::store;
use super::view::{DayItem, DayNote, DayPromise, MeetingDay, RunningItem, SideAttendance, SideVoice};
use crate::authz::{Action, Permit};
use crate::commitments::recorded_at;
use crate::db::Conn;
use crate::directory::directory;
use crate::error::Result;
use crate::headcount::HeadcountTotals;
use crate::meetings::MeetingId;
use crate::meetings::store::find;

/// The day of a meeting within reach.
pub fn read(conn: &mut Conn, permit: &Permit<GetMeetingDay>, id: MeetingId, now: DateTime<Utc>) -> Result<MeetingDay> {
    let meeting = find(conn, permit, id)?;
    let entries = store::of(conn, id)?;
    let day = fold(&entries);
    let places = places(&entries);
    let recorded = recorded_at(conn, id, &places)?;
    let names = directory(conn)?;
    let promise = |Promised { id, item, what, organisation, due_on }| DayPromise {
        entry_id: id,
        item_id: item,
        what,
        organisation: names.organisation(organisation),
        due_on,
        commitment_id: recorded.get(places.get(&id).unwrap_or(&id)).copied(),
    };
    let writes = store::writable(&meeting, permit.account()?, now).is_ok();
    let attendance = attendance(&day);
    Ok(MeetingDay {
        meeting_id: id,
        version: meeting.day_version(),
        state: meeting.state,
        totals: attendance.iter().fold(HeadcountTotals::default(), |sum, side| sum.with(side.totals)),
        attendance,
        voice: voice(&day),
        items: day.items.iter().map(|(item, state)| DayItem { item_id: *item, seconds: state.seconds }).collect(),
        running: day.running.map(|running| RunningItem { item_id: running.item, since: running.since }),
        notes: day.notes.into_iter().map(note).collect(),
        promises: day.promises.into_iter().map(promise).collect(),
        entries: entries.into_iter().map(entry).collect(),
        actions: writes.then_some(AddMeetingDayEntries::OPERATION).into_iter().collect(),
    })
}

/// Who came, by side.
pub fn attendance(day: &DayState) -> Vec<SideAttendance> {
    let came = day.sides.iter().filter(|(_, state)| !state.counts.is_empty());
    came.map(|(side, state)| SideAttendance {
        side: *side,
        totals: HeadcountTotals::of(&state.counts),
        counts: state.counts.clone(),
        walk_ins: Some(state.walk_ins),
    })
    .collect()
}

/// How often who spoke, by side: also of a side that came and said nothing.
pub fn voice(day: &DayState) -> Vec<SideVoice> {
    day.sides
        .iter()
        .map(|(side, state)| SideVoice {
            side: *side,
            turns: state.turns,
            women: state.turns_of_women,
            youth: state.turns_of_youth,
        })
        .collect()
}

fn note(Noted { id, kind, item, side, text }: Noted) -> DayNote {
    DayNote { entry_id: id, kind, item_id: item, side, text }
}

fn entry(entry: Entry) -> NewDayEntry {
    let Fields { item, side, sex, band, people, walk_in, youth, text, organisation, due_on } =
        fields_of(&entry.content);
    NewDayEntry {
        id: entry.id,
        kind: entry.content.kind(),
        at: entry.at,
        supersedes: entry.supersedes,
        item_id: item,
        side,
        sex,
        band,
        people,
        walk_in,
        youth,
        text,
        organisation_id: organisation,
        due_on,
    }
}
