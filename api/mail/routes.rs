//! E-mails over HTTP, for administrators.

use actix_web::{get, post, web};
use chrono::{DateTime, Utc};
use serde::Deserialize;
use utoipa::IntoParams;
use validator::Validate;

use super::domain::MailState;
use super::policy::{GetMail, GetMailService, GiveUpMail, ListMails, RetryMail};
use super::view::MailService;
use super::{Mail, MailId, store};
use crate::app::System;
use crate::audit::{self, Subject};
use crate::authz::{Action, Permit};
use crate::db::Conn;
use crate::error::Result;
use crate::http::{Cursor, Id, IfMatch, Page, Params, Routes, Tagged, page};

pub fn routes(api: &mut impl Routes) {
    api.service(get_mail_service).service(list_mails).service(get_mail).service(retry_mail).service(give_up_mail);
}

/// Whether e-mail can be sent, and what waits.
#[utoipa::path(tag = "mails", responses((status = OK, body = MailService)))]
#[get("/mail-service")]
async fn get_mail_service(permit: Permit<GetMailService>, system: web::Data<System>) -> Result<web::Json<MailService>> {
    let set_up = system.mail.is_some();
    Ok(web::Json(system.db.read(move |conn| store::service(conn, &permit, set_up)).await?))
}

/// Which e-mails to list.
#[derive(Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct MailQuery {
    pub state: Option<MailState>,
    /// `next` of the page before.
    #[param(value_type = Option<Cursor>)]
    pub after: Option<Cursor>,
    #[validate(range(min = 1, max = 100))]
    #[param(minimum = 1, maximum = 100, default = 25)]
    pub limit: Option<i64>,
}

/// The e-mails of the outbox, the latest first: what became of them, never what they say.
#[utoipa::path(tag = "mails", params(MailQuery), responses((status = OK, body = Page<Mail>)))]
#[get("/mails")]
async fn list_mails(
    permit: Permit<ListMails>,
    Params(query): Params<MailQuery>,
    system: web::Data<System>,
) -> Result<web::Json<Page<Mail>>> {
    let MailQuery { state, after, limit } = query;
    let limit = limit.unwrap_or(page::USUAL);
    let mails = system.db.read(move |conn| store::list(conn, &permit, state, after, limit)).await?;
    Ok(web::Json(Page::of(mails, limit, |mail: &Mail| Cursor::by_id(mail.id), |mail| mail)))
}

/// An e-mail of the outbox.
#[utoipa::path(tag = "mails", params(("id" = MailId, Path)), responses((status = OK, body = Mail)))]
#[get("/mails/{id}")]
async fn get_mail(permit: Permit<GetMail>, Id(id): Id<MailId>, system: web::Data<System>) -> Result<Tagged<Mail>> {
    let mail = system.db.read(move |conn| store::get(conn, &permit, id)).await?;
    Ok(Tagged(mail.version, mail))
}

/// Has an e-mail sent that was given up, of which nobody knows whether it was sent, or that waits for its next try.
#[utoipa::path(tag = "mails", params(("id" = MailId, Path), IfMatch), responses((status = OK, body = Mail)))]
#[post("/mails/{id}/retry")]
async fn retry_mail(
    permit: Permit<RetryMail>,
    Id(id): Id<MailId>,
    expected: IfMatch,
    system: web::Data<System>,
) -> Result<Tagged<Mail>> {
    seen_to(&system, permit, id, move |conn, permit, now| store::retry(conn, permit, id, expected, now)).await
}

/// Gives an e-mail up that waits, or of which nobody knows whether it was sent.
#[utoipa::path(tag = "mails", params(("id" = MailId, Path), IfMatch), responses((status = OK, body = Mail)))]
#[post("/mails/{id}/give-up")]
async fn give_up_mail(
    permit: Permit<GiveUpMail>,
    Id(id): Id<MailId>,
    expected: IfMatch,
    system: web::Data<System>,
) -> Result<Tagged<Mail>> {
    seen_to(&system, permit, id, move |conn, permit, now| store::give_up(conn, permit, id, expected, now)).await
}

async fn seen_to<A: Action + Send>(
    system: &System,
    permit: Permit<A>,
    id: MailId,
    change: impl FnOnce(&mut Conn, &Permit<A>, DateTime<Utc>) -> Result<Mail> + Send + 'static,
) -> Result<Tagged<Mail>> {
    let mail = audit::changed(system, permit, Subject::new("mail", id), change, |_, _, mail, _| Ok(mail)).await?;
    Ok(Tagged(mail.version, mail))
}
