//! Focus groups: where people say together what the company's presence does to them.
//!
//! What was said is kept with the programme's staff, and who was there is kept as counts: a name only of somebody who agreed
//! to it, sealed. Nobody outside reads any of it before the group's own people have heard it back and it was published, and
//! then no more than what names nobody.

pub mod attendance;
pub mod balance;
pub mod change;
pub mod coding;
pub mod consent;
pub mod domain;
pub mod events;
pub mod input;
pub mod list;
pub(crate) mod moves;
pub mod notes;
pub mod participant_routes;
pub mod participants;
pub mod policy;
pub mod publishing;
pub mod render;
pub mod routes;
mod scope;
pub mod store;
pub mod view;
pub mod waiting;

pub use participants::place as participant_place;

use crate::db::types::id;

id! {
    /// A focus group. It tells nothing, since others than staff meet it: not when the group was planned either.
    FocusGroupId
}

id! {
    /// Something that happened to a focus group.
    FocusGroupEventId
}

id! {
    /// A passage that was put to an impact.
    PassageCodeId
}

id! {
    /// Somebody whose name is kept with a focus group.
    FocusGroupParticipantId
}
