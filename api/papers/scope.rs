//! The one place that says which sheets an actor reaches, and where they may be entered for.

use diesel::prelude::*;
use diesel::sql_types::Bool;

use crate::authz::Scope;
use crate::db::Backend;
use crate::error::{ApiError, Result};
use crate::programmes::ProgrammeId;
use crate::schema::paper_batches;

pub type Filter = Box<dyn BoxableExpression<paper_batches::table, Backend, SqlType = Bool>>;

/// The programme's sheets for its staff; for a representative those of the own batches.
pub fn within(scope: &Scope) -> Result<Filter> {
    Ok(match scope {
        Scope::Programmes { ids, protection: _ } => Box::new(paper_batches::programme_id.eq_any(ids.clone())),
        Scope::Community { account, paths: _, programmes } => {
            Box::new(paper_batches::made_by.eq(*account).and(paper_batches::programme_id.eq_any(programmes.clone())))
        }
        // No policy gives these for sheets.
        Scope::Everything
        | Scope::Account(_)
        | Scope::Company { .. }
        | Scope::Territory { .. }
        | Scope::Released { .. } => return Err(ApiError::Forbidden),
    })
}

/// The programmes that sheets can be printed for.
pub fn programmes(scope: &Scope) -> &[ProgrammeId] {
    match scope {
        Scope::Programmes { ids, protection: _ } => ids,
        Scope::Community { account: _, paths: _, programmes } => programmes,
        Scope::Everything
        | Scope::Account(_)
        | Scope::Company { .. }
        | Scope::Territory { .. }
        | Scope::Released { .. } => &[],
    }
}

/// The same reach, in one programme alone: a sheet brings no case into another.
pub fn only_in(scope: Scope, programme: ProgrammeId) -> Scope {
    match scope {
        Scope::Programmes { ids: _, protection } => Scope::Programmes { ids: vec![programme], protection },
        Scope::Community { account, paths, programmes: _ } => {
            Scope::Community { account, paths, programmes: vec![programme] }
        }
        other @ (Scope::Everything
        | Scope::Account(_)
        | Scope::Company { .. }
        | Scope::Territory { .. }
        | Scope::Released { .. }) => other,
    }
}
