//! Changing a plan, holding and cancelling.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::domain::{FocusGroupEventKind, FocusGroupMove, refused_hearing};
use super::events::Happened;
use super::input::{ExpectedPeople, FocusGroupChange, FocusGroupReason, Holding};
use super::moves::{Changes, make};
use super::policy::{CancelFocusGroup, HoldFocusGroup, UpdateFocusGroup};
use super::store::{Facts, Row, check, find, refuse, words};
use super::{FocusGroupId, attendance};
use crate::authz::Permit;
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::{ApiError, Result};
use crate::grievances::clock::day_of;
use crate::http::IfMatch;
use crate::http::version::still;
use crate::places;
use crate::schema::focus_groups;
use crate::stakeholders::domain::refused_consent;
use crate::stakeholders::tags;

/// Changes a plan; one that is already so stays as it is, and so does its version.
pub fn update(
    conn: &mut Conn,
    permit: &Permit<UpdateFocusGroup>,
    id: FocusGroupId,
    expected: IfMatch,
    change: &FocusGroupChange,
    now: DateTime<Utc>,
) -> Result<Row> {
    let before = find(conn, permit, id)?;
    let fields = changed_fields(&before, change);
    if fields.is_empty() {
        still(before.version, expected)?;
        return Ok(before);
    }
    let happened = Happened { fields, ..Happened::bare(FocusGroupEventKind::Changed) };
    make(conn, permit, id, expected, FocusGroupMove::Change, &happened, now, |conn, before| {
        changes(conn, before, change)
    })
}

fn differs<T: PartialEq>(now: &T, new: Option<&T>) -> bool {
    new.is_some_and(|new| new != now)
}

fn changed_fields(before: &Row, change: &FocusGroupChange) -> Vec<&'static str> {
    let spoken = change.languages.as_deref().map(tags::languages);
    let expected =
        ExpectedPeople { people: before.expected_people, women: before.expected_women, youth: before.expected_youth };
    [
        ("kind", differs(&before.kind, change.kind.as_ref())),
        ("title", change.title.as_deref().is_some_and(|title| title.trim() != before.title)),
        ("place", differs(&before.place_id, change.place_id.as_ref())),
        ("site", differs(&before.site_id, change.site_id.as_ref())),
        ("starts_at", differs(&before.starts_at, change.starts_at.map(Moment::from).as_ref())),
        ("venue", change.venue.as_deref().is_some_and(|venue| venue.trim() != before.venue)),
        ("facilitator", differs(&before.facilitator_id, change.facilitator_id.as_ref())),
        ("note_taker", differs(&before.note_taker_id, change.note_taker_id.as_ref())),
        ("languages", differs(&before.languages, spoken.as_ref())),
        ("topic_guide", differs(&before.topic_guide, change.topic_guide.as_ref())),
        ("ground_rules", differs(&before.ground_rules, change.ground_rules.as_ref())),
        ("expected", differs(&expected, change.expected.as_ref())),
    ]
    .into_iter()
    .filter(|(_, changed)| *changed)
    .map(|(field, _)| field)
    .collect()
}

fn changes(conn: &mut Conn, before: &Row, change: &FocusGroupChange) -> Result<Changes> {
    let title = change.title.as_deref().unwrap_or(&before.title);
    let venue = change.venue.as_deref().unwrap_or(&before.venue);
    let facts = Facts {
        programme: before.programme_id,
        title,
        venue,
        starts_at: change.starts_at.unwrap_or_else(|| before.starts_at.utc()),
        site: change.site_id.unwrap_or(before.site_id),
        facilitator: change.facilitator_id.unwrap_or(before.facilitator_id),
        note_taker: change.note_taker_id.unwrap_or(before.note_taker_id),
        expected: change.expected.map_or_else(|| before.expected(), Into::into),
    };
    check(conn, &facts)?;
    let place = change.place_id.map(|place| places::store::named_in(conn, "/place_id", place)).transpose()?;
    let guide = change.topic_guide.as_ref().unwrap_or(&before.topic_guide).as_deref();
    let notes: String = focus_groups::table.find(before.id).select(focus_groups::notes).first(conn)?;
    let words = words(title, venue, guide, &notes);
    Ok(Changes {
        kind: change.kind,
        title: change.title.as_deref().map(|title| title.trim().into()),
        place_id: change.place_id,
        place_path: place.map(|place| place.path),
        site_id: change.site_id,
        starts_at: change.starts_at.map(Into::into),
        venue: change.venue.as_deref().map(|venue| venue.trim().into()),
        facilitator_id: change.facilitator_id,
        note_taker_id: change.note_taker_id,
        languages: change.languages.as_deref().map(tags::languages),
        topic_guide: change.topic_guide.clone(),
        ground_rules: change.ground_rules.clone(),
        expected_people: change.expected.map(|expected| expected.people),
        expected_women: change.expected.map(|expected| expected.women),
        expected_youth: change.expected.map(|expected| expected.youth),
        words: Some(words),
        ..Changes::default()
    })
}

/// Notes that a group took place, if those who were there may have been heard.
pub fn hold(
    conn: &mut Conn,
    permit: &Permit<HoldFocusGroup>,
    id: FocusGroupId,
    expected: IfMatch,
    holding: &Holding,
    now: DateTime<Utc>,
) -> Result<Row> {
    let Holding { held_on, note } = holding;
    let happened = Happened::on(FocusGroupEventKind::Held, *held_on, note.as_deref());
    make(conn, permit, id, expected, FocusGroupMove::Hold, &happened, now, |conn, before| {
        let mut refused = refused_hearing(&attendance::of(conn, id)?, before.guardians.unwrap_or_default());
        refused.extend(refused_consent(*held_on, day_of(now)).map(|code| ("/held_on", code)));
        if before.consent_given_on.is_some_and(|given| *held_on < given) {
            refused.push(("/held_on", "before_it_was_given"));
        }
        refuse(refused)?;
        Ok(Changes { held_on: Some(*held_on), ..Changes::default() })
    })
}

/// Calls a group off.
pub fn cancel(
    conn: &mut Conn,
    permit: &Permit<CancelFocusGroup>,
    id: FocusGroupId,
    expected: IfMatch,
    FocusGroupReason { reason }: &FocusGroupReason,
    now: DateTime<Utc>,
) -> Result<Row> {
    if reason.trim().is_empty() {
        return Err(ApiError::field("/reason", "too_short"));
    }
    let happened = Happened::because(FocusGroupEventKind::Cancelled, reason);
    make(conn, permit, id, expected, FocusGroupMove::Cancel, &happened, now, |_, _| Ok(Changes::default()))
}
