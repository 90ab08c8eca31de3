//! The day of a meeting over HTTP.

use actix_web::{HttpRequest, HttpResponse, get, post, web};
use chrono::Utc;

use super::input::NewDayEntries;
use super::policy::{AddMeetingDayEntries, GetMeetingDay};
use super::view::{DayOutcomes, MeetingDay};
use super::{render, store};
use crate::app::System;
use crate::audit;
use crate::authz::{Action, Permit};
use crate::error::Result;
use crate::http::body::LONG_JSON;
use crate::http::public::{self, Keep};
use crate::http::{Id, Routes, Valid};
use crate::meetings::MeetingId;
use crate::meetings::routes::subject;

pub fn routes(api: &mut impl Routes) {
    api.service(get_meeting_day).service(add_meeting_day_entries);
}

/// The day of a meeting: who came, who spoke, what was said, decided and promised; and the entries from which that follows. Who
/// shows it names the tag of what they have, and is sent nothing as long as that is all there is.
#[utoipa::path(
    tag = "meetings", params(("id" = MeetingId, Path)),
    responses(
        (status = OK, body = MeetingDay, headers(("etag" = String), ("cache-control" = String))),
        (status = NOT_MODIFIED, description = "As `if-none-match` names it"),
    )
)]
#[get("/meetings/{id}/day")]
async fn get_meeting_day(
    permit: Permit<GetMeetingDay>,
    Id(id): Id<MeetingId>,
    request: HttpRequest,
    system: web::Data<System>,
) -> Result<HttpResponse> {
    let day = system.db.read(move |conn| render::read(conn, &permit, id, Utc::now())).await?;
    public::answer(&request, &day, Keep::Shown)
}

/// Takes entries of the day from the device of the facilitator. They may be sent again, in other batches and in another order:
/// each is kept once, by its id. Says of each what became of it; one that is refused holds the others up in nothing.
#[utoipa::path(
    tag = "meetings", params(("id" = MeetingId, Path)), request_body = NewDayEntries,
    responses((status = OK, body = DayOutcomes), (status = CONFLICT))
)]
#[post("/meetings/{id}/day-entries")]
async fn add_meeting_day_entries(
    permit: Permit<AddMeetingDayEntries>,
    Id(id): Id<MeetingId>,
    Valid(NewDayEntries { entries }): Valid<NewDayEntries, LONG_JSON>,
    system: web::Data<System>,
) -> Result<web::Json<DayOutcomes>> {
    let outcomes = system
        .db
        .write(move |conn| {
            let now = Utc::now();
            let (outcomes, new) = store::add(conn, &permit, id, &entries, now)?;
            if new > 0 {
                let detail = format!("entries: {new}");
                audit::record(conn, &permit.who(), AddMeetingDayEntries::OPERATION, &subject(id), &detail, now)?;
            }
            Ok(outcomes)
        })
        .await?;
    Ok(web::Json(DayOutcomes { outcomes }))
}
