//! Commitments: what an organisation promised to the people of a place, by when, and whether it was kept.
//!
//! Whoever owes a promise may say that it is done and never that this is true: that is said by those to whom it was made, or
//! by the programme with a witness where they have no representative. The day moves only with a reason, and each day that it
//! ever was stays to be read.

mod at_meeting;
pub mod domain;
pub mod events;
pub mod evidence;
pub mod evidence_routes;
pub mod input;
pub mod list;
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

pub use at_meeting::{of_meeting, recorded_at};

use crate::db::types::id;

id! {
    /// Something that was promised.
    CommitmentId
}

id! {
    /// Something that happened to a commitment.
    CommitmentEventId
}
