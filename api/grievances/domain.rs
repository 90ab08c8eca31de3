//! The rules of the grievance mechanism. Pure: no database, no HTTP, no clock.
//!
//! `machine` is the table of the moves; `rules` says what a move asks for besides the state; `standing` keeps what
//! bears on later moves. The deadlines are in `clock`.

mod machine;
#[cfg(test)]
mod reasons;
mod rules;
mod standing;
#[cfg(test)]
mod walks;
mod words;

pub use machine::{By, Doer, ENDS, Effect, MOVES, OPEN, OTHERS_TURN};
pub use rules::{APPEALS, COMMITTEE, Committee, Facts, HIGHEST, LATER, Maker, SILENCE, check};
pub use standing::{Made, Standing};
pub use words::{
    Appeal, Asked, Author, Category, Channel, Confidentiality, ConsentGiven, Move, Pressed, Sensitivity, Severity,
    SharedWith, Side, State, Track,
};

use crate::authz::Role;

/// How a role sees a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Everything but the sealed identity.
    Staff,
    /// What was released.
    Respondent,
}

pub fn audience(role: Role) -> Audience {
    match role {
        Role::Staff | Role::Protection => Audience::Staff,
        Role::Community | Role::Company | Role::Authority | Role::Admin | Role::Partner => Audience::Respondent,
    }
}
