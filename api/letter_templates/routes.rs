//! Templates of letters over HTTP, and the letters made of them.

use actix_web::{HttpResponse, delete, get, patch, post, web};
use chrono::Utc;

use super::input::{LetterTemplateChange, NewLetterTemplate, check};
use super::policy::{
    CreateLetterTemplate, DeleteLetterTemplate, GetLetterTemplate, ListLetterTemplates, ListLetters,
    UpdateLetterTemplate,
};
use super::store::{self, LetterTemplateChanges, NewLetterTemplateRow};
use super::view::{Bodies, Letter};
use super::{LetterTemplate, LetterTemplateId, all_for};
use crate::app::System;
use crate::audit::{self, Subject};
use crate::authz::{Action, Permit};
use crate::error::Result;
use crate::grievances::{self, GrievanceId};
use crate::http::idempotency::Answer;
use crate::http::{Id, IdempotencyKey, IfMatch, Page, Routes, Tagged, Valid};
use crate::names::Names;

pub fn routes(api: &mut impl Routes) {
    api.service(list_letter_templates)
        .service(get_letter_template)
        .service(create_letter_template)
        .service(update_letter_template)
        .service(delete_letter_template)
        .service(list_letters);
}

/// The templates of the caller's programmes: at most 100 each.
#[utoipa::path(tag = "letters", responses((status = OK, body = Page<LetterTemplate>)))]
#[get("/letter-templates")]
async fn list_letter_templates(
    permit: Permit<ListLetterTemplates>,
    system: web::Data<System>,
) -> Result<web::Json<Page<LetterTemplate>>> {
    let role = permit.role();
    let rows = system.db.read(move |conn| store::list(conn, &permit)).await?;
    let items = rows.into_iter().map(|row| row.view(role)).collect();
    Ok(web::Json(Page { items, next: None, total: None }))
}

/// A template.
#[utoipa::path(
    tag = "letters", params(("id" = LetterTemplateId, Path)), responses((status = OK, body = LetterTemplate))
)]
#[get("/letter-templates/{id}")]
async fn get_letter_template(
    permit: Permit<GetLetterTemplate>,
    Id(id): Id<LetterTemplateId>,
    system: web::Data<System>,
) -> Result<Tagged<LetterTemplate>> {
    let role = permit.role();
    let row = system.db.read(move |conn| store::get(conn, &permit, id)).await?;
    Ok(Tagged(row.version, row.view(role)))
}

/// Adds a template. `{reference}`, `{state}`, `{category}`, `{place}`, `{site}`, `{submitted_on}`, `{due_on}` and
/// `{programme}` stand for what the case says; another word between braces is refused.
#[utoipa::path(
    tag = "letters", params(IdempotencyKey), request_body = NewLetterTemplate,
    responses((status = CREATED, body = LetterTemplate))
)]
#[post("/letter-templates")]
async fn create_letter_template(
    permit: Permit<CreateLetterTemplate>,
    key: IdempotencyKey,
    Valid(new): Valid<NewLetterTemplate>,
    system: web::Data<System>,
) -> Result<Answer> {
    check(&new.bodies)?;
    let sealer = system.sealer.clone();
    system
        .db
        .write(move |conn| {
            let now = Utc::now();
            key.once(conn, &sealer, &new, now, |conn| {
                let NewLetterTemplate { programme_id, names, bodies } = new.clone();
                let Names { ky: name_ky, ru: name_ru, en: name_en } = names;
                let Bodies { ky: body_ky, ru: body_ru, en: body_en } = bodies;
                let id = LetterTemplateId::at(now);
                let row =
                    NewLetterTemplateRow { id, programme_id, name_ky, name_ru, name_en, body_ky, body_ru, body_en };
                let row = store::create(conn, &permit, &row)?;
                let subject = Subject::new("letter_template", id);
                audit::record(conn, &permit.who(), CreateLetterTemplate::OPERATION, &subject, "", now)?;
                Ok(row.view(permit.role()))
            })
        })
        .await
}

/// Changes a template. Letters that were sent stay as they were.
#[utoipa::path(
    tag = "letters", params(("id" = LetterTemplateId, Path), IfMatch), request_body = LetterTemplateChange,
    responses((status = OK, body = LetterTemplate))
)]
#[patch("/letter-templates/{id}")]
async fn update_letter_template(
    permit: Permit<UpdateLetterTemplate>,
    Id(id): Id<LetterTemplateId>,
    expected: IfMatch,
    Valid(change): Valid<LetterTemplateChange>,
    system: web::Data<System>,
) -> Result<Tagged<LetterTemplate>> {
    let LetterTemplateChange { names, bodies } = change;
    bodies.as_ref().map(check).transpose()?;
    let role = permit.role();
    let row = system
        .db
        .write(move |conn| {
            let (name_ky, name_ru, name_en) = Names::parts(names);
            let (body_ky, body_ru, body_en) =
                bodies.map_or((None, None, None), |Bodies { ky, ru, en }| (Some(ky), Some(ru), Some(en)));
            let changes = LetterTemplateChanges { name_ky, name_ru, name_en, body_ky, body_ru, body_en };
            let row = store::update(conn, &permit, id, expected, &changes)?;
            let subject = Subject::new("letter_template", id);
            audit::record(conn, &permit.who(), UpdateLetterTemplate::OPERATION, &subject, "", Utc::now())?;
            Ok(row)
        })
        .await?;
    Ok(Tagged(row.version, row.view(role)))
}

/// Deletes a template.
#[utoipa::path(
    tag = "letters", params(("id" = LetterTemplateId, Path), IfMatch), responses((status = NO_CONTENT))
)]
#[delete("/letter-templates/{id}")]
async fn delete_letter_template(
    permit: Permit<DeleteLetterTemplate>,
    Id(id): Id<LetterTemplateId>,
    expected: IfMatch,
    system: web::Data<System>,
) -> Result<HttpResponse> {
    system
        .db
        .write(move |conn| {
            store::delete(conn, &permit, id, expected)?;
            let subject = Subject::new("letter_template", id);
            audit::record(conn, &permit.who(), DeleteLetterTemplate::OPERATION, &subject, "", Utc::now())
        })
        .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// The templates of a case's programme, filled from the case, in the reporter's language.
#[utoipa::path(tag = "letters", params(("id" = GrievanceId, Path)), responses((status = OK, body = Page<Letter>)))]
#[get("/grievances/{id}/letters")]
async fn list_letters(
    permit: Permit<ListLetters>,
    Id(id): Id<GrievanceId>,
    system: web::Data<System>,
) -> Result<web::Json<Page<Letter>>> {
    let items = system
        .db
        .read(move |conn| {
            let case = grievances::store::find(conn, &permit, id)?;
            all_for(conn, &case)
        })
        .await?;
    Ok(web::Json(Page { items, next: None, total: None }))
}
