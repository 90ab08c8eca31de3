//! For whoever keeps the server running: is it alive, can it work, how is it doing.

use actix_web::{HttpRequest, HttpResponse, web};
use diesel::prelude::*;

use crate::app::System;
use crate::error::{ApiError, Result};
use crate::schema::audit_head;

pub fn routes(app: &mut web::ServiceConfig) {
    app.route("/health/live", web::get().to(live))
        .route("/health/ready", web::get().to(ready))
        .route("/metrics", web::get().to(metrics));
}

/// The process answers.
async fn live() -> HttpResponse {
    HttpResponse::Ok().json(serde_json::json!({ "status": "live" }))
}

/// The disk has room, the database answers and takes writes.
async fn ready(system: web::Data<System>) -> Result<HttpResponse> {
    if !system.files.have_room() {
        return Err(ApiError::Unavailable);
    }
    system
        .db
        .write(|conn| {
            // Writes a row as it is: a read-only server must show here, not at the first grievance.
            Ok(diesel::update(audit_head::table).set(audit_head::seq.eq(audit_head::seq)).execute(conn)?)
        })
        .await?;
    Ok(HttpResponse::Ok().json(serde_json::json!({ "status": "ready" })))
}

/// For the operator's own machines: how often which door is tried tells a stranger too much.
async fn metrics(request: HttpRequest, system: web::Data<System>) -> Result<HttpResponse> {
    if !system.metrics.may_be_read_by(&request) {
        return Err(ApiError::NotFound);
    }
    system.metrics.answer()
}
