//! Reading meetings, within reach only, and planning new ones.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::dsl::exists;
use diesel::prelude::*;

use super::MeetingId;
use super::domain::{Maker, MeetingKind, MeetingMove, MeetingState, MeetingVisibility, Span, refused_span};
use super::events::{self, Step};
use super::input::NewMeeting;
use super::policy::{CreateMeeting, GetMeeting};
use super::scope::within;
use super::view::MeetingLink;
use crate::accounts::AccountId;
use crate::authz::{Action, Permit, Role};
use crate::db::Conn;
use crate::db::search::{self, Kind, normalise};
use crate::db::types::Moment;
use crate::error::{ApiError, Result};
use crate::grievances::clock::day_of;
use crate::http::Version;
pub(super) use crate::http::body::said;
use crate::impacts::store::{company_of, path_in};
use crate::places::PlaceId;
use crate::programmes::ProgrammeId;
use crate::schema::{account_programmes, accounts, meetings};
use crate::sites::SiteId;
use crate::stakeholders::tags;

/// A meeting as the database holds it.
#[derive(Clone, Queryable, Selectable)]
#[diesel(table_name = meetings)]
pub struct Row {
    pub id: MeetingId,
    pub version: Version,
    pub programme_id: ProgrammeId,
    pub kind: MeetingKind,
    pub title: String,
    pub place_id: PlaceId,
    pub site_id: Option<SiteId>,
    pub starts_at: Moment,
    pub ends_at: Moment,
    pub venue: Option<String>,
    pub venue_key: Option<String>,
    pub facilitator_id: AccountId,
    pub languages: String,
    pub interpreters: String,
    pub ground_rules: Option<String>,
    pub rules_revision: i64,
    pub visibility: MeetingVisibility,
    pub state: MeetingState,
    pub opened_at: Option<Moment>,
    pub created_at: Moment,
    pub updated_at: Moment,
    day_version: i64,
}

impl Row {
    pub fn span(&self) -> Span {
        Span { starts_at: self.starts_at.utc(), ends_at: self.ends_at.utc() }
    }

    /// Of its day: another one also once the meeting has gone on, since that decides what may still be noted.
    pub fn day_version(&self) -> Version {
        self.version + self.day_version
    }

    pub fn begun(&self, now: DateTime<Utc>) -> bool {
        self.starts_at.utc() <= now
    }
}

/// The meeting, if within the permit's reach; 404 otherwise.
pub fn find<A: Action>(conn: &mut Conn, permit: &Permit<A>, id: MeetingId) -> Result<Row> {
    Ok(meetings::table.filter(meetings::id.eq(id)).filter(within(permit)?).select(Row::as_select()).first(conn)?)
}

/// Holds a meeting still until this transaction ends: nobody leads it on meanwhile.
pub fn hold_still(conn: &mut Conn, id: MeetingId) -> Result<()> {
    diesel::update(meetings::table.find(id)).set(meetings::version.eq(meetings::version)).execute(conn)?;
    Ok(())
}

/// Holds a meeting still, of whose day something is another.
pub fn touch_day(conn: &mut Conn, id: MeetingId) -> Result<()> {
    diesel::update(meetings::table.find(id)).set(meetings::day_version.eq(meetings::day_version + 1)).execute(conn)?;
    Ok(())
}

/// The meeting by its title and time, for a record that came about there; none if it is out of reach.
pub fn link<A: Action>(conn: &mut Conn, permit: &Permit<A>, id: Option<MeetingId>) -> Result<Option<MeetingLink>> {
    let Some(id) = id else { return Ok(None) };
    match find(conn, &permit.also::<GetMeeting>()?, id) {
        Ok(row) => Ok(Some(MeetingLink { id: row.id, title: row.title, starts_at: row.starts_at.utc() })),
        Err(ApiError::NotFound) => Ok(None),
        Err(other) => Err(other),
    }
}

/// Refuses, as the origin of a record of a programme, a meeting that the caller does not reach, one of another programme, and
/// one to which nobody has come yet.
pub fn check_origin<A: Action>(
    conn: &mut Conn,
    permit: &Permit<A>,
    programme: ProgrammeId,
    id: MeetingId,
) -> Result<()> {
    match find(conn, &permit.also::<GetMeeting>()?, id) {
        Ok(meeting) if meeting.programme_id != programme => Err(ApiError::field("/meeting_id", "unknown")),
        Ok(meeting) if !meeting.state.takes_place() => Err(ApiError::field("/meeting_id", "not_begun_yet")),
        Ok(_) => Ok(()),
        Err(ApiError::NotFound) => Err(ApiError::field("/meeting_id", "unknown")),
        Err(other) => Err(other),
    }
}

/// A meeting that was found to be within reach otherwise.
pub fn reread(conn: &mut Conn, id: MeetingId) -> Result<Row> {
    Ok(meetings::table.find(id).select(Row::as_select()).first(conn)?)
}

/// The days of those of the meetings that are within reach, in Bishkek.
pub fn days<A: Action>(
    conn: &mut Conn,
    permit: &Permit<A>,
    ids: Vec<MeetingId>,
) -> Result<HashMap<MeetingId, NaiveDate>> {
    let rows: Vec<(MeetingId, Moment)> = meetings::table
        .filter(meetings::id.eq_any(ids))
        .filter(within(permit)?)
        .select((meetings::id, meetings::starts_at))
        .load(conn)?;
    Ok(rows.into_iter().map(|(id, starts_at)| (id, day_of(starts_at.utc()))).collect())
}

/// Who makes a move by a permit.
pub fn maker<A: Action>(permit: &Permit<A>) -> Result<Maker> {
    Ok(Maker { account: permit.account()?, role: permit.role() })
}

/// What a search looks through.
pub(super) fn words(title: &str, venue: Option<&str>) -> String {
    normalise(&format!("{title}\n{}", venue.unwrap_or_default()))
}

/// By which two meetings at one venue are found.
pub(super) fn venue_key(venue: &str) -> String {
    normalise(&venue.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Refuses a venue or rules of spaces.
pub(super) fn something(field: &str, words: Option<&str>) -> Result<()> {
    match words {
        Some(words) if words.trim().is_empty() => Err(ApiError::field(field, "too_short")),
        Some(_) | None => Ok(()),
    }
}

pub(super) fn check_span(span: Span) -> Result<()> {
    refused_span(span).map_or(Ok(()), |(field, code)| Err(ApiError::field(field, code)))
}

/// Refuses a facilitator who is not of the programme's staff today.
pub(super) fn check_facilitator(conn: &mut Conn, programme: ProgrammeId, facilitator: AccountId) -> Result<()> {
    let member = accounts::table
        .inner_join(account_programmes::table.on(account_programmes::account_id.eq(accounts::id)))
        .filter(accounts::id.eq(facilitator))
        .filter(accounts::active.eq(true))
        .filter(accounts::role.eq_any([Role::Staff, Role::Protection]))
        .filter(account_programmes::programme_id.eq(programme));
    let known: bool = diesel::select(exists(member)).get_result(conn)?;
    if known { Ok(()) } else { Err(ApiError::field("/facilitator_id", "unknown")) }
}

/// Plans a meeting in one of the caller's programmes.
pub fn create(conn: &mut Conn, permit: &Permit<CreateMeeting>, new: &NewMeeting, now: DateTime<Utc>) -> Result<Row> {
    if !permit.programmes()?.contains(&new.programme_id) {
        return Err(ApiError::field("/programme_id", "unknown"));
    }
    let id = insert(conn, new, permit.account()?, now)?;
    find(conn, permit, id)
}

/// Writes a plan, whoever may make it.
pub fn insert(conn: &mut Conn, new: &NewMeeting, by: AccountId, now: DateTime<Utc>) -> Result<MeetingId> {
    said("/title", &new.title)?;
    something("/venue", new.venue.as_deref())?;
    something("/ground_rules", new.ground_rules.as_deref())?;
    check_span(Span { starts_at: new.starts_at, ends_at: new.ends_at })?;
    let path = path_in(conn, new.programme_id, new.place_id)?;
    company_of(conn, new.site_id)?;
    check_facilitator(conn, new.programme_id, new.facilitator_id)?;
    let (id, at, title) = (MeetingId::at(now), Moment::from(now), new.title.trim());
    let venue = new.venue.as_deref().map(str::trim);
    let (starts_at, ends_at) = (Moment::from(new.starts_at), Moment::from(new.ends_at));
    let row = (
        (meetings::id.eq(id), meetings::programme_id.eq(new.programme_id), meetings::kind.eq(new.kind)),
        (meetings::title.eq(title), meetings::words.eq(words(title, venue))),
        (meetings::place_id.eq(new.place_id), meetings::place_path.eq(path), meetings::site_id.eq(new.site_id)),
        (meetings::starts_at.eq(starts_at), meetings::ends_at.eq(ends_at)),
        (meetings::venue.eq(venue), meetings::venue_key.eq(venue.map(venue_key))),
        (meetings::facilitator_id.eq(new.facilitator_id), meetings::languages.eq(tags::languages(&new.languages))),
        (meetings::interpreters.eq(tags::languages(&new.interpreters)), meetings::visibility.eq(new.visibility)),
        meetings::ground_rules.eq(new.ground_rules.as_deref().map(str::trim)),
        (meetings::state.eq(MeetingState::Draft), meetings::created_by.eq(by)),
        (meetings::created_at.eq(at), meetings::updated_at.eq(at)),
    );
    diesel::insert_into(meetings::table).values(row).execute(conn)?;
    search::add(conn, Kind::Meeting, id.as_str(), &words(title, venue))?;
    events::note(conn, id, &Step::bare(MeetingMove::Draft, None, MeetingState::Draft), by, now)?;
    Ok(id)
}
