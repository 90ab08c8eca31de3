//! The moves of an impact over HTTP.

use actix_web::{post, web};

use super::domain::ImpactMove;
use super::input::ImpactNote;
use super::policy::{
    AddressImpact, DismissImpact, PrioritiseImpact, PublishImpact, PutImpactOnAgenda, ReturnImpact, ValidateImpact,
    WithdrawImpactPublication,
};
use super::routes::changed;
use super::view::Impact;
use super::{ImpactId, moves};
use crate::app::System;
use crate::authz::{Action, Permit};
use crate::error::Result;
use crate::http::{Id, IfMatch, Routes, Tagged, Valid};

pub fn routes(api: &mut impl Routes) {
    api.service(validate_impact)
        .service(prioritise_impact)
        .service(put_impact_on_agenda)
        .service(address_impact)
        .service(dismiss_impact)
        .service(return_impact)
        .service(publish_impact)
        .service(withdraw_impact_publication);
}

async fn moved<A: Action + Send>(
    system: &System,
    permit: Permit<A>,
    id: ImpactId,
    expected: IfMatch,
    made: ImpactMove,
    ImpactNote { note }: ImpactNote,
) -> Result<Tagged<Impact>> {
    changed(system, permit, id, move |conn, permit, now| moves::lead(conn, permit, id, expected, made, &note, now))
        .await
}

/// Those whom an impact is about have confirmed it.
#[utoipa::path(
    tag = "impacts", params(("id" = ImpactId, Path), IfMatch), request_body = ImpactNote,
    responses((status = OK, body = Impact))
)]
#[post("/impacts/{id}/validate")]
async fn validate_impact(
    permit: Permit<ValidateImpact>,
    Id(id): Id<ImpactId>,
    expected: IfMatch,
    Valid(note): Valid<ImpactNote>,
    system: web::Data<System>,
) -> Result<Tagged<Impact>> {
    moved(&system, permit, id, expected, ImpactMove::Validate, note).await
}

/// An impact was chosen as one that matters most.
#[utoipa::path(
    tag = "impacts", params(("id" = ImpactId, Path), IfMatch), request_body = ImpactNote,
    responses((status = OK, body = Impact))
)]
#[post("/impacts/{id}/prioritise")]
async fn prioritise_impact(
    permit: Permit<PrioritiseImpact>,
    Id(id): Id<ImpactId>,
    expected: IfMatch,
    Valid(note): Valid<ImpactNote>,
    system: web::Data<System>,
) -> Result<Tagged<Impact>> {
    moved(&system, permit, id, expected, ImpactMove::Prioritise, note).await
}

/// An impact is to be talked of with the other sides. Whoever reads it reads the note.
#[utoipa::path(
    tag = "impacts", params(("id" = ImpactId, Path), IfMatch), request_body = ImpactNote,
    responses((status = OK, body = Impact))
)]
#[post("/impacts/{id}/put-on-agenda")]
async fn put_impact_on_agenda(
    permit: Permit<PutImpactOnAgenda>,
    Id(id): Id<ImpactId>,
    expected: IfMatch,
    Valid(note): Valid<ImpactNote>,
    system: web::Data<System>,
) -> Result<Tagged<Impact>> {
    moved(&system, permit, id, expected, ImpactMove::PutOnAgenda, note).await
}

/// Something was done about an impact. Whoever reads it reads the note.
#[utoipa::path(
    tag = "impacts", params(("id" = ImpactId, Path), IfMatch), request_body = ImpactNote,
    responses((status = OK, body = Impact))
)]
#[post("/impacts/{id}/address")]
async fn address_impact(
    permit: Permit<AddressImpact>,
    Id(id): Id<ImpactId>,
    expected: IfMatch,
    Valid(note): Valid<ImpactNote>,
    system: web::Data<System>,
) -> Result<Tagged<Impact>> {
    moved(&system, permit, id, expected, ImpactMove::Address, note).await
}

/// Dismisses an impact, with the reason. It is no longer public then.
#[utoipa::path(
    tag = "impacts", params(("id" = ImpactId, Path), IfMatch), request_body = ImpactNote,
    responses((status = OK, body = Impact))
)]
#[post("/impacts/{id}/dismiss")]
async fn dismiss_impact(
    permit: Permit<DismissImpact>,
    Id(id): Id<ImpactId>,
    expected: IfMatch,
    Valid(note): Valid<ImpactNote>,
    system: web::Data<System>,
) -> Result<Tagged<Impact>> {
    moved(&system, permit, id, expected, ImpactMove::Dismiss, note).await
}

/// Puts an impact back to the beginning, with the reason. It is no longer public then.
#[utoipa::path(
    tag = "impacts", params(("id" = ImpactId, Path), IfMatch), request_body = ImpactNote,
    responses((status = OK, body = Impact))
)]
#[post("/impacts/{id}/return")]
async fn return_impact(
    permit: Permit<ReturnImpact>,
    Id(id): Id<ImpactId>,
    expected: IfMatch,
    Valid(note): Valid<ImpactNote>,
    system: web::Data<System>,
) -> Result<Tagged<Impact>> {
    moved(&system, permit, id, expected, ImpactMove::Return, note).await
}

/// Lets the company of the site, the authority of the territory and the representatives of the place read an impact.
#[utoipa::path(
    tag = "impacts", params(("id" = ImpactId, Path), IfMatch), request_body = ImpactNote,
    responses((status = OK, body = Impact))
)]
#[post("/impacts/{id}/publish")]
async fn publish_impact(
    permit: Permit<PublishImpact>,
    Id(id): Id<ImpactId>,
    expected: IfMatch,
    Valid(note): Valid<ImpactNote>,
    system: web::Data<System>,
) -> Result<Tagged<Impact>> {
    moved(&system, permit, id, expected, ImpactMove::Publish, note).await
}

/// Takes the publication of an impact back.
#[utoipa::path(
    tag = "impacts", params(("id" = ImpactId, Path), IfMatch), request_body = ImpactNote,
    responses((status = OK, body = Impact))
)]
#[post("/impacts/{id}/withdraw-publication")]
async fn withdraw_impact_publication(
    permit: Permit<WithdrawImpactPublication>,
    Id(id): Id<ImpactId>,
    expected: IfMatch,
    Valid(note): Valid<ImpactNote>,
    system: web::Data<System>,
) -> Result<Tagged<Impact>> {
    moved(&system, permit, id, expected, ImpactMove::WithdrawPublication, note).await
}
