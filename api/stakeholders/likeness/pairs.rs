//! The list of likely pairs, and what people who know say of them.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::super::StakeholderId;
use super::super::policy::{DistinguishStakeholder, ListStakeholderPairs, MergeStakeholder};
use super::super::render;
use super::super::scope::within;
use super::super::store::{Row, find};
use super::super::view::StakeholderSummary;
use super::view::{PairStanding, StakeholderPair};
use crate::authz::{Permit, allowed};
use crate::db::types::Moment;
use crate::db::{Backend, Conn};
use crate::error::{ApiError, Result};
use crate::http::Cursor;
use crate::schema::{stakeholder_pairs as pairs, stakeholders};

type Found = (StakeholderId, StakeholderId, i64, bool);

/// Where a page ended.
fn cursor((one, other, likeness, _): &Found) -> Cursor {
    Cursor { key: format!("{likeness}/{one}"), id: other.to_string() }
}

fn ended(Cursor { key, id }: &Cursor) -> Option<(i64, StakeholderId, StakeholderId)> {
    let (likeness, one) = key.split_once('/')?;
    Some((likeness.parse().ok()?, one.parse().ok()?, id.parse().ok()?))
}

/// A page of the pairs within reach, the likeliest first, and where the next begins.
pub fn list(
    conn: &mut Conn,
    permit: &Permit<ListStakeholderPairs>,
    after: Option<Cursor>,
    limit: i64,
) -> Result<(Vec<StakeholderPair>, Option<String>)> {
    let mut query = pairs::table
        .filter(pairs::programme_id.eq_any(permit.programmes()?))
        .filter(pairs::standing.eq(PairStanding::Likely))
        .order((pairs::likeness.desc(), pairs::one_id.desc(), pairs::other_id.desc()))
        .limit(limit + 1)
        .select((pairs::one_id, pairs::other_id, pairs::likeness, pairs::same_phone))
        .into_boxed::<Backend>();
    if let Some(after) = &after {
        let (likeness, one, other) = ended(after).ok_or_else(|| ApiError::field("?after", "unknown"))?;
        let later = pairs::one_id.lt(one).or(pairs::one_id.eq(one).and(pairs::other_id.lt(other)));
        query = query.filter(pairs::likeness.le(likeness)).filter(pairs::likeness.lt(likeness).or(later));
    }
    let mut found: Vec<Found> = query.load(conn)?;
    let page = usize::try_from(limit).unwrap_or_default();
    let more = found.len() > page;
    found.truncate(page);
    let next = if more { found.last().map(|last| cursor(last).to_string()) } else { None };
    Ok((shown(conn, permit, found)?, next))
}

fn shown(conn: &mut Conn, permit: &Permit<ListStakeholderPairs>, found: Vec<Found>) -> Result<Vec<StakeholderPair>> {
    let ids: Vec<StakeholderId> = found.iter().flat_map(|(one, other, ..)| [*one, *other]).collect();
    let rows: Vec<Row> = stakeholders::table
        .filter(stakeholders::id.eq_any(ids))
        .filter(within(permit)?)
        .select(Row::as_select())
        .load(conn)?;
    let same = |one: &Row, other: &Row| one.kind == other.kind;
    let known: HashMap<StakeholderId, Row> = rows.into_iter().map(|row| (row.id, row)).collect();
    let role = permit.role();
    let mut all = vec![];
    for (one, other, likeness, same_phone) in found {
        let (Some(one), Some(other)) = (known.get(&one), known.get(&other)) else { continue };
        let merge = if same(one, other) { allowed::<MergeStakeholder>(role) } else { None };
        let actions = [merge, allowed::<DistinguishStakeholder>(role)].into_iter().flatten().collect();
        let mut both: Vec<StakeholderSummary> = render::summaries(conn, vec![one.clone(), other.clone()])?;
        let (Some(other), Some(one)) = (both.pop(), both.pop()) else { continue };
        all.push(StakeholderPair { one, other, likeness, same_phone, actions });
    }
    Ok(all)
}

/// Keeps that two are two: they are not shown as a likely pair any more.
pub fn distinguish(
    conn: &mut Conn,
    permit: &Permit<DistinguishStakeholder>,
    id: StakeholderId,
    other: StakeholderId,
    now: DateTime<Utc>,
) -> Result<()> {
    let one = find(conn, permit, id)?;
    if id == other {
        return Err(ApiError::field("/other_id", "itself"));
    }
    let known = find(conn, permit, other).named_at("/other_id")?;
    if known.programme_id != one.programme_id {
        return Err(ApiError::field("/other_id", "unknown"));
    }
    let (first, second) = if id < other { (id, other) } else { (other, id) };
    let decided = (
        pairs::standing.eq(PairStanding::Different),
        pairs::decided_by.eq(permit.account()?),
        pairs::decided_at.eq(Moment::from(now)),
    );
    if diesel::update(pairs::table.find((first, second))).set(decided).execute(conn)? == 1 {
        return Ok(());
    }
    diesel::insert_into(pairs::table)
        .values((
            (pairs::one_id.eq(first), pairs::other_id.eq(second), pairs::programme_id.eq(one.programme_id)),
            (pairs::likeness.eq(0), pairs::same_phone.eq(false)),
            decided,
        ))
        .execute(conn)?;
    Ok(())
}

/// A record that a request's body names: where it is not there, the field is at fault, and not the path.
pub trait Named<T> {
    fn named_at(self, pointer: &str) -> Result<T>;
}

impl<T> Named<T> for Result<T> {
    fn named_at(self, pointer: &str) -> Result<T> {
        self.map_err(|error| if error == ApiError::NotFound { ApiError::field(pointer, "unknown") } else { error })
    }
}
