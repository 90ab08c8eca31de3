//! The one place that says which cases an actor reaches.

use diesel::prelude::*;
use diesel::sql_types::Bool;

use crate::accounts::AccountId;
use crate::authz::Scope;
use crate::db::Backend;
use crate::error::{ApiError, Result};
use crate::grievances::domain::{COMMITTEE, Track};
use crate::programmes::ProgrammeId;
use crate::schema::{grievance_committee_members as members, grievances, places};

pub type Filter = Box<dyn BoxableExpression<grievances::table, Backend, SqlType = diesel::sql_types::Nullable<Bool>>>;

/// The cases within a scope. The protection track exists for nobody whose scope does not name it.
pub fn within(scope: &Scope) -> Result<Filter> {
    let open = || grievances::track.eq(Track::Normal);
    let released = || open().and(grievances::released_at.is_not_null());
    Ok(match scope {
        Scope::Programmes { ids, protection: false } => Box::new(of_programmes(ids).and(open()).nullable()),
        Scope::Programmes { ids, protection: true } => Box::new(of_programmes(ids).nullable()),
        Scope::Company { organisation, programmes } => {
            Box::new(grievances::respondent_id.eq(*organisation).and(of_programmes(programmes)).and(released()))
        }
        Scope::Territory { paths, programmes } => {
            Box::new(of_programmes(programmes).and(released()).and(below(paths)).nullable())
        }
        Scope::Community { account, paths, programmes } => {
            let shared = grievances::shared_with_community.eq(true).and(below(paths));
            let own = grievances::recorded_by.eq(*account).or(shared).or(sits(*account));
            Box::new(of_programmes(programmes).and(open()).and(own))
        }
        Scope::Released { programmes } => Box::new(of_programmes(programmes).and(released()).nullable()),
        // No policy gives these for cases.
        Scope::Everything | Scope::Account(_) => return Err(ApiError::Forbidden),
    })
}

type Part = Box<dyn BoxableExpression<grievances::table, Backend, SqlType = Bool>>;

/// Not a list to look the programme up in: most actors have one, and only by `=` does an index give the order as well.
fn of_programmes(ids: &[ProgrammeId]) -> Part {
    any(ids.iter().map(|id| -> Part { Box::new(grievances::programme_id.eq(*id)) }))
}

/// Cases in whose committee the account sits, while they are at that level: the two other sides reach them anyway.
pub(super) fn sits(account: AccountId) -> Part {
    let cases = members::table
        .filter(members::account_id.eq(account).and(members::interests.is_null()))
        .select(members::grievance_id);
    Box::new(grievances::escalation_level.eq(COMMITTEE).and(grievances::id.eq_any(cases)))
}

/// Cases of a place or of any place below it. An actor has one territory, seldom a few places.
pub(super) fn below(paths: &[String]) -> Part {
    any(paths.iter().map(|path| -> Part {
        let inside = places::table.filter(places::path.like(format!("{path}%"))).select(places::id);
        Box::new(grievances::place_id.eq_any(inside))
    }))
}

type AnyPart<T> = Box<dyn BoxableExpression<T, Backend, SqlType = Bool>>;

/// Any of the parts; nothing if there is none.
pub(super) fn any<T: 'static>(parts: impl Iterator<Item = AnyPart<T>>) -> AnyPart<T> {
    parts.reduce(|all, next| Box::new(all.or(next))).unwrap_or_else(|| Box::new(false.into_sql::<Bool>()))
}
