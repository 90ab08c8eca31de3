//! The second factor: besides the password, a code that a phone makes (TOTP, RFC 6238).
//!
//! An account that works with other people's trouble must have one; until it has, its session reaches nothing but the
//! operations that set it up. A code is used once, wrong ones make the account wait, and ten recovery codes help when the
//! phone is lost.

pub mod challenge;
pub mod domain;
mod factors;
pub mod policy;
pub mod proof;
mod qr;
mod recovery;
mod recovery_store;
pub mod reset;
pub mod routes;
pub mod store;
mod totp;
mod view;

pub use factors::{Factors, Place};
pub use totp::Secret;
