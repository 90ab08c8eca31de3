//! Which rows of this resource an actor reaches.

use crate::authz::Scope;
use crate::error::{ApiError, Result};
use crate::programmes::ProgrammeId;

/// The programmes whose protection track is within a scope.
pub fn programmes(scope: Scope) -> Result<Vec<ProgrammeId>> {
    match scope {
        Scope::Programmes { ids, protection: true } => Ok(ids),
        Scope::Programmes { protection: false, .. }
        | Scope::Everything
        | Scope::Account(_)
        | Scope::Company { .. }
        | Scope::Territory { .. }
        | Scope::Community { .. }
        | Scope::Released { .. } => Err(ApiError::Forbidden),
    }
}
