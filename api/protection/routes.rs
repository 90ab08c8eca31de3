//! Alerts, and what concerns one case.

use actix_web::http::header::CACHE_CONTROL;
use actix_web::{HttpResponse, get, post, web};
use chrono::Utc;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

use super::AlertId;
use super::alerts::view::{Alert, Handling};
use super::check_ins::view::CheckIn;
use super::policy::{GetCaseProtection, HandleAlert, ListAlerts};
use super::referrals::view::ProtectionReferral;
use super::{alerts, check_ins, referrals};
use crate::app::System;
use crate::audit::{self, Subject};
use crate::authz::{Action, Permit};
use crate::error::Result;
use crate::grievances::GrievanceId;
use crate::grievances::store::find;
use crate::http::page::{MOST, USUAL};
use crate::http::{Cursor, Id, IfMatch, Page, Params, Routes, Tagged, Valid};

pub fn routes(api: &mut impl Routes) {
    api.service(list_protection_alerts).service(handle_protection_alert).service(get_case_protection);
    referrals::routes::routes(api);
}

/// Which alerts.
#[derive(Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct AlertQuery {
    /// `true`: those that nobody has looked after yet.
    pub open: Option<bool>,
    /// `next` of the page before.
    #[param(value_type = Option<Cursor>)]
    pub after: Option<Cursor>,
    #[validate(range(min = 1, max = MOST))]
    #[param(minimum = 1, maximum = 100)]
    pub limit: Option<i64>,
}

/// What worries, the latest first.
#[utoipa::path(tag = "protection", params(AlertQuery), responses((status = OK, body = Page<Alert>)))]
#[get("/protection/alerts")]
async fn list_protection_alerts(
    permit: Permit<ListAlerts>,
    Params(query): Params<AlertQuery>,
    system: web::Data<System>,
) -> Result<web::Json<Page<Alert>>> {
    let limit = query.limit.unwrap_or(USUAL);
    let shared = system.clone();
    let rows = system
        .db
        .read(move |conn| alerts::store::list(conn, &permit, &shared.sealer, query.open, query.after, limit))
        .await?;
    Ok(web::Json(Page::of(rows, limit, |row| Cursor::by_id(row.id), |row| row)))
}

/// Notes what was done about an alert.
#[utoipa::path(tag = "protection", params(("id" = AlertId, Path), IfMatch), request_body = Handling, responses((status = OK, body = Alert)))]
#[post("/protection/alerts/{id}/handle")]
async fn handle_protection_alert(
    permit: Permit<HandleAlert>,
    Id(id): Id<AlertId>,
    expected: IfMatch,
    Valid(handling): Valid<Handling>,
    system: web::Data<System>,
) -> Result<Tagged<Alert>> {
    let shared = system.clone();
    let alert = system
        .db
        .write(move |conn| {
            let now = Utc::now();
            let alert = alerts::store::handle(conn, &permit, &shared.sealer, id, expected, &handling, now)?;
            let subject = Subject::new("protection_alert", id);
            audit::record(conn, &permit.who(), HandleAlert::OPERATION, &subject, alert.kind.as_str(), now)?;
            Ok(alert)
        })
        .await?;
    Ok(Tagged(alert.version, alert))
}

/// What is done to protect the reporter of a case.
#[derive(Serialize, ToSchema)]
pub struct CaseProtection {
    pub alerts: Vec<Alert>,
    pub check_ins: Vec<CheckIn>,
    pub referrals: Vec<ProtectionReferral>,
}

/// What is done to protect the reporter of a case.
#[utoipa::path(tag = "protection", params(("id" = GrievanceId, Path)), responses((status = OK, body = CaseProtection)))]
#[get("/grievances/{id}/protection")]
async fn get_case_protection(
    permit: Permit<GetCaseProtection>,
    Id(id): Id<GrievanceId>,
    system: web::Data<System>,
) -> Result<HttpResponse> {
    let shared = system.clone();
    let whole = system
        .db
        .read(move |conn| {
            let (case, sealer) = (find(conn, &permit, id)?.id, &shared.sealer);
            Ok(CaseProtection {
                alerts: alerts::store::of_case(conn, &permit, sealer, case)?,
                check_ins: check_ins::store::of_case(conn, &permit, sealer, case)?,
                referrals: referrals::store::of_case(conn, &permit, sealer, case)?,
            })
        })
        .await?;
    Ok(HttpResponse::Ok().insert_header((CACHE_CONTROL, "no-store")).json(whole))
}
