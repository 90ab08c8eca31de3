//! Keeping the entries of a day, each once, and reading them.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use super::DayEntryId;
use super::domain::{self, Content, DayEntryKind, DayOutcomeKind, Entry, Fields, MOST, content, fields_of, live};
pub use super::forget::{forget, forget_promises};
use super::input::NewDayEntry;
use super::policy::AddMeetingDayEntries;
use super::view::DayOutcome;
use crate::accounts::AccountId;
use crate::authz::Permit;
use crate::db::types::Moment;
use crate::db::{Conn, insert_many};
use crate::error::{ApiError, Result};
use crate::grievances::clock::day_of;
use crate::headcount::CountedBand;
use crate::meetings::domain::{MeetingSide, MeetingState};
use crate::meetings::store::{Row as Meeting, find, hold_still, touch_day};
use crate::meetings::{AgendaItemId, MeetingId};
use crate::organisations::OrganisationId;
use crate::schema::{meeting_agenda_items as items, meeting_day_entries as entries, organisations};
use crate::stakeholders::domain::Sex;

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = entries)]
struct Row {
    meeting_id: MeetingId,
    id: DayEntryId,
    kind: DayEntryKind,
    at: Moment,
    received_at: Moment,
    account_id: AccountId,
    supersedes_id: Option<DayEntryId>,
    item_id: Option<AgendaItemId>,
    side: Option<MeetingSide>,
    sex: Option<Sex>,
    band: Option<CountedBand>,
    people: Option<i64>,
    walk_in: Option<bool>,
    youth: Option<bool>,
    text: Option<String>,
    organisation_id: Option<OrganisationId>,
    due_on: Option<NaiveDate>,
}

impl Row {
    fn of(meeting: MeetingId, entry: &Entry, by: AccountId, now: DateTime<Utc>) -> Self {
        let Fields { item, side, sex, band, people, walk_in, youth, text, organisation, due_on } =
            fields_of(&entry.content);
        Self {
            meeting_id: meeting,
            id: entry.id,
            kind: entry.content.kind(),
            at: entry.at.into(),
            received_at: now.into(),
            account_id: by,
            supersedes_id: entry.supersedes,
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

    fn entry(self) -> Result<Entry> {
        let Self { id, kind, at, supersedes_id, .. } = self;
        let fields = Fields {
            item: self.item_id,
            side: self.side,
            sex: self.sex,
            band: self.band,
            people: self.people,
            walk_in: self.walk_in,
            youth: self.youth,
            text: self.text,
            organisation: self.organisation_id,
            due_on: self.due_on,
        };
        let content = content(kind, id, supersedes_id, &fields).map_err(|_| ApiError::Internal)?;
        Ok(Entry { id, at: at.utc(), supersedes: supersedes_id, content })
    }
}

/// The entries of the day of a meeting that was found to be within reach, by the time of the device.
pub fn of(conn: &mut Conn, meeting: MeetingId) -> Result<Vec<Entry>> {
    let rows: Vec<Row> = entries::table
        .filter(entries::meeting_id.eq(meeting))
        .order((entries::at, entries::id))
        .select(Row::as_select())
        .load(conn)?;
    rows.into_iter().map(Row::entry).collect()
}

/// Those of the meetings that can still be postponed, and of whose day something was noted that stands.
pub fn noted_of(conn: &mut Conn, meetings: &[Meeting]) -> Result<HashSet<MeetingId>> {
    let open = meetings.iter().filter(|meeting| meeting.state == MeetingState::Confirmed);
    let open: Vec<MeetingId> = open.map(|meeting| meeting.id).collect();
    if open.is_empty() {
        return Ok(HashSet::new());
    }
    let begun: Vec<MeetingId> =
        entries::table.filter(entries::meeting_id.eq_any(open)).select(entries::meeting_id).distinct().load(conn)?;
    let mut noted = HashSet::new();
    for meeting in begun {
        if live(&of(conn, meeting)?).iter().any(|entry| entry.content != Content::Withdraw) {
            noted.insert(meeting);
        }
    }
    Ok(noted)
}

/// Takes what was not there yet, all of it or, if the database fails, nothing; says of each entry what became of it, and how
/// many are new.
pub fn add(
    conn: &mut Conn,
    permit: &Permit<AddMeetingDayEntries>,
    id: MeetingId,
    sent: &[NewDayEntry],
    now: DateTime<Utc>,
) -> Result<(Vec<DayOutcome>, usize)> {
    // Who puts the minutes before the sides waits, or has done so.
    hold_still(conn, id)?;
    let meeting = find(conn, permit, id)?;
    let account = permit.account()?;
    writable(&meeting, account, now)?;
    let known = of(conn, id)?;
    let references = References::of(conn, id, sent)?;
    let mut log: HashMap<DayEntryId, Entry> = known.into_iter().map(|entry| (entry.id, entry)).collect();
    let (mut outcomes, mut rows) = (vec![], vec![]);
    for new in sent {
        let outcome = match taken(new, &references, &log) {
            Ok(Some(entry)) => {
                rows.push(Row::of(id, &entry, account, now));
                log.insert(entry.id, entry);
                outcome(new.id, DayOutcomeKind::Taken)
            }
            Ok(None) => outcome(new.id, DayOutcomeKind::AlreadyThere),
            Err((pointer, code)) => {
                let (pointer, code) = (Some(pointer.into()), Some(code.into()));
                DayOutcome { pointer, code, ..outcome(new.id, DayOutcomeKind::Refused) }
            }
        };
        outcomes.push(outcome);
    }
    let new = rows.len();
    insert_many!(conn, entries::table, rows)?;
    if new > 0 {
        touch_day(conn, id)?;
    }
    Ok((outcomes, new))
}

/// Refuses whoever can't write of the day now.
pub fn writable(meeting: &Meeting, account: AccountId, now: DateTime<Utc>) -> Result<()> {
    let dawned = day_of(meeting.starts_at.utc()) <= day_of(now);
    domain::write(meeting.state, meeting.facilitator_id, account, dawned).map_err(ApiError::Conflict)
}

fn outcome(id: DayEntryId, outcome: DayOutcomeKind) -> DayOutcome {
    DayOutcome { id, outcome, pointer: None, code: None }
}

/// The entry, if it is new; none if it is there; or why it can't be kept.
fn taken(
    new: &NewDayEntry,
    references: &References,
    log: &HashMap<DayEntryId, Entry>,
) -> std::result::Result<Option<Entry>, (&'static str, &'static str)> {
    domain::told_by_a_clock(new.at)?;
    let content = content(new.kind, new.id, new.supersedes, &new.fields())?;
    let entry = Entry { id: new.id, at: Moment::from(new.at).utc(), supersedes: new.supersedes, content };
    match log.get(&new.id) {
        Some(known) if *known == entry => return Ok(None),
        Some(_) => return Err(("/id", "another_with_this_id")),
        None if log.len() >= MOST => return Err(("", "day_full")),
        None => {}
    }
    references.check(&entry.content)?;
    Ok(Some(entry))
}

/// What entries name, as far as it is there.
struct References {
    items: HashSet<AgendaItemId>,
    organisations: HashSet<OrganisationId>,
}

impl References {
    fn of(conn: &mut Conn, meeting: MeetingId, sent: &[NewDayEntry]) -> Result<Self> {
        let items: Vec<AgendaItemId> =
            items::table.filter(items::meeting_id.eq(meeting)).select(items::id).load(conn)?;
        let named: Vec<OrganisationId> = sent.iter().filter_map(|entry| entry.organisation_id).collect();
        let organisations: Vec<OrganisationId> =
            organisations::table.filter(organisations::id.eq_any(named)).select(organisations::id).load(conn)?;
        Ok(Self { items: items.into_iter().collect(), organisations: organisations.into_iter().collect() })
    }

    fn check(&self, content: &Content) -> std::result::Result<(), (&'static str, &'static str)> {
        let Fields { item, organisation, .. } = fields_of(content);
        if item.is_some_and(|item| !self.items.contains(&item)) {
            return Err(("/item_id", "unknown"));
        }
        if organisation.is_some_and(|organisation| !self.organisations.contains(&organisation)) {
            return Err(("/organisation_id", "unknown"));
        }
        Ok(())
    }
}
