//! The one place that says which mandates an actor reaches.

use diesel::prelude::*;

use crate::authz::{Action, Permit, Scope};
use crate::db::Conn;
use crate::error::{ApiError, Result};
use crate::programmes::ProgrammeId;
use crate::schema::{places, sites};

/// Whose representatives somebody may see.
pub struct Seen {
    pub programmes: Vec<ProgrammeId>,
    /// Paths of places, each with what lies below; `None` for all places, by the programme's own staff.
    pub paths: Option<Vec<String>>,
}

impl Seen {
    /// The representatives that a permit reaches: those of the places that it is about.
    pub fn of<A: Action>(conn: &mut Conn, permit: &Permit<A>) -> Result<Self> {
        Ok(match permit.scope()? {
            Scope::Programmes { ids, protection: _ } => Self { programmes: ids, paths: None },
            Scope::Company { organisation, programmes } => {
                let own = sites::table.inner_join(places::table).filter(sites::organisation_id.eq(organisation));
                Self { programmes, paths: Some(own.select(places::path).load(conn)?) }
            }
            Scope::Territory { paths, programmes } | Scope::Community { account: _, paths, programmes } => {
                Self { programmes, paths: Some(paths) }
            }
            // No policy gives these for mandates.
            Scope::Everything | Scope::Account(_) | Scope::Released { .. } => return Err(ApiError::Forbidden),
        })
    }

    /// Whether who speaks for a place is the actor's business: it is theirs, within it, or around it.
    pub fn reaches(&self, path: &str) -> bool {
        let Some(own) = &self.paths else { return true };
        own.iter().any(|own| path.starts_with(own.as_str()) || own.starts_with(path))
    }
}
