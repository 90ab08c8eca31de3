//! What holds of the clocks whatever the case, the calendar and the figures.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use proptest::prelude::*;

use super::*;
use crate::grievances::domain::{Move, Severity, State};
use terms::Terms;

/// Minutes within three years.
fn moment() -> impl Strategy<Value = DateTime<Utc>> {
    (0_i64..3 * 366 * 24 * 60)
        .prop_map(|minutes| DateTime::UNIX_EPOCH + TimeDelta::days(20_000) + TimeDelta::minutes(minutes))
}

fn day() -> impl Strategy<Value = NaiveDate> {
    moment().prop_map(day_of)
}

fn calendar() -> impl Strategy<Value = Calendar> {
    prop::collection::vec((day(), any::<bool>()), 0..60).prop_map(Calendar::of)
}

fn time() -> impl Strategy<Value = TimeDelta> {
    (0_i64..60 * 24 * 60).prop_map(TimeDelta::minutes)
}

fn severity() -> impl Strategy<Value = Option<Severity>> {
    prop::option::of(prop::sample::select(vec![Severity::Low, Severity::Medium, Severity::High, Severity::Critical]))
}

/// A case that is looked into, waited for information so often, and goes on.
fn waited(start: DateTime<Utc>, waits: &[(TimeDelta, TimeDelta)]) -> Vec<Step> {
    let mut at = start;
    let mut steps = vec![Step { at, made: Move::Submit, to: State::Submitted }];
    steps.push(Step { at, made: Move::Investigate, to: State::Investigating });
    for (before, long) in waits {
        at += *before;
        steps.push(Step { at, made: Move::Ask, to: State::AwaitingInformation });
        at += *long;
        steps.push(Step { at, made: Move::Reply, to: State::Investigating });
    }
    steps
}

fn resolve(steps: Vec<Step>, calendar: &Calendar) -> Deadline {
    let course = Course { steps, severity: None };
    let all = deadlines(&course, &Terms::default(), calendar);
    all.into_iter().find(|deadline| deadline.clock == Clock::Resolve).unwrap()
}

proptest! {
    #[test]
    fn so_much_working_time_passes_until_the_deadline(calendar in calendar(), from in moment(), time in time()) {
        prop_assert_eq!(calendar.between(from, calendar.after(from, time)), time);
    }

    #[test]
    fn working_time_adds_up(calendar in calendar(), from in moment(), one in time(), other in time()) {
        let apart = calendar.after(calendar.after(from, one), other);
        let together = calendar.after(from, one + other);
        prop_assert!(other.is_zero() || apart == together);
    }

    #[test]
    fn more_time_and_a_later_start_never_end_sooner(
        calendar in calendar(), from in moment(), time in time(), more in time(), later in time(),
    ) {
        prop_assert!(calendar.after(from, time + more) >= calendar.after(from, time));
        prop_assert!(calendar.after(from + later, time) >= calendar.after(from, time));
    }

    #[test]
    fn another_holiday_never_brings_a_deadline_nearer(
        named in prop::collection::vec((day(), any::<bool>()), 0..60), off in day(), from in moment(), time in time(),
    ) {
        let (without, with) = (Calendar::of(named.clone()), Calendar::of(named.into_iter().chain([(off, false)])));
        prop_assert!(with.after(from, time) >= without.after(from, time));
    }

    #[test]
    fn a_wait_puts_the_deadline_off_by_as_long_as_it_lasted(
        start in moment(), waits in prop::collection::vec((time(), time()), 0..6),
    ) {
        let calendar = Calendar::default();
        let (mut waited_for, mut ran) = (TimeDelta::zero(), TimeDelta::zero());
        let due = resolve(waited(start, &waits), &calendar).due_at;
        // What was waited for before the thirty days were over.
        for (before, long) in &waits {
            ran += *before;
            if ran < TimeDelta::days(30) {
                waited_for += *long;
            }
        }
        prop_assert_eq!(due, Some(start + TimeDelta::days(30) + waited_for));
    }

    #[test]
    fn a_case_goes_from_on_track_to_at_risk_to_breached_and_never_back(
        start in moment(), severity in severity(), calendar in calendar(), one in time(), other in time(),
    ) {
        let steps = vec![
            Step { at: start, made: Move::Submit, to: State::Submitted },
            Step { at: start, made: Move::Acknowledge, to: State::Acknowledged },
        ];
        for deadline in deadlines(&Course { steps, severity }, &Terms::default(), &calendar) {
            let (earlier, later) = (start + one.min(other), start + one.max(other));
            prop_assert!(deadline.state(earlier) <= deadline.state(later));
            if let Some(due) = deadline.due_at {
                let moment = TimeDelta::microseconds(1);
                prop_assert!(deadline.is_over() || deadline.state(due + moment) >= ClockState::AtRisk);
                prop_assert_ne!(deadline.state(due), ClockState::Breached);
            }
        }
    }

    #[test]
    fn the_state_turns_when_it_was_said_to(
        start in moment(), severity in severity(), calendar in calendar(), time in time(),
    ) {
        let steps = vec![Step { at: start, made: Move::Submit, to: State::Submitted }];
        let all = deadlines(&Course { steps, severity }, &Terms::default(), &calendar);
        let now = start + time;
        let then = whole(&all, now);
        if let Some(turn) = then.turns_at {
            prop_assert!(turn >= now);
            prop_assert_eq!(whole(&all, turn).state, then.state, "not before");
        } else {
            prop_assert_eq!(whole(&all, now + TimeDelta::days(4000)).state, then.state, "never");
        }
    }

    #[test]
    fn what_is_graver_is_due_no_later(start in moment(), calendar in calendar()) {
        let due = |severity| {
            let steps = vec![
                Step { at: start, made: Move::Submit, to: State::Submitted },
                Step { at: start, made: Move::Acknowledge, to: State::Acknowledged },
            ];
            let all = deadlines(&Course { steps, severity: Some(severity) }, &Terms::default(), &calendar);
            all.into_iter().find(|deadline| deadline.clock == Clock::FirstAction).unwrap().due_at
        };
        let order = [Severity::Critical, Severity::High, Severity::Medium, Severity::Low].map(due);
        prop_assert!(order.is_sorted(), "{:?}", order);
    }
}
