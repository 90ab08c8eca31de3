//! Notifications over HTTP: everybody's own.

use actix_web::{HttpResponse, get, post, web};
use chrono::Utc;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

use super::policy::{CountNotifications, ListNotifications, ReadNotification, ReadNotifications};
use super::store::{self, Told, Wanted};
use super::{Notification, NotificationId};
use crate::app::System;
use crate::authz::Permit;
use crate::error::Result;
use crate::http::{Cursor, Id, Page, Params, Routes, Total, Valid, page};

pub fn routes(api: &mut impl Routes) {
    api.service(list_notifications)
        .service(count_unread_notifications)
        .service(read_notifications)
        .service(read_notification);
}

/// Which notifications to list.
#[derive(Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct NotificationQuery {
    /// `true`: only those that were not read yet.
    pub unread: Option<bool>,
    /// `next` of the page before.
    #[param(value_type = Option<Cursor>)]
    pub after: Option<Cursor>,
    #[validate(range(min = 1, max = 100))]
    #[param(minimum = 1, maximum = 100, default = 25)]
    pub limit: Option<i64>,
}

/// What the caller was told, the latest first.
#[utoipa::path(tag = "notifications", params(NotificationQuery), responses((status = OK, body = Page<Notification>)))]
#[get("/notifications")]
async fn list_notifications(
    permit: Permit<ListNotifications>,
    Params(query): Params<NotificationQuery>,
    system: web::Data<System>,
) -> Result<web::Json<Page<Notification>>> {
    let NotificationQuery { unread, after, limit } = query;
    let limit = limit.unwrap_or(page::USUAL);
    let role = permit.role();
    let wanted = Wanted { unread: unread == Some(true), after, limit };
    let rows = system.db.read(move |conn| store::list(conn, &permit, wanted)).await?;
    let cursor = |(row, _): &Told| Cursor::by_id(row.id);
    Ok(web::Json(Page::of(rows, limit, cursor, |told| Notification::of(told, role))))
}

/// How many of them the caller has not read: exact up to 99.
#[utoipa::path(tag = "notifications", responses((status = OK, body = Total)))]
#[get("/notifications/unread")]
async fn count_unread_notifications(
    permit: Permit<CountNotifications>,
    system: web::Data<System>,
) -> Result<web::Json<Total>> {
    Ok(web::Json(system.db.read(move |conn| store::count(conn, &permit)).await?))
}

/// Marks one as read.
#[utoipa::path(
    tag = "notifications", params(("id" = NotificationId, Path)), responses((status = OK, body = Notification))
)]
#[post("/notifications/{id}/read")]
async fn read_notification(
    permit: Permit<ReadNotification>,
    Id(id): Id<NotificationId>,
    system: web::Data<System>,
) -> Result<web::Json<Notification>> {
    let role = permit.role();
    let told = system.db.write(move |conn| store::read(conn, &permit, id, Utc::now())).await?;
    Ok(web::Json(Notification::of(told, role)))
}

/// Up to which notification the caller has seen them.
#[derive(Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Seen {
    /// The latest that the caller was shown.
    pub last: NotificationId,
}

/// Marks all as read, up to the latest that the caller was shown.
#[utoipa::path(tag = "notifications", request_body = Seen, responses((status = NO_CONTENT)))]
#[post("/notifications/read")]
async fn read_notifications(
    permit: Permit<ReadNotifications>,
    Valid(Seen { last }): Valid<Seen>,
    system: web::Data<System>,
) -> Result<HttpResponse> {
    system.db.write(move |conn| store::read_until(conn, &permit, last, Utc::now())).await?;
    Ok(HttpResponse::NoContent().finish())
}
