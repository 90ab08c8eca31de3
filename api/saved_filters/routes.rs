//! Saved filters over HTTP.

use actix_web::{HttpResponse, delete, get, patch, post, web};
use chrono::Utc;

use super::input::{NewSavedFilter, SavedFilterChange};
use super::policy::{CreateSavedFilter, DeleteSavedFilter, ListSavedFilters, UpdateSavedFilter};
use super::store::{self, NewSavedFilterRow, SavedFilterChanges};
use super::{SavedFilter, SavedFilterId};
use crate::app::System;
use crate::audit::{self, Subject};
use crate::authz::{Action, Permit};
use crate::error::Result;
use crate::grievances::asked;
use crate::grievances::policy::ListGrievances;
use crate::http::idempotency::Answer;
use crate::http::{Id, IdempotencyKey, IfMatch, Page, Routes, Tagged, Valid};

pub fn routes(api: &mut impl Routes) {
    api.service(list_saved_filters)
        .service(create_saved_filter)
        .service(update_saved_filter)
        .service(delete_saved_filter);
}

/// The caller's own filters, by name: at most 50.
#[utoipa::path(tag = "saved filters", responses((status = OK, body = Page<SavedFilter>)))]
#[get("/saved-filters")]
async fn list_saved_filters(
    permit: Permit<ListSavedFilters>,
    system: web::Data<System>,
) -> Result<web::Json<Page<SavedFilter>>> {
    let role = permit.role();
    let rows = system.db.read(move |conn| store::list(conn, &permit)).await?;
    let items = rows.into_iter().map(|row| row.view(role)).collect();
    Ok(web::Json(Page { items, next: None, total: None }))
}

/// Keeps a filter under a name.
#[utoipa::path(
    tag = "saved filters", params(IdempotencyKey), request_body = NewSavedFilter,
    responses((status = CREATED, body = SavedFilter))
)]
#[post("/saved-filters")]
async fn create_saved_filter(
    permit: Permit<CreateSavedFilter>,
    key: IdempotencyKey,
    Valid(new): Valid<NewSavedFilter>,
    system: web::Data<System>,
) -> Result<Answer> {
    let sealer = system.sealer.clone();
    system
        .db
        .write(move |conn| {
            let now = Utc::now();
            key.once(conn, &sealer, &new, now, |conn| {
                asked::query(conn, &permit.also::<ListGrievances>()?, &new.query)?;
                let NewSavedFilter { name, query } = new.clone();
                let row = NewSavedFilterRow { id: SavedFilterId::at(now), account_id: permit.account()?, name, query };
                let kept = store::create(conn, &permit, &row)?;
                let subject = Subject::new("saved_filter", row.id);
                audit::record(conn, &permit.who(), CreateSavedFilter::OPERATION, &subject, "", now)?;
                Ok(kept.view(permit.role()))
            })
        })
        .await
}

/// Renames a filter, or puts another query under its name.
#[utoipa::path(
    tag = "saved filters", params(("id" = SavedFilterId, Path), IfMatch), request_body = SavedFilterChange,
    responses((status = OK, body = SavedFilter))
)]
#[patch("/saved-filters/{id}")]
async fn update_saved_filter(
    permit: Permit<UpdateSavedFilter>,
    Id(id): Id<SavedFilterId>,
    expected: IfMatch,
    Valid(change): Valid<SavedFilterChange>,
    system: web::Data<System>,
) -> Result<Tagged<SavedFilter>> {
    let kept = system
        .db
        .write(move |conn| {
            let SavedFilterChange { name, query } = change;
            if let Some(query) = &query {
                asked::query(conn, &permit.also::<ListGrievances>()?, query)?;
            }
            let row = store::update(conn, &permit, id, expected, &SavedFilterChanges { name, query })?;
            let subject = Subject::new("saved_filter", id);
            audit::record(conn, &permit.who(), UpdateSavedFilter::OPERATION, &subject, "", Utc::now())?;
            Ok(row.view(permit.role()))
        })
        .await?;
    Ok(Tagged(kept.version, kept))
}

/// Deletes a filter.
#[utoipa::path(
    tag = "saved filters", params(("id" = SavedFilterId, Path), IfMatch), responses((status = NO_CONTENT))
)]
#[delete("/saved-filters/{id}")]
async fn delete_saved_filter(
    permit: Permit<DeleteSavedFilter>,
    Id(id): Id<SavedFilterId>,
    expected: IfMatch,
    system: web::Data<System>,
) -> Result<HttpResponse> {
    system
        .db
        .write(move |conn| {
            store::delete(conn, &permit, id, expected)?;
            let subject = Subject::new("saved_filter", id);
            audit::record(conn, &permit.who(), DeleteSavedFilter::OPERATION, &subject, "", Utc::now())
        })
        .await?;
    Ok(HttpResponse::NoContent().finish())
}
