//! The rules of the grievance mechanism. Pure: no database, no HTTP, no clock.
//!
//! `machine` is the table of the moves; `rules` says what a move asks for besides the state; `standing` keeps what
//! bears on later moves; here are the deadlines.

mod machine;
mod rules;
mod standing;
#[cfg(test)]
mod walks;
mod words;

pub use machine::{By, Doer, ENDS, Effect, MOVES, OPEN};
pub use rules::{APPEALS, Facts, HIGHEST, LATER, Maker, SILENCE, check};
pub use standing::{Made, Standing};
pub use words::{
    Appeal, Asked, Author, Category, Channel, Confidentiality, Move, Pressed, Sensitivity, Severity, SharedWith, State,
    Track,
};

use chrono::{DateTime, Datelike, Days, TimeDelta, Utc, Weekday};

use crate::authz::Role;

/// How a role sees a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Everything but the sealed identity.
    Staff,
    /// What was released.
    Respondent,
}

pub fn audience(role: Role) -> Audience {
    match role {
        Role::Staff | Role::Protection => Audience::Staff,
        Role::Community | Role::Company | Role::Authority | Role::Admin | Role::Partner => Audience::Respondent,
    }
}

/// The next deadline of a case that came into `state` at `since`. Working days are Monday to Friday.
pub fn due(state: State, severity: Option<Severity>, since: DateTime<Utc>) -> Option<DateTime<Utc>> {
    match state {
        State::Submitted => Some(working_days_after(since, 2)),
        State::Acknowledged => Some(working_days_after(since, 5)),
        State::Accepted => Some(match severity {
            Some(Severity::Critical) => since + TimeDelta::hours(24),
            Some(Severity::High) => working_days_after(since, 3),
            Some(Severity::Medium) => working_days_after(since, 7),
            Some(Severity::Low) | None => working_days_after(since, 14),
        }),
        State::Investigating | State::ResolutionProposed => Some(since + TimeDelta::days(30)),
        State::AwaitingInformation => Some(working_days_after(since, 10)),
        State::Contested => Some(working_days_after(since, 20)),
        State::Implementing => Some(since + SILENCE),
        State::Resolved
        | State::Ineligible
        | State::Referred
        | State::Duplicate
        | State::Withdrawn
        | State::ClosedUnresolved => None,
    }
}

/// When an appeal made at `since` is to be decided.
pub fn appeal_due(since: DateTime<Utc>) -> DateTime<Utc> {
    working_days_after(since, 20)
}

/// The same time of day, so many working days later by the calendar of Bishkek.
fn working_days_after(since: DateTime<Utc>, days: u32) -> DateTime<Utc> {
    let mut at = since.with_timezone(&chrono_tz::Asia::Bishkek);
    let mut left = days;
    while left > 0 {
        at = at + Days::new(1);
        if !matches!(at.weekday(), Weekday::Sat | Weekday::Sun) {
            left -= 1;
        }
    }
    at.with_timezone(&Utc)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_weekend_is_no_working_time() {
        // Friday 20 November 2026, 10:00 in Bishkek.
        let friday = "2026-11-20T04:00:00Z".parse().unwrap();
        let tuesday: DateTime<Utc> = "2026-11-24T04:00:00Z".parse().unwrap();
        assert_eq!(due(State::Submitted, None, friday), Some(tuesday));
    }
}
