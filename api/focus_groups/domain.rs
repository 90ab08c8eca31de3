//! The rules of focus groups. Pure: no database, no HTTP, no clock.

mod attendance;
mod balance;
mod machine;
mod passages;
mod published;
mod words;

pub use attendance::{Attendance, BandCounts, MOST_PEOPLE, refused_hearing};
pub use balance::{FocusGroupWarning, refused_expectation, warnings};
pub use machine::{MOVES, now_possible, target};
pub use passages::{Span, found_again, passage};
pub use published::{FEWEST, PublishedCounts, identifies, published_counts};
pub use words::{FocusGroupEventKind, FocusGroupKind, FocusGroupMove, FocusGroupState};
