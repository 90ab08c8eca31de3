//! Which entries an actor reads.
//!
//! Entries about no case, such as sign-ins and accounts, are for both readers. Those about a case are for the protection
//! focal points of its programme alone: an administrator reads no cases, and would learn from these which ones there are,
//! who works on them, and when a frightened person wrote. See `docs/decisions`.

use crate::authz::Scope;
use crate::programmes::ProgrammeId;

/// Part of the trail: what is about the cases of a programme, or, where there is none, about no case.
pub type Part = Option<ProgrammeId>;

pub fn parts(scope: &Scope) -> Vec<Part> {
    match scope {
        // An administrator's everything holds no cases.
        Scope::Everything => vec![None],
        Scope::Programmes { ids, protection: true } => {
            [None].into_iter().chain(ids.iter().copied().map(Some)).collect()
        }
        Scope::Programmes { ids: _, protection: false }
        | Scope::Account(_)
        | Scope::Company { .. }
        | Scope::Territory { .. }
        | Scope::Community { .. }
        | Scope::Released { .. } => vec![],
    }
}
