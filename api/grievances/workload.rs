//! How much each person looks after: open cases by who has them.
//!
//! The numbers are those of the list of cases with the same filter, by the same scope: so nobody learns from them of a
//! case that the list does not show. They are for whoever reads the list, since most are small enough to point at one.

use std::collections::{BTreeSet, HashMap};

use diesel::dsl::count_star;
use diesel::prelude::*;
use serde::Serialize;
use utoipa::ToSchema;

use super::clock::ClockState;
use super::domain::{OTHERS_TURN, State};
use super::policy::{GetWorkload, ListStaff};
use super::scope::within;
use super::staff;
use crate::accounts::AccountId;
use crate::authz::Permit;
use crate::db::Conn;
use crate::directory::directory;
use crate::error::{ApiError, Result};
use crate::names::Person;
use crate::schema::grievances;

/// Open cases, by who looks after them.
#[derive(Debug, Serialize, ToSchema)]
pub struct Workload {
    /// Everybody to whom a case can be given, by name; then who can't be any more, and still has some.
    pub people: Vec<PersonLoad>,
    /// What nobody looks after yet.
    pub unassigned: Load,
}

/// What somebody looks after.
#[derive(Debug, Serialize, ToSchema)]
pub struct PersonLoad {
    pub person: Person,
    /// Left, or has another role now.
    pub gone: bool,
    pub load: Load,
}

/// How many open cases.
#[derive(Clone, Copy, Debug, Default, Serialize, ToSchema)]
pub struct Load {
    pub open: i64,
    /// Of these: the next step is the programme's.
    pub waiting: i64,
    pub at_risk: i64,
    pub breached: i64,
}

impl Load {
    fn add(&mut self, state: State, clock: Option<ClockState>, count: i64) {
        self.open += count;
        if !OTHERS_TURN.contains(&state) {
            self.waiting += count;
        }
        match clock {
            Some(ClockState::AtRisk) => self.at_risk += count,
            Some(ClockState::Breached) => self.breached += count,
            Some(ClockState::OnTrack | ClockState::Paused) | None => {}
        }
    }
}

pub fn of(conn: &mut Conn, permit: &Permit<GetWorkload>) -> Result<Workload> {
    let mut loads: HashMap<Option<AccountId>, Load> = HashMap::new();
    for (owner, state, clock, count) in counted(conn, permit)? {
        loads.entry(owner).or_default().add(state, clock, count);
    }
    let unassigned = loads.remove(&None).unwrap_or_default();
    let load_of =
        |loads: &mut HashMap<Option<AccountId>, Load>, id: AccountId| loads.remove(&Some(id)).unwrap_or_default();
    let mut people = vec![];
    for person in staff::list(conn, &permit.also::<ListStaff>()?)? {
        if let Ok(id) = person.id.parse() {
            people.push(PersonLoad { load: load_of(&mut loads, id), person, gone: false });
        }
    }
    let others: BTreeSet<AccountId> = loads.keys().copied().flatten().collect();
    let directory = directory(conn)?;
    for id in others {
        let person = directory.person(Some(id)).ok_or(ApiError::Internal)?;
        people.push(PersonLoad { load: load_of(&mut loads, id), person, gone: true });
    }
    Ok(Workload { people, unassigned })
}

type Row = (Option<AccountId>, State, Option<ClockState>, i64);

/// A case that has ended has no clock, and an index knows those with one: what has ended is not looked at.
fn counted(conn: &mut Conn, permit: &Permit<GetWorkload>) -> Result<Vec<Row>> {
    Ok(grievances::table
        .filter(within(&permit.scope()?)?)
        .filter(grievances::clock.is_not_null())
        .group_by((grievances::owner_id, grievances::state, grievances::clock))
        .select((grievances::owner_id, grievances::state, grievances::clock, count_star()))
        .load(conn)?)
}
