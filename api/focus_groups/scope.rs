//! The one place that says which focus groups an actor reaches.

use diesel::prelude::*;
use diesel::sql_types::Bool;

use crate::authz::{Action, Permit, Scope};
use crate::db::Backend;
use crate::error::{ApiError, Result};
use crate::programmes::ProgrammeId;
use crate::schema::focus_groups;

pub type Filter = Box<dyn BoxableExpression<focus_groups::table, Backend, SqlType = Bool>>;

/// Those of the actor's programmes. Each by `=`, by which an index gives the order as well.
pub fn within<A: Action>(permit: &Permit<A>) -> Result<Filter> {
    let each = programmes(permit)?.into_iter().map(|id| -> Filter { Box::new(focus_groups::programme_id.eq(id)) });
    let any = each.reduce(|all, next| Box::new(all.or(next)));
    Ok(any.unwrap_or_else(|| Box::new(false.into_sql::<Bool>())))
}

/// The programmes of a permit; none other than these.
pub fn programmes<A: Action>(permit: &Permit<A>) -> Result<Vec<ProgrammeId>> {
    match permit.scope()? {
        Scope::Programmes { ids, protection: _ } => Ok(ids),
        // No policy gives these for focus groups.
        Scope::Everything
        | Scope::Account(_)
        | Scope::Company { .. }
        | Scope::Territory { .. }
        | Scope::Community { .. }
        | Scope::Released { .. } => Err(ApiError::Forbidden),
    }
}
