//! Who may be in the register twice, over HTTP.

use actix_web::{HttpResponse, get, post, web};
use chrono::Utc;

use super::StakeholderId;
use super::likeness::pairs;
use super::likeness::view::{OtherStakeholder, StakeholderPair};
use super::merge::{self, StakeholderMerge};
use super::policy::{DistinguishStakeholder, ListStakeholderPairs, MergeStakeholder};
use super::render;
use super::view::Stakeholder;
use crate::app::System;
use crate::audit::{self, Subject};
use crate::authz::{Action, Permit};
use crate::error::Result;
use crate::http::{Id, IfMatch, Page, PageQuery, Params, Routes, Tagged, Valid};

pub fn routes(api: &mut impl Routes) {
    api.service(list_stakeholder_pairs).service(distinguish_stakeholder).service(merge_stakeholder);
}

/// Records that may be of one person or group, the likeliest first.
#[utoipa::path(tag = "stakeholders", params(PageQuery), responses((status = OK, body = Page<StakeholderPair>)))]
#[get("/stakeholder-pairs")]
async fn list_stakeholder_pairs(
    permit: Permit<ListStakeholderPairs>,
    Params(query): Params<PageQuery>,
    system: web::Data<System>,
) -> Result<web::Json<Page<StakeholderPair>>> {
    let limit = query.limit();
    let (items, next) = system.db.read(move |conn| pairs::list(conn, &permit, query.after, limit)).await?;
    Ok(web::Json(Page { items, next, total: None }))
}

/// Notes that two records are of two: they are not shown as a likely pair any more.
#[utoipa::path(
    tag = "stakeholders", params(("id" = StakeholderId, Path)), request_body = OtherStakeholder,
    responses((status = NO_CONTENT))
)]
#[post("/stakeholders/{id}/distinguish")]
async fn distinguish_stakeholder(
    permit: Permit<DistinguishStakeholder>,
    Id(id): Id<StakeholderId>,
    Valid(OtherStakeholder { other_id }): Valid<OtherStakeholder>,
    system: web::Data<System>,
) -> Result<HttpResponse> {
    system
        .db
        .write(move |conn| {
            let now = Utc::now();
            pairs::distinguish(conn, &permit, id, other_id, now)?;
            let subject = Subject::new("stakeholder", id);
            audit::record(conn, &permit.who(), DistinguishStakeholder::OPERATION, &subject, other_id.as_str(), now)
        })
        .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Makes two records one: this one stays, with what is taken from the other, and all that belongs to the other becomes this
/// one's, its history too. The other's address leads to this one from then on. It can't be undone.
#[utoipa::path(
    tag = "stakeholders", params(("id" = StakeholderId, Path), IfMatch), request_body = StakeholderMerge,
    responses((status = OK, body = Stakeholder), (status = CONFLICT))
)]
#[post("/stakeholders/{id}/merge")]
async fn merge_stakeholder(
    permit: Permit<MergeStakeholder>,
    Id(id): Id<StakeholderId>,
    expected: IfMatch,
    Valid(wanted): Valid<StakeholderMerge>,
    system: web::Data<System>,
) -> Result<Tagged<Stakeholder>> {
    let sealer = system.sealer.clone();
    let record = system
        .db
        .write(move |conn| {
            let now = Utc::now();
            let row = merge::merge(conn, &permit, &sealer, id, expected, &wanted, now)?;
            let (subject, other) = (Subject::new("stakeholder", id), wanted.other_id);
            audit::record(conn, &permit.who(), MergeStakeholder::OPERATION, &subject, other.as_str(), now)?;
            render::whole(conn, &permit, &sealer, row, now)
        })
        .await?;
    Ok(Tagged(record.version, record))
}
