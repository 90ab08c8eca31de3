//! The rules of focus groups. Pure: no database, no HTTP, no clock.

mod attendance;
mod balance;
mod machine;
mod published;
mod words;

pub use attendance::{Attendance, BandCounts, MOST_PEOPLE, refused_hearing};
pub use balance::{FocusGroupWarning, GroupFigures, refused_expectation, warnings};
pub use machine::{MOVES, now_possible, target};
pub use published::{FEWEST, identifies};
pub use words::{FocusGroupEventKind, FocusGroupKind, FocusGroupMove, FocusGroupState, HeardBand};
