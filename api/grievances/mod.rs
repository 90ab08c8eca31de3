//! Grievances: what a resident raises, from the first words to an agreed resolution.
//!
//! `domain` holds the rules: the states, the moves between them, the deadlines; `moves` is the one way in which a case
//! changes; `render` the one place where it is masked; `scope` the one that says who reaches it. `reporter` is the side
//! of who raised it, who comes with the receipt code alone; `routes` and `move_routes` are everybody else's.

mod actions;
mod agenda;
mod appeal_routes;
pub mod asked;
mod beside;
pub mod bulk;
mod bulk_routes;
pub mod candidates;
pub mod clock;
mod clock_routes;
mod closing_routes;
pub mod code;
pub mod committee;
mod committee_routes;
pub mod consent;
pub mod counts;
pub mod decisions;
pub mod domain;
mod duplicates;
mod end_routes;
mod found;
pub mod indexed;
pub mod inputs;
mod likely;
mod likeness;
pub mod list;
pub mod message;
mod move_routes;
pub mod moves;
mod news;
mod other_actions;
mod place;
pub mod policy;
mod pressure_routes;
mod question_routes;
pub mod reference;
pub mod referrals;
pub mod render;
pub mod reporter;
mod reporter_moves;
pub mod routes;
pub mod scope;
mod search;
mod second_ratings;
mod similar;
pub mod staff;
mod standings;
mod steps;
pub mod store;
pub mod submit;
pub mod tally;
mod thread;
mod totals;
pub mod view;
pub mod withdrawals;
pub mod workload;

use crate::db::types::id;

id! {
    /// A grievance.
    GrievanceId
}

id! {
    /// A withdrawal.
    WithdrawalId
}
