//! Dot voting: a group chooses which impacts matter most.
//!
//! A participant has a budget of dots and one ballot, under a number that was handed out or with an account; or hands are
//! counted. It is kept who has voted and how many dots each impact got, never whose dots they are: not even somebody with
//! the whole database can tell what anybody chose.

mod ballots;
mod close;
pub mod domain;
pub mod input;
pub mod policy;
mod render;
pub mod routes;
mod scope;
pub mod store;
pub mod view;

pub use ballots::{Voter, cast, count_hands};
pub use close::close;

use crate::db::types::id;

id! {
    /// A round of votes on impacts.
    ImpactRoundId
}
