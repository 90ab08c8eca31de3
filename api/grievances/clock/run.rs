//! When a clock of a case ran, stood still and stopped, as its steps tell. Pure.

use chrono::{DateTime, Utc};

use super::rules::{PAUSES, Rule};
use crate::grievances::domain::{Move, State};

/// A step of a case's timeline.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    pub at: DateTime<Utc>,
    pub made: Move,
    pub to: State,
}

/// A clock's last run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    pub started_at: DateTime<Utc>,
    /// The times for which it ran before now, in order.
    pub pieces: Vec<(DateTime<Utc>, DateTime<Utc>)>,
    pub now: Hand,
}

/// What a clock does at the end of the steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hand {
    RunsSince(DateTime<Utc>),
    Paused,
    StoppedAt(DateTime<Utc>),
}

/// The last run of a clock; `steps` are in the order of time.
pub fn run_of(rule: &Rule, steps: &[Step]) -> Option<Run> {
    steps.iter().fold(None, |run, step| after(rule, run, step))
}

fn after(rule: &Rule, run: Option<Run>, step: &Step) -> Option<Run> {
    if rule.starts.contains(&step.made) {
        return Some(Run { started_at: step.at, pieces: vec![], now: Hand::RunsSince(step.at) });
    }
    let run = run?;
    let stops = !rule.runs_in.contains(&step.to) || rule.stops.contains(&step.made);
    let pauses = PAUSES.contains(&step.to);
    Some(match run.now {
        Hand::StoppedAt(_) => run,
        Hand::RunsSince(since) if stops => run.with_piece(since, step.at, Hand::StoppedAt(step.at)),
        Hand::RunsSince(since) if pauses => run.with_piece(since, step.at, Hand::Paused),
        Hand::RunsSince(_) => run,
        Hand::Paused if stops => Run { now: Hand::StoppedAt(step.at), ..run },
        Hand::Paused if pauses => run,
        Hand::Paused => Run { now: Hand::RunsSince(step.at), ..run },
    })
}

impl Run {
    fn with_piece(mut self, from: DateTime<Utc>, to: DateTime<Utc>, now: Hand) -> Self {
        self.pieces.push((from, to));
        Self { now, ..self }
    }
}
