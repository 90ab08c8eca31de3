//! The one place that says which applications an actor reaches.

use diesel::prelude::*;

use crate::accounts::AccountId;
use crate::authz::{Action, Permit, Scope};
use crate::db::filter::{self, any, both, either};
use crate::error::{ApiError, Result};
use crate::organisations::OrganisationId;
use crate::programmes::ProgrammeId;
use crate::schema::grant_applications as applications;

pub type Filter = filter::Filter<applications::table>;

/// Of the actor's programmes: to an applicant the own ones, with their organisation's; to staff what was submitted, and what they
/// themselves file for somebody. Whose own organisation applied does not read it as the programme does.
pub fn within<A: Action>(permit: &Permit<A>) -> Result<Filter> {
    let organisation = permit.actor().organisation;
    Ok(match permit.scope()? {
        Scope::Programmes { ids, protection: _ } => {
            let filed = filed_by(permit.account()?, true);
            both(of_programmes(&ids), both(either(submitted(), filed), of_others(organisation)))
        }
        Scope::Community { account, paths: _, programmes } => {
            both(of_programmes(&programmes), either(filed_by(account, false), of_own(organisation)))
        }
        // No policy gives these for applications.
        Scope::Everything
        | Scope::Account(_)
        | Scope::Company { .. }
        | Scope::Territory { .. }
        | Scope::Released { .. } => return Err(ApiError::Forbidden),
    })
}

/// Also what was withdrawn since; a draft that was withdrawn stays the applicant's own.
fn submitted() -> Filter {
    Box::new(applications::submitted_at.is_not_null().nullable())
}

/// By an applicant, or by the programme for one: not both to who was the one and became the other.
fn filed_by(account: AccountId, on_paper: bool) -> Filter {
    Box::new(applications::filed_by.eq(account).and(applications::on_paper.eq(on_paper)).nullable())
}

fn of_own(organisation: OrganisationId) -> Filter {
    Box::new(applications::organisation_id.eq(organisation))
}

fn of_others(organisation: OrganisationId) -> Filter {
    Box::new(applications::organisation_id.is_null().or(applications::organisation_id.ne(organisation)))
}

/// Not a list to look the programme up in: most actors have one, and only by `=` does an index give the order as well.
fn of_programmes(ids: &[ProgrammeId]) -> Filter {
    any(ids.iter().map(|id| -> Filter { Box::new(applications::programme_id.eq(*id).nullable()) }))
}
