//! Coding: passages of the notes, each made into an impact or put to one that there is.
//!
//! A passage is kept with its place and its words, and follows its words when the notes are written anew. Several may share
//! a passage. An impact shows from here what was said of it: it keeps no copy.

pub mod input;
pub mod routes;
mod said;
mod store;
pub mod view;

pub use said::said_of;
pub use store::{NewCode, add, finish, follow, impacts_of, insert, of, remove, reopen};
