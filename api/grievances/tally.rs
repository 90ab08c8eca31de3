//! How many cases of each state and place are within reach: from the counts that the database keeps.

use std::collections::BTreeMap;

use diesel::dsl::{count_star, sum};
use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::domain::{State, Track};
use super::policy::CountGrievances;
use super::scope::{any, below, sits, within};
use crate::accounts::AccountId;
use crate::authz::{Permit, Scope};
use crate::db::{Backend, Conn};
use crate::error::{ApiError, Result};
use crate::places::PlaceId;
use crate::programmes::ProgrammeId;
use crate::schema::{grievance_counts as counts, grievances, places};

type Part = Box<dyn BoxableExpression<counts::table, Backend, SqlType = Bool>>;

/// How many cases of each state are within reach.
pub fn by_state(conn: &mut Conn, permit: &Permit<CountGrievances>) -> Result<Vec<(State, i64)>> {
    let scope = permit.scope()?;
    let kept: Vec<(State, Option<i64>)> = counts::table
        .filter(counted_within(&scope)?)
        .group_by(counts::state)
        .select((counts::state, sum(counts::count)))
        .load(conn)?;
    let mut all: BTreeMap<State, i64> = kept.into_iter().map(|(state, count)| (state, count.unwrap_or(0))).collect();
    if let Some((account, paths)) = enters(&scope) {
        let own: Vec<(State, i64)> = grievances::table
            .filter(entered_only(&scope, account, paths)?)
            .group_by(grievances::state)
            .select((grievances::state, count_star()))
            .load(conn)?;
        own.into_iter().for_each(|(state, count)| *all.entry(state).or_default() += count);
    }
    Ok(all.into_iter().filter(|(_, count)| *count > 0).collect())
}

/// How many cases each place has, of those within reach.
pub fn by_place(conn: &mut Conn, permit: &Permit<CountGrievances>) -> Result<Vec<(PlaceId, i64)>> {
    let scope = permit.scope()?;
    let kept: Vec<(PlaceId, Option<i64>)> = counts::table
        .filter(counted_within(&scope)?)
        .group_by(counts::place_id)
        .select((counts::place_id, sum(counts::count)))
        .load(conn)?;
    let mut all: BTreeMap<PlaceId, i64> = kept.into_iter().map(|(place, count)| (place, count.unwrap_or(0))).collect();
    if let Some((account, paths)) = enters(&scope) {
        let own: Vec<(PlaceId, i64)> = grievances::table
            .filter(entered_only(&scope, account, paths)?)
            .group_by(grievances::place_id)
            .select((grievances::place_id, count_star()))
            .load(conn)?;
        own.into_iter().for_each(|(place, count)| *all.entry(place).or_default() += count);
    }
    Ok(all.into_iter().filter(|(_, count)| *count > 0).collect())
}

/// What `scope::within` says of a case, said of what cases are counted by.
fn counted_within(scope: &Scope) -> Result<Part> {
    let open = || counts::track.eq(Track::Normal);
    let released = || open().and(counts::released.eq(true));
    Ok(match scope {
        Scope::Programmes { ids, protection: false } => Box::new(of_programmes(ids).and(open())),
        Scope::Programmes { ids, protection: true } => of_programmes(ids),
        Scope::Company { organisation, programmes } => {
            Box::new(of_programmes(programmes).and(counts::respondent_id.eq(*organisation)).and(released()))
        }
        Scope::Territory { paths, programmes } => {
            Box::new(of_programmes(programmes).and(released()).and(counted_below(paths)))
        }
        Scope::Community { account: _, paths, programmes } => Box::new(
            of_programmes(programmes).and(open()).and(counts::shared_with_community.eq(true)).and(counted_below(paths)),
        ),
        Scope::Released { programmes } => Box::new(of_programmes(programmes).and(released())),
        Scope::Everything | Scope::Account(_) => return Err(ApiError::Forbidden),
    })
}

fn of_programmes(ids: &[ProgrammeId]) -> Part {
    any(ids.iter().map(|id| -> Part { Box::new(counts::programme_id.eq(*id)) }))
}

fn counted_below(paths: &[String]) -> Part {
    any(paths.iter().map(|path| -> Part {
        let inside = places::table.filter(places::path.like(format!("{path}%"))).select(places::id);
        Box::new(counts::place_id.eq_any(inside))
    }))
}

/// Who reaches, besides what is counted, the cases that they entered.
fn enters(scope: &Scope) -> Option<(AccountId, &[String])> {
    match scope {
        Scope::Community { account, paths, programmes: _ } => Some((*account, paths)),
        Scope::Everything
        | Scope::Account(_)
        | Scope::Programmes { .. }
        | Scope::Company { .. }
        | Scope::Territory { .. }
        | Scope::Released { .. } => None,
    }
}

/// The cases that an account reaches for having entered them or sitting in their committee, and for nothing else: no
/// more than a person can look after.
fn entered_only(scope: &Scope, account: AccountId, paths: &[String]) -> Result<super::scope::Filter> {
    let counted = grievances::shared_with_community.eq(true).and(below(paths));
    let own = grievances::recorded_by.eq(account).or(sits(account));
    Ok(Box::new(within(scope)?.and(own).and(diesel::dsl::not(counted).nullable())))
}
