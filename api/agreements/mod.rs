//! Agreements: a text that sides sign, and that holds once each of them has.

pub mod domain;
pub mod events;
pub mod input;
pub mod list;
pub mod move_routes;
pub mod moves;
pub mod policy;
pub mod render;
pub mod routes;
mod scope;
pub mod sides;
pub mod signing;
pub mod store;
pub mod view;

use crate::db::types::id;

id! {
    /// What sides agreed.
    AgreementId
}

id! {
    /// Who is to sign an agreement.
    AgreementSideId
}

id! {
    /// Something that happened to an agreement.
    AgreementEventId
}
