//! What the public form needs, over HTTP.

use actix_web::{HttpRequest, HttpResponse, get, web};

use super::{Intake, store};
use crate::app::System;
use crate::error::Result;
use crate::http::Routes;
use crate::http::public::{self, Keep};

pub fn routes(api: &mut impl Routes) {
    api.service(get_intake);
}

/// Places and sites for the form with which anybody raises a grievance.
#[utoipa::path(
    tag = "intake",
    responses(
        (status = OK, body = Intake, headers(("etag" = String), ("cache-control" = String))),
        (status = NOT_MODIFIED, description = "As `if-none-match` names it"),
    )
)]
#[get("/intake")]
async fn get_intake(request: HttpRequest, system: web::Data<System>) -> Result<HttpResponse> {
    let hotline = system.hotline.clone();
    let intake = system.db.read(|conn| store::intake(conn, hotline)).await?;
    public::answer(&request, &intake, Keep::AWhile)
}
