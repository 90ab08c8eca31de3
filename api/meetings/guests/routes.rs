//! Invitations to meetings over HTTP.

use actix_web::{get, post, web};
use chrono::{DateTime, Utc};

use super::candidates::{self, MeetingCandidate, MeetingCandidateQuery};
use super::input::{MeetingReply, NewMeetingInvitation};
use super::store::{self, Row};
use super::view::{MeetingInvitation, MeetingInvitationLink};
use super::{asking, links, render, reply};
use crate::app::System;
use crate::audit;
use crate::authz::{Action, Permit};
use crate::db::Conn;
use crate::error::{ApiError, Result};
use crate::http::idempotency::Answer;
use crate::http::{Id, IdempotencyKey, IfMatch, Page, PageQuery, Params, Routes, Tagged, Valid};
use crate::meetings::policy::{
    AnswerMeetingInvitation, CreateMeetingInvitation, ListMeetingCandidates, ListMeetingInvitations, RenewMeetingLink,
    WithdrawMeetingInvitation,
};
use crate::meetings::routes::subject;
use crate::meetings::store::find;
use crate::meetings::{MeetingId, MeetingInvitationId};

pub fn routes(api: &mut impl Routes) {
    api.service(list_meeting_invitations)
        .service(list_meeting_candidates)
        .service(create_meeting_invitation)
        .service(answer_meeting_invitation)
        .service(withdraw_meeting_invitation)
        .service(renew_meeting_link);
    links::routes(api);
}

/// Who is asked to come, the latest first.
#[utoipa::path(
    tag = "meetings", params(("id" = MeetingId, Path), PageQuery),
    responses((status = OK, body = Page<MeetingInvitation>))
)]
#[get("/meetings/{id}/invitations")]
async fn list_meeting_invitations(
    permit: Permit<ListMeetingInvitations>,
    Id(id): Id<MeetingId>,
    Params(query): Params<PageQuery>,
    system: web::Data<System>,
) -> Result<web::Json<Page<MeetingInvitation>>> {
    let limit = query.limit();
    let page = system
        .db
        .read(move |conn| {
            let meeting = find(conn, &permit, id)?;
            let rows = store::list(conn, &permit, id, query.after.as_ref(), limit)?;
            let show = |rows| render::views(conn, &permit, &meeting, rows, Utc::now());
            Page::shown(rows, limit, |row| row.id, show)
        })
        .await?;
    Ok(web::Json(page))
}

/// Who can still be invited: accounts of the meeting's programme, and their organisations; who is near it comes first. At most
/// fifty: ask for others by name.
#[utoipa::path(
    tag = "meetings", params(("id" = MeetingId, Path), MeetingCandidateQuery),
    responses((status = OK, body = Page<MeetingCandidate>))
)]
#[get("/meetings/{id}/candidates")]
async fn list_meeting_candidates(
    permit: Permit<ListMeetingCandidates>,
    Id(id): Id<MeetingId>,
    Params(query): Params<MeetingCandidateQuery>,
    system: web::Data<System>,
) -> Result<web::Json<Page<MeetingCandidate>>> {
    let items = system.db.read(move |conn| candidates::list(conn, &permit, id, &query)).await?;
    Ok(web::Json(Page { items, next: None, total: None }))
}

/// Asks somebody to come. They are told when the agenda is opened and when the invitations are sent, or at once if they were.
/// Of somebody without an account the answer holds the secret part of a link: it is shown this once.
#[utoipa::path(
    tag = "meetings", params(("id" = MeetingId, Path), IdempotencyKey), request_body = NewMeetingInvitation,
    responses((status = CREATED, body = MeetingInvitationLink))
)]
#[post("/meetings/{id}/invitations")]
async fn create_meeting_invitation(
    permit: Permit<CreateMeetingInvitation>,
    Id(id): Id<MeetingId>,
    key: IdempotencyKey,
    Valid(new): Valid<NewMeetingInvitation>,
    system: web::Data<System>,
) -> Result<Answer> {
    let sealer = system.sealer.clone();
    system
        .db
        .write(move |conn| {
            let now = Utc::now();
            key.once(conn, &sealer, &new, now, |conn| {
                let (row, link_token) = asking::create(conn, &permit, id, &new, now)?;
                let invitation = answered(conn, &permit, row, now)?;
                Ok(MeetingInvitationLink { invitation, link_token })
            })
        })
        .await
}

/// Says whether the caller, or the caller's organisation, comes, and whether they accept the ground rules. Staff note the
/// answer of who has no account.
#[utoipa::path(
    tag = "meetings", params(("id" = MeetingInvitationId, Path), IfMatch), request_body = MeetingReply,
    responses((status = OK, body = MeetingInvitation))
)]
#[post("/meeting-invitations/{id}/answer")]
async fn answer_meeting_invitation(
    permit: Permit<AnswerMeetingInvitation>,
    Id(id): Id<MeetingInvitationId>,
    expected: IfMatch,
    Valid(said): Valid<MeetingReply>,
    system: web::Data<System>,
) -> Result<Tagged<MeetingInvitation>> {
    let invitation = system.db.write(move |conn| {
        let now = Utc::now();
        let row = reply::answer(conn, &permit, id, expected, said, now)?;
        answered(conn, &permit, row, now)
    });
    let invitation = invitation.await?;
    Ok(Tagged(invitation.version, invitation))
}

/// Takes an invitation back; its link opens nothing any more.
#[utoipa::path(
    tag = "meetings", params(("id" = MeetingInvitationId, Path), IfMatch),
    responses((status = OK, body = MeetingInvitation))
)]
#[post("/meeting-invitations/{id}/withdraw")]
async fn withdraw_meeting_invitation(
    permit: Permit<WithdrawMeetingInvitation>,
    Id(id): Id<MeetingInvitationId>,
    expected: IfMatch,
    system: web::Data<System>,
) -> Result<Tagged<MeetingInvitation>> {
    let invitation = system.db.write(move |conn| {
        let now = Utc::now();
        let row = asking::withdraw(conn, &permit, id, expected, now)?;
        answered(conn, &permit, row, now)
    });
    let invitation = invitation.await?;
    Ok(Tagged(invitation.version, invitation))
}

/// Makes another link for somebody without an account; the one before opens nothing any more. Its secret part is shown this
/// once.
#[utoipa::path(
    tag = "meetings", params(("id" = MeetingInvitationId, Path), IfMatch),
    responses((status = OK, body = MeetingInvitationLink))
)]
#[post("/meeting-invitations/{id}/renew-link")]
async fn renew_meeting_link(
    permit: Permit<RenewMeetingLink>,
    Id(id): Id<MeetingInvitationId>,
    expected: IfMatch,
    system: web::Data<System>,
) -> Result<Tagged<MeetingInvitationLink>> {
    let renewed = system.db.write(move |conn| {
        let now = Utc::now();
        let (row, token) = asking::renew(conn, &permit, id, expected)?;
        let invitation = answered(conn, &permit, row, now)?;
        Ok(MeetingInvitationLink { invitation, link_token: Some(token) })
    });
    let renewed = renewed.await?;
    Ok(Tagged(renewed.invitation.version, renewed))
}

/// Notes in the audit trail what was done with an invitation, and shows what it has become.
fn answered<A: Action>(conn: &mut Conn, permit: &Permit<A>, row: Row, now: DateTime<Utc>) -> Result<MeetingInvitation> {
    audit::record(conn, &permit.who(), A::OPERATION, &subject(row.meeting_id), "", now)?;
    let meeting = find(conn, permit, row.meeting_id)?;
    render::views(conn, permit, &meeting, vec![row], now)?.pop().ok_or(ApiError::Internal)
}
