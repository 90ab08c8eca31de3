//! How long things may take: the programme's promises, as one table. Pure.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};

use super::calendar::Calendar;
use crate::db::types::words;

words! {
    /// What a term is counted in.
    TermUnit { Hours, WorkingDays, CalendarDays }
}

words! {
    /// Something that a programme promises to do in time.
    Term {
        /// From the submission until the reporter is told that it was read.
        Acknowledge,
        /// After that the acknowledgement is not only late but broken.
        AcknowledgeAtLast,
        /// From the acknowledgement until it is looked into, by severity.
        FirstActionCritical,
        FirstActionHigh,
        FirstActionMedium,
        /// Also as long as nobody has found how severe it is.
        FirstActionLow,
        /// From the submission until the reporter agrees to a resolution.
        Resolve,
        /// The same, once the reporter has consented to a longer time.
        ResolveExtended,
        /// From an appeal, a contested proposal or a reopening until it is decided.
        Appeal,
    }
}

/// The figures of the mechanism's rules; a programme may set others.
pub const DEFAULTS: &[(Term, i64, TermUnit)] = &[
    (Term::Acknowledge, 2, TermUnit::WorkingDays),
    (Term::AcknowledgeAtLast, 5, TermUnit::WorkingDays),
    (Term::FirstActionCritical, 24, TermUnit::Hours),
    (Term::FirstActionHigh, 3, TermUnit::WorkingDays),
    (Term::FirstActionMedium, 7, TermUnit::WorkingDays),
    (Term::FirstActionLow, 14, TermUnit::WorkingDays),
    (Term::Resolve, 30, TermUnit::CalendarDays),
    (Term::ResolveExtended, 45, TermUnit::WorkingDays),
    (Term::Appeal, 20, TermUnit::WorkingDays),
];

/// A length of time, by the clock on the wall or by the calendar of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub length: TimeDelta,
    pub worked: bool,
}

impl Span {
    pub fn of(amount: i64, unit: TermUnit) -> Self {
        match unit {
            TermUnit::Hours => Self { length: TimeDelta::hours(amount), worked: false },
            TermUnit::CalendarDays => Self { length: TimeDelta::days(amount), worked: false },
            TermUnit::WorkingDays => Self { length: TimeDelta::days(amount), worked: true },
        }
    }

    /// When under a quarter of it is left.
    pub fn three_quarters(self) -> Self {
        Self { length: self.length * 3 / 4, ..self }
    }

    /// How much of it passes from one moment to a later one.
    pub fn passed(self, calendar: &Calendar, from: DateTime<Utc>, to: DateTime<Utc>) -> TimeDelta {
        if self.worked { calendar.between(from, to) } else { (to - from).max(TimeDelta::zero()) }
    }

    /// When so much of it has passed.
    pub fn after(self, calendar: &Calendar, from: DateTime<Utc>, time: TimeDelta) -> DateTime<Utc> {
        if self.worked { calendar.after(from, time) } else { from + time }
    }
}

/// The terms of a programme.
#[derive(Clone, Debug)]
pub struct Terms(BTreeMap<Term, Span>);

impl Terms {
    /// The defaults, but for what a programme has set.
    pub fn with(set: impl IntoIterator<Item = (Term, i64, TermUnit)>) -> Self {
        let all = DEFAULTS.iter().copied().chain(set);
        Self(all.map(|(term, amount, unit)| (term, Span::of(amount, unit))).collect())
    }

    pub fn span(&self, term: Term) -> Span {
        // Every term has a default: `DEFAULTS` names each, as a test sees to.
        self.0.get(&term).copied().unwrap_or(Span { length: TimeDelta::zero(), worked: false })
    }
}

impl Default for Terms {
    fn default() -> Self {
        Self::with([])
    }
}

#[cfg(test)]
mod tests {
    use strum::VariantArray;

    use super::*;

    #[test]
    fn every_term_has_a_default() {
        for term in Term::VARIANTS {
            assert_eq!(DEFAULTS.iter().filter(|(listed, ..)| listed == term).count(), 1, "{term}");
        }
    }
}
