//! The moves that change a case's deadlines: its severity found anew, and a longer time that the reporter consents to.

use actix_web::{post, web};

use super::GrievanceId;
use super::domain::Move;
use super::inputs::{Assessment, Extension};
use super::moves::{Change, Moved, Step, make};
use super::policy::{AssessGrievance, ExtendGrievance};
use super::view::Grievance;
use crate::app::System;
use crate::authz::Permit;
use crate::error::Result;
use crate::http::{Id, IfMatch, Routes, Valid};

pub fn routes(api: &mut impl Routes) {
    api.service(assess_grievance).service(extend_grievance);
}

/// Finds anew how severe a case is. Its deadlines are counted anew, from where they began.
#[utoipa::path(tag = "grievances", params(("id" = GrievanceId, Path), IfMatch), request_body = Assessment, responses((status = OK, body = Grievance)))]
#[post("/grievances/{id}/assess")]
async fn assess_grievance(
    permit: Permit<AssessGrievance>,
    Id(id): Id<GrievanceId>,
    expected: IfMatch,
    Valid(input): Valid<Assessment>,
    system: web::Data<System>,
) -> Result<Moved> {
    make(&system, permit, id, expected, Move::Assess, move |_, _, _| {
        let change = Change { severity: Some(input.severity), ..Change::default() };
        Ok(Step { change, note: Some(input.note), ..Step::default() })
    })
    .await
}

/// Records that the reporter consents to a longer time: once, counted from the submission.
#[utoipa::path(tag = "grievances", params(("id" = GrievanceId, Path), IfMatch), request_body = Extension, responses((status = OK, body = Grievance)))]
#[post("/grievances/{id}/extend")]
async fn extend_grievance(
    permit: Permit<ExtendGrievance>,
    Id(id): Id<GrievanceId>,
    expected: IfMatch,
    Valid(input): Valid<Extension>,
    system: web::Data<System>,
) -> Result<Moved> {
    make(&system, permit, id, expected, Move::Extend, move |_, _, _| {
        Ok(Step { note: Some(input.how), ..Step::default() })
    })
    .await
}
