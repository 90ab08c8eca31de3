//! Random walks through the table: whatever people do, some rules hold everywhere.

use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use strum::VariantArray;

use super::machine::{By, MOVES};
use super::rules::{APPEALS, COMMITTEE, Committee, Facts, LATER, Maker, SILENCE, check};
use super::standing::{Made, Standing};
use super::words::{Appeal, Asked, Move, State, Track};
use crate::accounts::AccountId;
use crate::authz::Role;
use crate::grievances::GrievanceId;

/// A step that was made, and by whom.
#[derive(Clone, Copy, Debug)]
struct Step {
    made: Move,
    actor: Maker,
    from: State,
    to: State,
    at: DateTime<Utc>,
}

struct Walk {
    facts: Facts,
    now: DateTime<Utc>,
    actors: Vec<Maker>,
    /// Who sits in the committee, and whether they have declared; those who stepped back are left out.
    seats: Vec<(Maker, bool)>,
    stepped_back: Vec<Maker>,
    steps: Vec<Step>,
}

impl Walk {
    fn new() -> Self {
        let now = DateTime::UNIX_EPOCH;
        let person = |role| Maker { account: Some(AccountId::random()), role: Some(role) };
        let roles = [Role::Staff, Role::Staff, Role::Protection, Role::Company, Role::Authority, Role::Community];
        let actors = std::iter::once(Maker::REPORTER).chain(roles.into_iter().map(person)).collect();
        let facts = Facts {
            state: State::Submitted,
            track: Track::Normal,
            accepted: false,
            has_site: true,
            summary_author: None,
            released: false,
            level: 1,
            confirmed: false,
            due_at: None,
            rated: false,
            extendable: true,
            standing: Standing::default(),
            promises_open: false,
            committee: Committee::default(),
            maker: Maker::REPORTER,
        };
        Self { facts, now, actors, seats: vec![], stepped_back: vec![], steps: vec![] }
    }

    fn seen_by(&self, actor: Maker) -> Facts {
        let own = self.seats.iter().find(|(member, _)| *member == actor);
        let gone = self.stepped_back.contains(&actor);
        let committee = Committee {
            complete: self.seats.len() == 3 && self.seats.iter().all(|(_, declared)| *declared),
            maker_sits: own.is_some() || gone,
            maker_declared: own.is_some_and(|(_, declared)| *declared) || gone,
        };
        Facts { maker: actor, committee, ..self.facts }
    }

    /// Everything that anybody may do now.
    fn possible(&self) -> Vec<(Move, Maker)> {
        let moves = || Move::VARIANTS.iter().filter(|made| self.facts.state.after(**made).is_some());
        let all = self.actors.iter().flat_map(|actor| moves().map(|made| (*made, *actor)));
        all.filter(|(made, actor)| check(*made, &self.seen_by(*actor), self.now).is_ok()).collect()
    }

    /// `coin`: what the one who makes it chooses, where there is a choice.
    fn go(&mut self, made: Move, actor: Maker, coin: bool) {
        let from = self.facts.state;
        let to = check(made, &self.seen_by(actor), self.now).unwrap();
        let asked = if coin { Asked::Reporter } else { Asked::Respondent };
        let other = GrievanceId::random();
        let step =
            Made { made, from, to, by: actor.account, asked: Some(asked), duplicate_of: Some(other), at: self.now };
        let before = self.facts;
        let reopened = !from.is_open() && to.is_open();
        self.facts = Facts {
            state: to,
            track: if made == Move::Protect { Track::Protection } else { before.track },
            accepted: before.accepted || matches!(made, Move::Accept | Move::UpholdAppeal),
            summary_author: if made == Move::Summarise { actor.account } else { before.summary_author },
            released: before.released || made == Move::Release,
            level: before.level + i64::from(made == Move::Escalate),
            confirmed: !reopened && (before.confirmed || made == Move::Confirm),
            due_at: (to == State::Implementing)
                .then(|| before.due_at.filter(|_| from == to).unwrap_or(self.now + SILENCE)),
            extendable: before.extendable && made != Move::Extend,
            rated: !reopened && (before.rated || made == Move::Rate),
            standing: before.standing.after(&step),
            ..before
        };
        self.seat(made, actor, coin);
        self.steps.push(Step { made, actor, from, to, at: self.now });
    }

    /// One for each side, if so many are left; some of them have interests.
    fn seat(&mut self, made: Move, actor: Maker, coin: bool) {
        let outside = |actor: &&Maker| By::Member.allows(actor.role) && !self.stepped_back.contains(actor);
        if made == Move::AppointCommittee {
            let declared = |actor: &Maker| self.seats.iter().any(|seat| seat == &(*actor, true));
            self.seats = self.actors.iter().filter(outside).map(|actor| (*actor, declared(actor))).collect();
        }
        if made == Move::Declare {
            self.seats.retain(|(member, _)| *member != actor);
            if coin { self.seats.push((actor, true)) } else { self.stepped_back.push(actor) }
        }
    }

    /// The last time that one of these was done.
    fn last(&self, wanted: &[Move]) -> Option<Step> {
        self.steps.iter().rev().find(|step| wanted.contains(&step.made)).copied()
    }

    /// What was done since the case last came into the state in which it stood before the last step.
    fn stay(&self) -> &[Step] {
        let before = self.steps.split_last().map_or(&[][..], |(_, before)| before);
        let start = before.iter().rposition(|step| step.from != step.to).map_or(0, |index| index + 1);
        &before[start..]
    }
}

/// The rules, in words of their own, not in those of the table.
fn holds(walk: &Walk) {
    let step = *walk.steps.last().unwrap();
    let facts = &walk.facts;
    the_right_person_made_it(&step);
    a_closed_case_is_only_looked_back_on(&step);
    nothing_is_resolved_without_the_reporter(walk, &step);
    four_eyes_see_what_they_must(walk, &step);
    the_reporter_has_sixty_days(walk, &step);
    a_committee_proposes_only_when_every_side_is_there(walk, &step);
    assert_eq!(facts.standing.ended_at.is_some(), !facts.state.is_open(), "{step:?}");
    assert_eq!(facts.standing.asked.is_some(), facts.state == State::AwaitingInformation, "{step:?}");
    assert_eq!(facts.standing.duplicate_of.is_some(), facts.state == State::Duplicate, "{step:?}");
    assert!((1..=3).contains(&facts.level));
    assert!(!facts.rated || !facts.state.is_open());
}

fn the_right_person_made_it(step: &Step) {
    use Move::*;
    let reporters = matches!(step.made, Appeal | Reply | Agree | Contest | Confirm | Withdraw | Rate | RateAgain);
    match step.actor.role {
        None => assert!(reporters || step.made == Reopen, "{step:?}"),
        Some(Role::Company | Role::Authority) => assert!(matches!(step.made, Answer | Declare), "{step:?}"),
        Some(Role::Community) => assert_eq!(step.made, Declare),
        Some(Role::Staff | Role::Protection) => {
            assert!(!reporters && !matches!(step.made, Answer | Declare), "{step:?}")
        }
        Some(Role::Admin | Role::Partner) => panic!("{step:?}"),
    }
}

fn a_closed_case_is_only_looked_back_on(step: &Step) {
    use Move::*;
    let allowed = matches!(step.made, Appeal | RecordReply | Protect | Rate | RateAgain | Reopen);
    assert!(step.from.is_open() || allowed, "{step:?}");
}

/// The reporter agreed, or staff recorded it; and confirmed, or four weeks passed.
fn nothing_is_resolved_without_the_reporter(walk: &Walk, step: &Step) {
    if step.to != State::Resolved || step.from == step.to {
        return;
    }
    let consent = walk.last(&[Move::Agree, Move::RecordAgreement]).expect("somebody agreed");
    assert!(walk.last(&[Move::Propose]).is_some_and(|proposed| proposed.at <= consent.at));
    let confirmed = walk.stay().iter().any(|step| step.made == Move::Confirm && step.actor == Maker::REPORTER);
    assert!(confirmed || step.at >= consent.at + SILENCE, "{:?}", walk.steps);
}

fn four_eyes_see_what_they_must(walk: &Walk, step: &Step) {
    let before = walk.steps.split_last().map_or(&[][..], |(_, before)| before);
    let first: &[Move] = if step.made == Move::Release {
        &[Move::Summarise]
    } else if matches!(step.made, Move::UpholdAppeal | Move::DismissAppeal) {
        &[Move::FindIneligible, Move::DismissAppeal]
    } else if step.made == Move::ConfirmClosing {
        assert!(walk.stay().iter().any(|other| other.made == Move::AskClosing), "nobody asked in this state");
        &[Move::AskClosing]
    } else {
        &[]
    };
    if let Some(other) = before.iter().rfind(|other| first.contains(&other.made)) {
        assert_ne!(other.actor.account, step.actor.account, "{step:?}");
    }
    let standing = &walk.facts.standing;
    if standing.appeal == Some(Appeal::Pending) && step.made != Move::Protect {
        assert!(step.actor.account.is_none() || step.actor.account != standing.refused_by, "{step:?}");
    }
}

fn a_committee_proposes_only_when_every_side_is_there(walk: &Walk, step: &Step) {
    if step.made != Move::Propose || walk.facts.level != COMMITTEE {
        return;
    }
    for role in [Role::Company, Role::Authority, Role::Community] {
        let sits = |other: &&Step| other.made == Move::Declare && other.actor.role == Some(role);
        let declared = walk.steps.iter().filter(sits).count();
        assert!(declared > 0, "the side of {role} never declared: {:?}", walk.steps);
    }
    assert!(walk.seats.iter().all(|(member, _)| !walk.stepped_back.contains(member)));
}

fn the_reporter_has_sixty_days(walk: &Walk, step: &Step) {
    let back = matches!(step.made, Move::Reopen | Move::Appeal) && step.actor == Maker::REPORTER;
    let ended = || walk.steps.iter().rev().skip(1).find(|other| other.from.is_open() && !other.to.is_open());
    if back {
        assert!(step.at <= ended().unwrap().at + APPEALS, "{step:?}");
    }
    if step.made == Move::RateAgain {
        assert!(step.at >= ended().unwrap().at + LATER, "{step:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn the_rules_hold_on_every_path(choices in prop::collection::vec((any::<prop::sample::Index>(), 0..40_i64, any::<bool>()), 1..60)) {
        let mut walk = Walk::new();
        for (choice, days, coin) in choices {
            walk.now += TimeDelta::days(days);
            let possible = walk.possible();
            let (made, actor) = possible[choice.index(possible.len())];
            walk.go(made, actor, coin);
            holds(&walk);
        }
    }
}

/// The walks would prove little if they went nowhere.
#[test]
fn every_line_of_the_table_can_be_walked() {
    let mut seed = 1_u64;
    let mut draw = |size: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap() % size
    };
    let mut walked = std::collections::HashSet::new();
    for _ in 0..1_000 {
        let mut walk = Walk::new();
        for _ in 0..40 {
            walk.now += TimeDelta::days(i64::try_from(draw(20)).unwrap());
            let possible = walk.possible();
            walked.extend(possible.iter().map(|(made, actor)| (*made, walk.facts.state, actor.role)));
            let (made, actor) = possible[draw(possible.len())];
            walk.go(made, actor, draw(4) > 0);
        }
    }
    for (made, by, from, _) in MOVES {
        for state in *from {
            let done = |(m, f, role): &(Move, State, Option<Role>)| m == made && f == state && by.allows(*role);
            assert!(walked.iter().any(done), "nobody can ever make {made} from {state} ({by:?})");
        }
    }
}

#[test]
fn nobody_moves_a_case_whom_the_table_does_not_name() {
    for (made, by, from, _) in MOVES {
        for role in Role::VARIANTS.iter().copied().map(Some).chain([None]).filter(|role| !by.allows(*role)) {
            let listed = |other: &&(Move, By, &[State], _)| other.0 == *made && other.1.allows(role);
            let allowed: Vec<State> = MOVES.iter().filter(listed).flat_map(|line| line.2).copied().collect();
            for state in from.iter().filter(|state| !allowed.contains(state)) {
                let maker = Maker { account: role.map(|_| AccountId::random()), role };
                let facts = Facts { state: *state, maker, ..Walk::new().facts };
                assert_eq!(
                    check(*made, &facts, DateTime::UNIX_EPOCH),
                    Err("move_not_possible_from_here"),
                    "{made} {role:?}"
                );
            }
        }
    }
}
