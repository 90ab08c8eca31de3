//! The meetings of a month, day by day: the calendar.

use chrono::{Datelike, Days, Months, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

use super::list::{self, MeetingQuery};
use super::policy::{ListMeetingMonth, ListMeetings};
use super::render;
use super::view::MeetingSummary;
use crate::authz::Permit;
use crate::db::Conn;
use crate::error::{ApiError, Result};
use crate::http::Total;
use crate::places::PlaceId;

/// Meetings of a day that the calendar shows; the list has the rest.
const SHOWN: i64 = 4;

/// Meetings of a day are counted up to here.
const COUNTED: i64 = 99;

/// No database keeps a moment after it.
const LAST_YEAR: i32 = 9999;

/// Which month.
#[derive(Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct MeetingMonthQuery {
    #[validate(length(min = 7, max = 7))]
    #[param(min_length = 7, max_length = 7, pattern = "^[0-9]{4}-(0[1-9]|1[0-2])$", example = "2026-11")]
    pub month: String,
    /// A place and all below it.
    #[param(value_type = Option<String>, format = Uuid)]
    pub place_id: Option<PlaceId>,
    /// `true`: only those that the caller leads, or to which the caller or their organisation is invited.
    pub mine: Option<bool>,
}

/// The meetings of a month.
#[derive(Serialize, ToSchema)]
pub struct MonthOfMeetings {
    /// The days on which any begin, in order.
    pub days: Vec<DayOfMeetings>,
}

/// The meetings that begin on a day, by the calendar of Bishkek.
#[derive(Serialize, ToSchema)]
pub struct DayOfMeetings {
    pub day: NaiveDate,
    /// Exact up to 99.
    pub total: Total,
    /// The first of them.
    pub first: Vec<MeetingSummary>,
}

/// The meetings of a month within reach. A query a day, each bounded: it costs the same however many there are.
pub fn month(conn: &mut Conn, permit: &Permit<ListMeetingMonth>, query: &MeetingMonthQuery) -> Result<MonthOfMeetings> {
    let reads = permit.also::<ListMeetings>()?;
    let refused = || ApiError::field("?month", "invalid");
    let first: NaiveDate = format!("{}-01", query.month).parse().map_err(|_| refused())?;
    let next = first.checked_add_months(Months::new(1)).filter(|next| next.year() <= LAST_YEAR).ok_or_else(refused)?;
    let mut days = vec![];
    let mut day = first;
    while day < next {
        days.extend(on(conn, &reads, day, query)?);
        day = day + Days::new(1);
    }
    Ok(MonthOfMeetings { days })
}

fn on(
    conn: &mut Conn,
    reads: &Permit<ListMeetings>,
    day: NaiveDate,
    MeetingMonthQuery { month: _, place_id, mine }: &MeetingMonthQuery,
) -> Result<Option<DayOfMeetings>> {
    let query = MeetingQuery {
        from: Some(day),
        to: Some(day),
        place_id: *place_id,
        mine: *mine,
        limit: Some(SHOWN),
        ..MeetingQuery::default()
    };
    let mut rows = list::list(conn, reads, &query)?;
    if rows.is_empty() {
        return Ok(None);
    }
    rows.truncate(usize::try_from(SHOWN).unwrap_or_default());
    let count = list::count(conn, reads, &query, COUNTED + 1)?;
    let total = Total { count: count.min(COUNTED), exact: count <= COUNTED };
    Ok(Some(DayOfMeetings { day, total, first: render::summaries(conn, reads, rows, Utc::now())? }))
}
