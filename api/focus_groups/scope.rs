//! The one place that says which focus groups an actor reaches.

use diesel::prelude::*;
use diesel::sql_types::{Bool, Nullable};

use super::domain::FocusGroupState;
use super::policy::ListPublishedFocusGroups;
use crate::authz::{Action, Permit, Scope};
use crate::db::Backend;
use crate::error::{ApiError, Result};
use crate::programmes::ProgrammeId;
use crate::schema::{focus_groups, sites};

pub type Filter = Box<dyn BoxableExpression<focus_groups::table, Backend, SqlType = Bool>>;
/// A group may have no site.
type PublishedFilter = Box<dyn BoxableExpression<focus_groups::table, Backend, SqlType = Nullable<Bool>>>;

/// Those of the actor's programmes. Each by `=`, by which an index gives the order as well.
pub fn within<A: Action>(permit: &Permit<A>) -> Result<Filter> {
    Ok(of_programmes(&permit.programmes()?))
}

/// The published groups of which an actor reads: of a company's own sites, of a territory, of a representative's places.
pub fn published(permit: &Permit<ListPublishedFocusGroups>) -> Result<PublishedFilter> {
    let published = || focus_groups::state.eq(FocusGroupState::Published);
    Ok(match permit.scope()? {
        Scope::Programmes { ids, protection: _ } => Box::new(published().and(of_programmes(&ids)).nullable()),
        Scope::Company { organisation, programmes } => {
            let own = sites::table.filter(sites::organisation_id.eq(organisation)).select(sites::id.nullable());
            Box::new(focus_groups::site_id.eq_any(own).and(published()).and(of_programmes(&programmes)))
        }
        Scope::Territory { paths, programmes } | Scope::Community { account: _, paths, programmes } => {
            Box::new(published().and(of_programmes(&programmes)).and(below(&paths)).nullable())
        }
        // No policy gives these for focus groups.
        Scope::Everything | Scope::Account(_) | Scope::Released { .. } => return Err(ApiError::Forbidden),
    })
}

fn of_programmes(ids: &[ProgrammeId]) -> Filter {
    any(ids.iter().map(|id| -> Filter { Box::new(focus_groups::programme_id.eq(*id)) }))
}

fn below(paths: &[String]) -> Filter {
    any(paths.iter().map(|path| -> Filter { Box::new(focus_groups::place_path.like(format!("{path}%"))) }))
}

fn any(parts: impl Iterator<Item = Filter>) -> Filter {
    parts.reduce(|all, next| Box::new(all.or(next))).unwrap_or_else(|| Box::new(false.into_sql::<Bool>()))
}
