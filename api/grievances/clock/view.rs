//! What staff and the reporter see of a case's clocks.

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::deadline::{ClockState, Course, Deadline, deadlines};
use super::rules::Clock;
use super::run::Step;
use crate::directory::Directory;
use crate::grievances::store::Case;

/// A clock of a case.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseClock {
    pub clock: Clock,
    /// Of one that has stopped: how it stood then.
    pub state: ClockState,
    pub started_at: DateTime<Utc>,
    /// None while it stands still with time left.
    pub due_at: Option<DateTime<Utc>>,
    pub stopped_at: Option<DateTime<Utc>>,
}

impl CaseClock {
    fn of(deadline: Deadline, now: DateTime<Utc>) -> Self {
        let state = deadline.state(now);
        let Deadline { clock, started_at, due_at, stopped_at, .. } = deadline;
        Self { clock, state, started_at, due_at, stopped_at }
    }
}

/// The clocks of a case that have started, as they stand now; `steps` are those of its timeline.
pub fn clocks(directory: &Directory, case: &Case, steps: Vec<Step>, now: DateTime<Utc>) -> Vec<CaseClock> {
    let course = Course { steps, severity: case.severity };
    let deadlines = deadlines(&course, directory.terms(case.programme_id), &directory.calendar);
    deadlines.into_iter().map(|deadline| CaseClock::of(deadline, now)).collect()
}

/// Those that still run or stand still, the most pressing first.
pub fn running(mut clocks: Vec<CaseClock>) -> Vec<CaseClock> {
    clocks.retain(|clock| clock.stopped_at.is_none());
    clocks.sort_by_key(|clock| (clock.due_at.is_none(), clock.due_at));
    clocks
}
