//! What reporters tell of being pressed to withdraw: for protection focal points alone.

use actix_web::{get, post, web};
use chrono::Utc;
use utoipa_actix_web::service_config::ServiceConfig;

use super::policy::{GetPressure, HeedPressure};
use super::view::Pressure;
use super::{GrievanceId, store, withdrawals};
use crate::app::System;
use crate::authz::Permit;
use crate::error::Result;
use crate::http::{Id, IfMatch, Tagged};

pub fn routes(api: &mut ServiceConfig) {
    api.service(get_pressure).service(heed_pressure);
}

/// What the reporter of a withdrawn case told of pressure.
#[utoipa::path(tag = "grievances", params(("id" = GrievanceId, Path)), responses((status = OK, body = Pressure)))]
#[get("/grievances/{id}/pressure")]
async fn get_pressure(
    permit: Permit<GetPressure>,
    Id(id): Id<GrievanceId>,
    system: web::Data<System>,
) -> Result<Tagged<Pressure>> {
    let sealer = system.sealer.clone();
    let told = system
        .db
        .read(move |conn| {
            let case = store::find(conn, &permit, id)?;
            withdrawals::pressure(conn, &sealer, &permit, &case)
        })
        .await?;
    Ok(Tagged(told.version, told))
}

/// Notes that a focal point has seen to it. The case itself shows nothing of it.
#[utoipa::path(tag = "grievances", params(("id" = GrievanceId, Path), IfMatch), responses((status = OK, body = Pressure)))]
#[post("/grievances/{id}/pressure/heed")]
async fn heed_pressure(
    permit: Permit<HeedPressure>,
    Id(id): Id<GrievanceId>,
    expected: IfMatch,
    system: web::Data<System>,
) -> Result<Tagged<Pressure>> {
    let sealer = system.sealer.clone();
    let told = system
        .db
        .write(move |conn| {
            let case = store::find(conn, &permit, id)?;
            withdrawals::heed(conn, &permit, &case, expected, Utc::now())?;
            withdrawals::pressure(conn, &sealer, &permit.also()?, &case)
        })
        .await?;
    Ok(Tagged(told.version, told))
}
