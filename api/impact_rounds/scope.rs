//! The one place that says which rounds an actor reaches.

use diesel::prelude::*;

use crate::authz::Scope;
use crate::db::filter::{self, any};
use crate::error::{ApiError, Result};
use crate::programmes::ProgrammeId;
use crate::schema::impact_rounds as rounds;

pub type Filter = filter::Filter<rounds::table>;

/// The rounds within a scope: the programme's for its staff; for representatives those of their places that they vote in.
pub fn within(scope: &Scope) -> Result<Filter> {
    match scope {
        Scope::Programmes { ids, protection: _ } => Ok(of_programmes(ids)),
        Scope::Community { account: _, paths, programmes } => {
            let own = rounds::by_account.eq(true).and(of_programmes(programmes)).and(below(paths));
            Ok(Box::new(own))
        }
        // No policy gives these for rounds.
        Scope::Everything
        | Scope::Account(_)
        | Scope::Company { .. }
        | Scope::Territory { .. }
        | Scope::Released { .. } => Err(ApiError::Forbidden),
    }
}

/// Not a list to look the programme up in: most actors have one, and only by `=` does an index give the order as well.
fn of_programmes(ids: &[ProgrammeId]) -> Filter {
    any(ids.iter().map(|id| -> Filter { Box::new(rounds::programme_id.eq(*id).nullable()) }))
}

fn below(paths: &[String]) -> Filter {
    any(paths.iter().map(|path| -> Filter { Box::new(rounds::place_path.like(format!("{path}%"))) }))
}
