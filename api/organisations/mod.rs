//! Organisations: the NGO, companies, authorities, community groups and partners.

pub mod first;
pub mod policy;
pub mod routes;
pub mod store;
pub mod view;

pub use view::Organisation;

use crate::db::types::{id, words};

id! {
    /// An organisation.
    OrganisationId
}

words! {
    /// What an organisation is to a programme.
    OrganisationKind {
        Ngo,
        Company,
        /// It has a territory: a place and all below it.
        Authority,
        CommunityGroup,
        Partner,
    }
}

impl OrganisationKind {
    /// An authority without a territory would reach nothing, or everything.
    pub fn needs_territory(self) -> bool {
        match self {
            Self::Authority => true,
            Self::Ngo | Self::Company | Self::CommunityGroup | Self::Partner => false,
        }
    }
}
