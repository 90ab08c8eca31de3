//! How many cases there are: for the board and the map.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use diesel::prelude::*;

use super::domain::{Audience, audience};
use super::policy::{CountGrievances, ListGrievances};
use super::tally::{by_place, by_state};
use super::view::{Counts, StateCount};
use crate::authz::{Action, Permit, Role};
use crate::db::Conn;
use crate::error::Result;
use crate::figures;
use crate::places::PlaceId;
use crate::places::counts::placed;
use crate::schema::places;

pub fn counts(conn: &mut Conn, permit: &Permit<CountGrievances>) -> Result<Counts> {
    if !reads_cases(permit.role()) {
        return in_fives(conn, permit);
    }
    let states = by_state(conn, permit)?;
    let per_place = by_place(conn, permit)?;
    let shown = match audience(permit.role()) {
        Audience::Staff => per_place.into_iter().collect(),
        // Outside the programme a case's district is known, its village is not.
        Audience::Respondent => per_district(conn, per_place)?,
    };
    Ok(Counts {
        as_of: None,
        by_state: states.into_iter().map(|(state, count)| StateCount { state, count }).collect(),
        by_place: placed(conn, &shown)?,
    })
}

/// Without the places; with the day on which they were counted, if that was not now.
pub fn by_state_alone(
    conn: &mut Conn,
    permit: &Permit<CountGrievances>,
) -> Result<(Vec<StateCount>, Option<NaiveDate>)> {
    if !reads_cases(permit.role()) {
        let counts = in_fives(conn, permit)?;
        return Ok((counts.by_state, counts.as_of));
    }
    let states = by_state(conn, permit)?;
    Ok((states.into_iter().map(|(state, count)| StateCount { state, count }).collect(), None))
}

/// Whoever reads cases may count them; others hear what is published.
fn reads_cases(role: Role) -> bool {
    !ListGrievances::reach(role).is_nothing()
}

fn in_fives(conn: &mut Conn, permit: &Permit<CountGrievances>) -> Result<Counts> {
    let Some(published) = figures::published(conn, &permit.actor().programmes)? else {
        return Ok(Counts { as_of: None, by_state: vec![], by_place: vec![] });
    };
    let by_state = published.by_state.into_iter().map(|(state, count)| StateCount { state, count }).collect();
    Ok(Counts { as_of: Some(published.week), by_state, by_place: placed(conn, &published.by_district)? })
}

fn per_district(conn: &mut Conn, per_place: Vec<(PlaceId, i64)>) -> Result<BTreeMap<PlaceId, i64>> {
    let ids: Vec<PlaceId> = per_place.iter().map(|(place, _)| *place).collect();
    let districts: HashMap<PlaceId, Option<PlaceId>> = places::table
        .filter(places::id.eq_any(ids))
        .select((places::id, places::district_id))
        .load::<(PlaceId, Option<PlaceId>)>(conn)?
        .into_iter()
        .collect();
    let mut sums = BTreeMap::new();
    for (place, count) in per_place {
        let district = districts.get(&place).copied().flatten().unwrap_or(place);
        *sums.entry(district).or_insert(0) += count;
    }
    Ok(sums)
}
