//! The moves of a meeting over HTTP.

use actix_web::{post, web};

use super::MeetingId;
use super::domain::MeetingMove;
use super::events::Told;
use super::input::{MeetingDate, MeetingNote, MeetingReason};
use super::moves::{self, Changes};
use super::policy::{
    CancelMeeting, CloseMeeting, ConfirmMeeting, HoldMeeting, OpenMeetingAgenda, PostponeMeeting, RescheduleMeeting,
    SendMeetingInvitations,
};
use super::routes::changed;
use super::view::Meeting;
use crate::app::System;
use crate::authz::{Action, Permit};
use crate::error::Result;
use crate::http::{Id, IfMatch, Routes, Tagged, Valid};

pub fn routes(api: &mut impl Routes) {
    api.service(open_meeting_agenda)
        .service(send_meeting_invitations)
        .service(confirm_meeting)
        .service(hold_meeting)
        .service(close_meeting)
        .service(postpone_meeting)
        .service(reschedule_meeting)
        .service(cancel_meeting);
}

/// Lets the sides know of a meeting, and propose of what they want to speak. Who is invited is told.
#[utoipa::path(
    tag = "meetings", params(("id" = MeetingId, Path), IfMatch), request_body = MeetingNote,
    responses((status = OK, body = Meeting))
)]
#[post("/meetings/{id}/open-agenda")]
async fn open_meeting_agenda(
    permit: Permit<OpenMeetingAgenda>,
    Id(id): Id<MeetingId>,
    expected: IfMatch,
    Valid(input): Valid<MeetingNote>,
    system: web::Data<System>,
) -> Result<Tagged<Meeting>> {
    changed(&system, permit, id, move |conn, permit, now| {
        moves::open(conn, permit, id, expected, input.note.as_deref(), now)
    })
    .await
}

/// Asks everybody who is invited to come: they are told, and answer. The sides propose nothing any more.
#[utoipa::path(
    tag = "meetings", params(("id" = MeetingId, Path), IfMatch), request_body = MeetingNote,
    responses((status = OK, body = Meeting))
)]
#[post("/meetings/{id}/invite")]
async fn send_meeting_invitations(
    permit: Permit<SendMeetingInvitations>,
    Id(id): Id<MeetingId>,
    expected: IfMatch,
    Valid(input): Valid<MeetingNote>,
    system: web::Data<System>,
) -> Result<Tagged<Meeting>> {
    plain(&system, permit, id, expected, MeetingMove::Invite, input).await
}

/// Notes that a meeting takes place as planned.
#[utoipa::path(
    tag = "meetings", params(("id" = MeetingId, Path), IfMatch), request_body = MeetingNote,
    responses((status = OK, body = Meeting))
)]
#[post("/meetings/{id}/confirm")]
async fn confirm_meeting(
    permit: Permit<ConfirmMeeting>,
    Id(id): Id<MeetingId>,
    expected: IfMatch,
    Valid(input): Valid<MeetingNote>,
    system: web::Data<System>,
) -> Result<Tagged<Meeting>> {
    plain(&system, permit, id, expected, MeetingMove::Confirm, input).await
}

/// Notes that a meeting took place. The facilitator does, once its time has come.
#[utoipa::path(
    tag = "meetings", params(("id" = MeetingId, Path), IfMatch), request_body = MeetingNote,
    responses((status = OK, body = Meeting))
)]
#[post("/meetings/{id}/hold")]
async fn hold_meeting(
    permit: Permit<HoldMeeting>,
    Id(id): Id<MeetingId>,
    expected: IfMatch,
    Valid(input): Valid<MeetingNote>,
    system: web::Data<System>,
) -> Result<Tagged<Meeting>> {
    plain(&system, permit, id, expected, MeetingMove::Hold, input).await
}

/// Notes that nothing more is to be done about a meeting whose minutes are approved.
#[utoipa::path(
    tag = "meetings", params(("id" = MeetingId, Path), IfMatch), request_body = MeetingNote,
    responses((status = OK, body = Meeting))
)]
#[post("/meetings/{id}/close")]
async fn close_meeting(
    permit: Permit<CloseMeeting>,
    Id(id): Id<MeetingId>,
    expected: IfMatch,
    Valid(input): Valid<MeetingNote>,
    system: web::Data<System>,
) -> Result<Tagged<Meeting>> {
    plain(&system, permit, id, expected, MeetingMove::Close, input).await
}

/// A move that writes nothing besides the state.
async fn plain<A: Action + Send>(
    system: &System,
    permit: Permit<A>,
    id: MeetingId,
    expected: IfMatch,
    made: MeetingMove,
    MeetingNote { note }: MeetingNote,
) -> Result<Tagged<Meeting>> {
    changed(system, permit, id, move |conn, permit, now| {
        let told = Told { note: note.as_deref(), ..Told::default() };
        moves::make(conn, permit, id, expected, (made, told), now, |_, _| Ok(Changes::default()))
    })
    .await
}

/// Calls a meeting off until there is another date. Who is invited is told.
#[utoipa::path(
    tag = "meetings", params(("id" = MeetingId, Path), IfMatch), request_body = MeetingReason,
    responses((status = OK, body = Meeting))
)]
#[post("/meetings/{id}/postpone")]
async fn postpone_meeting(
    permit: Permit<PostponeMeeting>,
    Id(id): Id<MeetingId>,
    expected: IfMatch,
    Valid(input): Valid<MeetingReason>,
    system: web::Data<System>,
) -> Result<Tagged<Meeting>> {
    changed(&system, permit, id, move |conn, permit, now| {
        moves::postpone(conn, permit, id, expected, &input.reason, now)
    })
    .await
}

/// Gives a postponed meeting another date. Who is invited is told, and asked again: what was answered was said of another
/// day.
#[utoipa::path(
    tag = "meetings", params(("id" = MeetingId, Path), IfMatch), request_body = MeetingDate,
    responses((status = OK, body = Meeting))
)]
#[post("/meetings/{id}/reschedule")]
async fn reschedule_meeting(
    permit: Permit<RescheduleMeeting>,
    Id(id): Id<MeetingId>,
    expected: IfMatch,
    Valid(date): Valid<MeetingDate>,
    system: web::Data<System>,
) -> Result<Tagged<Meeting>> {
    changed(&system, permit, id, move |conn, permit, now| moves::reschedule(conn, permit, id, expected, &date, now))
        .await
}

/// Calls a meeting off for good. Who is invited is told.
#[utoipa::path(
    tag = "meetings", params(("id" = MeetingId, Path), IfMatch), request_body = MeetingReason,
    responses((status = OK, body = Meeting))
)]
#[post("/meetings/{id}/cancel")]
async fn cancel_meeting(
    permit: Permit<CancelMeeting>,
    Id(id): Id<MeetingId>,
    expected: IfMatch,
    Valid(input): Valid<MeetingReason>,
    system: web::Data<System>,
) -> Result<Tagged<Meeting>> {
    changed(&system, permit, id, move |conn, permit, now| moves::cancel(conn, permit, id, expected, &input.reason, now))
        .await
}
