//! The clocks of the mechanism as one table: what starts each, what stops it, what it may take. Pure.

use super::terms::{Span, Term, Terms};
use crate::db::types::words;
use crate::grievances::domain::{Move, SILENCE, Severity, State};

words! {
    /// A clock of a case.
    Clock {
        /// The reporter is told that it was read.
        Acknowledge,
        /// It is looked into.
        FirstAction,
        /// The reporter agrees to a resolution.
        Resolve,
        /// The same, once the reporter has consented to a longer time.
        ResolveExtended,
        /// An appeal, a contested proposal or a reopened case is decided.
        Appeal,
        /// The reporter's own time to say whether it was done: nobody is late with it.
        Confirm,
    }
}

pub struct Rule {
    pub clock: Clock,
    /// The moves that start it, anew if it has run before.
    pub starts: &'static [Move],
    /// It stops when the case comes into any other state.
    pub runs_in: &'static [State],
    /// It also stops with these, though the case stays.
    pub stops: &'static [Move],
}

pub const RULES: &[Rule] = {
    use State::{
        Accepted, Acknowledged, AwaitingInformation, Contested, Implementing, Investigating, ResolutionProposed,
        Submitted,
    };
    &[
        Rule { clock: Clock::Acknowledge, starts: &[Move::Submit], runs_in: &[Submitted], stops: &[] },
        Rule {
            clock: Clock::FirstAction,
            starts: &[Move::Acknowledge],
            runs_in: &[Acknowledged, Accepted],
            stops: &[],
        },
        Rule {
            clock: Clock::Resolve,
            // An appeal that was upheld puts the case where it would have been.
            starts: &[Move::Submit, Move::UpholdAppeal],
            runs_in: &[Submitted, Acknowledged, Accepted, Investigating, AwaitingInformation, ResolutionProposed],
            stops: &[],
        },
        Rule {
            clock: Clock::Appeal,
            starts: &[Move::Appeal, Move::Contest, Move::Reopen],
            runs_in: &[Contested, Investigating, AwaitingInformation, ResolutionProposed],
            stops: &[Move::UpholdAppeal],
        },
        Rule {
            clock: Clock::Confirm,
            starts: &[Move::Agree, Move::RecordAgreement],
            runs_in: &[Implementing],
            stops: &[],
        },
    ]
};

/// All clocks stand still in these states, and in no others.
pub const PAUSES: &[State] = &[State::AwaitingInformation];

/// What a clock may take: when it is due, and when the promise is broken. A clock without a promise is due all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Allowed {
    pub due: Span,
    pub broken: Option<Span>,
}

impl Clock {
    pub fn allowed(self, terms: &Terms, severity: Option<Severity>) -> Allowed {
        let promise = |term| Allowed { due: terms.span(term), broken: Some(terms.span(term)) };
        match self {
            Self::Acknowledge => {
                Allowed { due: terms.span(Term::Acknowledge), broken: Some(terms.span(Term::AcknowledgeAtLast)) }
            }
            Self::FirstAction => promise(match severity {
                Some(Severity::Critical) => Term::FirstActionCritical,
                Some(Severity::High) => Term::FirstActionHigh,
                Some(Severity::Medium) => Term::FirstActionMedium,
                Some(Severity::Low) | None => Term::FirstActionLow,
            }),
            Self::Resolve => promise(Term::Resolve),
            Self::ResolveExtended => promise(Term::ResolveExtended),
            Self::Appeal => promise(Term::Appeal),
            Self::Confirm => Allowed { due: Span { length: SILENCE, worked: false }, broken: None },
        }
    }
}
