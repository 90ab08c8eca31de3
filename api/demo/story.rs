//! How a case of the demonstration went: what was done, and when. Pure.

use chrono::{DateTime, TimeDelta, Utc};
use strum::VariantArray;

use super::files::Grievance;
use crate::grievances::domain::{Move, Side, State};

/// Something that was done in a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    Submit,
    Acknowledge,
    Accept,
    Summarise,
    Release,
    Investigate,
    Answer,
    Propose,
    Contest,
    Agree,
    Confirm,
    Resolve,
    Rate,
    FindIneligible,
    Appeal,
    Refer,
    RecordReply,
    Ask,
    MarkDuplicate,
    Withdraw,
    AskClosing,
    ConfirmClosing,
    Escalate,
    AppointCommittee,
    /// By the member of this number.
    Declare(usize),
    /// The message of this number.
    Message(usize),
}

impl Deed {
    /// The move that it is; a message is none.
    pub fn made(self) -> Option<Move> {
        Some(match self {
            Self::Submit => Move::Submit,
            Self::Acknowledge => Move::Acknowledge,
            Self::Accept => Move::Accept,
            Self::Summarise => Move::Summarise,
            Self::Release => Move::Release,
            Self::Investigate => Move::Investigate,
            Self::Answer => Move::Answer,
            Self::Propose => Move::Propose,
            Self::Contest => Move::Contest,
            Self::Agree => Move::Agree,
            Self::Confirm => Move::Confirm,
            Self::Resolve => Move::Resolve,
            Self::Rate => Move::Rate,
            Self::FindIneligible => Move::FindIneligible,
            Self::Appeal => Move::Appeal,
            Self::Refer => Move::Refer,
            Self::RecordReply => Move::RecordReply,
            Self::Ask => Move::Ask,
            Self::MarkDuplicate => Move::MarkDuplicate,
            Self::Withdraw => Move::Withdraw,
            Self::AskClosing => Move::AskClosing,
            Self::ConfirmClosing => Move::ConfirmClosing,
            Self::Escalate => Move::Escalate,
            Self::AppointCommittee => Move::AppointCommittee,
            Self::Declare(_) => Move::Declare,
            Self::Message(_) => return None,
        })
    }
}

/// What led the case to where it stands, in order.
pub fn deeds(case: &Grievance) -> Vec<Deed> {
    let milestone = milestone(case);
    let reached = |state| milestone >= state;
    let escalated = case.escalation_note.is_some();
    let contested = escalated || matches!(case.state, State::Contested | State::ClosedUnresolved);
    let mut deeds = vec![(Deed::Submit, true)];
    deeds.push((Deed::Acknowledge, reached(State::Acknowledged)));
    deeds.push((Deed::Accept, reached(State::Accepted)));
    deeds.push((Deed::Summarise, case.summary.is_some()));
    deeds.push((Deed::Release, case.released));
    deeds.push((Deed::Investigate, reached(State::Investigating)));
    deeds.push((Deed::Answer, case.answer.is_some()));
    deeds.push((Deed::Propose, reached(State::ResolutionProposed)));
    deeds.push((Deed::Contest, contested));
    deeds.push((Deed::Escalate, escalated));
    deeds.push((Deed::AppointCommittee, escalated));
    deeds.extend((0..Side::VARIANTS.len()).map(|number| (Deed::Declare(number), escalated)));
    deeds.push((Deed::Agree, reached(State::Implementing)));
    deeds.extend((0..case.messages.len()).map(|number| (Deed::Message(number), true)));
    deeds.push((Deed::Confirm, reached(State::Resolved)));
    deeds.push((Deed::Resolve, reached(State::Resolved)));
    deeds.push((Deed::Rate, case.rating.is_some()));
    deeds.extend(aside(case));
    deeds.into_iter().filter(|(_, done)| *done).map(|(deed, _)| deed).collect()
}

/// How far the case came on the main path.
fn milestone(case: &Grievance) -> State {
    match case.state {
        State::Submitted
        | State::Acknowledged
        | State::Accepted
        | State::ResolutionProposed
        | State::Implementing
        | State::Resolved => case.state,
        // Looked into by the committee: a proposal was contested.
        State::Investigating if case.escalation_note.is_some() => State::ResolutionProposed,
        // Looked into on appeal: it was never taken up.
        State::Investigating if case.appeal_reason.is_some() => State::Acknowledged,
        State::Investigating | State::AwaitingInformation => State::Investigating,
        State::Contested | State::ClosedUnresolved => State::ResolutionProposed,
        State::Ineligible | State::Referred | State::Duplicate | State::Withdrawn => State::Acknowledged,
    }
}

/// What led off the main path.
fn aside(case: &Grievance) -> [(Deed, bool); 9] {
    [
        (Deed::Ask, case.state == State::AwaitingInformation),
        (Deed::FindIneligible, case.decision.is_some()),
        (Deed::Appeal, case.appeal_reason.is_some()),
        (Deed::Refer, case.state == State::Referred),
        (Deed::RecordReply, case.referral.as_ref().is_some_and(|referral| referral.reply.is_some())),
        (Deed::MarkDuplicate, case.state == State::Duplicate),
        (Deed::Withdraw, case.state == State::Withdrawn),
        (Deed::AskClosing, case.state == State::ClosedUnresolved),
        (Deed::ConfirmClosing, case.state == State::ClosedUnresolved),
    ]
}

/// The first steps take a day each, as they should; the others fill three quarters of the time until now.
pub fn at(step: usize, steps: usize, submitted: DateTime<Utc>, now: DateTime<Utc>) -> DateTime<Utc> {
    const PROMPT: usize = 2;
    let span = (now - submitted).num_seconds();
    let share = |part: usize, of: usize, seconds: i64| {
        seconds * i64::try_from(part).unwrap_or_default() / i64::try_from(of.max(1)).unwrap_or(1)
    };
    let prompt = |step: usize| share(step, 1, TimeDelta::hours(20).num_seconds()).min(share(step, steps, span));
    let seconds = match step.checked_sub(PROMPT) {
        None | Some(0) => prompt(step),
        Some(later) => prompt(PROMPT) + share(later, steps - PROMPT, span * 3 / 4 - prompt(PROMPT)).max(0),
    };
    submitted + TimeDelta::seconds(seconds)
}

#[cfg(test)]
mod tests {
    use super::super::files;
    use super::*;

    fn cases() -> Vec<Grievance> {
        files::read(files::GRIEVANCES).unwrap()
    }

    #[test]
    fn every_story_leads_to_the_state_of_its_case() {
        for case in cases() {
            let moves = deeds(&case).into_iter().filter_map(Deed::made).filter(|made| *made != Move::Submit);
            let end = moves.fold(State::Submitted, |state, made| {
                state.after(made).unwrap_or_else(|| panic!("{}: {made} from {state}", case.key))
            });
            assert_eq!(end, case.state, "{}", case.key);
        }
    }

    #[test]
    fn steps_follow_one_another_and_none_is_in_the_future() {
        let now: DateTime<Utc> = "2019-11-20T04:00:00Z".parse().unwrap();
        for days in [0, 1, 5, 100] {
            let submitted = now - TimeDelta::days(days) - TimeDelta::hours(1);
            let times: Vec<_> = (0..9).map(|step| at(step, 9, submitted, now)).collect();
            assert!(times.is_sorted(), "{times:?}");
            assert!(times[0] == submitted && times[8] < now, "{times:?}");
        }
    }

    #[test]
    fn a_case_is_acknowledged_within_a_day() {
        let now: DateTime<Utc> = "2019-11-20T04:00:00Z".parse().unwrap();
        let submitted = now - TimeDelta::days(100);
        assert_eq!(at(1, 9, submitted, now), submitted + TimeDelta::hours(20));
    }
}
