//! Invitations: how an account begins. The link's token is shown once, to who invites, and used once.

mod acceptance;
pub mod domain;
pub mod policy;
pub mod public;
pub mod routes;
pub mod store;
pub mod view;

pub use view::Invitation;

use crate::db::types::id;

id! {
    /// An invitation.
    InvitationId
}
