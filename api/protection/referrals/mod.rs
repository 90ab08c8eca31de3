//! Help from outside the programme: the police, a crisis centre, a doctor, a lawyer.
//!
//! Nothing of a person goes anywhere before the person said so, knowing to whom and what; or before the law leaves no
//! choice, which is then written down. Consent can be taken back at any time.

pub mod domain;
pub mod routes;
pub mod store;
pub mod view;
