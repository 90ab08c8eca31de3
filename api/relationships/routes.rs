//! Relationships over HTTP.

use actix_web::{get, patch, post, web};
use chrono::{DateTime, Utc};

use super::graph::{self, GraphQuery};
use super::input::{NewRelationship, RelationshipChange, RelationshipEnd};
use super::list::{self, RelationshipQuery};
use super::policy::{
    CreateRelationship, EndRelationship, GetRelationship, GetRelationshipGraph, ListRelationships, ReopenRelationship,
    UpdateRelationship,
};
use super::view::{Relationship, RelationshipGraph};
use super::{RelationshipId, change, render, store};
use crate::app::System;
use crate::audit::{self, Subject};
use crate::authz::{Action, Permit};
use crate::db::Conn;
use crate::error::Result;
use crate::http::idempotency::Answer;
use crate::http::{Id, IdempotencyKey, IfMatch, Page, Params, Routes, Tagged, Valid};
use crate::stakeholders::StakeholderId;

pub fn routes(api: &mut impl Routes) {
    api.service(get_relationship_graph)
        .service(list_relationships)
        .service(create_relationship)
        .service(get_relationship)
        .service(update_relationship)
        .service(end_relationship)
        .service(reopen_relationship);
}

/// What holds now among the stakeholders of the caller's programmes: around one of them, of a place, or what was recorded
/// last.
#[utoipa::path(tag = "relationships", params(GraphQuery), responses((status = OK, body = RelationshipGraph)))]
#[get("/relationship-graph")]
async fn get_relationship_graph(
    permit: Permit<GetRelationshipGraph>,
    Params(query): Params<GraphQuery>,
    system: web::Data<System>,
) -> Result<web::Json<RelationshipGraph>> {
    Ok(web::Json(system.db.read(move |conn| graph::graph(conn, &permit, &query)).await?))
}

/// What a stakeholder is, or was, to others and they to it, the latest recorded first.
#[utoipa::path(
    tag = "relationships", params(("id" = StakeholderId, Path), RelationshipQuery),
    responses((status = OK, body = Page<Relationship>))
)]
#[get("/stakeholders/{id}/relationships")]
async fn list_relationships(
    permit: Permit<ListRelationships>,
    Id(id): Id<StakeholderId>,
    Params(query): Params<RelationshipQuery>,
    system: web::Data<System>,
) -> Result<web::Json<Page<Relationship>>> {
    let page = system
        .db
        .read(move |conn| {
            let rows = list::list(conn, &permit, id, &query)?;
            Page::shown(rows, query.limit(), |row| row.id, |rows| render::all(conn, &permit, rows))
        })
        .await?;
    Ok(web::Json(page))
}

/// A relationship between two stakeholders.
#[utoipa::path(tag = "relationships", params(("id" = RelationshipId, Path)), responses((status = OK, body = Relationship)))]
#[get("/relationships/{id}")]
async fn get_relationship(
    permit: Permit<GetRelationship>,
    Id(id): Id<RelationshipId>,
    system: web::Data<System>,
) -> Result<Tagged<Relationship>> {
    let record = system
        .db
        .read(move |conn| {
            let row = store::find(conn, &permit, id)?;
            render::one(conn, &permit, row)
        })
        .await?;
    Ok(Tagged(record.version, record))
}

/// Records what a stakeholder is to another. Refused where it holds already, or would make somebody represent oneself
/// through others.
#[utoipa::path(
    tag = "relationships", params(IdempotencyKey), request_body = NewRelationship,
    responses((status = CREATED, body = Relationship))
)]
#[post("/relationships")]
async fn create_relationship(
    permit: Permit<CreateRelationship>,
    key: IdempotencyKey,
    Valid(new): Valid<NewRelationship>,
    system: web::Data<System>,
) -> Result<Answer> {
    let sealer = system.sealer.clone();
    system
        .db
        .write(move |conn| {
            let now = Utc::now();
            key.once(conn, &sealer, &new, now, |conn| {
                let row = store::create(conn, &permit, &new, now)?;
                note(conn, &permit, &row, now)?;
                render::one(conn, &permit, row)
            })
        })
        .await
}

/// Changes what is said of a relationship.
#[utoipa::path(
    tag = "relationships", params(("id" = RelationshipId, Path), IfMatch), request_body = RelationshipChange,
    responses((status = OK, body = Relationship))
)]
#[patch("/relationships/{id}")]
async fn update_relationship(
    permit: Permit<UpdateRelationship>,
    Id(id): Id<RelationshipId>,
    expected: IfMatch,
    Valid(change): Valid<RelationshipChange>,
    system: web::Data<System>,
) -> Result<Tagged<Relationship>> {
    changed(&system, permit, move |conn, permit, now| change::update(conn, permit, id, expected, &change, now)).await
}

/// Ends a relationship; it stays on the record of both.
#[utoipa::path(
    tag = "relationships", params(("id" = RelationshipId, Path), IfMatch), request_body = RelationshipEnd,
    responses((status = OK, body = Relationship))
)]
#[post("/relationships/{id}/end")]
async fn end_relationship(
    permit: Permit<EndRelationship>,
    Id(id): Id<RelationshipId>,
    expected: IfMatch,
    Valid(end): Valid<RelationshipEnd>,
    system: web::Data<System>,
) -> Result<Tagged<Relationship>> {
    changed(&system, permit, move |conn, permit, now| change::end(conn, permit, id, expected, &end, now)).await
}

/// Takes the end of a relationship back.
#[utoipa::path(
    tag = "relationships", params(("id" = RelationshipId, Path), IfMatch),
    responses((status = OK, body = Relationship), (status = UNPROCESSABLE_ENTITY))
)]
#[post("/relationships/{id}/reopen")]
async fn reopen_relationship(
    permit: Permit<ReopenRelationship>,
    Id(id): Id<RelationshipId>,
    expected: IfMatch,
    system: web::Data<System>,
) -> Result<Tagged<Relationship>> {
    changed(&system, permit, move |conn, permit, now| change::reopen(conn, permit, id, expected, now)).await
}

/// Notes a change in the audit trail; from there on nobody else changes anything before this is on disk or undone, so that
/// what is checked then stays true.
fn note<A: Action>(conn: &mut Conn, permit: &Permit<A>, row: &store::Row, now: DateTime<Utc>) -> Result<()> {
    let subject = Subject::new("relationship", row.id);
    audit::record(conn, &permit.who(), A::OPERATION, &subject, "", now)?;
    if row.until.is_some() { Ok(()) } else { store::acyclic(conn, row.kind, row.from_id, row.to_id) }
}

async fn changed<A, F>(system: &System, permit: Permit<A>, change: F) -> Result<Tagged<Relationship>>
where
    A: Action + Send,
    F: FnOnce(&mut Conn, &Permit<A>, DateTime<Utc>) -> Result<store::Row> + Send + 'static,
{
    let record = system
        .db
        .write(move |conn| {
            let now = Utc::now();
            let row = change(conn, &permit, now)?;
            note(conn, &permit, &row, now)?;
            render::one(conn, &permit, row)
        })
        .await?;
    Ok(Tagged(record.version, record))
}
