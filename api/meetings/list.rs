//! The register: filters, order, keyset pages, counts.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use serde::Deserialize;
use utoipa::IntoParams;
use validator::Validate;

use super::MeetingId;
use super::domain::{MeetingKind, MeetingSort, MeetingState};
use super::policy::ListMeetings;
use super::scope::{inviting, led_by, within};
use super::store::Row;
use crate::authz::Permit;
use crate::db::filter::either;
use crate::db::search::{Kind, narrow, narrowed};
use crate::db::types::Moment;
use crate::db::{Backend, Conn};
use crate::directory::directory;
use crate::error::{ApiError, Result};
use crate::grievances::clock::{end_of, start_of};
use crate::http::page::{COUNTED, MOST, USUAL};
use crate::http::{Cursor, Total};
use crate::places::PlaceId;
use crate::schema::meetings;
use crate::sites::SiteId;

/// Which meetings, in which order.
#[derive(Clone, Debug, Default, Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct MeetingQuery {
    pub state: Option<MeetingState>,
    pub kind: Option<MeetingKind>,
    /// A place and all below it.
    #[param(value_type = Option<String>, format = Uuid)]
    pub place_id: Option<PlaceId>,
    #[param(value_type = Option<String>, format = Uuid)]
    pub site_id: Option<SiteId>,
    /// The first day, in Bishkek.
    pub from: Option<NaiveDate>,
    /// The last day, in Bishkek.
    pub to: Option<NaiveDate>,
    /// `true`: only those that the caller leads, or to which the caller or their organisation is invited.
    pub mine: Option<bool>,
    /// Words of at least three letters of the title or the venue, in any letter case.
    #[validate(length(min = 3, max = 100))]
    #[param(min_length = 3, max_length = 100)]
    pub q: Option<String>,
    /// What begins first comes first, if left out.
    pub sort: Option<MeetingSort>,
    /// `next` of the page before.
    #[param(value_type = Option<Cursor>)]
    pub after: Option<Cursor>,
    #[validate(range(min = 1, max = MOST))]
    #[param(minimum = 1, maximum = 100)]
    pub limit: Option<i64>,
    /// `true`: with how many match in all.
    pub total: Option<bool>,
}

impl MeetingQuery {
    pub fn limit(&self) -> i64 {
        self.limit.unwrap_or(USUAL)
    }

    fn sort(&self) -> MeetingSort {
        self.sort.unwrap_or(MeetingSort::Soonest)
    }
}

type Boxed<'a> = meetings::BoxedQuery<'a, Backend>;

/// The meetings that match, within reach; one more than the page holds.
pub fn list(conn: &mut Conn, permit: &Permit<ListMeetings>, query: &MeetingQuery) -> Result<Vec<Row>> {
    let after = match &query.after {
        Some(cursor) => Some(last(conn, permit, &cursor.id)?),
        None => None,
    };
    let rows = ordered(matching(conn, permit, query)?, query.sort(), after);
    Ok(rows.limit(query.limit() + 1).select(Row::as_select()).load(conn)?)
}

/// How many match, counted up to a thousand.
pub fn total(conn: &mut Conn, permit: &Permit<ListMeetings>, query: &MeetingQuery) -> Result<Total> {
    Ok(Total::of(count(conn, permit, query, COUNTED + 1)?))
}

/// How many match, counted up to `most`.
pub fn count(conn: &mut Conn, permit: &Permit<ListMeetings>, query: &MeetingQuery, most: i64) -> Result<i64> {
    let rows = matching(conn, permit, query)?.limit(most).select(meetings::id);
    let ids: Vec<MeetingId> = rows.load(conn)?;
    Ok(i64::try_from(ids.len()).unwrap_or(most))
}

fn matching<'a>(conn: &mut Conn, permit: &Permit<ListMeetings>, query: &MeetingQuery) -> Result<Boxed<'a>> {
    let mut rows = meetings::table.filter(within(permit)?).into_boxed();
    if let Some(state) = query.state {
        rows = rows.filter(meetings::state.eq(state));
    }
    if let Some(kind) = query.kind {
        rows = rows.filter(meetings::kind.eq(kind));
    }
    if let Some(site) = query.site_id {
        rows = rows.filter(meetings::site_id.eq(site));
    }
    if let Some(from) = query.from {
        rows = rows.filter(meetings::starts_at.ge(moment("?from", from, start_of)?));
    }
    if let Some(to) = query.to {
        rows = rows.filter(meetings::starts_at.lt(moment("?to", to, end_of)?));
    }
    if query.mine == Some(true) {
        let account = permit.account()?;
        rows = rows.filter(either(led_by(account), inviting(account, permit.actor().organisation)));
    }
    if let Some(place) = query.place_id {
        let names = directory(conn)?;
        let path = names.path(place).ok_or_else(|| ApiError::field("?place_id", "unknown"))?;
        rows = rows.filter(meetings::place_path.like(format!("{path}%")));
    }
    if let Some(text) = &query.q {
        rows = narrow!(rows, meetings, narrowed::<MeetingId>(conn, Kind::Meeting, text)?);
    }
    Ok(rows)
}

/// The years of which an engine knows the days.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=9000;

/// A midnight in Bishkek.
fn moment(pointer: &str, day: NaiveDate, midnight: impl Fn(NaiveDate) -> DateTime<Utc>) -> Result<Moment> {
    use chrono::Datelike;
    if YEARS.contains(&day.year()) { Ok(midnight(day).into()) } else { Err(ApiError::field(pointer, "invalid")) }
}

/// What a page starts after.
struct Last {
    id: MeetingId,
    starts_at: Moment,
}

/// Where a meeting within reach stands in the order. One out of reach is one that is not there.
fn last(conn: &mut Conn, permit: &Permit<ListMeetings>, id: &str) -> Result<Last> {
    let unknown = || ApiError::field("?after", "unknown");
    let id: MeetingId = id.parse().map_err(|_| unknown())?;
    let starts_at = meetings::table
        .filter(meetings::id.eq(id))
        .filter(within(permit)?)
        .select(meetings::starts_at)
        .first(conn)
        .optional()?
        .ok_or_else(unknown)?;
    Ok(Last { id, starts_at })
}

fn ordered(rows: Boxed<'_>, sort: MeetingSort, after: Option<Last>) -> Boxed<'_> {
    use meetings::{id, starts_at};
    // The first condition of each is implied by the second, and is what an index finds the place by.
    let rows = match (sort, after) {
        (MeetingSort::Soonest | MeetingSort::Latest, None) => rows,
        (MeetingSort::Soonest, Some(last)) => {
            rows.filter(starts_at.ge(last.starts_at)).filter(starts_at.gt(last.starts_at).or(id.gt(last.id)))
        }
        (MeetingSort::Latest, Some(last)) => {
            rows.filter(starts_at.le(last.starts_at)).filter(starts_at.lt(last.starts_at).or(id.lt(last.id)))
        }
    };
    match sort {
        MeetingSort::Soonest => rows.order((starts_at.asc(), id.asc())),
        MeetingSort::Latest => rows.order((starts_at.desc(), id.desc())),
    }
}
