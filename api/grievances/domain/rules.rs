//! What a move asks for besides the state.

use chrono::{DateTime, TimeDelta, Utc};

use super::machine::{By, Doer, MOVES};
use super::standing::Standing;
use super::words::{Appeal, Asked, Move, State, Track};
use crate::accounts::AccountId;
use crate::authz::Role;

/// What a move's conditions are about.
#[derive(Clone, Copy, Debug)]
pub struct Facts {
    pub state: State,
    pub track: Track,
    /// Whether its category and severity were found.
    pub accepted: bool,
    pub has_site: bool,
    pub summary_author: Option<AccountId>,
    pub released: bool,
    /// From 1 to 3.
    pub level: i64,
    pub confirmed: bool,
    /// Whether something that was promised to settle it is still owed, or was not found kept.
    pub promises_open: bool,
    /// The next deadline: of an implementing case, the end of the reporter's four weeks.
    pub due_at: Option<DateTime<Utc>>,
    pub rated: bool,
    /// Whether the time to resolve it runs, and was not extended yet.
    pub extendable: bool,
    pub standing: Standing,
    pub committee: Committee,
    pub maker: Maker,
}

/// The committee of a case at the second level.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Committee {
    /// Every side is there, and nobody's declaration is missing.
    pub complete: bool,
    /// Whether the maker of the move was appointed.
    pub maker_sits: bool,
    pub maker_declared: bool,
}

/// Who would make the move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Maker {
    pub account: Option<AccountId>,
    /// None: the reporter.
    pub role: Option<Role>,
}

impl Maker {
    pub const REPORTER: Self = Self { account: None, role: None };
}

/// The reporter's silence counts as a confirmation after so long.
pub const SILENCE: TimeDelta = TimeDelta::weeks(4);

/// The reporter may appeal, and open a case again, for so long after its end.
pub const APPEALS: TimeDelta = TimeDelta::days(60);

/// So long after the end the reporter is asked again whether it was a good one.
pub const LATER: TimeDelta = TimeDelta::weeks(4);

/// The level at which a committee of the three sides looks into a case.
pub const COMMITTEE: i64 = 2;

/// The highest level: outside review.
pub const HIGHEST: i64 = 3;

/// The state after the move, or why it can't be made now: the code that the caller hears.
pub fn check(made: Move, facts: &Facts, now: DateTime<Utc>) -> Result<State, &'static str> {
    let mut lines = MOVES.iter().filter(|(listed, _, from, _)| *listed == made && from.contains(&facts.state));
    let line = lines.find(|(_, by, ..)| by.allows(facts.maker.role));
    let (_, by, _, effect) = line.ok_or("move_not_possible_from_here")?;
    match facts.second_person(*by, made).or_else(|| hindrance(made, facts, now)) {
        Some(code) => Err(code),
        None => Ok(effect.from(facts.state)),
    }
}

impl Facts {
    /// Four eyes where the table says so; and a case under appeal is out of the hands of who found it ineligible.
    fn second_person(&self, by: By, made: Move) -> Option<&'static str> {
        let own = |doer: Option<AccountId>| doer.is_some() && doer == self.maker.account;
        let same = match by {
            By::OtherThan(Doer::Author) => own(self.summary_author),
            By::OtherThan(Doer::Refuser) => own(self.standing.refused_by),
            By::OtherThan(Doer::Closer) => own(self.standing.closing_asked_by),
            By::Reporter | By::Respondent | By::Member | By::Staff => false,
        };
        let disputed = matches!(self.standing.appeal, Some(Appeal::Pending | Appeal::Upheld));
        let barred = disputed && own(self.standing.refused_by);
        (same || (barred && made != Move::Protect)).then_some("second_person_needed")
    }

    fn ended_within(&self, time: TimeDelta, now: DateTime<Utc>) -> bool {
        self.standing.ended_at.is_some_and(|ended| now <= ended + time)
    }

    fn appealed(&self) -> bool {
        self.standing.appeal == Some(Appeal::Pending)
    }
}

fn hindrance(made: Move, facts: &Facts, now: DateTime<Utc>) -> Option<&'static str> {
    let Facts { standing, .. } = facts;
    let when = |holds: bool, code| holds.then_some(code);
    match made {
        // Taking it up and dismissing it are then the two ways to decide the appeal.
        Move::Accept | Move::Propose | Move::AskClosing | Move::ConfirmClosing if facts.appealed() => {
            Some("appeal_pending")
        }
        Move::Accept => when(facts.accepted, "already_accepted"),
        Move::Appeal if standing.appeal.is_some() => Some("already_appealed"),
        Move::Appeal => when(!facts.ended_within(APPEALS, now), "too_late"),
        Move::UpholdAppeal | Move::DismissAppeal => when(!facts.appealed(), "not_appealed"),
        // What was let go can't be written anew behind the back of who let it go.
        Move::Summarise => when(facts.released, "already_released"),
        Move::Release if facts.released => Some("already_released"),
        Move::Release if facts.summary_author.is_none() => Some("summary_missing"),
        Move::Release => when(!facts.has_site, "site_missing"),
        Move::Answer if !facts.released => Some("not_released"),
        Move::Answer => {
            when(facts.state == State::AwaitingInformation && standing.asked != Some(Asked::Respondent), "not_asked")
        }
        Move::Reply => when(standing.asked != Some(Asked::Reporter), "not_asked"),
        Move::Propose if !facts.accepted => Some("not_accepted"),
        Move::Propose => when(facts.level == COMMITTEE && !facts.committee.complete, "committee_incomplete"),
        Move::AppointCommittee if facts.level != COMMITTEE => Some("not_at_committee_level"),
        // What the members read of the case is what was released.
        Move::AppointCommittee => when(!facts.released, "not_released"),
        Move::Declare if facts.level != COMMITTEE || !facts.committee.maker_sits => Some("not_a_member"),
        Move::Declare => when(facts.committee.maker_declared, "already_declared"),
        Move::Escalate => when(facts.level >= HIGHEST, "highest_level"),
        Move::AskClosing => when(standing.closing_asked_by.is_some(), "closing_asked"),
        Move::DropClosing | Move::ConfirmClosing => when(standing.closing_asked_by.is_none(), "closing_not_asked"),
        Move::Assess => when(!facts.accepted, "not_accepted"),
        Move::Extend => when(!facts.extendable, "not_extendable"),
        Move::Confirm => when(facts.confirmed, "already_confirmed"),
        Move::Resolve if facts.promises_open => Some("commitments_open"),
        Move::Resolve => when(!facts.confirmed && facts.due_at.is_none_or(|due| now < due), "reporter_not_confirmed"),
        Move::Protect => when(facts.track == Track::Protection, "already_protected"),
        Move::Rate => when(facts.rated, "already_rated"),
        Move::RateAgain if standing.rated_again => Some("already_rated"),
        Move::RateAgain => when(standing.ended_at.is_none_or(|ended| now < ended + LATER), "too_early"),
        Move::Reopen => when(facts.maker.role.is_none() && !facts.ended_within(APPEALS, now), "too_late"),
        Move::Submit
        | Move::Acknowledge
        | Move::FindIneligible
        | Move::Refer
        | Move::RecordReply
        | Move::Investigate
        | Move::Ask
        | Move::Resume
        | Move::Agree
        | Move::RecordAgreement
        | Move::Contest
        | Move::Withdraw
        | Move::MarkDuplicate
        | Move::Assign => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STAFF: Maker = Maker { account: None, role: Some(Role::Staff) };

    fn facts(state: State, maker: Maker, standing: Standing) -> Facts {
        let committee = Committee::default();
        Facts {
            state,
            track: Track::Normal,
            accepted: true,
            has_site: true,
            summary_author: None,
            released: false,
            level: 1,
            confirmed: false,
            promises_open: false,
            due_at: None,
            rated: false,
            extendable: true,
            standing,
            committee,
            maker,
        }
    }

    /// A second before the moment, at it, and a second after it.
    fn around(made: Move, facts: &Facts, moment: DateTime<Utc>) -> [Option<&'static str>; 3] {
        [-1, 0, 1].map(|seconds| check(made, facts, moment + TimeDelta::seconds(seconds)).err())
    }

    #[test]
    fn the_reporters_sixty_days_end_with_their_last_moment() {
        let ended = DateTime::UNIX_EPOCH;
        let standing = Standing { ended_at: Some(ended), ..Standing::default() };
        for (made, state) in [(Move::Appeal, State::Ineligible), (Move::Reopen, State::Resolved)] {
            let facts = facts(state, Maker::REPORTER, standing);
            assert_eq!(around(made, &facts, ended + TimeDelta::days(60)), [None, None, Some("too_late")], "{made}");
        }
        let late = facts(State::Resolved, STAFF, standing);
        assert_eq!(check(Move::Reopen, &late, ended + TimeDelta::days(61)), Ok(State::Investigating));
    }

    #[test]
    fn four_weeks_are_over_with_their_last_moment() {
        let begun = DateTime::UNIX_EPOCH;
        let over = begun + TimeDelta::weeks(4);
        let waiting = Facts { due_at: Some(begun + SILENCE), ..facts(State::Implementing, STAFF, Standing::default()) };
        assert_eq!(around(Move::Resolve, &waiting, over), [Some("reporter_not_confirmed"), None, None]);
        let standing = Standing { ended_at: Some(begun), ..Standing::default() };
        let ended = facts(State::Resolved, Maker::REPORTER, standing);
        assert_eq!(around(Move::RateAgain, &ended, over), [Some("too_early"), None, None]);
    }
}
