//! Reading the trail.

use actix_web::{get, web};

use super::list::{self, EntryQuery};
use super::policy::{GetAuditState, ListAuditEntries};
use super::view::{self, AuditEntry, AuditState};
use crate::app::System;
use crate::authz::Permit;
use crate::error::Result;
use crate::http::{Cursor, Page, Params, Routes};

pub fn routes(api: &mut impl Routes) {
    api.service(list_audit_entries).service(get_audit_state);
}

/// What was done, the newest first. Administrators read what is about no case; protection focal points also what is
/// about the cases of their programmes.
#[utoipa::path(tag = "audit", params(EntryQuery), responses((status = OK, body = Page<AuditEntry>)))]
#[get("/audit/entries")]
async fn list_audit_entries(
    permit: Permit<ListAuditEntries>,
    Params(query): Params<EntryQuery>,
    system: web::Data<System>,
) -> Result<web::Json<Page<AuditEntry>>> {
    let limit = query.limit();
    let entries = system.db.read(move |conn| {
        let rows = list::list(conn, &permit, &query)?;
        view::page(conn, rows)
    });
    let cursor = |entry: &AuditEntry| Cursor::by_id(&entry.id);
    Ok(web::Json(Page::of(entries.await?, limit, cursor, |entry| entry)))
}

/// Whether the trail is whole, and until when that is known.
#[utoipa::path(tag = "audit", responses((status = OK, body = AuditState)))]
#[get("/audit/state")]
async fn get_audit_state(_: Permit<GetAuditState>, system: web::Data<System>) -> web::Json<AuditState> {
    web::Json(system.watch.verdict().into())
}
