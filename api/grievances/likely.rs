//! What a hit tells of its case before the case is read.

use super::domain::{ENDS, State};
use super::list::ListQuery;
use super::policy::ListGrievances;
use crate::authz::{Permit, Scope};
use crate::db::search::Hit;

/// Whether a list can hold a case that stands as is kept beside its words.
pub(super) fn can_hold(permit: &Permit<ListGrievances>, query: &ListQuery, hit: &Hit) -> bool {
    let state = hit.state.as_deref();
    let in_state = query.state.is_none_or(|wanted| state.is_none_or(|state| state == wanted.as_str()));
    let ended = |state: &str| ENDS.iter().any(|end: &State| end.as_str() == state);
    let open = query.open.is_none_or(|open| state.is_none_or(|state| ended(state) != open));
    in_state && open && of_company(permit, hit)
}

fn of_company(permit: &Permit<ListGrievances>, hit: &Hit) -> bool {
    match permit.scope() {
        Ok(Scope::Company { organisation, .. }) => {
            hit.respondent_id.as_deref().is_none_or(|respondent| respondent == organisation.as_str())
        }
        Ok(
            Scope::Programmes { .. }
            | Scope::Territory { .. }
            | Scope::Community { .. }
            | Scope::Released { .. }
            | Scope::Everything
            | Scope::Account(_),
        )
        | Err(_) => true,
    }
}
