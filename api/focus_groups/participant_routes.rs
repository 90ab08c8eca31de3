//! The names that a focus group keeps, over HTTP.

use actix_web::http::header::CACHE_CONTROL;
use actix_web::{HttpRequest, HttpResponse, delete, get, post, web};
use chrono::Utc;

use super::input::{FocusGroupReason, NewParticipant};
use super::policy::{
    AddFocusGroupParticipant, ListFocusGroupParticipants, OpenFocusGroupParticipants, WithdrawFocusGroupParticipant,
};
use super::routes::subject;
use super::view::{MaskedParticipant, MaskedParticipants, OpenedParticipants};
use super::{FocusGroupId, FocusGroupParticipantId, participants};
use crate::app::System;
use crate::audit;
use crate::authz::{Action, Permit};
use crate::error::Result;
use crate::http::idempotency::Answer;
use crate::http::params::path_part;
use crate::http::{Id, IdempotencyKey, IfMatch, Routes, Valid};

pub fn routes(api: &mut impl Routes) {
    api.service(list_focus_group_participants)
        .service(add_focus_group_participant)
        .service(open_focus_group_participants)
        .service(withdraw_focus_group_participant);
}

/// Who agreed to have the name kept, masked.
#[utoipa::path(
    tag = "focus groups", params(("id" = FocusGroupId, Path)), responses((status = OK, body = MaskedParticipants))
)]
#[get("/focus-groups/{id}/participants")]
async fn list_focus_group_participants(
    permit: Permit<ListFocusGroupParticipants>,
    Id(id): Id<FocusGroupId>,
    system: web::Data<System>,
) -> Result<web::Json<MaskedParticipants>> {
    let sealer = system.sealer.clone();
    let items = system.db.read(move |conn| participants::list(conn, &permit, &sealer, id)).await?;
    Ok(web::Json(MaskedParticipants { items }))
}

/// Keeps the name of somebody who agreed to it.
#[utoipa::path(
    tag = "focus groups", params(("id" = FocusGroupId, Path), IdempotencyKey), request_body = NewParticipant,
    responses((status = CREATED, body = MaskedParticipant), (status = CONFLICT))
)]
#[post("/focus-groups/{id}/participants")]
async fn add_focus_group_participant(
    permit: Permit<AddFocusGroupParticipant>,
    Id(id): Id<FocusGroupId>,
    key: IdempotencyKey,
    Valid(new): Valid<NewParticipant>,
    system: web::Data<System>,
) -> Result<Answer> {
    let sealer = system.sealer.clone();
    system
        .db
        .write(move |conn| {
            let now = Utc::now();
            key.once(conn, &sealer, &(id, &new), now, |conn| {
                let one = participants::add(conn, &permit, &sealer, id, &new, now)?;
                audit::record(conn, &permit.who(), AddFocusGroupParticipant::OPERATION, &subject(id), "", now)?;
                Ok(one)
            })
        })
        .await
}

/// The names. Who looked and why is in the timeline, and in the audit trail.
#[utoipa::path(
    tag = "focus groups", params(("id" = FocusGroupId, Path), IfMatch), request_body = FocusGroupReason,
    responses((status = OK, body = OpenedParticipants))
)]
#[post("/focus-groups/{id}/open-participants")]
async fn open_focus_group_participants(
    permit: Permit<OpenFocusGroupParticipants>,
    Id(id): Id<FocusGroupId>,
    expected: IfMatch,
    Valid(reason): Valid<FocusGroupReason>,
    system: web::Data<System>,
) -> Result<HttpResponse> {
    let sealer = system.sealer.clone();
    let items = system
        .db
        .write(move |conn| {
            let now = Utc::now();
            let items = participants::open(conn, &permit, &sealer, id, expected, &reason, now)?;
            audit::record(conn, &permit.who(), OpenFocusGroupParticipants::OPERATION, &subject(id), "", now)?;
            Ok(items)
        })
        .await?;
    Ok(HttpResponse::Ok().insert_header((CACHE_CONTROL, "no-store")).json(OpenedParticipants { items }))
}

/// Deletes the name of somebody who took the consent back.
#[utoipa::path(
    tag = "focus groups",
    params(("id" = FocusGroupId, Path), ("participant_id" = FocusGroupParticipantId, Path), IfMatch),
    responses((status = NO_CONTENT))
)]
#[delete("/focus-groups/{id}/participants/{participant_id}")]
async fn withdraw_focus_group_participant(
    permit: Permit<WithdrawFocusGroupParticipant>,
    Id(id): Id<FocusGroupId>,
    expected: IfMatch,
    request: HttpRequest,
    system: web::Data<System>,
) -> Result<HttpResponse> {
    let one: FocusGroupParticipantId = path_part(&request, "participant_id")?;
    system
        .db
        .write(move |conn| {
            let now = Utc::now();
            participants::withdraw(conn, &permit, id, one, expected, now)?;
            audit::record(conn, &permit.who(), WithdrawFocusGroupParticipant::OPERATION, &subject(id), "", now)
        })
        .await?;
    Ok(HttpResponse::NoContent().finish())
}
