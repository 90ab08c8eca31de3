//! Reading and changing feeds, and what they tell.

use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;

use super::policy::{CreateCalendarFeed, GetCalendarFeed, GetMeetingCalendar, RevokeCalendarFeed};
use super::write::Entry;
use crate::accounts::AccountId;
use crate::authn::reached;
use crate::authn::token::{opaque, opaque_hash};
use crate::authz::{Action, Permit, Reach, Role};
use crate::db::Conn;
use crate::db::types::Moment;
use crate::directory::directory;
use crate::error::{ApiError, Result};
use crate::meetings::scope;
use crate::meetings::store::Row as Meeting;
use crate::names::Language;
use crate::organisations::OrganisationId;
use crate::programmes::ProgrammeId;
use crate::schema::{account_programmes, accounts, calendar_feeds, meetings};

/// A calendar goes so far back.
const PAST: TimeDelta = TimeDelta::days(90);
/// Meetings in a calendar: more than anybody takes part in.
const MOST: i64 = 500;

/// Since when the caller has a feed, if they have one.
pub fn since(conn: &mut Conn, permit: &Permit<GetCalendarFeed>) -> Result<Option<DateTime<Utc>>> {
    let row = calendar_feeds::table.find(permit.account()?).select(calendar_feeds::created_at);
    Ok(row.first::<Moment>(conn).optional()?.map(|moment| moment.utc()))
}

/// A new feed of the caller's; the one before ends. Gives the token, of which only the hash is kept.
pub fn create(conn: &mut Conn, permit: &Permit<CreateCalendarFeed>, now: DateTime<Utc>) -> Result<String> {
    let account = permit.account()?;
    let (token, hash) = opaque();
    let feed = (calendar_feeds::token_hash.eq(hash), calendar_feeds::created_at.eq(Moment::from(now)));
    if diesel::update(calendar_feeds::table.find(account)).set(feed.clone()).execute(conn)? == 0 {
        let first = (calendar_feeds::account_id.eq(account), feed);
        diesel::insert_into(calendar_feeds::table).values(first).execute(conn)?;
    }
    Ok(token)
}

/// Ends the caller's feed; 404 if there is none.
pub fn revoke(conn: &mut Conn, permit: &Permit<RevokeCalendarFeed>) -> Result<()> {
    match diesel::delete(calendar_feeds::table.find(permit.account()?)).execute(conn)? {
        0 => Err(ApiError::NotFound),
        _ => Ok(()),
    }
}

/// What a feed tells, and in which language; 404 unless its account can still sign in.
pub fn read(conn: &mut Conn, token: &str, now: DateTime<Utc>) -> Result<(Vec<Entry>, Language)> {
    let (account, organisation, role, language): (AccountId, OrganisationId, Role, Language) = calendar_feeds::table
        .inner_join(accounts::table.on(accounts::id.eq(calendar_feeds::account_id)))
        .filter(calendar_feeds::token_hash.eq(opaque_hash(token)))
        .filter(accounts::active.eq(true))
        .select((accounts::id, accounts::organisation_id, accounts::role, accounts::language))
        .first(conn)?;
    if GetCalendarFeed::reach(role) == Reach::Nothing {
        return Err(ApiError::NotFound);
    }
    let programmes: Vec<ProgrammeId> = account_programmes::table
        .filter(account_programmes::account_id.eq(account))
        .select(account_programmes::programme_id)
        .load(conn)?;
    let (programmes, _) = reached(conn, role, account, organisation, programmes, now)?;
    let rows: Vec<Meeting> = meetings::table
        .filter(scope::taken_part_in_by(account, organisation, &programmes))
        .filter(meetings::ends_at.gt(Moment::from(now - PAST)))
        // Of too many those that are to come are told.
        .order((meetings::starts_at.desc(), meetings::id))
        .limit(MOST)
        .select(Meeting::as_select())
        .load(conn)?;
    let entries = rows.into_iter().map(|row| entry(conn, row)).collect::<Result<_>>()?;
    Ok((entries, language))
}

/// In which language the caller reads.
pub fn language(conn: &mut Conn, permit: &Permit<GetMeetingCalendar>) -> Result<Language> {
    Ok(accounts::table.find(permit.account()?).select(accounts::language).first(conn)?)
}

/// What a calendar is told of a meeting.
pub fn entry(conn: &mut Conn, row: Meeting) -> Result<Entry> {
    Ok(Entry {
        place: directory(conn)?.place(row.place_id)?.names,
        id: row.id,
        version: row.version,
        kind: row.kind,
        title: row.title,
        visibility: row.visibility,
        state: row.state,
        starts_at: row.starts_at.utc(),
        ends_at: row.ends_at.utc(),
        venue: row.venue,
        updated_at: row.updated_at.utc(),
    })
}
