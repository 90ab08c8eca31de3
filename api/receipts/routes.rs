//! Proofs of receipts and the keys to check them with, over HTTP.

use actix_web::{HttpRequest, HttpResponse, get, web};

use super::view::{OwnProof, PublicReceiptKey};
use crate::app::System;
use crate::authz::Reporter;
use crate::error::Result;
use crate::grievances::store;
use crate::http::public::{self, Keep};
use crate::http::{Page, Routes};

pub fn routes(api: &mut impl Routes) {
    api.service(list_receipt_keys).service(get_my_proof);
}

/// The public keys of receipts, the newest first: with them anybody checks a proof, also without a network.
///
/// Keys that sign no more stay in the list, so that old papers can be checked.
#[utoipa::path(
    tag = "intake",
    responses(
        (status = OK, body = Page<PublicReceiptKey>, headers(("etag" = String), ("cache-control" = String))),
        (status = NOT_MODIFIED, description = "As `if-none-match` names it"),
    )
)]
#[get("/receipts/keys")]
async fn list_receipt_keys(request: HttpRequest, system: web::Data<System>) -> Result<HttpResponse> {
    let items: Vec<PublicReceiptKey> = system.proofs.now().known().into_iter().map(PublicReceiptKey::from).collect();
    public::answer(&request, &Page { items, next: None, total: None }, Keep::AWhile)
}

/// The proof that the case was received, for a new paper.
#[utoipa::path(tag = "my case", responses((status = OK, body = OwnProof)))]
#[get("/my-case/proof")]
async fn get_my_proof(reporter: Reporter, system: web::Data<System>) -> Result<HttpResponse> {
    let case = system.db.read(move |conn| store::find_own(conn, &reporter)).await?;
    let submitted_at = case.submitted_at.into();
    let proof = system.proofs.now().prove(&case.reference, submitted_at);
    let own = OwnProof { reference: case.reference, submitted_at, proof };
    Ok(HttpResponse::Ok().insert_header(("cache-control", "no-store")).json(own))
}
