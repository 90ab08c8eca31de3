//! Writing down what the clocks of a case come to, where lists find it.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::changes::version;
use super::deadline::{ClockState, Course, Deadline, deadlines};
use super::rules::Clock;
use super::run::Step;
use super::whole::{Whole, whole};
use crate::db::Conn;
use crate::db::types::Moment;
use crate::directory::{Directory, directory};
use crate::error::Result;
use crate::grievances::GrievanceId;
use crate::grievances::domain::{Move, State};
use crate::grievances::store::Case;
use crate::programmes::ProgrammeId;
use crate::schema::{grievance_clocks, grievance_events, grievances};

/// The columns of a case that its clocks fill.
#[derive(Clone, Copy, Debug, AsChangeset, Insertable)]
#[diesel(table_name = grievances, treat_none_as_null = true, treat_none_as_default_value = false)]
pub struct ClockColumns {
    pub due_at: Option<Moment>,
    pub due_clock: Option<Clock>,
    pub clock: Option<ClockState>,
}

impl From<Whole> for ClockColumns {
    fn from(Whole { due, state, turns_at: _ }: Whole) -> Self {
        let (due_at, due_clock) = due.unzip();
        Self { due_at: due_at.map(Moment::from), due_clock, clock: state }
    }
}

/// The clocks of a case that is entered now, before it is written.
pub fn begin(directory: &Directory, programme: ProgrammeId, submitted_at: DateTime<Utc>, now: DateTime<Utc>) -> Whole {
    let submitted = Step { at: submitted_at, made: Move::Submit, to: State::Submitted };
    let course = Course { steps: vec![submitted], severity: None };
    let mut whole = whole(&deadlines(&course, directory.terms(programme), &directory.calendar), now);
    if whole.state != Some(ClockState::OnTrack) {
        // Late before it was entered: the chore that reminds would look at it no more.
        whole.turns_at = Some(now);
    }
    whole
}

/// When a case that is written for the first time is to be looked at again.
pub fn insert(conn: &mut Conn, case: GrievanceId, whole: &Whole, counted: i64) -> Result<()> {
    if whole.state.is_some() {
        let row = row(case, whole, counted);
        diesel::insert_into(grievance_clocks::table).values(row).execute(conn)?;
    }
    Ok(())
}

/// Counts the clocks of a case anew and writes down what they come to. `case` is as it was read.
pub fn refresh(conn: &mut Conn, case: &Case, now: DateTime<Utc>) -> Result<Vec<Deadline>> {
    let directory = directory(conn)?;
    let course = Course { steps: steps(conn, case.id)?, severity: case.severity };
    let deadlines = deadlines(&course, directory.terms(case.programme_id), &directory.calendar);
    let whole = whole(&deadlines, now);
    let columns = ClockColumns::from(whole);
    if (columns.due_at, columns.due_clock, columns.clock) != (case.due_at, case.due_clock, case.clock) {
        // Neither its version nor its last change: nobody did anything.
        diesel::update(grievances::table.find(case.id)).set(columns).execute(conn)?;
    }
    let counted = version(conn)?;
    let kept = grievance_clocks::table.find(case.id);
    if whole.state.is_none() {
        diesel::delete(kept).execute(conn)?;
    } else if diesel::update(kept).set(row(case.id, &whole, counted)).execute(conn)? == 0 {
        insert(conn, case.id, &whole, counted)?;
    }
    Ok(deadlines)
}

#[derive(Insertable, AsChangeset)]
#[diesel(table_name = grievance_clocks, primary_key(grievance_id), treat_none_as_null = true)]
struct Row {
    grievance_id: GrievanceId,
    turns_at: Option<Moment>,
    counted: i64,
}

fn row(grievance_id: GrievanceId, whole: &Whole, counted: i64) -> Row {
    Row { grievance_id, turns_at: whole.turns_at.map(Moment::from), counted }
}

fn steps(conn: &mut Conn, case: GrievanceId) -> Result<Vec<Step>> {
    let rows: Vec<(Moment, Move, State)> = grievance_events::table
        .filter(grievance_events::grievance_id.eq(case))
        .order((grievance_events::at, grievance_events::id))
        .select((grievance_events::at, grievance_events::made, grievance_events::to_state))
        .load(conn)?;
    Ok(rows.into_iter().map(|(at, made, to)| Step { at: at.utc(), made, to }).collect())
}
