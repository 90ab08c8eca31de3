//! Who raised a grievance: name and contact, sealed, opened by a grant with a reason.
//!
//! Staff open the identity of the cases they look after, protection focal points that of any case; each for a quarter of an
//! hour. Every grant and every look is in the audit trail, and every grant is told to a second person, who can ask.

pub mod domain;
pub mod policy;
pub mod routes;
pub mod store;
mod told;
pub mod view;

use crate::db::types::id;

id! {
    /// Leave to see who raised a grievance, for a while.
    IdentityGrantId
}
