//! Holidays over HTTP.

use actix_web::{HttpResponse, delete, get, patch, post, web};
use chrono::{NaiveDate, Utc};
use serde::Deserialize;
use utoipa::IntoParams;
use validator::Validate;

use super::Holiday;
use super::input::{HolidayChange, NewHoliday};
use super::policy::{CreateHoliday, DeleteHoliday, ListHolidays, UpdateHoliday};
use super::store::{self, HolidayRow};
use crate::app::System;
use crate::audit::{self, Subject};
use crate::authz::{Action, Permit};
use crate::error::Result;
use crate::http::idempotency::Answer;
use crate::http::{Cursor, Id, IdempotencyKey, IfMatch, Page, Params, Routes, Tagged, Valid, page};

pub fn routes(api: &mut impl Routes) {
    api.service(list_holidays).service(create_holiday).service(update_holiday).service(delete_holiday);
}

/// Which holidays to list.
#[derive(Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct HolidayQuery {
    #[validate(range(min = 2000, max = 2099))]
    #[param(minimum = 2000, maximum = 2099)]
    pub year: Option<i32>,
    /// `next` of the page before.
    #[param(value_type = Option<Cursor>)]
    pub after: Option<Cursor>,
    #[validate(range(min = 1, max = 100))]
    #[param(minimum = 1, maximum = 100, default = 25)]
    pub limit: Option<i64>,
}

/// The holidays, and the weekend days that are worked, in order.
#[utoipa::path(tag = "holidays", params(HolidayQuery), responses((status = OK, body = Page<Holiday>)))]
#[get("/holidays")]
async fn list_holidays(
    permit: Permit<ListHolidays>,
    Params(query): Params<HolidayQuery>,
    system: web::Data<System>,
) -> Result<web::Json<Page<Holiday>>> {
    let HolidayQuery { year, after, limit } = query;
    let limit = limit.unwrap_or(page::USUAL);
    let role = permit.role();
    let rows = system.db.read(move |conn| store::list(conn, &permit, year, after, limit)).await?;
    let cursor = |row: &HolidayRow| Cursor::by_id(row.day);
    Ok(web::Json(Page::of(rows, limit, cursor, |row| Holiday::of(row, role))))
}

/// Names a day. All deadlines are counted anew, some at a time.
#[utoipa::path(tag = "holidays", params(IdempotencyKey), request_body = NewHoliday, responses((status = CREATED, body = Holiday)))]
#[post("/holidays")]
async fn create_holiday(
    permit: Permit<CreateHoliday>,
    key: IdempotencyKey,
    Valid(new): Valid<NewHoliday>,
    system: web::Data<System>,
) -> Result<Answer> {
    let sealer = system.sealer.clone();
    system
        .db
        .write(move |conn| {
            let now = Utc::now();
            key.once(conn, &sealer, &new, now, |conn| {
                let row = store::create(conn, &permit, &new.clone().row())?;
                let subject = Subject::new("holiday", row.day);
                audit::record(conn, &permit.who(), CreateHoliday::OPERATION, &subject, "", now)?;
                Ok(Holiday::of(row, permit.role()))
            })
        })
        .await
}

/// Changes a holiday. All deadlines are counted anew, some at a time.
#[utoipa::path(
    tag = "holidays", params(("id" = NaiveDate, Path), IfMatch), request_body = HolidayChange,
    responses((status = OK, body = Holiday))
)]
#[patch("/holidays/{id}")]
async fn update_holiday(
    permit: Permit<UpdateHoliday>,
    Id(day): Id<NaiveDate>,
    expected: IfMatch,
    Valid(change): Valid<HolidayChange>,
    system: web::Data<System>,
) -> Result<Tagged<Holiday>> {
    let role = permit.role();
    let row = system
        .db
        .write(move |conn| {
            let row = store::update(conn, &permit, day, expected, &change.changes())?;
            let subject = Subject::new("holiday", day);
            audit::record(conn, &permit.who(), UpdateHoliday::OPERATION, &subject, "", Utc::now())?;
            Ok(row)
        })
        .await?;
    Ok(Tagged(row.version, Holiday::of(row, role)))
}

/// Makes a day one like others of its weekday. All deadlines are counted anew, some at a time.
#[utoipa::path(tag = "holidays", params(("id" = NaiveDate, Path), IfMatch), responses((status = NO_CONTENT)))]
#[delete("/holidays/{id}")]
async fn delete_holiday(
    permit: Permit<DeleteHoliday>,
    Id(day): Id<NaiveDate>,
    expected: IfMatch,
    system: web::Data<System>,
) -> Result<HttpResponse> {
    system
        .db
        .write(move |conn| {
            store::delete(conn, &permit, day, expected)?;
            let subject = Subject::new("holiday", day);
            audit::record(conn, &permit.who(), DeleteHoliday::OPERATION, &subject, "", Utc::now())
        })
        .await?;
    Ok(HttpResponse::NoContent().finish())
}
