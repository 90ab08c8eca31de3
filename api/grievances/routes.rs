//! Cases, for everybody who signs in.

use actix_web::{get, post, web};
use chrono::{DateTime, Utc};

use super::code::ReceiptCodes;
use super::domain::Channel;
use super::found::Found;
use super::inputs::{MessageInput, WordsInput};
use super::list::{self, ListQuery};
use super::policy::{
    CompareGrievance, CountGrievances, GetGrievance, GetWorkload, ListGrievances, ListSimilarGrievances, ListStaff,
    MessageGrievance, RecordGrievance,
};
use super::submit::{self, Intake, Receipt, Record, Submission};
use super::view::{CasePage, Counts, Grievance, SimilarGrievance};
use super::workload::{self, Workload};
use super::{GrievanceId, agenda, bulk_routes, counts, message, move_routes, render, similar, staff, store, totals};
use crate::app::System;
use crate::authn::token::Bearer;
use crate::authz::{Action, Permit, Who};
use crate::error::Result;
use crate::http::idempotency::Answer;
use crate::http::{Id, IdempotencyKey, Page, Params, Routes, Tagged, Valid, Written};
use crate::names::Person;

pub fn routes(api: &mut impl Routes) {
    agenda::routes(api);
    api.service(submit_grievance)
        .service(record_grievance)
        .service(list_grievances)
        .service(count_grievances)
        .service(list_staff)
        .service(get_workload)
        .service(compare_grievance)
        .service(get_grievance)
        .service(list_similar_grievances)
        .service(message_grievance);
    move_routes::routes(api);
    bulk_routes::routes(api);
}

/// Raises a grievance. No account is needed.
///
/// The answer holds the receipt code, which is shown this once.
#[utoipa::path(
    tag = "intake", params(IdempotencyKey), request_body = Submission,
    responses((status = CREATED, body = Receipt), (status = TOO_MANY_REQUESTS))
)]
#[post("/intake/grievances")]
async fn submit_grievance(
    request: actix_web::HttpRequest,
    key: IdempotencyKey,
    Valid(submission): Valid<Submission>,
    system: web::Data<System>,
) -> Result<Answer> {
    system.limits.submit(&request)?;
    let who = Who { id: None, role: "public" };
    let request = submission.clone();
    let intake = move |receipt_hash, now| Intake {
        submission,
        channel: Channel::Web,
        consent: None,
        recorded_by: None,
        who,
        operation: "submit_grievance",
        scope: None,
        receipt_hash,
        submitted_at: now,
    };
    take_in(&system, key, request, intake).await
}

/// Enters a grievance for somebody who came, phoned, wrote or sent a message.
#[utoipa::path(tag = "grievances", params(IdempotencyKey), request_body = Record, responses((status = CREATED, body = Receipt)))]
#[post("/grievances")]
async fn record_grievance(
    permit: Permit<RecordGrievance>,
    key: IdempotencyKey,
    Valid(record): Valid<Record>,
    system: web::Data<System>,
) -> Result<Answer> {
    let (who, scope) = (permit.who(), permit.scope()?);
    let request = record.clone();
    let intake = move |receipt_hash, now| Intake {
        submission: record.grievance,
        channel: record.channel,
        consent: Some(record.consent),
        // A partner's key has no account: its cases are nobody's own.
        recorded_by: permit.account().ok(),
        who,
        operation: RecordGrievance::OPERATION,
        scope: Some(scope),
        receipt_hash,
        submitted_at: now,
    };
    take_in(&system, key, request, intake).await
}

async fn take_in(
    system: &web::Data<System>,
    key: IdempotencyKey,
    request: impl serde::Serialize + Send + 'static,
    intake: impl FnOnce(String, DateTime<Utc>) -> Intake + Send + 'static,
) -> Result<Answer> {
    let code = ReceiptCodes::draw();
    let receipt_hash = system.receipts.hash(&code).await?;
    let shared = system.clone();
    let now = Utc::now();
    system
        .db
        .write(move |conn| {
            key.once(conn, &shared.sealer, &request, now, |conn| {
                let (id, reference) = submit::submit(conn, &shared.sealer, intake(receipt_hash, now), now)?;
                let token = shared.tokens.sign(Bearer::Receipt(id), now)?;
                let proof = shared.proofs.now().prove(&reference, now);
                Ok(Receipt { reference, code, token, submitted_at: now, proof })
            })
        })
        .await
}

/// The cases within the caller's reach.
#[utoipa::path(tag = "grievances", params(ListQuery), responses((status = OK, body = CasePage)))]
#[get("/grievances")]
async fn list_grievances(
    permit: Permit<ListGrievances>,
    Params(query): Params<ListQuery>,
    system: web::Data<System>,
) -> Result<Written> {
    system
        .db
        .read(move |conn| {
            let mut found = list::list(conn, &permit, &query)?;
            let total = totals::asked(conn, &permit, &query, &found)?;
            let next = found.cut(&permit, &query).map(|next| next.to_string());
            let Found { cases, stopped, .. } = found;
            let looked_through =
                stopped.and_then(|stopped| stopped.looked_through).and_then(|cases| i64::try_from(cases).ok());
            let items = render::summaries(conn, cases, permit.actor())?;
            Written::of(&CasePage { items, next, total, looked_through })
        })
        .await
}

/// How many cases are within the caller's reach, by state and by place.
///
/// Whoever reads no cases hears numbers in fives, as they stood when the week began.
#[utoipa::path(tag = "grievances", responses((status = OK, body = Counts)))]
#[get("/grievances/counts")]
async fn count_grievances(permit: Permit<CountGrievances>, system: web::Data<System>) -> Result<web::Json<Counts>> {
    Ok(web::Json(system.db.read(move |conn| counts::counts(conn, &permit)).await?))
}

/// The people of the programme to whom a case can be given.
#[utoipa::path(tag = "grievances", responses((status = OK, body = Page<Person>)))]
#[get("/staff")]
async fn list_staff(permit: Permit<ListStaff>, system: web::Data<System>) -> Result<web::Json<Page<Person>>> {
    let items = system.db.read(move |conn| staff::list(conn, &permit)).await?;
    Ok(web::Json(Page { items, next: None, total: None }))
}

/// A case, as the caller may see it.
#[utoipa::path(tag = "grievances", params(("id" = GrievanceId, Path)), responses((status = OK, body = Grievance)))]
#[get("/grievances/{id}")]
async fn get_grievance(
    permit: Permit<GetGrievance>,
    Id(id): Id<GrievanceId>,
    system: web::Data<System>,
) -> Result<Tagged<Grievance>> {
    let case = system
        .db
        .glance(move |conn| {
            let case = store::find(conn, &permit, id)?;
            render::grievance(conn, &case, permit.actor())
        })
        .await?;
    Ok(Tagged(case.version(), case))
}

/// Cases of the same site or place that have near words: this one may repeat one of them.
///
/// The latest 200 of the site and of the place are looked through; the five most alike are told, the nearest first.
#[utoipa::path(
    tag = "grievances", params(("id" = GrievanceId, Path)), responses((status = OK, body = Page<SimilarGrievance>))
)]
#[get("/grievances/{id}/similar")]
async fn list_similar_grievances(
    permit: Permit<ListSimilarGrievances>,
    Id(id): Id<GrievanceId>,
    system: web::Data<System>,
) -> Result<web::Json<Page<SimilarGrievance>>> {
    let items = system.db.read(move |conn| similar::similar(conn, &permit, id)).await?;
    Ok(web::Json(Page { items, next: None, total: None }))
}

/// Cases that have near words to a text that is no case yet: what somebody is telling may have been raised before.
#[utoipa::path(
    tag = "grievances", request_body = WordsInput, responses((status = OK, body = Page<SimilarGrievance>))
)]
#[post("/grievances/similar")]
async fn compare_grievance(
    permit: Permit<CompareGrievance>,
    Valid(input): Valid<WordsInput>,
    system: web::Data<System>,
) -> Result<web::Json<Page<SimilarGrievance>>> {
    let items = system.db.read(move |conn| similar::to_words(conn, &permit, &input)).await?;
    Ok(web::Json(Page { items, next: None, total: None }))
}

/// How much each person of the programme looks after, of the cases within the caller's reach.
#[utoipa::path(tag = "grievances", responses((status = OK, body = Workload)))]
#[get("/workload")]
async fn get_workload(permit: Permit<GetWorkload>, system: web::Data<System>) -> Result<web::Json<Workload>> {
    Ok(web::Json(system.db.read(move |conn| workload::of(conn, &permit)).await?))
}

/// Writes to the reporter, to the respondent or for the programme alone.
#[utoipa::path(tag = "grievances", params(("id" = GrievanceId, Path), IdempotencyKey), request_body = MessageInput, responses((status = CREATED, body = Grievance)))]
#[post("/grievances/{id}/messages")]
async fn message_grievance(
    permit: Permit<MessageGrievance>,
    Id(id): Id<GrievanceId>,
    key: IdempotencyKey,
    Valid(input): Valid<MessageInput>,
    system: web::Data<System>,
) -> Result<Answer> {
    let shared = system.clone();
    system
        .db
        .write(move |conn| {
            let now = Utc::now();
            // Before the key: an answer given once must not be given again to who lost the reach.
            let case = store::find(conn, &permit, id)?;
            key.once(conn, &shared.sealer, &input.clone(), now, |conn| {
                message::write(conn, &permit, &case, input, now)?;
                let case = store::reread(conn, id)?;
                render::grievance(conn, &case, permit.actor())
            })
        })
        .await
}
