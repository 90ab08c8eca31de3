//! Copies of meetings, with of what they speak and who is invited.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::{Copy, MOST};
use crate::db::search::{self, Document, Kind};
use crate::db::types::Moment;
use crate::db::{Conn, insert_many};
use crate::error::Result;
use crate::meetings::{AgendaItemId, MeetingId, MeetingInvitationId};
use crate::schema::{meeting_agenda_items as items, meeting_invitations as invitations, meetings};

#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = meetings, treat_none_as_default_value = false)]
struct Row {
    id: String,
    programme_id: String,
    kind: String,
    title: String,
    place_id: String,
    place_path: String,
    site_id: Option<String>,
    starts_at: Moment,
    ends_at: Moment,
    venue: Option<String>,
    venue_key: Option<String>,
    facilitator_id: String,
    languages: String,
    interpreters: String,
    ground_rules: Option<String>,
    visibility: String,
    state: String,
    opened_at: Option<Moment>,
    words: String,
    created_by: String,
    created_at: Moment,
    updated_at: Moment,
}

/// A topic: copies speak of no record.
#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = items, treat_none_as_default_value = false)]
struct Item {
    id: String,
    meeting_id: String,
    kind: String,
    topic: Option<String>,
    note: Option<String>,
    state: String,
    reason: Option<String>,
    position: Option<i64>,
    side: String,
    organisation_id: String,
    proposed_by: String,
    proposed_at: Moment,
}

/// An account or an organisation: nobody has a link to a copy.
#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = invitations, treat_none_as_default_value = false)]
struct Guest {
    id: String,
    meeting_id: String,
    side: String,
    account_id: Option<String>,
    organisation_id: Option<String>,
    invited_by: String,
    invited_at: Moment,
    answer: Option<String>,
    answered_at: Option<Moment>,
    answered_by: Option<String>,
    rules_accepted: Option<i64>,
}

/// A meeting of the demonstration.
#[derive(Clone)]
pub struct Original {
    row: Row,
    items: Vec<Item>,
    guests: Vec<Guest>,
}

/// The meetings of the demonstration: those that are to come, and those that are over or called off.
#[derive(Clone)]
pub struct Originals {
    to_come: Vec<Original>,
    over: Vec<Original>,
}

/// States in which a meeting that is over can be.
const OVER: [&str; 3] = ["held", "closed", "cancelled"];
/// Those are not copied: the text that is before the sides would not be there.
const WITH_MINUTES: [&str; 2] = ["minutes_drafted", "minutes_approved"];

pub fn originals(conn: &mut Conn) -> Result<Originals> {
    let copied = meetings::table.filter(meetings::state.ne_all(WITH_MINUTES)).order(meetings::id).limit(MOST);
    let rows: Vec<Row> = copied.select(Row::as_select()).load(conn)?;
    let mut all = vec![];
    for row in rows {
        let spoken = items::table.filter(items::meeting_id.eq(&row.id)).filter(items::topic.is_not_null());
        let spoken = spoken.select(Item::as_select()).load(conn)?;
        let asked = invitations::table.filter(invitations::meeting_id.eq(&row.id));
        let asked = asked.filter(invitations::name.is_null()).filter(invitations::withdrawn_at.is_null());
        let guests = asked.select(Guest::as_select()).load(conn)?;
        all.push(Original { row, items: spoken, guests });
    }
    let (over, to_come) = all.into_iter().partition(|one| OVER.contains(&one.row.state.as_str()));
    Ok(Originals { to_come, over })
}

pub fn add(conn: &mut Conn, originals: &Originals, copies: &[Copy]) -> Result<()> {
    let (mut rows, mut topics, mut guests) = (vec![], vec![], vec![]);
    for copy in copies {
        let like = if copy.day() > copy.now { &originals.to_come } else { &originals.over };
        let Some(original) = copy.of(like) else { return Ok(()) };
        let id = MeetingId::at(copy.day()).to_string();
        topics.extend(original.items.iter().map(|item| topic(item, &id, copy.day())));
        guests.extend(original.guests.iter().map(|guest| invited(guest, &id, copy.day())));
        rows.push(row(&original.row, id, copy.day()));
    }
    let documents: Vec<_> = rows.iter().map(document).collect();
    insert_many!(conn, meetings::table, rows)?;
    search::append(conn, &documents)?;
    insert_many!(conn, items::table, topics)?;
    insert_many!(conn, invitations::table, guests)?;
    Ok(())
}

fn document(row: &Row) -> Document {
    Document { kind: Kind::Meeting, id: row.id.clone(), text: row.words.clone() }
}

fn row(original: &Row, id: String, day: DateTime<Utc>) -> Row {
    let lasts = original.ends_at.utc() - original.starts_at.utc();
    Row {
        id,
        starts_at: day.into(),
        ends_at: (day + lasts).into(),
        opened_at: original.opened_at.map(|_| day.into()),
        created_at: day.into(),
        updated_at: day.into(),
        ..original.clone()
    }
}

fn topic(original: &Item, meeting: &str, day: DateTime<Utc>) -> Item {
    let id = AgendaItemId::at(day).to_string();
    Item { id, meeting_id: meeting.to_owned(), proposed_at: day.into(), ..original.clone() }
}

fn invited(original: &Guest, meeting: &str, day: DateTime<Utc>) -> Guest {
    Guest {
        id: MeetingInvitationId::at(day).to_string(),
        meeting_id: meeting.to_owned(),
        invited_at: day.into(),
        answered_at: original.answered_at.map(|_| day.into()),
        ..original.clone()
    }
}
