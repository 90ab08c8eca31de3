//! The clocks of a case: by when each of the programme's promises is due, and how it stands.
//!
//! Nothing ticks. What a clock says follows from the case's timeline, its severity, the programme's terms and the
//! calendar, by pure functions: `rules` is the table of clocks, `terms` that of their lengths, `calendar` counts working
//! time, `run` reads the timeline, `deadline` and `whole` say what comes of it. `keep` writes the result down where lists
//! find it, after every step of a case; `watch` is the chore that looks again when time alone has changed it, and reminds.

mod calendar;
mod changes;
mod deadline;
mod keep;
#[cfg(test)]
mod properties;
mod rules;
mod run;
pub mod terms;
#[cfg(test)]
mod tests;
pub mod view;
mod watch;
mod whole;

pub use calendar::{Calendar, day_of, end_of, start_of};
pub use changes::{anew, version};
pub use deadline::{ClockState, Course, Deadline, deadlines};
pub use keep::{ClockColumns, begin, insert, refresh};
pub use rules::Clock;
pub use run::Step;
pub use watch::CHORE;
pub use whole::{Whole, whole};
