//! Files that were made to do harm, and what becomes of each.

mod clean_jpeg;
mod corpus;
mod fuzz;
mod hostile;
mod names;
mod recordings;
