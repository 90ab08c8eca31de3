//! Consultation meetings: when and where the sides meet, of what they speak, and who is invited.
//!
//! Nobody beside the programme knows of a draft. From the opening of its agenda a meeting exists for who is invited and, if it
//! is public, for the sides of its site, territory and place. Each reads of an item that names a record only what they reach
//! of that record anyway; who the invited people are is read by staff alone.

pub mod agenda;
pub mod change;
pub mod day;
pub mod domain;
pub mod events;
pub mod guests;
pub mod input;
pub mod list;
pub mod minutes;
pub mod month;
pub mod move_routes;
pub mod moves;
pub mod people;
pub mod policy;
pub mod remind;
pub mod render;
pub mod routes;
pub(crate) mod scope;
pub mod store;
pub mod view;
pub mod waiting;
mod warnings;

use crate::db::types::id;

id! {
    /// A meeting.
    MeetingId
}

id! {
    /// Something that happened to a meeting.
    MeetingEventId
}

id! {
    /// Something that is to be spoken of.
    AgendaItemId
}

id! {
    /// That somebody is asked to come.
    MeetingInvitationId
}
