//! Copies of promises, with what happened to them.

use chrono::{NaiveDate, TimeDelta};
use diesel::prelude::*;

use super::{Copy, MOST};
use crate::commitments::{CommitmentEventId, CommitmentId};
use crate::db::search::{self, Document, Kind};
use crate::db::types::Moment;
use crate::db::{Conn, insert_many};
use crate::error::Result;
use crate::schema::{commitment_events, commitments};

/// Everything of a promise but to which case, agreement or meeting it belongs: copies belong to none.
#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = commitments, treat_none_as_default_value = false)]
struct Row {
    id: String,
    programme_id: String,
    what: String,
    organisation_id: String,
    side: String,
    place_id: String,
    place_path: String,
    site_id: Option<String>,
    made_on: NaiveDate,
    due_on: NaiveDate,
    first_due_on: NaiveDate,
    state: String,
    done_on: Option<NaiveDate>,
    reported_by: Option<String>,
    published: bool,
    public_text: Option<String>,
    words: String,
    created_by: String,
    created_at: Moment,
    updated_at: Moment,
}

#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = commitment_events, treat_none_as_default_value = false)]
struct Event {
    id: String,
    commitment_id: String,
    made: String,
    from_state: Option<String>,
    to_state: String,
    party: String,
    account_id: String,
    at: Moment,
    note: Option<String>,
    witness: Option<String>,
    done_on: Option<NaiveDate>,
    due_before: Option<NaiveDate>,
    due_after: Option<NaiveDate>,
}

/// A promise of the demonstration.
#[derive(Clone)]
pub struct Original {
    row: Row,
    events: Vec<Event>,
}

pub fn originals(conn: &mut Conn) -> Result<Vec<Original>> {
    let rows: Vec<Row> = commitments::table.order(commitments::id).limit(MOST).select(Row::as_select()).load(conn)?;
    let with_events = |row: Row| {
        let own = commitment_events::table.filter(commitment_events::commitment_id.eq(&row.id));
        let events = own.order(commitment_events::id).select(Event::as_select()).load(conn)?;
        Ok(Original { row, events })
    };
    rows.into_iter().map(with_events).collect()
}

pub fn add(conn: &mut Conn, originals: &[Original], copies: &[Copy]) -> Result<()> {
    let (mut rows, mut events) = (vec![], vec![]);
    for copy in copies {
        let Some(original) = copy.of(originals) else { return Ok(()) };
        let (row, happened) = copied(original, *copy);
        rows.push(row);
        events.extend(happened);
    }
    let documents: Vec<_> = rows.iter().map(document).collect();
    insert_many!(conn, commitments::table, rows)?;
    search::append(conn, &documents)?;
    insert_many!(conn, commitment_events::table, events)?;
    Ok(())
}

fn document(row: &Row) -> Document {
    Document { kind: Kind::Commitment, id: row.id.clone(), text: row.words.clone() }
}

fn copied(original: &Original, copy: Copy) -> (Row, Vec<Event>) {
    let later = TimeDelta::days((copy.day() - original.row.created_at.utc()).num_days());
    let moved = |at: Moment| Moment::from(at.utc() + later);
    let id = CommitmentId::at(copy.day()).to_string();
    let row = Row {
        id: id.clone(),
        made_on: original.row.made_on + later,
        due_on: original.row.due_on + later,
        first_due_on: original.row.first_due_on + later,
        done_on: original.row.done_on.map(|day| day + later),
        created_at: moved(original.row.created_at),
        updated_at: moved(original.row.updated_at),
        ..original.row.clone()
    };
    let happened = original.events.iter().map(|event| Event {
        id: CommitmentEventId::at(event.at.utc() + later).to_string(),
        commitment_id: id.clone(),
        at: moved(event.at),
        done_on: event.done_on.map(|day| day + later),
        due_before: event.due_before.map(|day| day + later),
        due_after: event.due_after.map(|day| day + later),
        ..event.clone()
    });
    (row, happened.collect())
}
