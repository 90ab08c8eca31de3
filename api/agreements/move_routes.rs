//! The moves of an agreement over HTTP.

use actix_web::{post, web};

use super::input::{AgreementAmendment, AgreementEnding, AgreementSigning, PaperSignature};
use super::policy::{AmendAgreement, EndAgreement, OpenAgreement, RecordAgreementSignature, SignAgreement};
use super::routes::changed;
use super::view::Agreement;
use super::{AgreementId, moves, signing};
use crate::app::System;
use crate::authz::Permit;
use crate::error::Result;
use crate::http::{Id, IfMatch, Routes, Tagged, Valid};

pub fn routes(api: &mut impl Routes) {
    api.service(open_agreement)
        .service(sign_agreement)
        .service(record_agreement_signature)
        .service(amend_agreement)
        .service(end_agreement);
}

/// Lets the sides read a draft and sign it.
#[utoipa::path(
    tag = "agreements", params(("id" = AgreementId, Path), IfMatch), responses((status = OK, body = Agreement))
)]
#[post("/agreements/{id}/open")]
async fn open_agreement(
    permit: Permit<OpenAgreement>,
    Id(id): Id<AgreementId>,
    expected: IfMatch,
    system: web::Data<System>,
) -> Result<Tagged<Agreement>> {
    changed(&system, permit, id, move |conn, permit, now| moves::open(conn, permit, id, expected, now)).await
}

/// Signs for a side of the caller's own; with the last signature the text holds. 403 `second_factor_needed` to an account
/// without a second factor.
#[utoipa::path(
    tag = "agreements", params(("id" = AgreementId, Path), IfMatch), request_body = AgreementSigning,
    responses((status = OK, body = Agreement))
)]
#[post("/agreements/{id}/sign")]
async fn sign_agreement(
    permit: Permit<SignAgreement>,
    Id(id): Id<AgreementId>,
    expected: IfMatch,
    Valid(signing): Valid<AgreementSigning>,
    system: web::Data<System>,
) -> Result<Tagged<Agreement>> {
    changed(&system, permit, id, move |conn, permit, now| signing::sign(conn, permit, id, expected, &signing, now))
        .await
}

/// Notes that a side signed on paper before a witness, by the scan of it; with the last signature the text holds.
#[utoipa::path(
    tag = "agreements", params(("id" = AgreementId, Path), IfMatch), request_body = PaperSignature,
    responses((status = OK, body = Agreement))
)]
#[post("/agreements/{id}/record-signature")]
async fn record_agreement_signature(
    permit: Permit<RecordAgreementSignature>,
    Id(id): Id<AgreementId>,
    expected: IfMatch,
    Valid(paper): Valid<PaperSignature>,
    system: web::Data<System>,
) -> Result<Tagged<Agreement>> {
    changed(&system, permit, id, move |conn, permit, now| signing::record(conn, permit, id, expected, &paper, now))
        .await
}

/// Puts another text in place of the one that was signed or is to be. Each side is asked again, and what holds goes on to
/// hold until all have signed.
#[utoipa::path(
    tag = "agreements", params(("id" = AgreementId, Path), IfMatch), request_body = AgreementAmendment,
    responses((status = OK, body = Agreement))
)]
#[post("/agreements/{id}/amend")]
async fn amend_agreement(
    permit: Permit<AmendAgreement>,
    Id(id): Id<AgreementId>,
    expected: IfMatch,
    Valid(amendment): Valid<AgreementAmendment>,
    system: web::Data<System>,
) -> Result<Tagged<Agreement>> {
    changed(&system, permit, id, move |conn, permit, now| moves::amend(conn, permit, id, expected, &amendment, now))
        .await
}

/// Ends an agreement, or gives it up before it held.
#[utoipa::path(
    tag = "agreements", params(("id" = AgreementId, Path), IfMatch), request_body = AgreementEnding,
    responses((status = OK, body = Agreement))
)]
#[post("/agreements/{id}/end")]
async fn end_agreement(
    permit: Permit<EndAgreement>,
    Id(id): Id<AgreementId>,
    expected: IfMatch,
    Valid(ending): Valid<AgreementEnding>,
    system: web::Data<System>,
) -> Result<Tagged<Agreement>> {
    changed(&system, permit, id, move |conn, permit, now| moves::end(conn, permit, id, expected, &ending.reason, now))
        .await
}
