//! Commitments over HTTP.

use actix_web::{get, post, web};
use chrono::{DateTime, Utc};

use super::input::NewCommitment;
use super::list::{self, CommitmentQuery};
use super::policy::{CreateCommitment, GetCommitment, ListCommitments};
use super::view::{Commitment, CommitmentSummary};
use super::{CommitmentId, evidence_routes, move_routes, render, store};
use crate::app::System;
use crate::audit::{self, Subject};
use crate::authz::{Action, Permit};
use crate::db::Conn;
use crate::error::Result;
use crate::http::idempotency::Answer;
use crate::http::{Id, IdempotencyKey, Page, Params, Routes, Tagged, Valid};

pub fn routes(api: &mut impl Routes) {
    api.service(list_commitments).service(create_commitment).service(get_commitment);
    move_routes::routes(api);
    evidence_routes::routes(api);
}

pub(super) fn subject(id: CommitmentId) -> Subject {
    Subject::new("commitment", id)
}

/// What was promised, as far as the caller's side has to do with it.
#[utoipa::path(tag = "commitments", params(CommitmentQuery), responses((status = OK, body = Page<CommitmentSummary>)))]
#[get("/commitments")]
async fn list_commitments(
    permit: Permit<ListCommitments>,
    Params(query): Params<CommitmentQuery>,
    system: web::Data<System>,
) -> Result<web::Json<Page<CommitmentSummary>>> {
    let page = system
        .db
        .read(move |conn| {
            let now = Utc::now();
            let rows = list::list(conn, &permit, &query, now)?;
            let page =
                Page::shown(rows, query.limit(), |row| row.id, |rows| render::summaries(conn, &permit, rows, now))?;
            page.counted(query.total, query.after.as_ref(), || list::total(conn, &permit, &query, now))
        })
        .await?;
    Ok(web::Json(page))
}

/// A commitment: what shows that it was kept, and everything that happened to it.
#[utoipa::path(tag = "commitments", params(("id" = CommitmentId, Path)), responses((status = OK, body = Commitment)))]
#[get("/commitments/{id}")]
async fn get_commitment(
    permit: Permit<GetCommitment>,
    Id(id): Id<CommitmentId>,
    system: web::Data<System>,
) -> Result<Tagged<Commitment>> {
    let commitment = system.db.read(move |conn| render::read(conn, &permit, id, Utc::now())).await?;
    Ok(Tagged(commitment.version, commitment))
}

/// Records what an organisation promised.
#[utoipa::path(
    tag = "commitments", params(IdempotencyKey), request_body = NewCommitment,
    responses((status = CREATED, body = Commitment))
)]
#[post("/commitments")]
async fn create_commitment(
    permit: Permit<CreateCommitment>,
    key: IdempotencyKey,
    Valid(new): Valid<NewCommitment>,
    system: web::Data<System>,
) -> Result<Answer> {
    let sealer = system.sealer.clone();
    system
        .db
        .write(move |conn| {
            let now = Utc::now();
            key.once(conn, &sealer, &new, now, |conn| {
                let row = store::create(conn, &permit, &new, now)?;
                audit::record(conn, &permit.who(), CreateCommitment::OPERATION, &subject(row.id), "", now)?;
                render::read(conn, &permit, row.id, now)
            })
        })
        .await
}

/// Makes a change of a commitment: it is in the audit trail, and the caller sees what the commitment has become.
pub(super) async fn changed<A, F>(
    system: &System,
    permit: Permit<A>,
    id: CommitmentId,
    change: F,
) -> Result<Tagged<Commitment>>
where
    A: Action + Send,
    F: FnOnce(&mut Conn, &Permit<A>, DateTime<Utc>) -> Result<()> + Send + 'static,
{
    let show = move |conn: &mut Conn, permit: &Permit<A>, (), now| render::read(conn, permit, id, now);
    let commitment = audit::changed(system, permit, subject(id), change, show).await?;
    Ok(Tagged(commitment.version, commitment))
}
