//! Coding over HTTP.

use actix_web::{HttpRequest, HttpResponse, delete, post, web};
use chrono::Utc;

use super::input::NewPassageCode;
use super::view::PassageCode;
use crate::app::System;
use crate::audit;
use crate::authz::{Action, Permit};
use crate::error::Result;
use crate::focus_groups::input::FocusGroupReason;
use crate::focus_groups::policy::{
    CodeFocusGroupPassage, FinishCodingFocusGroup, ReopenCodingFocusGroup, UncodeFocusGroupPassage,
};
use crate::focus_groups::routes::{changed, subject};
use crate::focus_groups::view::FocusGroup;
use crate::focus_groups::{FocusGroupId, PassageCodeId};
use crate::http::idempotency::Answer;
use crate::http::params::path_part;
use crate::http::{Id, IdempotencyKey, IfMatch, Routes, Tagged, Valid};

pub fn routes(api: &mut impl Routes) {
    api.service(code_focus_group_passage)
        .service(uncode_focus_group_passage)
        .service(finish_coding_focus_group)
        .service(reopen_coding_focus_group);
}

/// Puts a passage of the notes to an impact: one that there is, or one that is made of it.
#[utoipa::path(
    tag = "focus groups", params(("id" = FocusGroupId, Path), IdempotencyKey), request_body = NewPassageCode,
    responses((status = CREATED, body = PassageCode), (status = CONFLICT))
)]
#[post("/focus-groups/{id}/codes")]
async fn code_focus_group_passage(
    permit: Permit<CodeFocusGroupPassage>,
    Id(id): Id<FocusGroupId>,
    key: IdempotencyKey,
    Valid(new): Valid<NewPassageCode>,
    system: web::Data<System>,
) -> Result<Answer> {
    let sealer = system.sealer.clone();
    system
        .db
        .write(move |conn| {
            let now = Utc::now();
            key.once(conn, &sealer, &(id, &new), now, |conn| {
                let code = super::add(conn, &permit, id, &new, now)?;
                audit::record(conn, &permit.who(), CodeFocusGroupPassage::OPERATION, &subject(id), "", now)?;
                Ok(code)
            })
        })
        .await
}

/// Takes a passage from its impact, which stays.
#[utoipa::path(
    tag = "focus groups", params(("id" = FocusGroupId, Path), ("code_id" = PassageCodeId, Path), IfMatch),
    responses((status = NO_CONTENT), (status = CONFLICT))
)]
#[delete("/focus-groups/{id}/codes/{code_id}")]
async fn uncode_focus_group_passage(
    permit: Permit<UncodeFocusGroupPassage>,
    Id(id): Id<FocusGroupId>,
    expected: IfMatch,
    request: HttpRequest,
    system: web::Data<System>,
) -> Result<HttpResponse> {
    let code: PassageCodeId = path_part(&request, "code_id")?;
    system
        .db
        .write(move |conn| {
            let now = Utc::now();
            super::remove(conn, &permit, id, code, expected, now)?;
            audit::record(conn, &permit.who(), UncodeFocusGroupPassage::OPERATION, &subject(id), "", now)
        })
        .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Notes that what was said has been made into impacts.
#[utoipa::path(
    tag = "focus groups", params(("id" = FocusGroupId, Path), IfMatch),
    responses((status = OK, body = FocusGroup), (status = CONFLICT))
)]
#[post("/focus-groups/{id}/finish-coding")]
async fn finish_coding_focus_group(
    permit: Permit<FinishCodingFocusGroup>,
    Id(id): Id<FocusGroupId>,
    expected: IfMatch,
    system: web::Data<System>,
) -> Result<Tagged<FocusGroup>> {
    changed(&system, permit, id, move |conn, permit, now| super::finish(conn, permit, id, expected, now)).await
}

/// Opens the notes of a coded group again, with the reason.
#[utoipa::path(
    tag = "focus groups", params(("id" = FocusGroupId, Path), IfMatch), request_body = FocusGroupReason,
    responses((status = OK, body = FocusGroup), (status = CONFLICT))
)]
#[post("/focus-groups/{id}/reopen-coding")]
async fn reopen_coding_focus_group(
    permit: Permit<ReopenCodingFocusGroup>,
    Id(id): Id<FocusGroupId>,
    expected: IfMatch,
    Valid(body): Valid<FocusGroupReason>,
    system: web::Data<System>,
) -> Result<Tagged<FocusGroup>> {
    changed(&system, permit, id, move |conn, permit, now| super::reopen(conn, permit, id, expected, &body, now)).await
}
