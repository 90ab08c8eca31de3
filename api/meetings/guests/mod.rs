//! Who is asked to come to a meeting, and what they answer: with an account, or by a link without one.

pub mod asking;
pub mod candidates;
pub mod input;
pub mod links;
pub mod render;
pub mod reply;
pub mod routes;
pub mod store;
pub mod view;
