//! Leading a meeting on: the one way in which it changes.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::domain::{Facts, MeetingKind, MeetingMove, MeetingVisibility, Span, check};
use super::events::{self, Step, Told};
use super::input::MeetingDate;
use super::policy::{CancelMeeting, OpenMeetingAgenda, PostponeMeeting, RescheduleMeeting};
use super::store::{Row, check_span, find, hold_still, maker, said};
use super::{MeetingId, day, guests, people};
use crate::accounts::AccountId;
use crate::authz::{Action, Permit};
use crate::db::Conn;
use crate::db::search;
use crate::db::types::Moment;
use crate::error::{ApiError, Result};
use crate::http::IfMatch;
use crate::http::version::{changed_one, still};
use crate::notifications::{Kind, Subject, tell};
use crate::places::PlaceId;
use crate::schema::meetings;
use crate::sites::SiteId;

/// What a move writes besides the state; what is `None` stays.
#[derive(Default, AsChangeset)]
#[diesel(table_name = meetings)]
pub struct Changes {
    pub kind: Option<MeetingKind>,
    pub title: Option<String>,
    pub place_id: Option<PlaceId>,
    pub place_path: Option<String>,
    pub site_id: Option<Option<SiteId>>,
    pub starts_at: Option<Moment>,
    pub ends_at: Option<Moment>,
    pub venue: Option<Option<String>>,
    pub venue_key: Option<Option<String>>,
    pub facilitator_id: Option<AccountId>,
    pub languages: Option<String>,
    pub interpreters: Option<String>,
    pub ground_rules: Option<Option<String>>,
    pub rules_revision: Option<i64>,
    pub visibility: Option<MeetingVisibility>,
    pub opened_at: Option<Moment>,
    pub words: Option<String>,
}

/// What the conditions of a move look at.
pub fn facts(conn: &mut Conn, row: &Row, now: DateTime<Utc>) -> Result<Facts> {
    let has_guests = guests::store::with_guests(conn, vec![row.id])?.contains(&row.id);
    let noted = day::store::noted_of(conn, std::slice::from_ref(row))?.contains(&row.id);
    Ok(facts_with(row, has_guests, noted, now))
}

/// The same of a meeting of which it is known whether anybody is invited, and something was noted.
pub fn facts_with(row: &Row, has_guests: bool, noted: bool, now: DateTime<Utc>) -> Facts {
    Facts {
        state: row.state,
        facilitator: row.facilitator_id,
        has_venue: row.venue.is_some(),
        has_guests,
        begun: row.begun(now),
        noted,
    }
}

/// Makes a move of a meeting within reach that allows it now, and tells those whom it concerns.
pub fn make<A: Action>(
    conn: &mut Conn,
    permit: &Permit<A>,
    id: MeetingId,
    expected: IfMatch,
    (made, told): (MeetingMove, Told),
    now: DateTime<Utc>,
    prepare: impl FnOnce(&mut Conn, &Row) -> Result<Changes>,
) -> Result<()> {
    let before = find(conn, permit, id)?;
    still(before.version, expected)?;
    let maker = maker(permit)?;
    let facts = facts(conn, &before, now)?;
    let to = check(made, &facts, &maker).map_err(ApiError::Conflict)?;
    let changes = prepare(conn, &before)?;
    let news = news(&before, made, &told.fields);
    settle(conn, &before, &changes, &Step { made, from: Some(before.state), to, told }, maker.account, now)?;
    match news {
        Some(kind) => tell_guests(conn, &before, kind, maker.account, now),
        None => Ok(()),
    }
}

/// Writes a step that was found to be allowed.
pub fn settle(
    conn: &mut Conn,
    before: &Row,
    changes: &Changes,
    step: &Step,
    by: AccountId,
    now: DateTime<Utc>,
) -> Result<()> {
    let target = meetings::table.find(before.id).filter(meetings::version.eq(before.version));
    let touched = (meetings::version.eq(before.version + 1), meetings::updated_at.eq(Moment::from(now)));
    changed_one(diesel::update(target).set((changes, meetings::state.eq(step.to), touched)).execute(conn)?)?;
    if let Some(words) = &changes.words {
        search::put(conn, search::Kind::Meeting, before.id.as_str(), words)?;
    }
    events::note(conn, before.id, step, by, now)
}

/// Tells everybody who is invited, except who made it so.
pub(super) fn tell_guests(conn: &mut Conn, row: &Row, kind: Kind, by: AccountId, now: DateTime<Utc>) -> Result<()> {
    let mut told = people::invited(conn, row)?;
    told.retain(|account| *account != by);
    tell(conn, &told, kind, Subject::Meeting(row.id), now)
}

/// What those who are invited have to know of. A meeting of which nobody was told is called off in silence.
fn news(before: &Row, made: MeetingMove, fields: &[&str]) -> Option<Kind> {
    let told = super::domain::is_told_of_changes(before.state);
    match made {
        MeetingMove::OpenAgenda => Some(Kind::MeetingAgendaOpened),
        MeetingMove::Invite => Some(Kind::MeetingInvited),
        MeetingMove::Postpone => Some(Kind::MeetingPostponed),
        MeetingMove::Reschedule => Some(Kind::MeetingRescheduled),
        MeetingMove::Cancel => before.opened_at.map(|_| Kind::MeetingCancelled),
        MeetingMove::Change => (told && fields.iter().any(|field| is_news(field))).then_some(Kind::MeetingChanged),
        MeetingMove::DraftMinutes => Some(Kind::MeetingMinutesDrafted),
        MeetingMove::ApproveMinutes => Some(Kind::MeetingMinutesApproved),
        MeetingMove::Draft | MeetingMove::Confirm | MeetingMove::Hold | MeetingMove::Close => None,
    }
}

/// Whether who comes has to know that it is another.
fn is_news(field: &str) -> bool {
    ["place", "venue", "ground_rules", "languages", "interpreters"].contains(&field)
}

/// Lets the sides know of a meeting and say of what they want to speak.
pub fn open(
    conn: &mut Conn,
    permit: &Permit<OpenMeetingAgenda>,
    id: MeetingId,
    expected: IfMatch,
    note: Option<&str>,
    now: DateTime<Utc>,
) -> Result<()> {
    let told = Told { note, ..Told::default() };
    make(conn, permit, id, expected, (MeetingMove::OpenAgenda, told), now, |_, _| {
        Ok(Changes { opened_at: Some(now.into()), ..Changes::default() })
    })
}

/// Calls a meeting off until there is another date.
pub fn postpone(
    conn: &mut Conn,
    permit: &Permit<PostponeMeeting>,
    id: MeetingId,
    expected: IfMatch,
    reason: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    said("/reason", reason)?;
    // Nothing is noted of its day meanwhile.
    hold_still(conn, id)?;
    let told = Told::because(reason);
    make(conn, permit, id, expected, (MeetingMove::Postpone, told), now, |_, _| Ok(Changes::default()))
}

/// Gives a postponed meeting another date. What was answered was said of the one before.
pub fn reschedule(
    conn: &mut Conn,
    permit: &Permit<RescheduleMeeting>,
    id: MeetingId,
    expected: IfMatch,
    MeetingDate { starts_at, ends_at, note }: &MeetingDate,
    now: DateTime<Utc>,
) -> Result<()> {
    check_span(Span { starts_at: *starts_at, ends_at: *ends_at })?;
    if *starts_at <= now {
        return Err(ApiError::field("/starts_at", "in_the_past"));
    }
    let before = find(conn, permit, id)?.starts_at.utc();
    let told = Told { note: note.as_deref(), moved: Some((before, *starts_at)), ..Told::default() };
    make(conn, permit, id, expected, (MeetingMove::Reschedule, told), now, |conn, before| {
        guests::store::ask_again(conn, before.id)?;
        Ok(Changes { starts_at: Some((*starts_at).into()), ends_at: Some((*ends_at).into()), ..Changes::default() })
    })
}

/// Calls a meeting off for good.
pub fn cancel(
    conn: &mut Conn,
    permit: &Permit<CancelMeeting>,
    id: MeetingId,
    expected: IfMatch,
    reason: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    said("/reason", reason)?;
    let told = Told::because(reason);
    make(conn, permit, id, expected, (MeetingMove::Cancel, told), now, |_, _| Ok(Changes::default()))
}
