//! Changing the plan of a meeting.

use chrono::{DateTime, Utc};

use super::MeetingId;
use super::domain::{MeetingMove, Span, is_told_of_changes};
use super::events::Told;
use super::input::MeetingChange;
use super::moves::{Changes, make};
use super::policy::UpdateMeeting;
use super::store::{Row, check_facilitator, check_span, find, said, something, venue_key, words};
use crate::authz::Permit;
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::{ApiError, Result};
use crate::http::IfMatch;
use crate::http::version::still;
use crate::impacts::store::{company_of, path_in};
use crate::stakeholders::tags;

/// Changes a plan; one that is already so stays as it is, and so does its version.
pub fn update(
    conn: &mut Conn,
    permit: &Permit<UpdateMeeting>,
    id: MeetingId,
    expected: IfMatch,
    change: &MeetingChange,
    now: DateTime<Utc>,
) -> Result<()> {
    let before = find(conn, permit, id)?;
    let fields = changed_fields(&before, change);
    if fields.is_empty() {
        return still(before.version, expected);
    }
    let told = Told { fields, ..Told::default() };
    make(conn, permit, id, expected, (MeetingMove::Change, told), now, |conn, before| changes(conn, before, change))
}

fn differs<T: PartialEq>(now: &T, new: Option<&T>) -> bool {
    new.is_some_and(|new| new != now)
}

fn reworded(now: Option<&str>, new: Option<&Option<String>>) -> bool {
    new.is_some_and(|new| new.as_deref().map(str::trim) != now)
}

fn changed_fields(before: &Row, change: &MeetingChange) -> Vec<&'static str> {
    let spoken = change.languages.as_deref().map(tags::languages);
    let interpreted = change.interpreters.as_deref().map(tags::languages);
    let (starts_at, ends_at) = (change.starts_at.map(Moment::from), change.ends_at.map(Moment::from));
    [
        ("kind", differs(&before.kind, change.kind.as_ref())),
        ("title", change.title.as_deref().is_some_and(|title| title.trim() != before.title)),
        ("place", differs(&before.place_id, change.place_id.as_ref())),
        ("site", differs(&before.site_id, change.site_id.as_ref())),
        ("starts_at", differs(&before.starts_at, starts_at.as_ref())),
        ("ends_at", differs(&before.ends_at, ends_at.as_ref())),
        ("venue", reworded(before.venue.as_deref(), change.venue.as_ref())),
        ("facilitator", differs(&before.facilitator_id, change.facilitator_id.as_ref())),
        ("languages", differs(&before.languages, spoken.as_ref())),
        ("interpreters", differs(&before.interpreters, interpreted.as_ref())),
        ("ground_rules", reworded(before.ground_rules.as_deref(), change.ground_rules.as_ref())),
        ("visibility", differs(&before.visibility, change.visibility.as_ref())),
    ]
    .into_iter()
    .filter(|(_, changed)| *changed)
    .map(|(field, _)| field)
    .collect()
}

fn changes(conn: &mut Conn, before: &Row, change: &MeetingChange) -> Result<Changes> {
    let fields = changed_fields(before, change);
    check(conn, before, change, &fields)?;
    let title = change.title.as_deref().map_or(before.title.as_str(), str::trim);
    let venue = change.venue.as_ref().map(|venue| venue.as_deref().map(str::trim));
    let path = change.place_id.map(|place| path_in(conn, before.programme_id, place)).transpose()?;
    let other_rules = fields.contains(&"ground_rules");
    Ok(Changes {
        kind: change.kind,
        title: change.title.as_deref().map(|title| title.trim().into()),
        place_id: change.place_id,
        place_path: path,
        site_id: change.site_id,
        starts_at: change.starts_at.map(Into::into),
        ends_at: change.ends_at.map(Into::into),
        venue: venue.map(|venue| venue.map(Into::into)),
        venue_key: venue.map(|venue| venue.map(venue_key)),
        facilitator_id: change.facilitator_id,
        languages: change.languages.as_deref().map(tags::languages),
        interpreters: change.interpreters.as_deref().map(tags::languages),
        ground_rules: change.ground_rules.as_ref().map(|rules| rules.as_deref().map(|rules| rules.trim().into())),
        rules_revision: other_rules.then_some(before.rules_revision + 1),
        visibility: change.visibility,
        opened_at: None,
        words: Some(words(title, venue.unwrap_or(before.venue.as_deref()))),
    })
}

fn check(conn: &mut Conn, before: &Row, change: &MeetingChange, fields: &[&str]) -> Result<()> {
    if let Some(title) = &change.title {
        said("/title", title)?;
    }
    something("/venue", change.venue.as_ref().and_then(Option::as_deref))?;
    something("/ground_rules", change.ground_rules.as_ref().and_then(Option::as_deref))?;
    if is_told_of_changes(before.state) {
        check_told(change, fields)?;
    }
    let span = Span {
        starts_at: change.starts_at.unwrap_or_else(|| before.starts_at.utc()),
        ends_at: change.ends_at.unwrap_or_else(|| before.ends_at.utc()),
    };
    check_span(span)?;
    company_of(conn, change.site_id.flatten())?;
    match change.facilitator_id {
        Some(facilitator) => check_facilitator(conn, before.programme_id, facilitator),
        None => Ok(()),
    }
}

/// What people were told is not taken back in silence.
fn check_told(change: &MeetingChange, fields: &[&str]) -> Result<()> {
    for (name, pointer) in [("starts_at", "/starts_at"), ("ends_at", "/ends_at")] {
        if fields.contains(&name) {
            return Err(ApiError::field(pointer, "postpone_first"));
        }
    }
    match change.venue {
        Some(None) => Err(ApiError::field("/venue", "required")),
        Some(Some(_)) | None => Ok(()),
    }
}
