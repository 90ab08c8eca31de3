//! The rules of applications. Pure: no database, no HTTP, no clock.
//!
//! `machine` is the table of the moves and of who makes them; `content` says what an answer or a budget has to be, as it is
//! typed and when it is submitted.

mod content;
mod machine;
#[cfg(test)]
mod walks;
mod words;

pub use content::{Answer, Content, Line, Refused, adds_up, fits, unready};
pub use machine::{Facts, MOVES, Maker, check, is_saved_by, party};
pub use words::{GrantApplicationMove, GrantApplicationState, GrantParty};
