//! The one place that says which assemblies an actor reaches.

use crate::authz::{Action, Permit, Scope};
use crate::error::{ApiError, Result};
use crate::programmes::ProgrammeId;

/// The programmes whose assemblies a permit reaches, and no others.
pub fn programmes<A: Action>(permit: &Permit<A>) -> Result<Vec<ProgrammeId>> {
    match permit.scope()? {
        Scope::Programmes { ids, protection: _ } => Ok(ids),
        // No policy gives these for assemblies.
        Scope::Everything
        | Scope::Account(_)
        | Scope::Company { .. }
        | Scope::Territory { .. }
        | Scope::Community { .. }
        | Scope::Released { .. } => Err(ApiError::Forbidden),
    }
}
