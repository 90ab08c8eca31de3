//! What the clocks of a case come to together: what lists are filtered and ordered by. Pure.

use chrono::{DateTime, Utc};

use super::deadline::{ClockState, Deadline};
use super::rules::Clock;

/// A case with all its clocks; nothing of it once they have stopped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Whole {
    /// The nearest deadline, and whose it is.
    pub due: Option<(DateTime<Utc>, Clock)>,
    /// The gravest.
    pub state: Option<ClockState>,
    /// When the state is to be looked at again, if nothing happens before.
    pub turns_at: Option<DateTime<Utc>>,
}

pub fn whole(deadlines: &[Deadline], now: DateTime<Utc>) -> Whole {
    let running = || deadlines.iter().filter(|deadline| !deadline.is_over());
    Whole {
        due: running().filter_map(|deadline| Some((deadline.due_at?, deadline.clock))).min(),
        state: running().map(|deadline| deadline.state(now)).max(),
        turns_at: running().flat_map(Deadline::turns).filter(|turn| *turn >= now).min(),
    }
}
