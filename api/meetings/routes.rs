//! Meetings over HTTP.

use actix_web::{get, patch, post, web};
use chrono::{DateTime, Utc};

use super::input::{MeetingChange, NewMeeting};
use super::list::{self, MeetingQuery};
use super::month::{self, MeetingMonthQuery, MonthOfMeetings};
use super::policy::{CreateMeeting, GetMeeting, ListMeetingMonth, ListMeetings, UpdateMeeting};
use super::view::{Meeting, MeetingSummary};
use super::{MeetingId, agenda, change, day, guests, minutes, move_routes, render, store};
use crate::app::System;
use crate::audit::{self, Subject};
use crate::authz::{Action, Permit};
use crate::db::Conn;
use crate::error::Result;
use crate::http::idempotency::Answer;
use crate::http::{Id, IdempotencyKey, IfMatch, Page, Params, Routes, Tagged, Valid};

pub fn routes(api: &mut impl Routes) {
    api.service(list_meetings)
        .service(list_meeting_month)
        .service(create_meeting)
        .service(get_meeting)
        .service(update_meeting);
    move_routes::routes(api);
    agenda::routes::routes(api);
    guests::routes::routes(api);
    day::routes::routes(api);
    minutes::routes::routes(api);
}

pub(super) fn subject(id: MeetingId) -> Subject {
    Subject::new("meeting", id)
}

/// Meetings: to staff those of the programme; to the sides those to which they are invited and the public ones near them, once
/// the agenda was opened.
#[utoipa::path(tag = "meetings", params(MeetingQuery), responses((status = OK, body = Page<MeetingSummary>)))]
#[get("/meetings")]
async fn list_meetings(
    permit: Permit<ListMeetings>,
    Params(query): Params<MeetingQuery>,
    system: web::Data<System>,
) -> Result<web::Json<Page<MeetingSummary>>> {
    let page = system
        .db
        .read(move |conn| {
            let rows = list::list(conn, &permit, &query)?;
            let show = |rows| render::summaries(conn, &permit, rows, Utc::now());
            let page = Page::shown(rows, query.limit(), |row| row.id, show)?;
            page.counted(query.total, query.after.as_ref(), || list::total(conn, &permit, &query))
        })
        .await?;
    Ok(web::Json(page))
}

/// The meetings of a month within the caller's reach, day by day.
#[utoipa::path(tag = "meetings", params(MeetingMonthQuery), responses((status = OK, body = MonthOfMeetings)))]
#[get("/meetings/month")]
async fn list_meeting_month(
    permit: Permit<ListMeetingMonth>,
    Params(query): Params<MeetingMonthQuery>,
    system: web::Data<System>,
) -> Result<web::Json<MonthOfMeetings>> {
    Ok(web::Json(system.db.read(move |conn| month::month(conn, &permit, &query)).await?))
}

/// A meeting: its agenda, who comes, and what happened. Its `warnings` tell staff with what it collides; they forbid nothing.
#[utoipa::path(tag = "meetings", params(("id" = MeetingId, Path)), responses((status = OK, body = Meeting)))]
#[get("/meetings/{id}")]
async fn get_meeting(
    permit: Permit<GetMeeting>,
    Id(id): Id<MeetingId>,
    system: web::Data<System>,
) -> Result<Tagged<Meeting>> {
    let meeting = system.db.read(move |conn| render::read(conn, &permit, id, Utc::now())).await?;
    Ok(Tagged(meeting.version, meeting))
}

/// Plans a meeting; nobody beside the programme knows of it yet.
#[utoipa::path(
    tag = "meetings", params(IdempotencyKey), request_body = NewMeeting,
    responses((status = CREATED, body = Meeting))
)]
#[post("/meetings")]
async fn create_meeting(
    permit: Permit<CreateMeeting>,
    key: IdempotencyKey,
    Valid(new): Valid<NewMeeting>,
    system: web::Data<System>,
) -> Result<Answer> {
    let sealer = system.sealer.clone();
    system
        .db
        .write(move |conn| {
            let now = Utc::now();
            key.once(conn, &sealer, &new, now, |conn| {
                let row = store::create(conn, &permit, &new, now)?;
                audit::record(conn, &permit.who(), CreateMeeting::OPERATION, &subject(row.id), "", now)?;
                render::read(conn, &permit, row.id, now)
            })
        })
        .await
}

/// Changes the plan of a meeting. Who was told of it is told of another place, venue, language or rules too.
#[utoipa::path(
    tag = "meetings", params(("id" = MeetingId, Path), IfMatch), request_body = MeetingChange,
    responses((status = OK, body = Meeting))
)]
#[patch("/meetings/{id}")]
async fn update_meeting(
    permit: Permit<UpdateMeeting>,
    Id(id): Id<MeetingId>,
    expected: IfMatch,
    Valid(change): Valid<MeetingChange>,
    system: web::Data<System>,
) -> Result<Tagged<Meeting>> {
    changed(&system, permit, id, move |conn, permit, now| change::update(conn, permit, id, expected, &change, now))
        .await
}

/// Makes a change of a meeting: it is in the audit trail, and the caller sees what the meeting has become.
pub(super) async fn changed<A, F>(
    system: &System,
    permit: Permit<A>,
    id: MeetingId,
    change: F,
) -> Result<Tagged<Meeting>>
where
    A: Action + Send,
    F: FnOnce(&mut Conn, &Permit<A>, DateTime<Utc>) -> Result<()> + Send + 'static,
{
    let show = move |conn: &mut Conn, permit: &Permit<A>, (), now| render::read(conn, permit, id, now);
    let meeting = audit::changed(system, permit, subject(id), change, show).await?;
    Ok(Tagged(meeting.version, meeting))
}
