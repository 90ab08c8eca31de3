//! Promises that were made at a meeting.

use std::collections::HashMap;

use diesel::prelude::*;

use super::CommitmentId;
use super::input::NewCommitment;
use super::policy::{CreateCommitment, GetCommitment};
use super::scope::within;
use super::store::Row;
use crate::agreements::AgreementId;
use crate::authz::{Action, Permit};
use crate::db::Conn;
use crate::error::{ApiError, Result};
use crate::grievances::GrievanceId;
use crate::meetings::day::DayEntryId;
use crate::meetings::day::domain::{fold, places};
use crate::meetings::{self, AgendaItemId, MeetingId};
use crate::schema::{commitments, meeting_agenda_items as items};

/// Refuses a meeting that the caller does not reach, one of another programme and one that nobody came to yet; and an entry
/// that notes no promise, one that was recorded, and one that was noted under an item about something else than the promise.
pub fn check(conn: &mut Conn, permit: &Permit<CreateCommitment>, new: &NewCommitment) -> Result<()> {
    let Some(meeting) = new.meeting_id else {
        return match new.meeting_entry_id {
            Some(_) => Err(ApiError::field("/meeting_id", "required")),
            None => Ok(()),
        };
    };
    meetings::store::check_origin(conn, permit, new.programme_id, meeting)?;
    new.meeting_entry_id.map_or(Ok(()), |entry| check_entry(conn, meeting, entry, new))
}

fn check_entry(conn: &mut Conn, meeting: MeetingId, entry: DayEntryId, new: &NewCommitment) -> Result<()> {
    // Nobody records the same from another entry, and no case is taken out, meanwhile.
    meetings::store::hold_still(conn, meeting)?;
    let entries = meetings::day::store::of(conn, meeting)?;
    let day = fold(&entries);
    let Some(promise) = day.promises.iter().find(|promise| promise.id == entry) else {
        return Err(ApiError::field("/meeting_entry_id", "unknown"));
    };
    let places = places(&entries);
    if recorded_at(conn, meeting, &places)?.contains_key(places.get(&entry).unwrap_or(&entry)) {
        return Err(ApiError::field("/meeting_entry_id", "already_there"));
    }
    promise.item.map_or(Ok(()), |item| check_item(conn, item, new))
}

/// What an item is about decides who reaches what was promised under it, and what is taken out if its case must not be spoken
/// of any more: a promise that does not name it would outlive it.
fn check_item(conn: &mut Conn, item: AgendaItemId, new: &NewCommitment) -> Result<()> {
    let (case, agreement, promise): (Option<GrievanceId>, Option<AgreementId>, Option<CommitmentId>) =
        items::table.find(item).select((items::grievance_id, items::agreement_id, items::commitment_id)).first(conn)?;
    let (case, agreement) = match promise {
        Some(promise) => commitments::table
            .find(promise)
            .select((commitments::grievance_id, commitments::agreement_id))
            .first(conn)?,
        None => (case, agreement),
    };
    if case.is_some() && new.grievance_id != case {
        return Err(ApiError::field("/grievance_id", "not_of_the_item"));
    }
    if agreement.is_some() && new.agreement_id != agreement {
        return Err(ApiError::field("/agreement_id", "not_of_the_item"));
    }
    Ok(())
}

/// As which promises the entries of the day of a meeting were recorded, within whose reach ever, by the place of the entry: for
/// its own staff.
pub fn recorded_at(
    conn: &mut Conn,
    meeting: MeetingId,
    places: &HashMap<DayEntryId, DayEntryId>,
) -> Result<HashMap<DayEntryId, CommitmentId>> {
    let rows: Vec<(DayEntryId, CommitmentId)> = commitments::table
        .filter(commitments::meeting_id.eq(meeting).and(commitments::meeting_entry_id.is_not_null()))
        .select((commitments::meeting_entry_id.assume_not_null(), commitments::id))
        .load(conn)?;
    Ok(rows.into_iter().map(|(entry, promise)| (*places.get(&entry).unwrap_or(&entry), promise)).collect())
}

/// What was promised at a meeting, as far as the caller reaches it.
pub fn of_meeting<A: Action>(conn: &mut Conn, permit: &Permit<A>, meeting: MeetingId) -> Result<Vec<Row>> {
    Ok(commitments::table
        .filter(commitments::meeting_id.eq(meeting))
        .filter(within(&permit.also::<GetCommitment>()?)?)
        .order(commitments::id)
        .select(Row::as_select())
        .load(conn)?)
}
