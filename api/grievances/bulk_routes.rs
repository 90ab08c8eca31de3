//! The moves that can be made on many cases with one call.

use std::collections::HashMap;

use actix_web::{post, web};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use super::bulk::{BulkOutcome, Chosen, make};
use super::domain::Move;
use super::policy::{AcknowledgeGrievance, AssignGrievance, BulkAcknowledgeGrievances, BulkAssignGrievances};
use super::store::Case;
use super::{GrievanceId, steps};
use crate::accounts::AccountId;
use crate::app::System;
use crate::authz::Permit;
use crate::db::Conn;
use crate::error::{ApiError, Result};
use crate::http::{IdempotencyKey, Routes, Valid, Version};
use crate::letter_templates::{self, LetterTemplateId};

pub fn routes(api: &mut impl Routes) {
    api.service(bulk_acknowledge_grievances).service(bulk_assign_grievances);
}

/// Tells the reporters of many cases that they were read.
#[derive(Clone, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct BulkAcknowledgement {
    #[validate(nested, length(min = 1, max = 1000))]
    #[schema(min_items = 1, max_items = 1000)]
    pub cases: Vec<Chosen>,
    /// A word to each reporter.
    #[validate(length(min = 1, max = 5000))]
    #[schema(min_length = 1, max_length = 5000)]
    pub message: Option<String>,
    /// Instead of `message`: a template, filled for each reporter in their language.
    #[schema(format = Uuid)]
    pub template_id: Option<LetterTemplateId>,
}

/// Tells the reporters of up to 1,000 cases that they were read.
///
/// The answer says for each case what was done, or why not. Each is done by itself: one that can't be acknowledged
/// holds up no other.
#[utoipa::path(
    tag = "grievances", params(IdempotencyKey), request_body = BulkAcknowledgement,
    responses((status = OK, body = BulkOutcome))
)]
#[post("/grievances/acknowledge")]
async fn bulk_acknowledge_grievances(
    permit: Permit<BulkAcknowledgeGrievances>,
    key: IdempotencyKey,
    Valid(input): Valid<BulkAcknowledgement>,
    system: web::Data<System>,
) -> Result<web::Json<BulkOutcome>> {
    let BulkAcknowledgement { cases, message, template_id } = input.clone();
    if message.is_some() && template_id.is_some() {
        return Err(ApiError::field("/template_id", "not_with_message"));
    }
    let acknowledge = move |conn: &mut Conn, case: &Case| {
        let letter = template_id.map(|template| letter_templates::one_for(conn, case, template)).transpose()?;
        Ok(steps::acknowledge(letter.or_else(|| message.clone())))
    };
    make::<AcknowledgeGrievance, _>(&system, permit, &key, input, cases, Move::Acknowledge, acknowledge)
        .await
        .map(web::Json)
}

/// Gives many cases to people of the programme.
#[derive(Clone, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct BulkAssignment {
    #[validate(nested, length(min = 1, max = 1000))]
    #[schema(min_items = 1, max_items = 1000)]
    pub cases: Vec<Assigned>,
}

/// A case, as it was read, and who is to look after it.
#[derive(Clone, Copy, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Assigned {
    pub id: GrievanceId,
    #[validate(range(min = 1))]
    #[schema(minimum = 1)]
    pub version: Version,
    /// Null: nobody any more. So a call is undone with the owners that the cases had before.
    #[serde(deserialize_with = "Option::deserialize")]
    #[schema(required, format = Uuid)]
    pub owner_id: Option<AccountId>,
}

/// Gives up to 1,000 cases to people of the programme, or back to nobody.
///
/// The answer says for each case what was done, or why not.
#[utoipa::path(
    tag = "grievances", params(IdempotencyKey), request_body = BulkAssignment,
    responses((status = OK, body = BulkOutcome))
)]
#[post("/grievances/assign")]
async fn bulk_assign_grievances(
    permit: Permit<BulkAssignGrievances>,
    key: IdempotencyKey,
    Valid(input): Valid<BulkAssignment>,
    system: web::Data<System>,
) -> Result<web::Json<BulkOutcome>> {
    let owners: HashMap<GrievanceId, Option<AccountId>> =
        input.cases.iter().map(|case| (case.id, case.owner_id)).collect();
    let cases = input.cases.iter().map(|Assigned { id, version, owner_id: _ }| Chosen { id: *id, version: *version });
    let cases = cases.collect();
    let assign = move |conn: &mut Conn, case: &Case| steps::assign(conn, case, owners.get(&case.id).copied().flatten());
    make::<AssignGrievance, _>(&system, permit, &key, input, cases, Move::Assign, assign).await.map(web::Json)
}
