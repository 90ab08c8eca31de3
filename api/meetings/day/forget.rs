//! Taking out of a day what must not be spoken of any more.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::DayEntryId;
use super::domain::{DayEntryKind, Entry, chains_of, fields_of};
use super::store::of;
use crate::db::Conn;
use crate::error::Result;
use crate::grievances::GrievanceId;
use crate::meetings::store::{hold_still, touch_day};
use crate::meetings::{AgendaItemId, MeetingId};
use crate::schema::{agreements, commitments, meeting_agenda_items as items, meeting_day_entries as entries};

/// Entries that one statement names.
const AT_ONCE: usize = 500;

/// Deletes the entries that were recorded as promises of a case that must not be spoken of any more: as those that settle it,
/// or that follow from an agreement which does.
pub fn forget_promises(conn: &mut Conn, case: GrievanceId) -> Result<()> {
    let agreed = agreements::table.filter(agreements::grievance_id.eq(case)).select(agreements::id.nullable());
    let noted: Vec<(MeetingId, DayEntryId)> = commitments::table
        .filter(commitments::grievance_id.eq(case).or(commitments::agreement_id.eq_any(agreed)))
        .filter(commitments::meeting_id.is_not_null().and(commitments::meeting_entry_id.is_not_null()))
        .select((commitments::meeting_id.assume_not_null(), commitments::meeting_entry_id.assume_not_null()))
        .load(conn)?;
    let mut of_meetings: BTreeMap<MeetingId, Vec<DayEntryId>> = BTreeMap::new();
    for (meeting, entry) in noted {
        of_meetings.entry(meeting).or_default().push(entry);
    }
    for (meeting, named) in of_meetings {
        hold_still(conn, meeting)?;
        let known = of(conn, meeting)?;
        delete_chains(conn, meeting, &known, &named)?;
        touch_day(conn, meeting)?;
    }
    Ok(())
}

/// Deletes what was said of items that must not be spoken of any more. That somebody spoke of one stays, as a pause: what was
/// spoken of before it ended then.
pub fn forget(conn: &mut Conn, gone: &[AgendaItemId]) -> Result<()> {
    let mut meetings: Vec<MeetingId> =
        items::table.filter(items::id.eq_any(gone.to_vec())).select(items::meeting_id).distinct().load(conn)?;
    meetings.sort_unstable();
    for meeting in &meetings {
        // Nothing more is noted or written of these items, nor put before the sides, until they are gone: also of a meeting of
        // whose day nothing is there yet.
        hold_still(conn, *meeting)?;
    }
    for meeting in meetings {
        let known = of(conn, meeting)?;
        let about =
            known.iter().filter(|entry| fields_of(&entry.content).item.is_some_and(|item| gone.contains(&item)));
        let (opened, said): (Vec<&Entry>, Vec<&Entry>) =
            about.partition(|entry| entry.content.kind() == DayEntryKind::OpenItem);
        let opened: Vec<DayEntryId> = opened.into_iter().map(|entry| entry.id).collect();
        let said: Vec<DayEntryId> = said.into_iter().map(|entry| entry.id).collect();
        for few in opened.chunks(AT_ONCE) {
            let target =
                entries::table.filter(entries::meeting_id.eq(meeting)).filter(entries::id.eq_any(few.to_vec()));
            let pause = (entries::kind.eq(DayEntryKind::Pause), entries::item_id.eq(None::<AgendaItemId>));
            diesel::update(target).set(pause).execute(conn)?;
        }
        delete_chains(conn, meeting, &known, &said)?;
        touch_day(conn, meeting)?;
    }
    Ok(())
}

/// Deletes entries with what they corrected and what corrects them: without that, the words before would stand again. What
/// only opened an item says nothing, and keeps the time.
fn delete_chains(conn: &mut Conn, meeting: MeetingId, known: &[Entry], named: &[DayEntryId]) -> Result<()> {
    let chains = chains_of(known, named);
    let there = known.iter().filter(|entry| chains.contains(&entry.id));
    let gone: Vec<DayEntryId> =
        there.filter(|entry| entry.content.kind() != DayEntryKind::OpenItem).map(|entry| entry.id).collect();
    for few in gone.chunks(AT_ONCE) {
        let target = entries::table.filter(entries::meeting_id.eq(meeting)).filter(entries::id.eq_any(few.to_vec()));
        diesel::delete(target).execute(conn)?;
    }
    Ok(())
}
