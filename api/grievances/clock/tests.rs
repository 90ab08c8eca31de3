//! The figures of the mechanism, case by case.

use chrono::{DateTime, Utc};

use super::*;
use crate::grievances::domain::{Move, Severity, State};
use terms::{Term, TermUnit, Terms};

/// A moment, as the clock on a wall in Bishkek shows it.
fn at(text: &str) -> DateTime<Utc> {
    format!("{}:00+06:00", text.replace(' ', "T")).parse::<DateTime<chrono::FixedOffset>>().unwrap().to_utc()
}

fn shown(at: Option<DateTime<Utc>>) -> String {
    let bishkek = |at: DateTime<Utc>| at.with_timezone(&chrono_tz::Asia::Bishkek).format("%Y-%m-%d %H:%M").to_string();
    at.map(bishkek).unwrap_or_default()
}

fn calendar() -> Calendar {
    let off = ["2026-03-20", "2026-05-01", "2026-05-04", "2026-05-05", "2026-05-06", "2026-05-07", "2026-05-08"];
    Calendar::of(off.into_iter().map(|day| (day.parse().unwrap(), false)))
}

/// A case by its steps; each as `2026-11-20 10:00`, a move and the state it led to.
fn course(severity: Option<Severity>, steps: &[(&str, Move, State)]) -> Course {
    let steps = steps.iter().map(|(time, made, to)| Step { at: at(time), made: *made, to: *to }).collect();
    Course { steps, severity }
}

fn clocks(course: &Course) -> Vec<Deadline> {
    deadlines(course, &Terms::default(), &calendar())
}

fn of(course: &Course, clock: Clock) -> Deadline {
    clocks(course).into_iter().find(|deadline| deadline.clock == clock).expect("it has started")
}

const SUBMITTED: (&str, Move, State) = ("2026-11-20 10:00", Move::Submit, State::Submitted);
const READ: (&str, Move, State) = ("2026-11-23 12:00", Move::Acknowledge, State::Acknowledged);
const TAKEN_UP: (&str, Move, State) = ("2026-11-23 13:00", Move::Accept, State::Accepted);
const LOOKED_INTO: (&str, Move, State) = ("2026-11-24 09:00", Move::Investigate, State::Investigating);

/// Run by itself under each time zone, in a process of its own.
#[test]
fn the_figures_of_the_mechanism() {
    let submitted = course(None, &[SUBMITTED]);
    // A Friday: the weekend is no working time.
    let acknowledge = of(&submitted, Clock::Acknowledge);
    assert_eq!(shown(acknowledge.due_at), "2026-11-24 10:00");
    let state = |time: &str| acknowledge.state(at(time));
    assert_eq!(state("2026-11-23 22:00"), ClockState::OnTrack, "a quarter is left");
    assert_eq!(state("2026-11-23 22:01"), ClockState::AtRisk);
    assert_eq!(state("2026-11-25 10:00"), ClockState::AtRisk, "late, but not broken");
    assert_eq!(state("2026-11-27 10:00"), ClockState::AtRisk);
    assert_eq!(state("2026-11-27 10:01"), ClockState::Breached);
    assert_eq!(shown(of(&submitted, Clock::Resolve).due_at), "2026-12-20 10:00");
    for (severity, due) in [
        (Some(Severity::Critical), "2026-11-24 12:00"),
        (Some(Severity::High), "2026-11-26 12:00"),
        (Some(Severity::Medium), "2026-12-02 12:00"),
        (Some(Severity::Low), "2026-12-11 12:00"),
        (None, "2026-12-11 12:00"),
    ] {
        assert_eq!(shown(of(&course(severity, &[SUBMITTED, READ, TAKEN_UP]), Clock::FirstAction).due_at), due);
    }
    let contested = ("2026-12-01 10:00", Move::Contest, State::Contested);
    let appealed = course(None, &[SUBMITTED, READ, TAKEN_UP, LOOKED_INTO, contested]);
    assert_eq!(shown(of(&appealed, Clock::Appeal).due_at), "2026-12-29 10:00");
    assert!(of(&appealed, Clock::Resolve).is_over());
}

#[test]
fn the_figures_are_the_same_in_every_time_zone_of_the_server() {
    for zone in ["UTC", "Asia/Bishkek", "America/New_York"] {
        let own = std::env::current_exe().unwrap();
        let name = "grievances::clock::tests::the_figures_of_the_mechanism";
        let run = std::process::Command::new(own).args([name, "--exact"]).env("TZ", zone).output().unwrap();
        let said = String::from_utf8_lossy(&run.stdout);
        assert!(run.status.success() && said.contains("1 passed"), "{zone}: {said}");
    }
}

#[test]
fn holidays_are_no_working_time() {
    let before_may = course(None, &[("2026-04-30 15:00", Move::Submit, State::Submitted)]);
    assert_eq!(shown(of(&before_may, Clock::Acknowledge).due_at), "2026-05-12 15:00");
}

#[test]
fn what_comes_in_on_a_weekend_counts_from_monday() {
    let saturday = course(None, &[("2026-11-21 10:00", Move::Submit, State::Submitted)]);
    assert_eq!(shown(of(&saturday, Clock::Acknowledge).due_at), "2026-11-25 00:00");
}

#[test]
fn clocks_stand_still_while_the_programme_waits_for_information_and_only_then() {
    let asked = ("2026-11-25 10:00", Move::Ask, State::AwaitingInformation);
    let answered = ("2026-12-05 10:00", Move::Reply, State::Investigating);
    let waiting = course(None, &[SUBMITTED, READ, TAKEN_UP, LOOKED_INTO, asked]);
    let resolve = of(&waiting, Clock::Resolve);
    assert_eq!((resolve.due_at, resolve.state(at("2027-06-01 10:00"))), (None, ClockState::Paused));
    let going_on = course(None, &[SUBMITTED, READ, TAKEN_UP, LOOKED_INTO, asked, answered]);
    assert_eq!(shown(of(&going_on, Clock::Resolve).due_at), "2026-12-30 10:00", "ten days later");
    let proposed = ("2026-12-06 10:00", Move::Propose, State::ResolutionProposed);
    let offered = course(None, &[SUBMITTED, READ, TAKEN_UP, LOOKED_INTO, asked, answered, proposed]);
    assert_eq!(shown(of(&offered, Clock::Resolve).due_at), "2026-12-30 10:00");
}

#[test]
fn a_promise_that_was_broken_stays_broken_while_it_waits() {
    let asked = ("2026-12-25 10:00", Move::Ask, State::AwaitingInformation);
    let late = course(None, &[SUBMITTED, READ, TAKEN_UP, LOOKED_INTO, asked]);
    let resolve = of(&late, Clock::Resolve);
    assert_eq!(resolve.state(at("2026-12-26 10:00")), ClockState::Breached);
    assert_eq!(shown(resolve.due_at), "2026-12-20 10:00");
}

#[test]
fn the_reporters_consent_extends_the_time_from_the_same_beginning() {
    let extended = ("2026-12-18 10:00", Move::Extend, State::Investigating);
    let longer = of(&course(None, &[SUBMITTED, READ, TAKEN_UP, LOOKED_INTO, extended]), Clock::ResolveExtended);
    assert_eq!(shown(longer.due_at), "2027-01-22 10:00", "45 working days");
}

#[test]
fn a_clock_that_has_stopped_says_how_it_stood_then() {
    let taken_up = course(Some(Severity::Medium), &[SUBMITTED, READ, TAKEN_UP, LOOKED_INTO]);
    let acknowledge = of(&taken_up, Clock::Acknowledge);
    assert_eq!(acknowledge.state(at("2027-12-01 10:00")), ClockState::OnTrack);
    assert_eq!(shown(acknowledge.stopped_at), "2026-11-23 12:00");
    let late = ("2026-12-01 12:00", Move::Acknowledge, State::Acknowledged);
    assert_eq!(
        of(&course(None, &[SUBMITTED, late]), Clock::Acknowledge).state(at("2026-12-01 12:00")),
        ClockState::Breached
    );
}

#[test]
fn a_case_that_has_ended_has_no_clock_and_one_that_is_opened_again_has_one() {
    let withdrawn = ("2026-11-26 10:00", Move::Withdraw, State::Withdrawn);
    let ended = course(None, &[SUBMITTED, READ, withdrawn]);
    assert_eq!(whole(&clocks(&ended), at("2026-11-27 10:00")), Whole::default());
    let reopened = ("2026-12-01 10:00", Move::Reopen, State::Investigating);
    let again = whole(&clocks(&course(None, &[SUBMITTED, READ, withdrawn, reopened])), at("2026-12-02 10:00"));
    assert_eq!(again.due, Some((at("2026-12-29 10:00"), Clock::Appeal)));
}

#[test]
fn an_appeal_that_was_upheld_is_decided_and_the_case_has_its_time() {
    let refused = ("2026-11-24 10:00", Move::FindIneligible, State::Ineligible);
    let appealed = ("2026-11-26 10:00", Move::Appeal, State::Investigating);
    let upheld = ("2026-11-30 10:00", Move::UpholdAppeal, State::Investigating);
    let course = course(None, &[SUBMITTED, READ, refused, appealed, upheld]);
    assert!(of(&course, Clock::Appeal).is_over());
    assert_eq!(shown(of(&course, Clock::Resolve).due_at), "2026-12-30 10:00");
}

#[test]
fn the_whole_is_the_nearest_deadline_and_the_gravest_state() {
    let submitted = course(None, &[SUBMITTED]);
    let whole = |time: &str| super::whole(&clocks(&submitted), at(time));
    let fresh = whole("2026-11-20 11:00");
    assert_eq!((fresh.due.unwrap().1, fresh.state), (Clock::Acknowledge, Some(ClockState::OnTrack)));
    assert_eq!(shown(fresh.turns_at), "2026-11-23 22:00");
    let late = whole("2026-11-30 10:00");
    assert_eq!((late.due.unwrap().1, late.state), (Clock::Acknowledge, Some(ClockState::Breached)));
    assert_eq!(shown(late.turns_at), "2026-12-12 22:00", "when under a quarter of the thirty days is left");
}

#[test]
fn nobody_is_late_with_the_reporters_own_time() {
    let agreed = ("2026-11-26 10:00", Move::Agree, State::Implementing);
    let confirm = of(&course(None, &[SUBMITTED, READ, TAKEN_UP, LOOKED_INTO, agreed]), Clock::Confirm);
    assert_eq!(shown(confirm.due_at), "2026-12-24 10:00");
    assert_eq!(confirm.state(at("2027-12-24 10:00")), ClockState::OnTrack);
}

#[test]
fn a_programme_may_set_its_own_terms() {
    let terms = Terms::with([(Term::Acknowledge, 12, TermUnit::Hours), (Term::AcknowledgeAtLast, 24, TermUnit::Hours)]);
    let own = deadlines(&course(None, &[SUBMITTED]), &terms, &calendar());
    let acknowledge = own.iter().find(|deadline| deadline.clock == Clock::Acknowledge).unwrap();
    assert_eq!(shown(acknowledge.due_at), "2026-11-20 22:00");
    assert_eq!(acknowledge.state(at("2026-11-21 10:01")), ClockState::Breached);
}

#[test]
fn a_saturday_may_be_worked_in_exchange() {
    let exchanged = Calendar::of([("2026-11-28".parse().unwrap(), true)]);
    assert!(exchanged.is_worked("2026-11-28".parse().unwrap()));
    assert!(!exchanged.is_worked("2026-11-21".parse().unwrap()));
}
