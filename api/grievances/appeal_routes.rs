//! Finding a case ineligible, and deciding the appeal against it.

use actix_web::{post, web};

use super::GrievanceId;
use super::decisions::{self, Reasons};
use super::domain::Move;
use super::inputs::{Acceptance, Ineligibility};
use super::move_routes::taken_up;
use super::moves::{Moved, Step, make};
use super::policy::{DismissAppealGrievance, FindIneligibleGrievance, UpholdAppealGrievance};
use super::view::Grievance;
use crate::app::System;
use crate::authz::{Action, Permit};
use crate::error::Result;
use crate::http::{Id, IfMatch, Routes, Valid};

pub fn routes(api: &mut impl Routes) {
    api.service(find_ineligible_grievance).service(uphold_appeal_grievance).service(dismiss_appeal_grievance);
}

/// Finds that a case is not for the mechanism, and says where else to turn. The reporter may appeal within 60 days.
#[utoipa::path(tag = "grievances", params(("id" = GrievanceId, Path), IfMatch), request_body = Ineligibility, responses((status = OK, body = Grievance)))]
#[post("/grievances/{id}/find-ineligible")]
async fn find_ineligible_grievance(
    permit: Permit<FindIneligibleGrievance>,
    Id(id): Id<GrievanceId>,
    expected: IfMatch,
    Valid(input): Valid<Ineligibility>,
    system: web::Data<System>,
) -> Result<Moved> {
    refuse(system, permit, id, expected, input, Move::FindIneligible).await
}

/// Takes a case up on appeal. Not by who found it ineligible.
#[utoipa::path(tag = "grievances", params(("id" = GrievanceId, Path), IfMatch), request_body = Acceptance, responses((status = OK, body = Grievance), (status = NO_CONTENT, description = "Out of the caller's reach")))]
#[post("/grievances/{id}/uphold-appeal")]
async fn uphold_appeal_grievance(
    permit: Permit<UpholdAppealGrievance>,
    Id(id): Id<GrievanceId>,
    expected: IfMatch,
    Valid(input): Valid<Acceptance>,
    system: web::Data<System>,
) -> Result<Moved> {
    let caller = permit.account()?;
    make(&system, permit, id, expected, Move::UpholdAppeal, move |conn, case, _| {
        Ok(Step { change: taken_up(conn, case, input, caller)?, ..Step::default() })
    })
    .await
}

/// Finds on appeal that a case is not for the mechanism. Not by who found it so before.
#[utoipa::path(tag = "grievances", params(("id" = GrievanceId, Path), IfMatch), request_body = Ineligibility, responses((status = OK, body = Grievance)))]
#[post("/grievances/{id}/dismiss-appeal")]
async fn dismiss_appeal_grievance(
    permit: Permit<DismissAppealGrievance>,
    Id(id): Id<GrievanceId>,
    expected: IfMatch,
    Valid(input): Valid<Ineligibility>,
    system: web::Data<System>,
) -> Result<Moved> {
    refuse(system, permit, id, expected, input, Move::DismissAppeal).await
}

async fn refuse<A: Action>(
    system: web::Data<System>,
    permit: Permit<A>,
    id: GrievanceId,
    expected: IfMatch,
    input: Ineligibility,
    made: Move,
) -> Result<Moved> {
    let account = permit.account()?;
    make(&system, permit, id, expected, made, move |conn, case, now| {
        let Ineligibility { reason, elsewhere } = input;
        let note = Some(reason.clone());
        decisions::add(conn, case.id, Reasons { made, account, reason, elsewhere: Some(elsewhere) }, now)?;
        Ok(Step { note, ..Step::default() })
    })
    .await
}
