//! How far a role reaches, and the rows that this means for an actor.

use serde::{Deserialize, Serialize};

use super::KeyScope;
use crate::accounts::AccountId;
use crate::organisations::OrganisationId;
use crate::programmes::ProgrammeId;

/// How far a role reaches with an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// The role may not do it.
    Nothing,
    /// Everything there is.
    Everything,
    /// The actor's own account.
    Own,
    /// The actor's programmes, without the protection track.
    Programme,
    /// The actor's programmes, with the protection track.
    ProgrammeAndProtection,
    /// What was released to the actor's company.
    OwnSites,
    /// What was released within the territory of the actor's authority.
    Territory,
    /// What was shared with, or entered by, a representative of the place.
    OwnPlaces,
    /// The key's programme, if the key has this scope.
    Key(KeyScope),
}

impl Reach {
    pub fn is_nothing(self) -> bool {
        self == Self::Nothing
    }
}

/// The rows within an actor's reach. Each store turns it into a filter.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Scope {
    Everything,
    Account(AccountId),
    Programmes { ids: Vec<ProgrammeId>, protection: bool },
    Company { organisation: OrganisationId, programmes: Vec<ProgrammeId> },
    Territory { paths: Vec<String>, programmes: Vec<ProgrammeId> },
    Community { account: AccountId, paths: Vec<String>, programmes: Vec<ProgrammeId> },
    Released { programmes: Vec<ProgrammeId> },
}
