//! Taking a person out of a case, or out of the register.

use actix_web::{HttpResponse, post, web};
use chrono::Utc;

use super::policy::{EraseGrievance, EraseStakeholder};
use super::view::{ErasureInput, StakeholderErasureInput};
use super::{people, store};
use crate::app::System;
use crate::attachments::AttachmentId;
use crate::audit::{self, Subject};
use crate::authz::{Action, Permit};
use crate::error::Result;
use crate::grievances::store::{find, reread};
use crate::grievances::view::Grievance;
use crate::grievances::{GrievanceId, render};
use crate::http::{Id, IfMatch, Routes, Tagged, Valid};
use crate::stakeholders::StakeholderId;

pub fn routes(api: &mut impl Routes) {
    api.service(erase_grievance).service(erase_stakeholder);
}

/// Takes who raised a case out of it, for good; with the words, the files and the receipt code if the person asks.
///
/// The case itself stays, with its state, place and dates.
#[utoipa::path(tag = "identities", params(("id" = GrievanceId, Path), IfMatch), request_body = ErasureInput, responses((status = OK, body = Grievance)))]
#[post("/grievances/{id}/erase")]
async fn erase_grievance(
    permit: Permit<EraseGrievance>,
    Id(id): Id<GrievanceId>,
    expected: IfMatch,
    Valid(input): Valid<ErasureInput>,
    system: web::Data<System>,
) -> Result<Tagged<Grievance>> {
    let (case, files) = system
        .db
        .write(move |conn| {
            let now = Utc::now();
            let case = find(conn, &permit, id)?;
            let files = store::erase(conn, &permit, &case, expected, &input, now)?;
            let subject = Subject::new("grievance", id);
            let extent = extent(input.words, input.files, input.receipt);
            audit::record(conn, &permit.who(), EraseGrievance::OPERATION, &subject, &extent, now)?;
            let case = reread(conn, id)?;
            Ok((render::grievance(conn, &case, permit.actor())?, files))
        })
        .await?;
    leave_nothing_behind(&system, &files).await;
    Ok(Tagged(case.version(), case))
}

/// Takes a stakeholder out of the register, for good: name, contact, history, relationships, and the words of the contacts
/// that concern nobody else. The figures keep the category, the place, the sex and the age band.
#[utoipa::path(
    tag = "stakeholders", params(("id" = StakeholderId, Path), IfMatch), request_body = StakeholderErasureInput,
    responses((status = NO_CONTENT))
)]
#[post("/stakeholders/{id}/erase")]
async fn erase_stakeholder(
    permit: Permit<EraseStakeholder>,
    Id(id): Id<StakeholderId>,
    expected: IfMatch,
    Valid(input): Valid<StakeholderErasureInput>,
    system: web::Data<System>,
) -> Result<HttpResponse> {
    system
        .db
        .write(move |conn| {
            let now = Utc::now();
            people::erase(conn, &permit, id, expected, &input, now)?;
            let subject = Subject::new("stakeholder", id);
            audit::record(conn, &permit.who(), EraseStakeholder::OPERATION, &subject, "", now)
        })
        .await?;
    leave_nothing_behind(&system, &[]).await;
    Ok(HttpResponse::NoContent().finish())
}

pub(super) fn extent(words: bool, files: bool, receipt: bool) -> String {
    let parts = [(words, "words"), (files, "files"), (receipt, "receipt")];
    let asked = parts.into_iter().filter(|(asked, _)| *asked).map(|(_, part)| part);
    std::iter::once("identity").chain(asked).collect::<Vec<_>>().join(" ")
}

/// What is erased is erased once the transaction is; here it leaves the disk too. What fails is done by a later sweep.
async fn leave_nothing_behind(system: &System, files: &[AttachmentId]) {
    // Otherwise a backup from before could bring it back.
    if system.erasures.up(&system.db).await.is_err() {
        log::warn!("an erasure is not noted outside the database yet");
    }
    for file in files {
        if system.files.erase(*file).await.is_err() {
            log::warn!(file:%; "an erased file could not be removed yet");
        }
    }
    if system.db.settle().await.is_err() {
        log::warn!("the log beside the database could not be emptied yet");
    }
}
