//! The one place that says which commitments an actor reaches.

use diesel::dsl::{exists, not};
use diesel::prelude::*;

use crate::accounts::AccountId;
use crate::authz::{Action, Permit, Scope};
use crate::db::filter::{self, any, both, either};
use crate::error::{ApiError, Result};
use crate::grievances::domain::Track;
use crate::organisations::OrganisationId;
use crate::programmes::ProgrammeId;
use crate::schema::{agreements, commitments, grievances as cases, sites};

pub type Filter = filter::Filter<commitments::table>;

/// Those of the actor's programmes; of them the sides reach what they owe, and what is owed at their sites, in their territory
/// or to their places. One that belongs to a case is as hidden as the case, except from who owes it.
pub fn within<A: Action>(permit: &Permit<A>) -> Result<Filter> {
    let scope = permit.scope()?;
    let owed: Filter = Box::new(commitments::organisation_id.eq(permit.actor().organisation).nullable());
    Ok(match &scope {
        Scope::Programmes { ids, protection: false } => both(of_programmes(ids), not_protected()),
        Scope::Programmes { ids, protection: true } => of_programmes(ids),
        Scope::Company { organisation, programmes } => {
            let near = both(at_sites_of(*organisation), of_cases_of(*organisation));
            both(of_programmes(programmes), both(either(owed, near), not_protected()))
        }
        Scope::Territory { paths, programmes } => {
            let near = both(below(paths), of_released_cases());
            both(of_programmes(programmes), both(either(owed, near), not_protected()))
        }
        Scope::Community { account, paths, programmes } => {
            let near = both(below(paths), of_cases_told_to(*account));
            both(of_programmes(programmes), both(either(owed, near), not_protected()))
        }
        // No policy gives these for commitments.
        Scope::Everything | Scope::Account(_) | Scope::Released { .. } => return Err(ApiError::Forbidden),
    })
}

/// Those that belong to no case, or to one that was released to the company.
fn of_cases_of(company: OrganisationId) -> Filter {
    let reached = cases::table
        .filter(cases::id.nullable().eq(commitments::grievance_id))
        .filter(cases::respondent_id.eq(company).and(cases::released_at.is_not_null()));
    Box::new(commitments::grievance_id.is_null().or(exists(reached)).nullable())
}

/// Those that belong to no case, or to one that was released: it lies where the promise does.
fn of_released_cases() -> Filter {
    let reached = cases::table
        .filter(cases::id.nullable().eq(commitments::grievance_id))
        .filter(cases::released_at.is_not_null());
    Box::new(commitments::grievance_id.is_null().or(exists(reached)).nullable())
}

/// Those that belong to no case, or to one that the representative was told of.
fn of_cases_told_to(account: AccountId) -> Filter {
    let reached = cases::table
        .filter(cases::id.nullable().eq(commitments::grievance_id))
        .filter(cases::shared_with_community.nullable().eq(true).or(cases::recorded_by.eq(account)));
    Box::new(commitments::grievance_id.is_null().or(exists(reached)).nullable())
}

/// Those that belong to no case on the protection track, nor follow from an agreement that does. Asked of each row: a list of
/// all other cases would be long.
pub fn not_protected() -> Filter {
    let own = cases::table
        .filter(cases::id.nullable().eq(commitments::grievance_id))
        .filter(cases::track.eq(Track::Protection));
    let agreed = agreements::table
        .inner_join(cases::table.on(cases::id.nullable().eq(agreements::grievance_id)))
        .filter(agreements::id.nullable().eq(commitments::agreement_id))
        .filter(cases::track.eq(Track::Protection));
    Box::new(not(exists(own)).and(not(exists(agreed))).nullable())
}

/// Not a list to look the programme up in: most actors have one, and only by `=` does an index give the order as well.
fn of_programmes(ids: &[ProgrammeId]) -> Filter {
    any(ids.iter().map(|id| -> Filter { Box::new(commitments::programme_id.eq(*id).nullable()) }))
}

fn at_sites_of(company: OrganisationId) -> Filter {
    let own = sites::table.filter(sites::organisation_id.eq(company)).select(sites::id.nullable());
    Box::new(commitments::site_id.eq_any(own))
}

fn below(paths: &[String]) -> Filter {
    any(paths.iter().map(|path| -> Filter { Box::new(commitments::place_path.like(format!("{path}%")).nullable()) }))
}
