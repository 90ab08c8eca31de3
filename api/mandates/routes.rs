//! Mandates over HTTP.

use actix_web::{get, patch, post, web};
use chrono::{DateTime, Utc};

use super::input::{Activation, Ending, Endorsement, MandateChange, Nomination, Vetting};
use super::list::MandateQuery;
use super::policy::{
    ActivateMandate, EndMandate, EndorseMandate, GetMandate, ListMandateAccounts, ListMandates, ListRepresentatives,
    NominateRepresentative, UpdateMandate, VetMandate,
};
use super::view::{Mandate, MandateSummary, Representation};
use super::{MandateId, accounts, change, list, render, representatives, steps, store};
use crate::app::System;
use crate::audit::{self, Subject};
use crate::authz::{Action, Permit};
use crate::db::Conn;
use crate::error::Result;
use crate::http::idempotency::Answer;
use crate::http::{Id, IdempotencyKey, IfMatch, Page, Params, Routes, Tagged, Valid};
use crate::names::Person;
use crate::places::PlaceId;

pub fn routes(api: &mut impl Routes) {
    api.service(list_mandates)
        .service(nominate_representative)
        .service(get_mandate)
        .service(update_mandate)
        .service(vet_mandate)
        .service(endorse_mandate)
        .service(activate_mandate)
        .service(end_mandate)
        .service(list_mandate_accounts)
        .service(list_representatives);
}

fn subject(id: MandateId) -> Subject {
    Subject::new("mandate", id)
}

/// The mandates of the caller's programmes, the latest nominated first.
#[utoipa::path(tag = "mandates", params(MandateQuery), responses((status = OK, body = Page<MandateSummary>)))]
#[get("/mandates")]
async fn list_mandates(
    permit: Permit<ListMandates>,
    Params(query): Params<MandateQuery>,
    system: web::Data<System>,
) -> Result<web::Json<Page<MandateSummary>>> {
    let page = system
        .db
        .read(move |conn| {
            let rows = list::list(conn, &permit, &query)?;
            Page::shown(rows, query.limit(), |row| row.id, |rows| render::summaries(conn, rows, Utc::now()))
        })
        .await?;
    Ok(web::Json(page))
}

/// A mandate.
#[utoipa::path(tag = "mandates", params(("id" = MandateId, Path)), responses((status = OK, body = Mandate)))]
#[get("/mandates/{id}")]
async fn get_mandate(
    permit: Permit<GetMandate>,
    Id(id): Id<MandateId>,
    system: web::Data<System>,
) -> Result<Tagged<Mandate>> {
    let mandate = system.db.read(move |conn| render::read(conn, &permit, id, Utc::now())).await?;
    Ok(Tagged(mandate.version, mandate))
}

/// Notes that somebody was proposed as a representative.
#[utoipa::path(tag = "mandates", params(IdempotencyKey), request_body = Nomination, responses((status = CREATED, body = Mandate)))]
#[post("/mandates")]
async fn nominate_representative(
    permit: Permit<NominateRepresentative>,
    key: IdempotencyKey,
    Valid(new): Valid<Nomination>,
    system: web::Data<System>,
) -> Result<Answer> {
    let sealer = system.sealer.clone();
    system
        .db
        .write(move |conn| {
            let now = Utc::now();
            key.once(conn, &sealer, &new, now, |conn| {
                let id = store::nominate(conn, &permit, &new, now)?;
                audit::record(conn, &permit.who(), NominateRepresentative::OPERATION, &subject(id), "", now)?;
                render::read(conn, &permit, id, now)
            })
        })
        .await
}

/// Changes an active mandate: its last day, who signs in with it, whether the person is named.
#[utoipa::path(
    tag = "mandates", params(("id" = MandateId, Path), IfMatch), request_body = MandateChange,
    responses((status = OK, body = Mandate))
)]
#[patch("/mandates/{id}")]
async fn update_mandate(
    permit: Permit<UpdateMandate>,
    Id(id): Id<MandateId>,
    expected: IfMatch,
    Valid(change): Valid<MandateChange>,
    system: web::Data<System>,
) -> Result<Tagged<Mandate>> {
    led_on(&system, permit, id, move |conn, permit, now| change::update(conn, permit, id, expected, &change, now)).await
}

/// Notes what the person declared of what ties them to a company or an office.
#[utoipa::path(
    tag = "mandates", params(("id" = MandateId, Path), IfMatch), request_body = Vetting,
    responses((status = OK, body = Mandate))
)]
#[post("/mandates/{id}/vet")]
async fn vet_mandate(
    permit: Permit<VetMandate>,
    Id(id): Id<MandateId>,
    expected: IfMatch,
    Valid(vetting): Valid<Vetting>,
    system: web::Data<System>,
) -> Result<Tagged<Mandate>> {
    led_on(&system, permit, id, move |conn, permit, now| steps::vet(conn, permit, id, expected, &vetting, now)).await
}

/// Notes that an assembly gave the person its word.
#[utoipa::path(
    tag = "mandates", params(("id" = MandateId, Path), IfMatch), request_body = Endorsement,
    responses((status = OK, body = Mandate))
)]
#[post("/mandates/{id}/endorse")]
async fn endorse_mandate(
    permit: Permit<EndorseMandate>,
    Id(id): Id<MandateId>,
    expected: IfMatch,
    Valid(endorsement): Valid<Endorsement>,
    system: web::Data<System>,
) -> Result<Tagged<Mandate>> {
    led_on(&system, permit, id, move |conn, permit, now| steps::endorse(conn, permit, id, expected, &endorsement, now))
        .await
}

/// From now on the person speaks for the place.
#[utoipa::path(
    tag = "mandates", params(("id" = MandateId, Path), IfMatch), request_body = Activation,
    responses((status = OK, body = Mandate))
)]
#[post("/mandates/{id}/activate")]
async fn activate_mandate(
    permit: Permit<ActivateMandate>,
    Id(id): Id<MandateId>,
    expected: IfMatch,
    Valid(activation): Valid<Activation>,
    system: web::Data<System>,
) -> Result<Tagged<Mandate>> {
    led_on(&system, permit, id, move |conn, permit, now| steps::activate(conn, permit, id, expected, &activation, now))
        .await
}

/// Ends a mandate, at any time of its life. What the person reached by it is closed from the next request on.
#[utoipa::path(
    tag = "mandates", params(("id" = MandateId, Path), IfMatch), request_body = Ending,
    responses((status = OK, body = Mandate))
)]
#[post("/mandates/{id}/end")]
async fn end_mandate(
    permit: Permit<EndMandate>,
    Id(id): Id<MandateId>,
    expected: IfMatch,
    Valid(ending): Valid<Ending>,
    system: web::Data<System>,
) -> Result<Tagged<Mandate>> {
    led_on(&system, permit, id, move |conn, permit, now| steps::end(conn, permit, id, expected, &ending, now)).await
}

/// Makes a change of a mandate: it is in the audit trail, and the caller sees what the mandate has become.
async fn led_on<A, F>(system: &System, permit: Permit<A>, id: MandateId, change: F) -> Result<Tagged<Mandate>>
where
    A: Action + Send,
    F: FnOnce(&mut Conn, &Permit<A>, DateTime<Utc>) -> Result<()> + Send + 'static,
{
    let show = move |conn: &mut Conn, permit: &Permit<A>, (), now| render::read(conn, permit, id, now);
    let mandate = audit::changed(system, permit, subject(id), change, show).await?;
    Ok(Tagged(mandate.version, mandate))
}

/// The accounts that a mandate can be signed in with.
#[utoipa::path(tag = "mandates", params(("id" = MandateId, Path)), responses((status = OK, body = Page<Person>)))]
#[get("/mandates/{id}/accounts")]
async fn list_mandate_accounts(
    permit: Permit<ListMandateAccounts>,
    Id(id): Id<MandateId>,
    system: web::Data<System>,
) -> Result<web::Json<Page<Person>>> {
    let items = system.db.read(move |conn| accounts::of(conn, &permit, id)).await?;
    Ok(web::Json(Page { items, next: None, total: None }))
}

/// Who speaks today for a place, for what lies in it and for what it lies in.
#[utoipa::path(tag = "mandates", params(("id" = PlaceId, Path)), responses((status = OK, body = Representation)))]
#[get("/places/{id}/representatives")]
async fn list_representatives(
    permit: Permit<ListRepresentatives>,
    Id(id): Id<PlaceId>,
    system: web::Data<System>,
) -> Result<web::Json<Representation>> {
    let found = system.db.read(move |conn| representatives::of(conn, &permit, id, Utc::now())).await?;
    Ok(web::Json(found))
}
