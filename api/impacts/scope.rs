//! The one place that says which impacts an actor reaches.

use diesel::prelude::*;
use diesel::sql_types::{Bool, Nullable};

use crate::authz::Scope;
use crate::db::Backend;
use crate::error::{ApiError, Result};
use crate::programmes::ProgrammeId;
use crate::schema::impacts;

pub type Filter = Box<dyn BoxableExpression<impacts::table, Backend, SqlType = Nullable<Bool>>>;
type Part = Box<dyn BoxableExpression<impacts::table, Backend, SqlType = Bool>>;

/// The impacts within a scope: the programme's own for its staff, for everybody else what was published of their own.
pub fn within(scope: &Scope) -> Result<Filter> {
    let published = || impacts::published.eq(true);
    Ok(match scope {
        Scope::Programmes { ids, protection: _ } => Box::new(of_programmes(ids).nullable()),
        Scope::Company { organisation, programmes } => {
            Box::new(impacts::company_id.eq(*organisation).and(published()).and(of_programmes(programmes)))
        }
        Scope::Territory { paths, programmes } | Scope::Community { account: _, paths, programmes } => {
            Box::new(of_programmes(programmes).and(published()).and(below(paths)).nullable())
        }
        // No policy gives these for impacts.
        Scope::Everything | Scope::Account(_) | Scope::Released { .. } => return Err(ApiError::Forbidden),
    })
}

/// The programmes of a scope, and the places below which it reaches, if it reaches by place.
pub(super) fn parts(scope: &Scope) -> Result<(&[ProgrammeId], Option<&[String]>)> {
    match scope {
        Scope::Programmes { ids, protection: _ } => Ok((ids, None)),
        Scope::Company { organisation: _, programmes } => Ok((programmes, None)),
        Scope::Territory { paths, programmes } | Scope::Community { account: _, paths, programmes } => {
            Ok((programmes, Some(paths)))
        }
        Scope::Everything | Scope::Account(_) | Scope::Released { .. } => Err(ApiError::Forbidden),
    }
}

/// Not a list to look the programme up in: most actors have one, and only by `=` does an index give the order as well.
fn of_programmes(ids: &[ProgrammeId]) -> Part {
    any(ids.iter().map(|id| -> Part { Box::new(impacts::programme_id.eq(*id)) }))
}

/// Those of any of the places or of what lies below.
pub(super) fn below(paths: &[String]) -> Part {
    any(paths.iter().map(|path| -> Part { Box::new(impacts::place_path.like(format!("{path}%"))) }))
}

fn any(parts: impl Iterator<Item = Part>) -> Part {
    parts.reduce(|all, next| Box::new(all.or(next))).unwrap_or_else(|| Box::new(false.into_sql::<Bool>()))
}
