//! Focus groups over HTTP.

use actix_web::{get, patch, post, web};
use chrono::{DateTime, Utc};

use super::balance::BalanceQuery;
use super::input::{
    AttendanceCounts, FocusGroupChange, FocusGroupReason, GroupConsent, GuardianConsents, Holding, NewFocusGroup,
    NotesToWrite,
};
use super::list::FocusGroupQuery;
use super::policy::{
    CancelFocusGroup, ConsentFocusGroup, CountFocusGroupAttendance, CreateFocusGroup, GetFocusGroup,
    GetFocusGroupBalance, HoldFocusGroup, ListFocusGroupEvents, ListFocusGroups, RecordFocusGroupGuardians,
    UpdateFocusGroup, WriteFocusGroupNotes,
};
use super::view::{AreaBalance, FocusGroup, FocusGroupEvent, FocusGroupSummary};
use super::{FocusGroupId, attendance, balance, change, consent, events, list, notes, render, store};
use crate::app::System;
use crate::audit::{self, Subject};
use crate::authz::{Action, Permit};
use crate::db::Conn;
use crate::error::Result;
use crate::http::idempotency::Answer;
use crate::http::{Cursor, Id, IdempotencyKey, IfMatch, Page, PageQuery, Params, Routes, Tagged, Valid};

pub fn routes(api: &mut impl Routes) {
    api.service(list_focus_groups)
        .service(create_focus_group)
        // Before what takes an id in its place.
        .service(get_focus_group_balance)
        .service(get_focus_group)
        .service(update_focus_group)
        .service(consent_focus_group)
        .service(record_focus_group_guardians)
        .service(count_focus_group_attendance)
        .service(write_focus_group_notes)
        .service(hold_focus_group)
        .service(cancel_focus_group)
        .service(list_focus_group_events);
}

pub(super) fn subject(id: FocusGroupId) -> Subject {
    Subject::new("focus_group", id)
}

/// The focus groups of the caller's programmes, the latest first.
#[utoipa::path(tag = "focus groups", params(FocusGroupQuery), responses((status = OK, body = Page<FocusGroupSummary>)))]
#[get("/focus-groups")]
async fn list_focus_groups(
    permit: Permit<ListFocusGroups>,
    Params(query): Params<FocusGroupQuery>,
    system: web::Data<System>,
) -> Result<web::Json<Page<FocusGroupSummary>>> {
    let page = system
        .db
        .read(move |conn| {
            let rows = list::list(conn, &permit, &query)?;
            let page = Page::shown(rows, query.limit(), |row| row.id, |rows| render::summaries(conn, rows))?;
            page.counted(query.total, query.after.as_ref(), || list::total(conn, &permit, &query))
        })
        .await?;
    Ok(web::Json(page))
}

/// Who was heard and is expected where a place is: whether women and youth are a third, planning asks.
#[utoipa::path(tag = "focus groups", params(BalanceQuery), responses((status = OK, body = AreaBalance)))]
#[get("/focus-groups/balance")]
async fn get_focus_group_balance(
    permit: Permit<GetFocusGroupBalance>,
    Params(query): Params<BalanceQuery>,
    system: web::Data<System>,
) -> Result<web::Json<AreaBalance>> {
    Ok(web::Json(system.db.read(move |conn| balance::of_place(conn, &permit, &query)).await?))
}

/// A focus group.
#[utoipa::path(tag = "focus groups", params(("id" = FocusGroupId, Path)), responses((status = OK, body = FocusGroup)))]
#[get("/focus-groups/{id}")]
async fn get_focus_group(
    permit: Permit<GetFocusGroup>,
    Id(id): Id<FocusGroupId>,
    system: web::Data<System>,
) -> Result<Tagged<FocusGroup>> {
    let record = system
        .db
        .read(move |conn| {
            let row = store::find(conn, &permit, id)?;
            render::whole(conn, &permit, row)
        })
        .await?;
    Ok(Tagged(record.version, record))
}

/// Plans a focus group. Its `warnings` tell whom the area would hear too little of; they forbid nothing.
#[utoipa::path(
    tag = "focus groups", params(IdempotencyKey), request_body = NewFocusGroup,
    responses((status = CREATED, body = FocusGroup))
)]
#[post("/focus-groups")]
async fn create_focus_group(
    permit: Permit<CreateFocusGroup>,
    key: IdempotencyKey,
    Valid(new): Valid<NewFocusGroup>,
    system: web::Data<System>,
) -> Result<Answer> {
    let sealer = system.sealer.clone();
    system
        .db
        .write(move |conn| {
            let now = Utc::now();
            key.once(conn, &sealer, &new, now, |conn| {
                let row = store::create(conn, &permit, &new, now)?;
                audit::record(conn, &permit.who(), CreateFocusGroup::OPERATION, &subject(row.id), "", now)?;
                render::whole(conn, &permit, row)
            })
        })
        .await
}

/// Changes a plan, as long as the group was not held.
#[utoipa::path(
    tag = "focus groups", params(("id" = FocusGroupId, Path), IfMatch), request_body = FocusGroupChange,
    responses((status = OK, body = FocusGroup), (status = CONFLICT))
)]
#[patch("/focus-groups/{id}")]
async fn update_focus_group(
    permit: Permit<UpdateFocusGroup>,
    Id(id): Id<FocusGroupId>,
    expected: IfMatch,
    Valid(body): Valid<FocusGroupChange>,
    system: web::Data<System>,
) -> Result<Tagged<FocusGroup>> {
    changed(&system, permit, id, move |conn, permit, now| change::update(conn, permit, id, expected, &body, now)).await
}

/// Records that the people know what it is for and agreed to being heard.
#[utoipa::path(
    tag = "focus groups", params(("id" = FocusGroupId, Path), IfMatch), request_body = GroupConsent,
    responses((status = OK, body = FocusGroup), (status = CONFLICT))
)]
#[post("/focus-groups/{id}/consent")]
async fn consent_focus_group(
    permit: Permit<ConsentFocusGroup>,
    Id(id): Id<FocusGroupId>,
    expected: IfMatch,
    Valid(body): Valid<GroupConsent>,
    system: web::Data<System>,
) -> Result<Tagged<FocusGroup>> {
    changed(&system, permit, id, move |conn, permit, now| consent::record(conn, permit, id, expected, &body, now)).await
}

/// Records how many parents or guardians agreed: one for each who is under 18.
#[utoipa::path(
    tag = "focus groups", params(("id" = FocusGroupId, Path), IfMatch), request_body = GuardianConsents,
    responses((status = OK, body = FocusGroup), (status = CONFLICT))
)]
#[post("/focus-groups/{id}/guardians")]
async fn record_focus_group_guardians(
    permit: Permit<RecordFocusGroupGuardians>,
    Id(id): Id<FocusGroupId>,
    expected: IfMatch,
    Valid(body): Valid<GuardianConsents>,
    system: web::Data<System>,
) -> Result<Tagged<FocusGroup>> {
    changed(&system, permit, id, move |conn, permit, now| {
        consent::record_guardians(conn, permit, id, expected, &body, now)
    })
    .await
}

/// Puts a count of who was there in the place of the one before.
#[utoipa::path(
    tag = "focus groups", params(("id" = FocusGroupId, Path), IfMatch), request_body = AttendanceCounts,
    responses((status = OK, body = FocusGroup), (status = CONFLICT))
)]
#[post("/focus-groups/{id}/attendance")]
async fn count_focus_group_attendance(
    permit: Permit<CountFocusGroupAttendance>,
    Id(id): Id<FocusGroupId>,
    expected: IfMatch,
    Valid(body): Valid<AttendanceCounts>,
    system: web::Data<System>,
) -> Result<Tagged<FocusGroup>> {
    changed(&system, permit, id, move |conn, permit, now| attendance::count(conn, permit, id, expected, &body, now))
        .await
}

/// Puts notes and quotes in the place of those before. Quotes say of which kind a person is, and never who.
#[utoipa::path(
    tag = "focus groups", params(("id" = FocusGroupId, Path), IfMatch), request_body = NotesToWrite,
    responses((status = OK, body = FocusGroup), (status = CONFLICT))
)]
#[post("/focus-groups/{id}/notes")]
async fn write_focus_group_notes(
    permit: Permit<WriteFocusGroupNotes>,
    Id(id): Id<FocusGroupId>,
    expected: IfMatch,
    Valid(body): Valid<NotesToWrite>,
    system: web::Data<System>,
) -> Result<Tagged<FocusGroup>> {
    changed(&system, permit, id, move |conn, permit, now| notes::write(conn, permit, id, expected, &body, now)).await
}

/// Notes that a group took place: somebody was counted, and a parent or guardian agreed for each who is under 18.
#[utoipa::path(
    tag = "focus groups", params(("id" = FocusGroupId, Path), IfMatch), request_body = Holding,
    responses((status = OK, body = FocusGroup), (status = CONFLICT))
)]
#[post("/focus-groups/{id}/hold")]
async fn hold_focus_group(
    permit: Permit<HoldFocusGroup>,
    Id(id): Id<FocusGroupId>,
    expected: IfMatch,
    Valid(body): Valid<Holding>,
    system: web::Data<System>,
) -> Result<Tagged<FocusGroup>> {
    changed(&system, permit, id, move |conn, permit, now| change::hold(conn, permit, id, expected, &body, now)).await
}

/// Calls a group off, with the reason.
#[utoipa::path(
    tag = "focus groups", params(("id" = FocusGroupId, Path), IfMatch), request_body = FocusGroupReason,
    responses((status = OK, body = FocusGroup), (status = CONFLICT))
)]
#[post("/focus-groups/{id}/cancel")]
async fn cancel_focus_group(
    permit: Permit<CancelFocusGroup>,
    Id(id): Id<FocusGroupId>,
    expected: IfMatch,
    Valid(body): Valid<FocusGroupReason>,
    system: web::Data<System>,
) -> Result<Tagged<FocusGroup>> {
    changed(&system, permit, id, move |conn, permit, now| change::cancel(conn, permit, id, expected, &body, now)).await
}

/// Makes a change of a focus group: it is in the audit trail, and the caller sees what the group has become.
pub(super) async fn changed<A, F>(
    system: &System,
    permit: Permit<A>,
    id: FocusGroupId,
    change: F,
) -> Result<Tagged<FocusGroup>>
where
    A: Action + Send,
    F: FnOnce(&mut Conn, &Permit<A>, DateTime<Utc>) -> Result<store::Row> + Send + 'static,
{
    let show = |conn: &mut Conn, permit: &Permit<A>, row, _| render::whole(conn, permit, row);
    let record = audit::changed(system, permit, subject(id), change, show).await?;
    Ok(Tagged(record.version, record))
}

/// The timeline of a focus group, the latest first.
#[utoipa::path(
    tag = "focus groups", params(("id" = FocusGroupId, Path), PageQuery),
    responses((status = OK, body = Page<FocusGroupEvent>))
)]
#[get("/focus-groups/{id}/history")]
async fn list_focus_group_events(
    permit: Permit<ListFocusGroupEvents>,
    Id(id): Id<FocusGroupId>,
    Params(query): Params<PageQuery>,
    system: web::Data<System>,
) -> Result<web::Json<Page<FocusGroupEvent>>> {
    let limit = query.limit();
    let rows = system.db.read(move |conn| events::list(conn, &permit, id, query.after, limit)).await?;
    Ok(web::Json(Page::of(rows, limit, |event: &FocusGroupEvent| Cursor::by_id(event.id), |event| event)))
}
