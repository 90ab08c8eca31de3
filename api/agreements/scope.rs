//! The one place that says which agreements an actor reaches.

use diesel::dsl::{exists, not};
use diesel::prelude::*;

use super::domain::AgreementMove;
use crate::authz::{Action, Permit, Scope};
use crate::db::filter::{self, any, both};
use crate::error::{ApiError, Result};
use crate::grievances::domain::Track;
use crate::organisations::OrganisationId;
use crate::programmes::ProgrammeId;
use crate::schema::{agreement_events as events, agreement_sides as sides, agreements, grievances as cases};

pub type Filter = filter::Filter<agreements::table>;

/// Those of the actor's programmes; of them the sides reach those in which they are named, once these are to be signed.
pub fn within<A: Action>(permit: &Permit<A>) -> Result<Filter> {
    let own = permit.actor().organisation;
    Ok(match permit.scope()? {
        Scope::Programmes { ids, protection: false } => both(of_programmes(&ids), not_protected()),
        Scope::Programmes { ids, protection: true } => of_programmes(&ids),
        Scope::Company { organisation: _, programmes } | Scope::Territory { paths: _, programmes } => {
            both(of_programmes(&programmes), both(naming(own), told()))
        }
        Scope::Community { account: _, paths, programmes } => {
            let named = paths.iter().fold(naming(own), |all, path| Box::new(all.or(naming_place(path))));
            both(of_programmes(&programmes), both(named, told()))
        }
        // No policy gives these for agreements.
        Scope::Everything | Scope::Account(_) | Scope::Released { .. } => return Err(ApiError::Forbidden),
    })
}

/// What was never opened is the programme's own, also once it was given up; and what belongs to a case on the protection track
/// is nobody's beside its focal points.
fn told() -> Filter {
    let opened =
        events::table.filter(events::agreement_id.eq(agreements::id)).filter(events::made.eq(AgreementMove::Open));
    both(Box::new(exists(opened).nullable()), not_protected())
}

fn not_protected() -> Filter {
    let protected = cases::table
        .filter(cases::id.nullable().eq(agreements::grievance_id))
        .filter(cases::track.eq(Track::Protection));
    Box::new(not(exists(protected)).nullable())
}

fn naming(organisation: OrganisationId) -> Filter {
    let named = sides::table.filter(sides::organisation_id.eq(organisation)).select(sides::agreement_id);
    Box::new(agreements::id.eq_any(named).nullable())
}

/// Those in which the community of a place is named that an account speaks for.
fn naming_place(path: &str) -> Filter {
    let named = sides::table.filter(sides::place_path.like(format!("{path}%"))).select(sides::agreement_id);
    Box::new(agreements::id.eq_any(named).nullable())
}

fn of_programmes(ids: &[ProgrammeId]) -> Filter {
    any(ids.iter().map(|id| -> Filter { Box::new(agreements::programme_id.eq(*id).nullable()) }))
}
