//! What companies, authorities and representatives read of groups: what was published of their own, and nobody in it.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};
use diesel::prelude::*;

use super::view::{PublishedFocusGroup, PublishedImpactHeard, PublishedQuote};
use crate::authz::Permit;
use crate::db::types::Moment;
use crate::db::{Backend, Conn};
use crate::directory::directory;
use crate::error::{ApiError, Result};
use crate::focus_groups::FocusGroupId;
use crate::focus_groups::attendance::of_each;
use crate::focus_groups::domain::{FocusGroupKind, PublishedCounts, published_counts};
use crate::focus_groups::policy::ListPublishedFocusGroups;
use crate::focus_groups::scope::published;
use crate::http::Cursor;
use crate::impacts::ImpactId;
use crate::impacts::policy::GetImpact;
use crate::impacts::scope::within;
use crate::places::PlaceId;
use crate::schema::{focus_group_codes as codes, focus_group_quotes as quotes, focus_groups, impacts};
use crate::stakeholders::domain::{AgeBand, Sex};

/// A published group, of which nothing else is read here.
#[derive(Queryable, Selectable)]
#[diesel(table_name = focus_groups)]
pub struct Row {
    pub id: FocusGroupId,
    kind: FocusGroupKind,
    place_id: PlaceId,
    held_on: Option<NaiveDate>,
    summary: Option<String>,
}

/// The published groups within reach, the latest published first; one more than the page holds.
pub fn list(
    conn: &mut Conn,
    permit: &Permit<ListPublishedFocusGroups>,
    after: Option<&Cursor>,
    limit: i64,
) -> Result<Vec<Row>> {
    let mut rows = focus_groups::table.filter(published(permit)?).into_boxed::<Backend>();
    if let Some(cursor) = after {
        let (at, id) = last(conn, permit, &cursor.id)?;
        let earlier = focus_groups::published_at.lt(at);
        rows = rows.filter(earlier.or(focus_groups::published_at.eq(at).and(focus_groups::id.lt(id))));
    }
    let order = (focus_groups::published_at.desc(), focus_groups::id.desc());
    Ok(rows.order(order).limit(limit + 1).select(Row::as_select()).load(conn)?)
}

/// Where a published group within reach stands in the order. One out of reach is one that is not there.
fn last(conn: &mut Conn, permit: &Permit<ListPublishedFocusGroups>, id: &str) -> Result<(Moment, FocusGroupId)> {
    let unknown = || ApiError::field("?after", "unknown");
    let id: FocusGroupId = id.parse().map_err(|_| unknown())?;
    let at: Option<Option<Moment>> = focus_groups::table
        .filter(focus_groups::id.eq(id))
        .filter(published(permit)?)
        .select(focus_groups::published_at)
        .first(conn)
        .optional()?;
    Ok((at.flatten().ok_or_else(unknown)?, id))
}

/// The one place where a published group is masked.
pub fn views(
    conn: &mut Conn,
    permit: &Permit<ListPublishedFocusGroups>,
    rows: Vec<Row>,
) -> Result<Vec<PublishedFocusGroup>> {
    let ids: Vec<FocusGroupId> = rows.iter().map(|row| row.id).collect();
    let mut counted = of_each(conn, &ids)?;
    let (mut impacts, mut quotes) = (impacts_of(conn, permit, &ids)?, quotes_of(conn, &ids)?);
    let names = directory(conn)?;
    let view = |Row { id, kind, place_id, held_on, summary }| {
        let figures = counted.remove(&id).unwrap_or_default().figures();
        let PublishedCounts { people, women, youth } = published_counts(figures);
        Ok(PublishedFocusGroup {
            id,
            kind,
            month: month(held_on.ok_or(ApiError::Internal)?),
            district: names.district(place_id),
            people,
            women,
            youth,
            summary: summary.ok_or(ApiError::Internal)?,
            impacts: impacts.remove(&id).unwrap_or_default(),
            quotes: quotes.remove(&id).unwrap_or_default(),
        })
    };
    rows.into_iter().map(view).collect()
}

fn month(day: NaiveDate) -> String {
    format!("{:04}-{:02}", day.year(), day.month())
}

/// The impacts of each that the caller reads as others do, also where she could read more.
fn impacts_of(
    conn: &mut Conn,
    permit: &Permit<ListPublishedFocusGroups>,
    ids: &[FocusGroupId],
) -> Result<HashMap<FocusGroupId, Vec<PublishedImpactHeard>>> {
    let heard: Vec<(FocusGroupId, ImpactId)> = codes::table
        .filter(codes::focus_group_id.eq_any(ids.to_vec()))
        .select((codes::focus_group_id, codes::impact_id))
        .distinct()
        .load(conn)?;
    let titles: Vec<(ImpactId, String)> = impacts::table
        .filter(impacts::id.eq_any(heard.iter().map(|(_, impact)| *impact).collect::<Vec<_>>()))
        .filter(within(&permit.also::<GetImpact>()?.scope()?)?)
        .filter(impacts::published.eq(true))
        .order((impacts::title, impacts::id))
        .select((impacts::id, impacts::title))
        .load(conn)?;
    let groups_of = |impact: ImpactId| heard.iter().filter(move |(_, each)| *each == impact).map(|(group, _)| *group);
    Ok(by_group(titles.iter().flat_map(|(id, title)| {
        groups_of(*id).map(|group| (group, PublishedImpactHeard { id: *id, title: title.clone() }))
    })))
}

fn quotes_of(conn: &mut Conn, ids: &[FocusGroupId]) -> Result<HashMap<FocusGroupId, Vec<PublishedQuote>>> {
    let rows: Vec<(FocusGroupId, String, Sex, AgeBand)> = quotes::table
        .filter(quotes::focus_group_id.eq_any(ids.to_vec()))
        .filter(quotes::published.eq(true))
        .order((quotes::focus_group_id, quotes::position))
        .select((quotes::focus_group_id, quotes::text, quotes::sex, quotes::band))
        .load(conn)?;
    Ok(by_group(rows.into_iter().map(|(group, text, sex, age_band)| (group, PublishedQuote { text, sex, age_band }))))
}

fn by_group<T>(all: impl Iterator<Item = (FocusGroupId, T)>) -> HashMap<FocusGroupId, Vec<T>> {
    let mut groups: HashMap<FocusGroupId, Vec<T>> = HashMap::new();
    for (id, one) in all {
        groups.entry(id).or_default().push(one);
    }
    groups
}
