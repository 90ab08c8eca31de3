//! Answering an invitation by its link, without an account.

use actix_web::{HttpRequest, post, web};
use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;

use super::input::{MeetingLinkReply, MeetingLinkToken, MeetingReply};
use super::reply::keep;
use super::store::Row;
use super::view::OpenMeetingLink;
use crate::app::System;
use crate::audit;
use crate::authn::token::opaque_hash;
use crate::authz::Who;
use crate::db::Conn;
use crate::db::types::Moment;
use crate::directory::directory;
use crate::error::{ApiError, Result};
use crate::http::{Routes, Valid};
use crate::meetings::domain;
use crate::meetings::routes::subject;
use crate::meetings::store::{Row as Meeting, reread as meeting_of};
use crate::names::Language;
use crate::schema::{meeting_invitations as invitations, meetings};
use crate::stakeholders::tags;

/// A link tells of a meeting until so long after its end.
const TOLD_AFTER: TimeDelta = TimeDelta::days(30);

pub fn routes(api: &mut impl Routes) {
    api.service(open_meeting_link).service(answer_meeting_link);
}

/// Tells to which meeting a link invites. 404 for one that was replaced or taken back, of a meeting of which nobody is told
/// yet, and of one that was over a month ago.
#[utoipa::path(
    tag = "meetings", request_body = MeetingLinkToken,
    responses((status = OK, body = OpenMeetingLink), (status = NOT_FOUND), (status = TOO_MANY_REQUESTS))
)]
#[post("/meeting-links/open")]
async fn open_meeting_link(
    request: HttpRequest,
    Valid(link): Valid<MeetingLinkToken>,
    system: web::Data<System>,
) -> Result<web::Json<OpenMeetingLink>> {
    system.limits.sign_in(&request)?;
    let hash = opaque_hash(&link.token);
    let now = Utc::now();
    let opened = system.db.read(move |conn| {
        let (row, meeting) = find(conn, &hash, now)?;
        view(conn, &row, &meeting, now)
    });
    Ok(web::Json(opened.await?))
}

/// Says whether who has the link comes, and whether they accept the ground rules.
#[utoipa::path(
    tag = "meetings", request_body = MeetingLinkReply,
    responses(
        (status = OK, body = OpenMeetingLink), (status = NOT_FOUND), (status = CONFLICT), (status = TOO_MANY_REQUESTS)
    )
)]
#[post("/meeting-links/answer")]
async fn answer_meeting_link(
    request: HttpRequest,
    Valid(link): Valid<MeetingLinkReply>,
    system: web::Data<System>,
) -> Result<web::Json<OpenMeetingLink>> {
    system.limits.sign_in(&request)?;
    let MeetingLinkReply { token, answer, accepts_rules } = link;
    let hash = opaque_hash(&token);
    let now = Utc::now();
    let answered = system.db.write(move |conn| {
        let (row, meeting) = find(conn, &hash, now)?;
        keep(conn, &row, &meeting, MeetingReply { answer, accepts_rules }, None, now).map_err(meanwhile)?;
        let who = Who { id: None, role: "public" };
        audit::record(conn, &who, "answer_meeting_link", &subject(meeting.id), "", now)?;
        let (row, meeting) = find(conn, &hash, now)?;
        view(conn, &row, &meeting, now)
    });
    Ok(web::Json(answered.await?))
}

/// A link has no version to read: whoever answers at the same moment, with another device or through staff, comes first.
fn meanwhile(error: ApiError) -> ApiError {
    if matches!(error, ApiError::Stale) { ApiError::Conflict("answered_meanwhile") } else { error }
}

/// The meeting to which a link invites, and in which language its page greets; 404 as for the page.
pub fn meeting(conn: &mut Conn, token: &str, now: DateTime<Utc>) -> Result<(Meeting, Language)> {
    let (row, meeting) = find(conn, &opaque_hash(token), now)?;
    Ok((meeting, row.language.ok_or(ApiError::Internal)?))
}

fn find(conn: &mut Conn, hash: &str, now: DateTime<Utc>) -> Result<(Row, Meeting)> {
    let row: Row = invitations::table
        .inner_join(meetings::table.on(meetings::id.eq(invitations::meeting_id)))
        .filter(invitations::token_hash.eq(hash))
        .filter(invitations::withdrawn_at.is_null())
        .filter(meetings::opened_at.is_not_null())
        .filter(meetings::ends_at.gt(Moment::from(now - TOLD_AFTER)))
        .select(Row::as_select())
        .first(conn)?;
    let meeting = meeting_of(conn, row.meeting_id)?;
    Ok((row, meeting))
}

fn view(conn: &mut Conn, row: &Row, meeting: &Meeting, now: DateTime<Utc>) -> Result<OpenMeetingLink> {
    let place = directory(conn)?.place(meeting.place_id)?.names;
    Ok(OpenMeetingLink {
        kind: meeting.kind,
        title: meeting.title.clone(),
        place,
        venue: meeting.venue.clone(),
        starts_at: meeting.starts_at.utc(),
        ends_at: meeting.ends_at.utc(),
        state: meeting.state,
        languages: tags::parsed(&meeting.languages)?,
        interpreters: tags::parsed(&meeting.interpreters)?,
        ground_rules: meeting.ground_rules.clone(),
        language: row.language.ok_or(ApiError::Internal)?,
        answer: row.answer,
        rules_accepted: meeting.ground_rules.is_some() && row.rules_accepted == Some(meeting.rules_revision),
        open: domain::answer(meeting.state, meeting.begun(now)).is_ok(),
    })
}
