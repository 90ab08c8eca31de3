//! Calendars over HTTP.

use actix_web::{HttpRequest, HttpResponse, delete, get, post, web};
use chrono::Utc;
use serde::Deserialize;
use utoipa::IntoParams;

use super::feed::{CalendarFeed, NewCalendarFeed};
use super::policy::{CreateCalendarFeed, GetCalendarFeed, GetMeetingCalendar, RevokeCalendarFeed};
use super::store;
use super::write::{Reader, calendar};
use crate::app::{BASE, System};
use crate::audit::{self, Subject};
use crate::authz::{Action, Permit};
use crate::error::Result;
use crate::http::body::File;
use crate::http::idempotency::Answer;
use crate::http::public::{self, Keep};
use crate::http::{Id, IdempotencyKey, Routes, Valid};
use crate::meetings::MeetingId;
use crate::meetings::guests::input::MeetingLinkToken;
use crate::meetings::guests::links;
use crate::meetings::store::find;

const ICALENDAR: &str = "text/calendar; charset=utf-8";

pub fn routes(api: &mut impl Routes) {
    api.service(get_meeting_calendar)
        .service(get_meeting_link_calendar)
        .service(get_calendar_feed)
        .service(create_calendar_feed)
        .service(revoke_calendar_feed)
        .service(read_calendar_feed);
}

/// A meeting as a file for a calendar (RFC 5545), in the caller's language.
#[utoipa::path(
    tag = "calendars", params(("id" = MeetingId, Path)),
    responses((status = OK, body = File, content_type = "text/calendar"))
)]
#[get("/meetings/{id}/calendar")]
async fn get_meeting_calendar(
    permit: Permit<GetMeetingCalendar>,
    Id(id): Id<MeetingId>,
    system: web::Data<System>,
) -> Result<HttpResponse> {
    let read = system.db.read(move |conn| {
        let language = store::language(conn, &permit)?;
        let row = find(conn, &permit, id)?;
        Ok((store::entry(conn, row)?, language))
    });
    let (entry, language) = read.await?;
    let reader = Reader { language, web_app: Some(&system.public_url) };
    Ok(file(calendar(&[entry], reader)))
}

/// The meeting to which a link invites, as a file for a calendar. 404 as for the link itself.
#[utoipa::path(
    tag = "calendars", request_body = MeetingLinkToken,
    responses(
        (status = OK, body = File, content_type = "text/calendar"), (status = NOT_FOUND), (status = TOO_MANY_REQUESTS)
    )
)]
#[post("/meeting-links/calendar")]
async fn get_meeting_link_calendar(
    request: HttpRequest,
    Valid(link): Valid<MeetingLinkToken>,
    system: web::Data<System>,
) -> Result<HttpResponse> {
    system.limits.sign_in(&request)?;
    let read = system.db.read(move |conn| {
        let (meeting, language) = links::meeting(conn, &link.token, Utc::now())?;
        Ok((store::entry(conn, meeting)?, language))
    });
    let (entry, language) = read.await?;
    Ok(file(calendar(&[entry], Reader { language, web_app: None })))
}

fn file(text: String) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header(("content-type", ICALENDAR))
        .insert_header(("content-disposition", "attachment; filename=\"maslahat.ics\""))
        .insert_header(("cache-control", "no-store"))
        .body(text)
}

/// Whether the caller's meetings can be read by a calendar under a secret address.
#[utoipa::path(tag = "calendars", responses((status = OK, body = CalendarFeed)))]
#[get("/me/calendar-feed")]
async fn get_calendar_feed(
    permit: Permit<GetCalendarFeed>,
    system: web::Data<System>,
) -> Result<web::Json<CalendarFeed>> {
    let since = system.db.read(move |conn| store::since(conn, &permit)).await?;
    Ok(web::Json(CalendarFeed { since }))
}

/// Gives the caller's meetings a secret address; one that there was before opens nothing any more.
#[utoipa::path(tag = "calendars", params(IdempotencyKey), responses((status = CREATED, body = NewCalendarFeed)))]
#[post("/me/calendar-feed")]
async fn create_calendar_feed(
    permit: Permit<CreateCalendarFeed>,
    key: IdempotencyKey,
    system: web::Data<System>,
) -> Result<Answer> {
    let (sealer, web_app) = (system.sealer.clone(), system.public_url.clone());
    system
        .db
        .write(move |conn| {
            let now = Utc::now();
            key.once(conn, &sealer, &(), now, |conn| {
                let token = store::create(conn, &permit, now)?;
                let subject = Subject::new("calendar_feed", permit.account()?);
                audit::record(conn, &permit.who(), CreateCalendarFeed::OPERATION, &subject, "", now)?;
                Ok(NewCalendarFeed { since: now, address: format!("{web_app}{BASE}/calendars/{token}.ics") })
            })
        })
        .await
}

/// Takes the secret address back.
#[utoipa::path(tag = "calendars", responses((status = NO_CONTENT), (status = NOT_FOUND)))]
#[delete("/me/calendar-feed")]
async fn revoke_calendar_feed(permit: Permit<RevokeCalendarFeed>, system: web::Data<System>) -> Result<HttpResponse> {
    system
        .db
        .write(move |conn| {
            store::revoke(conn, &permit)?;
            let subject = Subject::new("calendar_feed", permit.account()?);
            audit::record(conn, &permit.who(), RevokeCalendarFeed::OPERATION, &subject, "", Utc::now())
        })
        .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Where a feed is.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
pub struct FeedPath {
    /// The secret part of the address.
    #[param(example = "0000000000000000000000000000000000000000000000000000000000000000")]
    token: String,
}

/// The meetings that the owner of a secret address leads or is invited to, of the last 90 days and to come, as a calendar to
/// subscribe to (RFC 5545). 404 for an address that was taken back, and once its account is closed.
#[utoipa::path(
    tag = "calendars", params(FeedPath),
    responses(
        (status = OK, body = File, content_type = "text/calendar",
            headers(("etag" = String), ("cache-control" = String))),
        (status = NOT_MODIFIED, description = "As `if-none-match` names it"), (status = NOT_FOUND)
    )
)]
#[get("/calendars/{token}.ics")]
async fn read_calendar_feed(
    request: HttpRequest,
    path: web::Path<FeedPath>,
    system: web::Data<System>,
) -> Result<HttpResponse> {
    let FeedPath { token } = path.into_inner();
    let (entries, language) = system.db.read(move |conn| store::read(conn, &token, Utc::now())).await?;
    let text = calendar(&entries, Reader { language, web_app: Some(&system.public_url) });
    Ok(public::content(&request, text.into_bytes(), ICALENDAR, Keep::ByOne))
}
