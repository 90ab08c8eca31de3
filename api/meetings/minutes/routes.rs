//! Minutes over HTTP.

use actix_web::{get, post, web};
use chrono::{DateTime, Utc};

use super::input::{HeardMinutesWord, MinutesApproval, MinutesToWrite, MinutesWord};
use super::policy::{
    AnswerMeetingMinutes, ApproveMeetingMinutes, DraftMeetingMinutes, GetMeetingMinutes, RecordMinutesAnswer,
    WriteMeetingMinutes,
};
use super::view::MeetingMinutes;
use super::{answers, render, write};
use crate::app::System;
use crate::audit;
use crate::authz::{Action, Permit};
use crate::db::Conn;
use crate::error::Result;
use crate::http::body::LONG_JSON;
use crate::http::{Id, IfMatch, Routes, Tagged, Valid};
use crate::meetings::MeetingId;
use crate::meetings::input::MeetingNote;
use crate::meetings::routes::subject;

pub fn routes(api: &mut impl Routes) {
    api.service(get_meeting_minutes)
        .service(write_meeting_minutes)
        .service(draft_meeting_minutes)
        .service(answer_meeting_minutes)
        .service(record_minutes_answer)
        .service(approve_meeting_minutes);
}

/// The minutes of a meeting: to staff once it was held, to the sides that are asked once they are put before them, and to all
/// others who reach the meeting once they are approved.
#[utoipa::path(tag = "meetings", params(("id" = MeetingId, Path)), responses((status = OK, body = MeetingMinutes)))]
#[get("/meetings/{id}/minutes")]
async fn get_meeting_minutes(
    permit: Permit<GetMeetingMinutes>,
    Id(id): Id<MeetingId>,
    system: web::Data<System>,
) -> Result<Tagged<MeetingMinutes>> {
    let minutes = system.db.read(move |conn| render::read(conn, &permit, id)).await?;
    Ok(Tagged(minutes.version, minutes))
}

/// Writes the minutes, in the place of what was written before. The facilitator does, and until the sides read them nobody
/// beside the programme does. A text that is before the sides is another then, and each is asked again.
#[utoipa::path(
    tag = "meetings", params(("id" = MeetingId, Path), IfMatch), request_body = MinutesToWrite,
    responses((status = OK, body = MeetingMinutes))
)]
#[post("/meetings/{id}/minutes")]
async fn write_meeting_minutes(
    permit: Permit<WriteMeetingMinutes>,
    Id(id): Id<MeetingId>,
    expected: IfMatch,
    Valid(input): Valid<MinutesToWrite, LONG_JSON>,
    system: web::Data<System>,
) -> Result<Tagged<MeetingMinutes>> {
    changed(&system, permit, id, move |conn, permit, now| {
        write::write(conn, permit, id, expected, &input, now).map(|()| String::new())
    })
    .await
}

/// Puts the minutes before the sides that were invited: each approves them or records its objection. Nothing is noted of the
/// day any more.
#[utoipa::path(
    tag = "meetings", params(("id" = MeetingId, Path), IfMatch), request_body = MeetingNote,
    responses((status = OK, body = MeetingMinutes))
)]
#[post("/meetings/{id}/draft-minutes")]
async fn draft_meeting_minutes(
    permit: Permit<DraftMeetingMinutes>,
    Id(id): Id<MeetingId>,
    expected: IfMatch,
    Valid(input): Valid<MeetingNote>,
    system: web::Data<System>,
) -> Result<Tagged<MeetingMinutes>> {
    changed(&system, permit, id, move |conn, permit, now| {
        write::draft(conn, permit, id, expected, input.note.as_deref(), now).map(|()| String::new())
    })
    .await
}

/// Approves the minutes for the caller's side, or records its objection. As long as they are not approved, a side may say
/// another word: its last one counts.
#[utoipa::path(
    tag = "meetings", params(("id" = MeetingId, Path), IfMatch), request_body = MinutesWord,
    responses((status = OK, body = MeetingMinutes))
)]
#[post("/meetings/{id}/answer-minutes")]
async fn answer_meeting_minutes(
    permit: Permit<AnswerMeetingMinutes>,
    Id(id): Id<MeetingId>,
    expected: IfMatch,
    Valid(input): Valid<MinutesWord>,
    system: web::Data<System>,
) -> Result<Tagged<MeetingMinutes>> {
    changed(&system, permit, id, move |conn, permit, now| {
        answers::answer(conn, permit, id, expected, &input, now).map(|()| input.answer.to_string())
    })
    .await
}

/// Notes what a side said of the minutes without an account, as a witness heard it.
#[utoipa::path(
    tag = "meetings", params(("id" = MeetingId, Path), IfMatch), request_body = HeardMinutesWord,
    responses((status = OK, body = MeetingMinutes))
)]
#[post("/meetings/{id}/record-minutes-answer")]
async fn record_minutes_answer(
    permit: Permit<RecordMinutesAnswer>,
    Id(id): Id<MeetingId>,
    expected: IfMatch,
    Valid(input): Valid<HeardMinutesWord>,
    system: web::Data<System>,
) -> Result<Tagged<MeetingMinutes>> {
    changed(&system, permit, id, move |conn, permit, now| {
        answers::record(conn, permit, id, expected, &input, now).map(|()| format!("{}: {}", input.side, input.answer))
    })
    .await
}

/// Approves minutes of which each side has said something, also with objections. The text is fixed from then on, and its hash
/// is in the audit trail.
#[utoipa::path(
    tag = "meetings", params(("id" = MeetingId, Path), IfMatch), request_body = MinutesApproval,
    responses((status = OK, body = MeetingMinutes))
)]
#[post("/meetings/{id}/approve-minutes")]
async fn approve_meeting_minutes(
    permit: Permit<ApproveMeetingMinutes>,
    Id(id): Id<MeetingId>,
    expected: IfMatch,
    Valid(input): Valid<MinutesApproval>,
    system: web::Data<System>,
) -> Result<Tagged<MeetingMinutes>> {
    changed(&system, permit, id, move |conn, permit, now| {
        let (sha256, objections) = write::approve(conn, permit, id, expected, &input, now)?;
        Ok(format!("sha256: {sha256}, objections: {objections}"))
    })
    .await
}

/// Makes a change of minutes: it is in the audit trail with what `change` says of it, and the caller sees what they have
/// become.
async fn changed<A, F>(system: &System, permit: Permit<A>, id: MeetingId, change: F) -> Result<Tagged<MeetingMinutes>>
where
    A: Action + Send,
    F: FnOnce(&mut Conn, &Permit<A>, DateTime<Utc>) -> Result<String> + Send + 'static,
{
    let minutes = system
        .db
        .write(move |conn| {
            let now = Utc::now();
            let detail = change(conn, &permit, now)?;
            audit::record(conn, &permit.who(), A::OPERATION, &subject(id), &detail, now)?;
            render::read(conn, &permit, id)
        })
        .await?;
    Ok(Tagged(minutes.version, minutes))
}
