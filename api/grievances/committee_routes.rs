//! The tripartite committee of a contested case.

use actix_web::{get, post, web};
use chrono::Utc;

use super::domain::Move;
use super::inputs::{CommitteeInput, Declaration};
use super::moves::{Moved, Step, make};
use super::policy::{AppointCommittee, DeclareInterests, ListCommitteeCandidates};
use super::view::{CommitteeCandidate, Grievance};
use super::{GrievanceId, candidates, committee, store};
use crate::app::System;
use crate::authz::Permit;
use crate::error::Result;
use crate::http::{Id, IfMatch, Page, Routes, Valid};
use crate::names::Person;

pub fn routes(api: &mut impl Routes) {
    api.service(list_committee_candidates).service(appoint_committee).service(declare_interests);
}

/// Who may sit in the committee of a case: nobody with a part in it, and of each side only who speaks for it here.
#[utoipa::path(tag = "grievances", params(("id" = GrievanceId, Path)), responses((status = OK, body = Page<CommitteeCandidate>)))]
#[get("/grievances/{id}/committee-candidates")]
async fn list_committee_candidates(
    permit: Permit<ListCommitteeCandidates>,
    Id(id): Id<GrievanceId>,
    system: web::Data<System>,
) -> Result<web::Json<Page<CommitteeCandidate>>> {
    let found = system
        .db
        .read(move |conn| {
            let case = store::find(conn, &permit, id)?;
            candidates::of(conn, &case, Utc::now())
        })
        .await?;
    let view = |candidate: candidates::Candidate| CommitteeCandidate {
        person: Person { id: candidate.id.into(), name: candidate.name },
        organisation: candidate.organisation,
        side: candidate.side,
    };
    Ok(web::Json(Page { items: found.into_iter().map(view).collect(), next: None, total: None }))
}

/// Appoints the committee of a case at the second level: at least one member for each side. Called again, it appoints
/// anew; who is named again keeps what they declared.
#[utoipa::path(tag = "grievances", params(("id" = GrievanceId, Path), IfMatch), request_body = CommitteeInput, responses((status = OK, body = Grievance)))]
#[post("/grievances/{id}/appoint-committee")]
async fn appoint_committee(
    permit: Permit<AppointCommittee>,
    Id(id): Id<GrievanceId>,
    expected: IfMatch,
    Valid(input): Valid<CommitteeInput>,
    system: web::Data<System>,
) -> Result<Moved> {
    let caller = permit.account()?;
    make(&system, permit, id, expected, Move::AppointCommittee, move |conn, case, now| {
        committee::appoint(conn, case, &input.members, caller, now)?;
        Ok(Step::default())
    })
    .await
}

/// A member declares what ties them to the case or to the people in it, or that nothing does. With an interest, they
/// step back.
#[utoipa::path(tag = "grievances", params(("id" = GrievanceId, Path), IfMatch), request_body = Declaration, responses((status = OK, body = Grievance), (status = NO_CONTENT, description = "Out of the caller's reach")))]
#[post("/grievances/{id}/declare-interests")]
async fn declare_interests(
    permit: Permit<DeclareInterests>,
    Id(id): Id<GrievanceId>,
    expected: IfMatch,
    Valid(input): Valid<Declaration>,
    system: web::Data<System>,
) -> Result<Moved> {
    let member = permit.account()?;
    make(&system, permit, id, expected, Move::Declare, move |conn, case, now| {
        committee::declare(conn, case.id, member, input.interests, now)?;
        Ok(Step::default())
    })
    .await
}
