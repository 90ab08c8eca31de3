//! What is odd about a meeting that is to come, and forbids nothing: where and when it is, and who is at another then.

use std::collections::HashSet;

use diesel::prelude::*;

use super::MeetingId;
use super::domain::{LONGEST, MeetingState, MeetingWarningKind, is_open, overlap};
use super::guests;
use super::scope::within;
use super::store::Row;
use super::view::{MeetingLink, MeetingWarning};
use crate::accounts::AccountId;
use crate::authz::{Action, Permit};
use crate::db::Conn;
use crate::db::types::Moment;
use crate::directory::directory;
use crate::error::Result;
use crate::grievances::clock::day_of;
use crate::impacts::domain::{Period, warned};
use crate::schema::{meeting_invitations as invitations, meetings, programmes};

/// Other meetings that are looked at: whoever has more at one time is warned enough.
const LOOKED_AT: i64 = 100;

/// Warnings that are told.
const TOLD: usize = 20;

const OPEN: [MeetingState; 4] =
    [MeetingState::Draft, MeetingState::AgendaOpen, MeetingState::Invited, MeetingState::Confirmed];

/// What is odd about a meeting, of what the caller reaches. Of one that is over or called off, nothing.
pub fn of<A: Action>(conn: &mut Conn, permit: &Permit<A>, row: &Row) -> Result<Vec<MeetingWarning>> {
    if !is_open(row.state) {
        return Ok(vec![]);
    }
    let others = at_the_same_time(conn, permit, row)?;
    let mut found = period(conn, row)?;
    found.extend(others.iter().filter(|other| same_venue(row, other)).map(|other| MeetingWarning {
        kind: MeetingWarningKind::VenueTaken,
        meeting: Some(link(other)),
        person: None,
    }));
    found.extend(people(conn, row, &others)?);
    found.truncate(TOLD);
    Ok(found)
}

fn at_the_same_time<A: Action>(conn: &mut Conn, permit: &Permit<A>, row: &Row) -> Result<Vec<Row>> {
    let rows: Vec<Row> = meetings::table
        .filter(within(permit)?)
        .filter(meetings::state.eq_any(OPEN))
        // What began earlier is over: the first condition is what an index finds the others by.
        .filter(meetings::starts_at.gt(Moment::from(row.starts_at.utc() - LONGEST)))
        .filter(meetings::starts_at.lt(row.ends_at))
        .filter(meetings::ends_at.gt(row.starts_at))
        .filter(meetings::id.ne(row.id))
        .order((meetings::starts_at, meetings::id))
        .limit(LOOKED_AT)
        .select(Row::as_select())
        .load(conn)?;
    Ok(rows.into_iter().filter(|other| overlap(row.span(), other.span())).collect())
}

fn same_venue(one: &Row, other: &Row) -> bool {
    one.venue_key.is_some() && one.venue_key == other.venue_key && one.place_id == other.place_id
}

fn link(row: &Row) -> MeetingLink {
    MeetingLink { id: row.id, title: row.title.clone(), starts_at: row.starts_at.utc() }
}

/// Who of this meeting is at another: leads it, or is invited there.
fn people(conn: &mut Conn, row: &Row, others: &[Row]) -> Result<Vec<MeetingWarning>> {
    let mut here = guests::store::accounts_of(conn, row.id)?;
    here.retain(|account| *account != row.facilitator_id);
    here.insert(0, row.facilitator_id);
    let ids: Vec<MeetingId> = others.iter().map(|other| other.id).collect();
    let there: Vec<(MeetingId, AccountId)> = invitations::table
        .filter(invitations::meeting_id.eq_any(ids))
        .filter(invitations::withdrawn_at.is_null())
        .filter(invitations::account_id.is_not_null())
        .select((invitations::meeting_id, invitations::account_id.assume_not_null()))
        .load(conn)?;
    let mut there: HashSet<(MeetingId, AccountId)> = there.into_iter().collect();
    there.extend(others.iter().map(|other| (other.id, other.facilitator_id)));
    let names = directory(conn)?;
    let mut found = vec![];
    for account in here {
        let kind = if account == row.facilitator_id {
            MeetingWarningKind::FacilitatorElsewhere
        } else {
            MeetingWarningKind::InvitedElsewhere
        };
        let meant = others.iter().filter(|other| there.contains(&(other.id, account)));
        let person = names.person(Some(account));
        found.extend(meant.map(|other| MeetingWarning { kind, meeting: Some(link(other)), person: person.clone() }));
    }
    Ok(found)
}

/// Whether it begins before the programme does, or ends after it.
fn period(conn: &mut Conn, row: &Row) -> Result<Vec<MeetingWarning>> {
    let days = programmes::table.find(row.programme_id).select((programmes::starts_on, programmes::ends_on));
    let (starts_on, ends_on) = days.first(conn)?;
    let period = Period { starts_on, ends_on };
    let warning = |kind| MeetingWarning { kind, meeting: None, person: None };
    let first = warned(day_of(row.starts_at.utc()), period);
    let last = warned(day_of(row.ends_at.utc()), period);
    let before = (first == Some("before_the_programme")).then_some(MeetingWarningKind::BeforeTheProgramme);
    let after = (last == Some("after_the_programme")).then_some(MeetingWarningKind::AfterTheProgramme);
    Ok(before.into_iter().chain(after).map(warning).collect())
}
