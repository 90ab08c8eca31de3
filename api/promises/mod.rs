//! What everybody reads of promises: site by site, which were kept, and which were not.
//!
//! Organisations promise, and no person is named: a promise is read only once somebody of the programme has published it, in
//! words of its own, and what belongs to a case on the protection track never is.

mod counted;
mod figures;
pub mod routes;
mod store;
mod view;
