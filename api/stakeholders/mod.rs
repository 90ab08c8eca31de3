//! Stakeholders: the people and groups whom the programme must know, hear and not forget.
//!
//! Names are for the programme's staff to find; what somebody is reached at is sealed, masked wherever the record is shown,
//! and each look at it is in the audit trail. Nobody outside the programme's staff reads any of it: what staff think of
//! somebody's influence and stance could hurt the person.

pub mod change;
pub mod consent;
mod contact;
pub mod contacts;
pub mod domain;
pub mod double_routes;
mod events;
pub mod input;
pub mod likeness;
pub mod list;
pub mod many;
pub mod merge;
pub mod named;
mod narrow;
pub mod pointers;
pub mod policy;
pub mod render;
pub mod routes;
pub mod scope;
mod spread;
pub mod store;
pub mod tags;
pub mod view;

pub use contact::place as contact_place;
pub use domain::stance_word;

use crate::db::types::id;

id! {
    /// A stakeholder.
    StakeholderId
}

id! {
    /// Something that happened to a stakeholder's record.
    StakeholderEventId
}
