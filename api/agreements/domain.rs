//! The life of an agreement. Pure: no database, no HTTP, no clock.
//!
//! A text holds once each named side has signed that very text. A changed text has another number, and no signature of the
//! one before counts for it; until all have signed it, the one before goes on to hold.

mod machine;
#[cfg(test)]
mod walks;

pub use machine::{AgreementMove, AgreementState, SignatureForm, Standing};

/// Sides that an agreement has.
pub const FEWEST_SIDES: usize = 2;
pub const MOST_SIDES: usize = 12;
