//! What a clock says: by when, and how it stands. Pure.

use chrono::{DateTime, Utc};

use super::calendar::Calendar;
use super::rules::{Allowed, Clock, RULES};
use super::run::{Hand, Run, Step, run_of};
use super::terms::{Span, Terms};
use crate::db::types::words;
use crate::grievances::domain::{Move, Severity};

words! {
    /// How a clock, or a case with all its clocks, stands. The later ones are the graver.
    ClockState {
        OnTrack,
        /// It stands still while the programme waits for information.
        Paused,
        /// Under a quarter of the time is left, or the time is over and the promise not yet broken.
        AtRisk,
        Breached,
    }
}

/// What the clocks of a case look at.
#[derive(Clone, Debug)]
pub struct Course {
    /// In the order of time.
    pub steps: Vec<Step>,
    pub severity: Option<Severity>,
}

/// A clock of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    pub clock: Clock,
    pub started_at: DateTime<Utc>,
    /// When its time is over; none while it stands still with time left.
    pub due_at: Option<DateTime<Utc>>,
    risk_at: Option<DateTime<Utc>>,
    breach_at: Option<DateTime<Utc>>,
    paused: bool,
    pub stopped_at: Option<DateTime<Utc>>,
}

impl Deadline {
    /// How it stands; of a clock that has stopped, how it stood then.
    pub fn state(&self, now: DateTime<Utc>) -> ClockState {
        let now = self.stopped_at.unwrap_or(now);
        let past = |moment: Option<DateTime<Utc>>| moment.is_some_and(|moment| now > moment);
        if past(self.breach_at) {
            ClockState::Breached
        } else if self.paused {
            ClockState::Paused
        } else if past(self.risk_at) {
            ClockState::AtRisk
        } else {
            ClockState::OnTrack
        }
    }

    pub fn is_over(&self) -> bool {
        self.stopped_at.is_some()
    }

    /// The moments after which its state is another.
    pub fn turns(&self) -> impl Iterator<Item = DateTime<Utc>> {
        let turns = if self.paused || self.is_over() { [None; 2] } else { [self.risk_at, self.breach_at] };
        turns.into_iter().flatten()
    }
}

/// The clocks of a case that have started, in the order of the table; the last run of each.
pub fn deadlines(course: &Course, terms: &Terms, calendar: &Calendar) -> Vec<Deadline> {
    let started = RULES.iter().filter_map(|rule| Some((rule.clock, run_of(rule, &course.steps)?)));
    started.map(|(clock, run)| deadline(clock, &run, course, terms, calendar)).collect()
}

fn deadline(clock: Clock, run: &Run, course: &Course, terms: &Terms, calendar: &Calendar) -> Deadline {
    let extended = clock == Clock::Resolve && is_extended(run, &course.steps);
    let clock = if extended { Clock::ResolveExtended } else { clock };
    let Allowed { due, broken } = clock.allowed(terms, course.severity);
    let moment = |span: Span| run.reaches(span, calendar);
    Deadline {
        clock,
        started_at: run.started_at,
        due_at: moment(due),
        risk_at: broken.and_then(|_| moment(due.three_quarters())),
        breach_at: broken.and_then(moment),
        paused: run.now == Hand::Paused,
        stopped_at: match run.now {
            Hand::StoppedAt(at) => Some(at),
            Hand::RunsSince(_) | Hand::Paused => None,
        },
    }
}

fn is_extended(run: &Run, steps: &[Step]) -> bool {
    steps.iter().any(|step| step.made == Move::Extend && step.at >= run.started_at)
}

impl Run {
    /// When so much time had passed on the clock; of one that runs or has stopped, when it would have.
    fn reaches(&self, span: Span, calendar: &Calendar) -> Option<DateTime<Utc>> {
        let mut left = span.length;
        for (from, to) in &self.pieces {
            let passed = span.passed(calendar, *from, *to);
            if left <= passed {
                return Some(span.after(calendar, *from, left));
            }
            left -= passed;
        }
        match self.now {
            Hand::RunsSince(since) => Some(span.after(calendar, since, left)),
            // As if it ran on: what is left of the time is what it was early by.
            Hand::StoppedAt(at) => Some(span.after(calendar, at, left)),
            Hand::Paused => None,
        }
    }
}
