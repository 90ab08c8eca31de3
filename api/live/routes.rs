//! Live events over HTTP.

use std::collections::HashMap;

use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE, ContentEncoding};
use actix_web::{HttpResponse, get, web};

use super::domain::{Followed, RecordChanged, RecordKey};
use super::policy::FollowRecords;
use super::stream::Following;
use super::versions;
use crate::app::System;
use crate::authz::Permit;
use crate::error::{ApiError, Result};
use crate::http::{Params, Routes, Version};

pub fn routes(api: &mut impl Routes) {
    api.service(follow_records);
}

/// Server-sent events: a `changed` event for each record that is followed, at once with the version that it has, and then
/// whenever it has another. The stream ends with the session, and after an hour; whoever still wants to know asks again.
/// A reader that gets no stream asks for the record itself: its ETag tells the same.
#[utoipa::path(
    tag = "live", params(Followed),
    responses(
        (status = OK, body = RecordChanged, content_type = "text/event-stream"), (status = NOT_FOUND),
        (status = TOO_MANY_REQUESTS)
    )
)]
#[get("/events")]
async fn follow_records(
    permit: Permit<FollowRecords>,
    Params(followed): Params<Followed>,
    system: web::Data<System>,
) -> Result<HttpResponse> {
    let records = followed.records();
    if records.is_empty() {
        return Err(ApiError::field("?grievance", "required"));
    }
    let session = permit.session().ok_or(ApiError::Forbidden)?;
    // First the seat: what changes after the versions were read is seen.
    let seat = system.live.join(permit.account()?, session, records.clone())?;
    let read = move |conn: &mut crate::db::Conn| {
        let version = |record: RecordKey| versions::reached(conn, &permit, record).map(|version| (record, version));
        let told: HashMap<RecordKey, Version> = records.into_iter().map(version).collect::<Result<_>>()?;
        Ok((permit, told))
    };
    let (permit, told) = system.db.read(read).await?;
    let following = Following::new(system, permit, seat, told)?;
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "text/event-stream"))
        .insert_header((CACHE_CONTROL, "no-store"))
        // A compressor, here or in nginx, would keep events back until it has enough of them.
        .insert_header(ContentEncoding::Identity)
        .insert_header(("x-accel-buffering", "no"))
        .streaming(following.into_stream()))
}
