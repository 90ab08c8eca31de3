//! Planning the questions, asking them, keeping the answers.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::super::alerts::domain::AlertKind;
use super::super::alerts::store::raise;
use super::super::policy::GetCaseProtection;
use super::super::{CheckInId, alerts};
use super::domain::{CheckInAnswer, CheckInState, CountedFrom, PATIENCE, WEEKS, due};
use super::view::{CheckIn, CheckInInput, MyCheckIn};
use crate::authz::Permit;
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::{ApiError, Result};
use crate::grievances::GrievanceId;
use crate::grievances::store::Case;
use crate::programmes::ProgrammeId;
use crate::schema::{check_ins, grievances};
use crate::secrets::Sealer;

/// Silences that are told in one transaction.
const TOGETHER: i64 = 100;

/// Where the words of an answer are sealed.
pub fn place(id: &str) -> String {
    format!("check_ins/{id}/words_sealed")
}

/// Plans the questions about a case. Those that count from its release replace what had not been asked yet.
pub fn plan(conn: &mut Conn, case: GrievanceId, counted_from: CountedFrom, since: DateTime<Utc>) -> Result<()> {
    match counted_from {
        CountedFrom::Submission => {}
        CountedFrom::Release => replace_waiting(conn, case, since)?,
    }
    for weeks in WEEKS {
        diesel::insert_into(check_ins::table)
            .values((
                (check_ins::id.eq(CheckInId::at(since)), check_ins::grievance_id.eq(case)),
                (check_ins::counted_from.eq(counted_from), check_ins::weeks.eq(weeks)),
                (check_ins::due_at.eq(Moment::from(due(since, weeks))), check_ins::state.eq(CheckInState::Waiting)),
            ))
            .execute(conn)?;
    }
    Ok(())
}

fn replace_waiting(conn: &mut Conn, case: GrievanceId, now: DateTime<Utc>) -> Result<()> {
    let not_asked = check_ins::table
        .filter(check_ins::grievance_id.eq(case))
        .filter(check_ins::state.eq(CheckInState::Waiting))
        .filter(check_ins::due_at.gt(Moment::from(now)));
    diesel::update(not_asked).set(check_ins::state.eq(CheckInState::Replaced)).execute(conn)?;
    Ok(())
}

/// No more questions: nobody could answer them.
pub fn end(conn: &mut Conn, case: GrievanceId) -> Result<()> {
    let open = check_ins::table
        .filter(check_ins::grievance_id.eq(case))
        .filter(check_ins::state.eq_any([CheckInState::Waiting, CheckInState::Silent]));
    diesel::update(open).set(check_ins::state.eq(CheckInState::Replaced)).execute(conn)?;
    Ok(())
}

/// The words that a reporter added to answers, taken out for good.
pub fn erase_words(conn: &mut Conn, case: GrievanceId) -> Result<()> {
    diesel::update(check_ins::table.filter(check_ins::grievance_id.eq(case)))
        .set(check_ins::words_sealed.eq(None::<Vec<u8>>))
        .execute(conn)?;
    Ok(())
}

/// The question that waits for the reporter, the latest if there are several.
pub fn asked(conn: &mut Conn, case: GrievanceId, now: DateTime<Utc>) -> Result<Option<MyCheckIn>> {
    let found: Option<(CheckInId, i64)> = check_ins::table
        .filter(check_ins::grievance_id.eq(case))
        .filter(check_ins::state.eq_any([CheckInState::Waiting, CheckInState::Silent]))
        .filter(check_ins::due_at.le(Moment::from(now)))
        .order(check_ins::due_at.desc())
        .select((check_ins::id, check_ins::weeks))
        .first(conn)
        .optional()?;
    Ok(found.map(|(id, weeks)| MyCheckIn { id, weeks }))
}

/// Keeps the reporter's answer; one that worries raises an alert.
pub fn answer(conn: &mut Conn, sealer: &Sealer, case: &Case, input: CheckInInput, now: DateTime<Utc>) -> Result<()> {
    let id = input.check_in_id;
    let state: CheckInState = check_ins::table
        .find(id)
        .filter(check_ins::grievance_id.eq(case.id))
        .filter(check_ins::due_at.le(Moment::from(now)))
        .select(check_ins::state)
        .first(conn)
        .optional()?
        .ok_or_else(|| ApiError::field("/check_in_id", "unknown"))?;
    match state {
        CheckInState::Waiting | CheckInState::Silent => {}
        CheckInState::Answered | CheckInState::Replaced => return Err(ApiError::Conflict("already_answered")),
    }
    let words = input.words.map(|words| sealer.seal(&place(id.as_str()), words.trim().as_bytes())).transpose()?;
    diesel::update(check_ins::table.find(id))
        .set((
            (check_ins::state.eq(CheckInState::Answered), check_ins::answer.eq(input.answer)),
            (check_ins::words_sealed.eq(words), check_ins::answered_at.eq(Moment::from(now))),
        ))
        .execute(conn)?;
    if input.answer.worries() {
        raise(conn, case.programme_id, case.id, AlertKind::WorryingAnswer, Some(id), now)?;
    } else {
        alerts::store::end_silence(conn, id)?;
    }
    Ok(())
}

/// Tells of the questions that nobody answered in time; how many there were.
pub fn notice_silence(conn: &mut Conn, now: DateTime<Utc>) -> Result<usize> {
    let late: Vec<(CheckInId, GrievanceId, ProgrammeId)> = check_ins::table
        .inner_join(grievances::table)
        .filter(check_ins::state.eq(CheckInState::Waiting))
        .filter(check_ins::due_at.lt(Moment::from(now - PATIENCE)))
        .order(check_ins::due_at)
        .limit(TOGETHER)
        .select((check_ins::id, grievances::id, grievances::programme_id))
        .load(conn)?;
    for (id, case, programme) in &late {
        diesel::update(check_ins::table.find(id)).set(check_ins::state.eq(CheckInState::Silent)).execute(conn)?;
        raise(conn, *programme, *case, AlertKind::Silence, Some(*id), now)?;
    }
    Ok(late.len())
}

type Row = (CheckInId, CountedFrom, i64, Moment, CheckInState, Option<CheckInAnswer>, Option<Vec<u8>>, Option<Moment>);

/// The questions about a case that was found within reach, and their answers.
pub fn of_case(
    conn: &mut Conn,
    _: &Permit<GetCaseProtection>,
    sealer: &Sealer,
    case: GrievanceId,
) -> Result<Vec<CheckIn>> {
    let rows: Vec<Row> = check_ins::table
        .filter(check_ins::grievance_id.eq(case))
        .filter(check_ins::state.ne(CheckInState::Replaced))
        .order((check_ins::due_at, check_ins::id))
        .select((
            check_ins::id,
            check_ins::counted_from,
            check_ins::weeks,
            check_ins::due_at,
            check_ins::state,
            check_ins::answer,
            check_ins::words_sealed,
            check_ins::answered_at,
        ))
        .load(conn)?;
    rows.into_iter().map(|row| view(sealer, row)).collect()
}

fn view(sealer: &Sealer, row: Row) -> Result<CheckIn> {
    let (id, counted_from, weeks, due_at, state, answer, words, answered_at) = row;
    let words = words.map(|words| sealer.open_text(&place(id.as_str()), &words)).transpose()?;
    let answered_at = answered_at.map(Moment::utc);
    Ok(CheckIn { id, counted_from, weeks, due_at: due_at.utc(), state, answer, words, answered_at })
}
