//! Stakeholders over HTTP.

use actix_web::http::header::{CACHE_CONTROL, LOCATION};
use actix_web::{HttpRequest, HttpResponse, Responder, get, patch, post, web};
use chrono::{DateTime, Utc};

use super::input::{
    ConsentWithdrawal, NewConsent, NewStakeholder, Reassessment, StakeholderChange, StakeholderContact,
};
use super::list::StakeholderQuery;
use super::policy::{
    CountStakeholders, CreateStakeholder, GetStakeholder, GetStakeholderContact, ListStakeholderEvents,
    ListStakeholders, ReassessStakeholder, RecordStakeholderConsent, UpdateStakeholder, WithdrawStakeholderConsent,
};
use super::spread::{self, StakeholderCountQuery, StakeholderCounts};
use super::view::{Stakeholder, StakeholderEvent, StakeholderSummary};
use super::{StakeholderId, change, consent, contact, events, list, merge, render, store};
use crate::app::{BASE, System};
use crate::audit::{self, Subject};
use crate::authz::{Action, Permit};
use crate::db::Conn;
use crate::error::Result;
use crate::http::idempotency::Answer;
use crate::http::{Cursor, Id, IdempotencyKey, IfMatch, Page, PageQuery, Params, Routes, Tagged, Valid};

pub fn routes(api: &mut impl Routes) {
    api.service(list_stakeholders)
        .service(count_stakeholders)
        .service(create_stakeholder)
        .service(get_stakeholder)
        .service(update_stakeholder)
        .service(get_stakeholder_contact)
        .service(reassess_stakeholder)
        .service(record_stakeholder_consent)
        .service(withdraw_stakeholder_consent)
        .service(list_stakeholder_events);
}

fn subject(id: StakeholderId) -> Subject {
    Subject::new("stakeholder", id)
}

/// The stakeholders of the caller's programmes.
#[utoipa::path(tag = "stakeholders", params(StakeholderQuery), responses((status = OK, body = Page<StakeholderSummary>)))]
#[get("/stakeholders")]
async fn list_stakeholders(
    permit: Permit<ListStakeholders>,
    Params(query): Params<StakeholderQuery>,
    system: web::Data<System>,
) -> Result<web::Json<Page<StakeholderSummary>>> {
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

/// How many stakeholders of the caller's programmes there are at each place.
#[utoipa::path(tag = "stakeholders", params(StakeholderCountQuery), responses((status = OK, body = StakeholderCounts)))]
#[get("/stakeholder-counts")]
async fn count_stakeholders(
    permit: Permit<CountStakeholders>,
    Params(query): Params<StakeholderCountQuery>,
    system: web::Data<System>,
) -> Result<web::Json<StakeholderCounts>> {
    Ok(web::Json(system.db.read(move |conn| spread::by_place(conn, &permit, query)).await?))
}

/// A stakeholder. A record that became part of another one sends to that one.
#[utoipa::path(
    tag = "stakeholders", params(("id" = StakeholderId, Path)),
    responses((status = OK, body = Stakeholder), (status = PERMANENT_REDIRECT, description = "It is part of another record"))
)]
#[get("/stakeholders/{id}")]
async fn get_stakeholder(
    permit: Permit<GetStakeholder>,
    Id(id): Id<StakeholderId>,
    request: HttpRequest,
    system: web::Data<System>,
) -> Result<HttpResponse> {
    let sealer = system.sealer.clone();
    let found = system
        .db
        .read(move |conn| match merge::became(conn, &permit, id)? {
            Some(other) => Ok(Err(other)),
            None => {
                let row = store::find(conn, &permit, id)?;
                render::whole(conn, &permit, &sealer, row, Utc::now()).map(Ok)
            }
        })
        .await?;
    Ok(match found {
        Ok(record) => Tagged(record.version, record).respond_to(&request).map_into_boxed_body(),
        Err(other) => {
            let location = format!("{BASE}/stakeholders/{other}");
            HttpResponse::PermanentRedirect()
                .insert_header((LOCATION, location))
                .insert_header((CACHE_CONTROL, "no-store"))
                .finish()
        }
    })
}

/// What somebody is reached at. Each look is in the audit trail.
#[utoipa::path(tag = "stakeholders", params(("id" = StakeholderId, Path)), responses((status = OK, body = StakeholderContact)))]
#[get("/stakeholders/{id}/contact")]
async fn get_stakeholder_contact(
    permit: Permit<GetStakeholderContact>,
    Id(id): Id<StakeholderId>,
    system: web::Data<System>,
) -> Result<HttpResponse> {
    let sealer = system.sealer.clone();
    let contact = system
        .db
        .write(move |conn| {
            let contact = contact::look(conn, &permit, &sealer, id)?;
            audit::record(conn, &permit.who(), GetStakeholderContact::OPERATION, &subject(id), "", Utc::now())?;
            Ok(contact)
        })
        .await?;
    Ok(HttpResponse::Ok().insert_header((CACHE_CONTROL, "no-store")).json(contact))
}

/// Records a stakeholder.
#[utoipa::path(
    tag = "stakeholders", params(IdempotencyKey), request_body = NewStakeholder,
    responses((status = CREATED, body = Stakeholder))
)]
#[post("/stakeholders")]
async fn create_stakeholder(
    permit: Permit<CreateStakeholder>,
    key: IdempotencyKey,
    Valid(new): Valid<NewStakeholder>,
    system: web::Data<System>,
) -> Result<Answer> {
    let sealer = system.sealer.clone();
    system
        .db
        .write(move |conn| {
            let now = Utc::now();
            key.once(conn, &sealer, &new, now, |conn| {
                let row = store::create(conn, &permit, &sealer, &new, now)?;
                audit::record(conn, &permit.who(), CreateStakeholder::OPERATION, &subject(row.id), "", now)?;
                render::whole(conn, &permit, &sealer, row, now)
            })
        })
        .await
}

/// Changes what is recorded of a stakeholder; assessments and consent have operations of their own.
#[utoipa::path(
    tag = "stakeholders", params(("id" = StakeholderId, Path), IfMatch), request_body = StakeholderChange,
    responses((status = OK, body = Stakeholder))
)]
#[patch("/stakeholders/{id}")]
async fn update_stakeholder(
    permit: Permit<UpdateStakeholder>,
    Id(id): Id<StakeholderId>,
    expected: IfMatch,
    Valid(change): Valid<StakeholderChange>,
    system: web::Data<System>,
) -> Result<Tagged<Stakeholder>> {
    let sealer = system.sealer.clone();
    changed(&system, permit, id, move |conn, permit, now| {
        change::update(conn, permit, &sealer, id, expected, &change, now)
    })
    .await
}

/// Assesses a stakeholder anew, with the reason.
#[utoipa::path(
    tag = "stakeholders", params(("id" = StakeholderId, Path), IfMatch), request_body = Reassessment,
    responses((status = OK, body = Stakeholder))
)]
#[post("/stakeholders/{id}/reassess")]
async fn reassess_stakeholder(
    permit: Permit<ReassessStakeholder>,
    Id(id): Id<StakeholderId>,
    expected: IfMatch,
    Valid(new): Valid<Reassessment>,
    system: web::Data<System>,
) -> Result<Tagged<Stakeholder>> {
    changed(&system, permit, id, move |conn, permit, now| change::reassess(conn, permit, id, expected, &new, now)).await
}

/// Records that a stakeholder agreed to being in the register.
#[utoipa::path(
    tag = "stakeholders", params(("id" = StakeholderId, Path), IfMatch), request_body = NewConsent,
    responses((status = OK, body = Stakeholder))
)]
#[post("/stakeholders/{id}/consent")]
async fn record_stakeholder_consent(
    permit: Permit<RecordStakeholderConsent>,
    Id(id): Id<StakeholderId>,
    expected: IfMatch,
    Valid(new): Valid<NewConsent>,
    system: web::Data<System>,
) -> Result<Tagged<Stakeholder>> {
    changed(&system, permit, id, move |conn, permit, now| consent::record(conn, permit, id, expected, &new, now)).await
}

/// Records that a stakeholder took the consent back. The contact details are deleted with it.
#[utoipa::path(
    tag = "stakeholders", params(("id" = StakeholderId, Path), IfMatch), request_body = ConsentWithdrawal,
    responses((status = OK, body = Stakeholder))
)]
#[post("/stakeholders/{id}/withdraw-consent")]
async fn withdraw_stakeholder_consent(
    permit: Permit<WithdrawStakeholderConsent>,
    Id(id): Id<StakeholderId>,
    expected: IfMatch,
    Valid(withdrawal): Valid<ConsentWithdrawal>,
    system: web::Data<System>,
) -> Result<Tagged<Stakeholder>> {
    changed(&system, permit, id, move |conn, permit, now| {
        consent::withdraw(conn, permit, id, expected, &withdrawal, now)
    })
    .await
}

/// Makes a change of a record: it is in the audit trail, and the caller sees what the record has become.
async fn changed<A, F>(system: &System, permit: Permit<A>, id: StakeholderId, change: F) -> Result<Tagged<Stakeholder>>
where
    A: Action + Send,
    F: FnOnce(&mut Conn, &Permit<A>, DateTime<Utc>) -> Result<store::Row> + Send + 'static,
{
    let sealer = system.sealer.clone();
    let show = move |conn: &mut Conn, permit: &Permit<A>, row, now| render::whole(conn, permit, &sealer, row, now);
    let record = audit::changed(system, permit, subject(id), change, show).await?;
    Ok(Tagged(record.version, record))
}

/// What happened to a stakeholder's record, the latest first: who assessed when and why, who changed what.
#[utoipa::path(
    tag = "stakeholders", params(("id" = StakeholderId, Path), PageQuery),
    responses((status = OK, body = Page<StakeholderEvent>))
)]
#[get("/stakeholders/{id}/history")]
async fn list_stakeholder_events(
    permit: Permit<ListStakeholderEvents>,
    Id(id): Id<StakeholderId>,
    Params(query): Params<PageQuery>,
    system: web::Data<System>,
) -> Result<web::Json<Page<StakeholderEvent>>> {
    let limit = query.limit();
    let rows = system.db.read(move |conn| events::list(conn, &permit, id, query.after, limit)).await?;
    Ok(web::Json(Page::of(rows, limit, |event: &StakeholderEvent| Cursor::by_id(event.id), |event| event)))
}
