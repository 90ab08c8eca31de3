//! The deadlines of a month, day by day: the calendar of staff.

use actix_web::{get, web};
use chrono::{Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

use super::list::{self, ListQuery, Sort};
use super::policy::{ListDeadlines, ListGrievances};
use super::view::GrievanceSummary;
use super::{render, totals};
use crate::accounts::AccountId;
use crate::app::System;
use crate::authz::Permit;
use crate::db::Conn;
use crate::error::{ApiError, Result};
use crate::http::{Params, Routes, Total};

/// Cases of a day that the calendar shows; the list has the rest.
const SHOWN: i64 = 3;

/// Deadlines of a day are counted up to here.
const COUNTED: i64 = 99;

pub fn routes(api: &mut impl Routes) {
    api.service(list_deadlines);
}

/// Which month.
#[derive(Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct MonthQuery {
    #[validate(length(min = 7, max = 7))]
    #[param(min_length = 7, max_length = 7, pattern = "^[0-9]{4}-(0[1-9]|1[0-2])$", example = "2026-11")]
    pub month: String,
    /// Only the cases of this account.
    #[param(value_type = Option<String>, format = Uuid)]
    pub owner_id: Option<AccountId>,
}

/// The deadlines of a month.
#[derive(Serialize, ToSchema)]
pub struct MonthOfDeadlines {
    /// The days that have any, in order.
    pub days: Vec<DayOfDeadlines>,
}

/// The deadlines of a day, by the calendar of Bishkek.
#[derive(Serialize, ToSchema)]
pub struct DayOfDeadlines {
    pub day: NaiveDate,
    /// Exact up to 99.
    pub total: Total,
    /// The first of them.
    pub first: Vec<GrievanceSummary>,
}

/// The deadlines of a month within the caller's reach, day by day.
#[utoipa::path(tag = "grievances", params(MonthQuery), responses((status = OK, body = MonthOfDeadlines)))]
#[get("/grievances/deadlines")]
async fn list_deadlines(
    permit: Permit<ListDeadlines>,
    Params(query): Params<MonthQuery>,
    system: web::Data<System>,
) -> Result<web::Json<MonthOfDeadlines>> {
    let first = first_day(&query.month)?;
    Ok(web::Json(system.db.read(move |conn| month(conn, &permit, first, query.owner_id)).await?))
}

fn first_day(month: &str) -> Result<NaiveDate> {
    format!("{month}-01").parse().map_err(|_| ApiError::field("?month", "invalid"))
}

fn month(
    conn: &mut Conn,
    permit: &Permit<ListDeadlines>,
    first: NaiveDate,
    owner: Option<AccountId>,
) -> Result<MonthOfDeadlines> {
    let reads = permit.also::<ListGrievances>()?;
    let next = first.checked_add_months(Months::new(1)).ok_or_else(|| ApiError::field("?month", "invalid"))?;
    let mut days = vec![];
    let mut day = first;
    while day < next {
        days.extend(deadlines_of(conn, &reads, day, owner)?);
        day = day + Days::new(1);
    }
    Ok(MonthOfDeadlines { days })
}

/// A query a day, each bounded: whole months may hold more than anybody looks at.
fn deadlines_of(
    conn: &mut Conn,
    reads: &Permit<ListGrievances>,
    day: NaiveDate,
    owner_id: Option<AccountId>,
) -> Result<Option<DayOfDeadlines>> {
    let query = ListQuery {
        due_from: Some(day),
        due_to: Some(day),
        owner_id,
        sort: Some(Sort::Due),
        limit: Some(SHOWN),
        ..ListQuery::default()
    };
    let mut cases = list::list(conn, reads, &query)?.cases;
    if cases.is_empty() {
        return Ok(None);
    }
    cases.truncate(usize::try_from(SHOWN).unwrap_or_default());
    let count = totals::count(conn, reads, &query, COUNTED + 1)?;
    let total = Total { count: count.min(COUNTED), exact: count <= COUNTED };
    Ok(Some(DayOfDeadlines { day, total, first: render::summaries(conn, cases, reads.actor())? }))
}
