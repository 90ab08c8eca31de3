//! Impacts over HTTP.

use actix_web::{get, patch, post, web};
use chrono::{DateTime, Utc};

use super::figures::{ImpactFigures, ImpactFiguresQuery};
use super::input::{ImpactChange, NewImpact};
use super::list::ImpactQuery;
use super::policy::{CreateImpact, GetImpact, GetImpactFigures, ListImpactEvents, ListImpacts, UpdateImpact};
use super::view::{Impact, ImpactEvent, ImpactSummary};
use super::{ImpactId, change, events, figures, link_routes, list, move_routes, render, store};
use crate::app::System;
use crate::audit::{self, Subject};
use crate::authz::{Action, Permit};
use crate::db::Conn;
use crate::error::Result;
use crate::http::idempotency::Answer;
use crate::http::{Cursor, Id, IdempotencyKey, IfMatch, Page, PageQuery, Params, Routes, Tagged, Valid};

pub fn routes(api: &mut impl Routes) {
    api.service(list_impacts)
        .service(create_impact)
        .service(get_impact_figures)
        .service(get_impact)
        .service(update_impact)
        .service(list_impact_events);
    move_routes::routes(api);
    link_routes::routes(api);
}

pub(crate) fn subject(id: ImpactId) -> Subject {
    Subject::new("impact", id)
}

/// The impacts within the caller's reach.
#[utoipa::path(tag = "impacts", params(ImpactQuery), responses((status = OK, body = Page<ImpactSummary>)))]
#[get("/impacts")]
async fn list_impacts(
    permit: Permit<ListImpacts>,
    Params(query): Params<ImpactQuery>,
    system: web::Data<System>,
) -> Result<web::Json<Page<ImpactSummary>>> {
    let page = system
        .db
        .read(move |conn| {
            let rows = list::list(conn, &permit, &query)?;
            let page = Page::shown(rows, query.limit(), |row| row.id, |rows| render::summaries(conn, &permit, rows))?;
            page.counted(query.total, query.after.as_ref(), || list::total(conn, &permit, &query))
        })
        .await?;
    Ok(web::Json(page))
}

/// How many impacts there are of which kind, severity and likelihood: the heat map, and what people of a place or around a site say.
#[utoipa::path(tag = "impacts", params(ImpactFiguresQuery), responses((status = OK, body = ImpactFigures)))]
#[get("/impacts/figures")]
async fn get_impact_figures(
    permit: Permit<GetImpactFigures>,
    Params(query): Params<ImpactFiguresQuery>,
    system: web::Data<System>,
) -> Result<web::Json<ImpactFigures>> {
    Ok(web::Json(system.db.read(move |conn| figures::of(conn, &permit, &query)).await?))
}

/// An impact.
#[utoipa::path(tag = "impacts", params(("id" = ImpactId, Path)), responses((status = OK, body = Impact)))]
#[get("/impacts/{id}")]
async fn get_impact(
    permit: Permit<GetImpact>,
    Id(id): Id<ImpactId>,
    system: web::Data<System>,
) -> Result<Tagged<Impact>> {
    let impact = system
        .db
        .read(move |conn| {
            let row = store::find(conn, &permit, id)?;
            render::whole(conn, &permit, row)
        })
        .await?;
    Ok(Tagged(impact.version(), impact))
}

/// What happened to an impact, the latest first: who moved it on when and why; outside the programme, since it was published.
#[utoipa::path(
    tag = "impacts", params(("id" = ImpactId, Path), PageQuery), responses((status = OK, body = Page<ImpactEvent>))
)]
#[get("/impacts/{id}/timeline")]
async fn list_impact_events(
    permit: Permit<ListImpactEvents>,
    Id(id): Id<ImpactId>,
    Params(query): Params<PageQuery>,
    system: web::Data<System>,
) -> Result<web::Json<Page<ImpactEvent>>> {
    let limit = query.limit();
    let rows = system.db.read(move |conn| events::list(conn, &permit, id, query.after, limit)).await?;
    Ok(web::Json(Page::of(rows, limit, |event: &ImpactEvent| Cursor::by_id(event.id), |event| event)))
}

/// Records an impact.
#[utoipa::path(
    tag = "impacts", params(IdempotencyKey), request_body = NewImpact, responses((status = CREATED, body = Impact))
)]
#[post("/impacts")]
async fn create_impact(
    permit: Permit<CreateImpact>,
    key: IdempotencyKey,
    Valid(new): Valid<NewImpact>,
    system: web::Data<System>,
) -> Result<Answer> {
    let sealer = system.sealer.clone();
    system
        .db
        .write(move |conn| {
            let now = Utc::now();
            key.once(conn, &sealer, &new, now, |conn| {
                let row = store::create(conn, &permit, &new, now)?;
                audit::record(conn, &permit.who(), CreateImpact::OPERATION, &subject(row.id), "", now)?;
                render::whole(conn, &permit, row)
            })
        })
        .await
}

/// Changes what is recorded of an impact that is not published; its state is changed by moves.
#[utoipa::path(
    tag = "impacts", params(("id" = ImpactId, Path), IfMatch), request_body = ImpactChange,
    responses((status = OK, body = Impact))
)]
#[patch("/impacts/{id}")]
async fn update_impact(
    permit: Permit<UpdateImpact>,
    Id(id): Id<ImpactId>,
    expected: IfMatch,
    Valid(change): Valid<ImpactChange>,
    system: web::Data<System>,
) -> Result<Tagged<Impact>> {
    changed(&system, permit, id, move |conn, permit, now| change::update(conn, permit, id, expected, &change, now))
        .await
}

/// Makes a change of an impact: it is in the audit trail, and the caller sees what the impact has become.
pub(super) async fn changed<A, F>(system: &System, permit: Permit<A>, id: ImpactId, change: F) -> Result<Tagged<Impact>>
where
    A: Action + Send,
    F: FnOnce(&mut Conn, &Permit<A>, DateTime<Utc>) -> Result<store::Row> + Send + 'static,
{
    let show = |conn: &mut Conn, permit: &Permit<A>, row, _| render::whole(conn, permit, row);
    let impact = audit::changed(system, permit, subject(id), change, show).await?;
    Ok(Tagged(impact.version(), impact))
}
