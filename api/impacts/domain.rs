//! The rules of the register of impacts. Pure: no database, no HTTP, no clock.

mod facts;
mod machine;
#[cfg(test)]
mod walks;
mod words;

pub use facts::{Period, refused_day, refused_source, warned};
pub use machine::{MOVES, Standing, check, possible};
pub use words::{AffectedGroup, ImpactBasis, ImpactDirection, ImpactExtent, ImpactMove, ImpactSourceKind, ImpactState};
