//! The agenda of a meeting over HTTP.

use actix_web::{post, web};
use chrono::{DateTime, Utc};

use super::input::{AgendaAcceptance, AgendaOrder, AgendaRefusal, NewAgendaItem};
use super::render;
use super::store::{self, Row};
use super::view::AgendaItem;
use crate::app::System;
use crate::audit;
use crate::authz::{Action, Permit};
use crate::db::Conn;
use crate::error::{ApiError, Result};
use crate::http::idempotency::Answer;
use crate::http::{Id, IdempotencyKey, IfMatch, Routes, Tagged, Valid};
use crate::meetings::domain::AgendaMove;
use crate::meetings::policy::{
    AcceptAgendaItem, DeclineAgendaItem, OrderMeetingAgenda, ProposeAgendaItem, WithdrawAgendaItem,
};
use crate::meetings::routes::{changed, subject};
use crate::meetings::view::Meeting;
use crate::meetings::{AgendaItemId, MeetingId};

pub fn routes(api: &mut impl Routes) {
    api.service(propose_agenda_item)
        .service(order_meeting_agenda)
        .service(accept_agenda_item)
        .service(decline_agenda_item)
        .service(withdraw_agenda_item);
}

/// Proposes what is to be spoken of: a topic, or an impact, a case, an agreement or a promise that the caller reaches. The
/// sides do so while the agenda is open.
#[utoipa::path(
    tag = "meetings", params(("id" = MeetingId, Path), IdempotencyKey), request_body = NewAgendaItem,
    responses((status = CREATED, body = AgendaItem))
)]
#[post("/meetings/{id}/agenda-items")]
async fn propose_agenda_item(
    permit: Permit<ProposeAgendaItem>,
    Id(id): Id<MeetingId>,
    key: IdempotencyKey,
    Valid(new): Valid<NewAgendaItem>,
    system: web::Data<System>,
) -> Result<Answer> {
    let sealer = system.sealer.clone();
    system
        .db
        .write(move |conn| {
            let now = Utc::now();
            key.once(conn, &sealer, &new, now, |conn| {
                let row = store::propose(conn, &permit, id, &new, now)?;
                answered(conn, &permit, row, now)
            })
        })
        .await
}

/// Puts what is on the agenda in another order. The facilitator does.
#[utoipa::path(
    tag = "meetings", params(("id" = MeetingId, Path), IfMatch), request_body = AgendaOrder,
    responses((status = OK, body = Meeting))
)]
#[post("/meetings/{id}/order-agenda")]
async fn order_meeting_agenda(
    permit: Permit<OrderMeetingAgenda>,
    Id(id): Id<MeetingId>,
    expected: IfMatch,
    Valid(order): Valid<AgendaOrder>,
    system: web::Data<System>,
) -> Result<Tagged<Meeting>> {
    changed(&system, permit, id, move |conn, permit, now| store::order(conn, permit, id, expected, &order, now)).await
}

/// Puts an item on the agenda, after what is there. The facilitator does.
#[utoipa::path(
    tag = "meetings", params(("id" = AgendaItemId, Path), IfMatch), request_body = AgendaAcceptance,
    responses((status = OK, body = AgendaItem))
)]
#[post("/agenda-items/{id}/accept")]
async fn accept_agenda_item(
    permit: Permit<AcceptAgendaItem>,
    Id(id): Id<AgendaItemId>,
    expected: IfMatch,
    Valid(AgendaAcceptance { reason }): Valid<AgendaAcceptance>,
    system: web::Data<System>,
) -> Result<Tagged<AgendaItem>> {
    decided(&system, permit, id, expected, AgendaMove::Accept, reason).await
}

/// Keeps an item off the agenda, and says why. The facilitator does.
#[utoipa::path(
    tag = "meetings", params(("id" = AgendaItemId, Path), IfMatch), request_body = AgendaRefusal,
    responses((status = OK, body = AgendaItem))
)]
#[post("/agenda-items/{id}/decline")]
async fn decline_agenda_item(
    permit: Permit<DeclineAgendaItem>,
    Id(id): Id<AgendaItemId>,
    expected: IfMatch,
    Valid(AgendaRefusal { reason }): Valid<AgendaRefusal>,
    system: web::Data<System>,
) -> Result<Tagged<AgendaItem>> {
    decided(&system, permit, id, expected, AgendaMove::Decline, Some(reason)).await
}

/// Takes a proposal of the caller's organisation back, before the facilitator has decided.
#[utoipa::path(
    tag = "meetings", params(("id" = AgendaItemId, Path), IfMatch), responses((status = OK, body = AgendaItem))
)]
#[post("/agenda-items/{id}/withdraw")]
async fn withdraw_agenda_item(
    permit: Permit<WithdrawAgendaItem>,
    Id(id): Id<AgendaItemId>,
    expected: IfMatch,
    system: web::Data<System>,
) -> Result<Tagged<AgendaItem>> {
    decided(&system, permit, id, expected, AgendaMove::Withdraw, None).await
}

async fn decided<A: Action + Send>(
    system: &System,
    permit: Permit<A>,
    id: AgendaItemId,
    expected: IfMatch,
    made: AgendaMove,
    reason: Option<String>,
) -> Result<Tagged<AgendaItem>> {
    let item = system
        .db
        .write(move |conn| {
            let now = Utc::now();
            let row = store::decide(conn, &permit, id, expected, (made, reason.as_deref()), now)?;
            answered(conn, &permit, row, now)
        })
        .await?;
    Ok(Tagged(item.version, item))
}

/// Notes in the audit trail what was done with an item, and shows what it has become.
fn answered<A: Action>(conn: &mut Conn, permit: &Permit<A>, row: Row, now: DateTime<Utc>) -> Result<AgendaItem> {
    audit::record(conn, &permit.who(), A::OPERATION, &subject(row.meeting_id), "", now)?;
    let meeting = crate::meetings::store::find(conn, permit, row.meeting_id)?;
    render::one(conn, permit, &meeting, row)?.ok_or(ApiError::Internal)
}
