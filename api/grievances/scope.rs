//! The one place that says which cases an actor reaches.

use diesel::prelude::*;
use diesel::sql_types::Bool;

use crate::authz::Scope;
use crate::db::Backend;
use crate::error::{ApiError, Result};
use crate::grievances::domain::Track;
use crate::places::PlaceId;
use crate::schema::{grievances, places};

pub type Filter = Box<dyn BoxableExpression<grievances::table, Backend, SqlType = diesel::sql_types::Nullable<Bool>>>;

/// The cases within a scope. The protection track exists for nobody whose scope does not name it.
pub fn within(scope: &Scope) -> Result<Filter> {
    let open = || grievances::track.eq(Track::Normal);
    let released = || open().and(grievances::released_at.is_not_null());
    Ok(match scope {
        Scope::Programmes { ids, protection: false } => {
            Box::new(grievances::programme_id.eq_any(ids.clone()).and(open()).nullable())
        }
        Scope::Programmes { ids, protection: true } => {
            Box::new(grievances::programme_id.eq_any(ids.clone()).nullable())
        }
        Scope::Company { organisation, programmes } => Box::new(
            grievances::respondent_id
                .eq(*organisation)
                .and(grievances::programme_id.eq_any(programmes.clone()))
                .and(released()),
        ),
        Scope::Territory { paths, programmes } => {
            Box::new(grievances::programme_id.eq_any(programmes.clone()).and(released()).and(below(paths)).nullable())
        }
        Scope::Community { account, paths, programmes } => {
            Box::new(grievances::programme_id.eq_any(programmes.clone()).and(open()).and(
                grievances::recorded_by.eq(*account).or(grievances::shared_with_community.eq(true).and(below(paths))),
            ))
        }
        Scope::Released { programmes } => {
            Box::new(grievances::programme_id.eq_any(programmes.clone()).and(released()).nullable())
        }
        // No policy gives these for cases.
        Scope::Everything | Scope::Account(_) => return Err(ApiError::Forbidden),
    })
}

type Below = Box<dyn BoxableExpression<grievances::table, Backend, SqlType = Bool>>;

/// Cases of a place or of any place below it. An actor has one territory, seldom a few places.
fn below(paths: &[String]) -> Below {
    let filters = paths.iter().map(|path| -> Below {
        let inside = places::table.filter(places::path.like(format!("{path}%"))).select(places::id);
        Box::new(grievances::place_id.eq_any(inside))
    });
    let nowhere: Below = Box::new(grievances::place_id.eq_any(Vec::<PlaceId>::new()));
    filters.fold(nowhere, |all, next| Box::new(all.or(next)))
}
