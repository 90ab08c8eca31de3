//! Mandates: who speaks for a community, since when, and by whose word.
//!
//! Nobody speaks for people who have not said so: a mandate is active only once the person was vetted (what ties them to a
//! company or an office is declared) and an assembly of the place endorsed them. An account that holds a mandate reaches
//! what its mandates in force reach, and nothing else: the end of a mandate closes that from the next request on.

pub mod accounts;
pub mod change;
pub mod domain;
pub mod erase;
mod events;
pub mod input;
mod interests;
pub mod list;
mod people;
pub mod policy;
pub mod reach;
pub mod render;
pub mod representatives;
pub mod routes;
mod scope;
pub mod steps;
pub mod store;
pub mod view;

use crate::db::types::id;

id! {
    /// A representative's mandate.
    MandateId
}

id! {
    /// Something that a representative declared.
    MandateInterestId
}

id! {
    /// Something that happened to a mandate.
    MandateEventId
}
