//! What reporters tell of being pressed to withdraw: for protection focal points alone.

use actix_web::{get, web};

use super::policy::GetPressure;
use super::view::Pressure;
use super::{GrievanceId, store, withdrawals};
use crate::app::System;
use crate::authz::Permit;
use crate::error::Result;
use crate::http::{Id, Routes};

pub fn routes(api: &mut impl Routes) {
    api.service(get_pressure);
}

/// What the reporter of a withdrawn case told of pressure.
#[utoipa::path(tag = "grievances", params(("id" = GrievanceId, Path)), responses((status = OK, body = Pressure)))]
#[get("/grievances/{id}/pressure")]
async fn get_pressure(
    permit: Permit<GetPressure>,
    Id(id): Id<GrievanceId>,
    system: web::Data<System>,
) -> Result<web::Json<Pressure>> {
    let sealer = system.sealer.clone();
    let told = system
        .db
        .read(move |conn| {
            let case = store::find(conn, &permit, id)?;
            withdrawals::pressure(conn, &sealer, &permit, &case)
        })
        .await?;
    Ok(web::Json(told))
}
