//! Opening an identity, looking at it, closing it.

use actix_web::http::header::CACHE_CONTROL;
use actix_web::{HttpResponse, delete, get, post, web};
use chrono::Utc;

use super::policy::{CloseIdentity, GetIdentity, ListIdentityGrants, OpenIdentity};
use super::view::{Identity, IdentityGrant, Opening};
use super::{store, told};
use crate::app::System;
use crate::audit::{self, Subject};
use crate::authz::{Action, Permit};
use crate::error::Result;
use crate::grievances::GrievanceId;
use crate::grievances::store::find;
use crate::http::idempotency::Answer;
use crate::http::{Id, IdempotencyKey, Page, Routes, Valid};

pub fn routes(api: &mut impl Routes) {
    api.service(open_identity).service(get_identity).service(close_identity).service(list_identity_grants);
}

/// Grants the caller to see who raised a case, for a quarter of an hour.
///
/// Staff open the cases they look after, protection focal points any. A second person is told, with the reason.
#[utoipa::path(tag = "identities", params(("id" = GrievanceId, Path), IdempotencyKey), request_body = Opening, responses((status = CREATED, body = IdentityGrant)))]
#[post("/grievances/{id}/identity/grants")]
async fn open_identity(
    permit: Permit<OpenIdentity>,
    Id(id): Id<GrievanceId>,
    key: IdempotencyKey,
    Valid(opening): Valid<Opening>,
    system: web::Data<System>,
) -> Result<Answer> {
    let shared = system.clone();
    system
        .db
        .write(move |conn| {
            let now = Utc::now();
            let case = find(conn, &permit, id)?;
            key.once(conn, &shared.sealer, &opening, now, |conn| {
                let grant = store::open(conn, &permit, &case, &opening, now)?;
                told::second_person(conn, &permit, &case, now)?;
                let subject = Subject::new("grievance", case.id);
                let detail = format!("{grant} {}", opening.purpose);
                audit::record(conn, &permit.who(), OpenIdentity::OPERATION, &subject, &detail, now)?;
                store::granted(conn, &permit, grant)
            })
        })
        .await
}

/// Who raised a case: while the caller's grant holds. Each look is in the audit trail.
#[utoipa::path(
    tag = "identities", params(("id" = GrievanceId, Path)),
    responses((status = OK, body = Identity), (status = CONFLICT))
)]
#[get("/grievances/{id}/identity")]
async fn get_identity(
    permit: Permit<GetIdentity>,
    Id(id): Id<GrievanceId>,
    system: web::Data<System>,
) -> Result<HttpResponse> {
    let shared = system.clone();
    let identity = system
        .db
        .write(move |conn| {
            let now = Utc::now();
            let case = find(conn, &permit, id)?;
            let (grant, identity) = store::look(conn, &permit, &shared.sealer, &case, now)?;
            let subject = Subject::new("grievance", case.id);
            audit::record(conn, &permit.who(), GetIdentity::OPERATION, &subject, grant.as_str(), now)?;
            Ok(identity)
        })
        .await?;
    Ok(HttpResponse::Ok().insert_header((CACHE_CONTROL, "no-store")).json(identity))
}

/// Ends the caller's grant before its time.
#[utoipa::path(tag = "identities", params(("id" = GrievanceId, Path)), responses((status = NO_CONTENT)))]
#[delete("/grievances/{id}/identity")]
async fn close_identity(
    permit: Permit<CloseIdentity>,
    Id(id): Id<GrievanceId>,
    system: web::Data<System>,
) -> Result<HttpResponse> {
    system
        .db
        .write(move |conn| {
            let now = Utc::now();
            let case = find(conn, &permit, id)?;
            store::close(conn, &permit, &case, now)?;
            let subject = Subject::new("grievance", case.id);
            audit::record(conn, &permit.who(), CloseIdentity::OPERATION, &subject, "", now)
        })
        .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Who was granted to see who raised a case, when and why; the latest first.
#[utoipa::path(tag = "identities", params(("id" = GrievanceId, Path)), responses((status = OK, body = Page<IdentityGrant>)))]
#[get("/grievances/{id}/identity/grants")]
async fn list_identity_grants(
    permit: Permit<ListIdentityGrants>,
    Id(id): Id<GrievanceId>,
    system: web::Data<System>,
) -> Result<HttpResponse> {
    let items = system
        .db
        .read(move |conn| {
            let case = find(conn, &permit, id)?;
            store::list(conn, &permit, &case)
        })
        .await?;
    Ok(HttpResponse::Ok().insert_header((CACHE_CONTROL, "no-store")).json(Page { items, next: None, total: None }))
}
