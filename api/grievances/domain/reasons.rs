//! Each reason for which a move is refused, alone: without it the move is made, with it refused by its code.

use chrono::{DateTime, TimeDelta, Utc};

use super::rules::{Committee, Facts, LATER, Maker, check};
use super::standing::Standing;
use super::words::{Appeal, Asked, Move, State, Track};
use crate::accounts::AccountId;
use crate::authz::Role;

const NOW: DateTime<Utc> = DateTime::UNIX_EPOCH;

fn somebody() -> Option<AccountId> {
    Some(AccountId::random())
}

/// A case in which nothing hinders anybody.
fn smooth(state: State, role: Option<Role>) -> Facts {
    let maker = Maker { account: role.and_then(|_| somebody()), role };
    let committee = Committee { complete: true, maker_sits: true, maker_declared: false };
    let standing = Standing { ended_at: (!state.is_open()).then_some(NOW - LATER), ..Standing::default() };
    Facts {
        state,
        track: Track::Normal,
        accepted: true,
        has_site: true,
        summary_author: somebody(),
        released: true,
        level: 2,
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

type Change = fn(&mut Facts);

/// A move, what lets it be made in a case where nothing hinders anybody, and each reason that refuses it.
type Line = (Move, State, Option<Role>, Change, &'static [(&'static str, Change)]);

const STAFF: Option<Role> = Some(Role::Staff);

const LINES: &[Line] = &[
    (
        Move::Accept,
        State::Investigating,
        STAFF,
        |case| case.accepted = false,
        &[
            ("already_accepted", |case| case.accepted = true),
            ("appeal_pending", |case| case.standing.appeal = Some(Appeal::Pending)),
        ],
    ),
    (
        Move::Appeal,
        State::Ineligible,
        None,
        |_| (),
        &[
            ("already_appealed", |case| case.standing.appeal = Some(Appeal::Dismissed)),
            ("too_late", |case| case.standing.ended_at = Some(NOW - TimeDelta::days(61))),
        ],
    ),
    (
        Move::UpholdAppeal,
        State::Investigating,
        STAFF,
        |case| case.standing.appeal = Some(Appeal::Pending),
        &[
            ("not_appealed", |case| case.standing.appeal = None),
            ("second_person_needed", |case| case.standing.refused_by = case.maker.account),
        ],
    ),
    (
        Move::DismissAppeal,
        State::Investigating,
        STAFF,
        |case| case.standing.appeal = Some(Appeal::Pending),
        &[
            ("not_appealed", |case| case.standing.appeal = Some(Appeal::Upheld)),
            ("second_person_needed", |case| case.standing.refused_by = case.maker.account),
        ],
    ),
    (
        Move::Summarise,
        State::Investigating,
        STAFF,
        |case| case.released = false,
        &[
            ("already_released", |case| case.released = true),
            ("second_person_needed", |case| {
                case.standing =
                    Standing { appeal: Some(Appeal::Upheld), refused_by: case.maker.account, ..case.standing };
            }),
        ],
    ),
    (
        Move::Release,
        State::Accepted,
        STAFF,
        |case| case.released = false,
        &[
            ("already_released", |case| case.released = true),
            ("summary_missing", |case| case.summary_author = None),
            ("site_missing", |case| case.has_site = false),
            ("second_person_needed", |case| case.summary_author = case.maker.account),
        ],
    ),
    (
        Move::Answer,
        State::Investigating,
        Some(Role::Company),
        |_| (),
        &[("not_released", |case| case.released = false)],
    ),
    (
        Move::Answer,
        State::AwaitingInformation,
        Some(Role::Company),
        |case| case.standing.asked = Some(Asked::Respondent),
        &[("not_asked", |case| case.standing.asked = Some(Asked::Reporter))],
    ),
    (
        Move::Reply,
        State::AwaitingInformation,
        None,
        |case| case.standing.asked = Some(Asked::Reporter),
        &[("not_asked", |case| case.standing.asked = Some(Asked::Respondent))],
    ),
    (
        Move::Propose,
        State::Investigating,
        STAFF,
        |_| (),
        &[
            ("not_accepted", |case| case.accepted = false),
            ("committee_incomplete", |case| case.committee.complete = false),
            ("appeal_pending", |case| case.standing.appeal = Some(Appeal::Pending)),
        ],
    ),
    (
        Move::Propose,
        State::Investigating,
        STAFF,
        |case| (case.level, case.committee) = (1, Committee::default()),
        &[("not_accepted", |case| case.accepted = false)],
    ),
    (
        Move::AppointCommittee,
        State::Investigating,
        STAFF,
        |_| (),
        &[
            ("not_at_committee_level", |case| case.level = 1),
            ("not_at_committee_level", |case| case.level = 3),
            ("not_released", |case| case.released = false),
        ],
    ),
    (
        Move::Declare,
        State::Investigating,
        Some(Role::Community),
        |_| (),
        &[
            ("not_a_member", |case| case.level = 3),
            ("not_a_member", |case| case.committee.maker_sits = false),
            ("already_declared", |case| case.committee.maker_declared = true),
        ],
    ),
    (Move::Escalate, State::Contested, STAFF, |_| (), &[("highest_level", |case| case.level = 3)]),
    (
        Move::AskClosing,
        State::Investigating,
        STAFF,
        |_| (),
        &[
            ("closing_asked", |case| case.standing.closing_asked_by = somebody()),
            ("appeal_pending", |case| case.standing.appeal = Some(Appeal::Pending)),
        ],
    ),
    (
        Move::DropClosing,
        State::Contested,
        STAFF,
        |case| case.standing.closing_asked_by = somebody(),
        &[("closing_not_asked", |case| case.standing.closing_asked_by = None)],
    ),
    (
        Move::ConfirmClosing,
        State::Contested,
        STAFF,
        |case| case.standing.closing_asked_by = somebody(),
        &[
            ("closing_not_asked", |case| case.standing.closing_asked_by = None),
            ("second_person_needed", |case| case.standing.closing_asked_by = case.maker.account),
            ("appeal_pending", |case| case.standing.appeal = Some(Appeal::Pending)),
        ],
    ),
    (Move::Assess, State::Investigating, STAFF, |_| (), &[("not_accepted", |case| case.accepted = false)]),
    (Move::Extend, State::Investigating, STAFF, |_| (), &[("not_extendable", |case| case.extendable = false)]),
    (Move::Confirm, State::Implementing, None, |_| (), &[("already_confirmed", |case| case.confirmed = true)]),
    (
        Move::Resolve,
        State::Implementing,
        STAFF,
        |case| case.confirmed = true,
        &[
            ("reporter_not_confirmed", |case| case.confirmed = false),
            ("commitments_open", |case| case.promises_open = true),
        ],
    ),
    (Move::Protect, State::Resolved, STAFF, |_| (), &[("already_protected", |case| case.track = Track::Protection)]),
    (Move::Rate, State::Resolved, None, |_| (), &[("already_rated", |case| case.rated = true)]),
    (
        Move::RateAgain,
        State::Resolved,
        None,
        |_| (),
        &[
            ("already_rated", |case| case.standing.rated_again = true),
            ("too_early", |case| case.standing.ended_at = Some(NOW)),
            ("too_early", |case| case.standing.ended_at = None),
        ],
    ),
    (
        Move::Reopen,
        State::Resolved,
        None,
        |_| (),
        &[("too_late", |case| case.standing.ended_at = Some(NOW - TimeDelta::days(61)))],
    ),
];

#[test]
fn each_reason_alone_refuses_its_move() {
    for (made, state, role, possible, reasons) in LINES {
        let mut smooth = smooth(*state, *role);
        possible(&mut smooth);
        assert_eq!(check(*made, &smooth, NOW).err(), None, "{made} from {state}");
        for (code, reason) in *reasons {
            let mut hindered = smooth;
            reason(&mut hindered);
            assert_eq!(check(*made, &hindered, NOW), Err(*code), "{made} from {state}");
        }
    }
}

#[test]
fn whoever_is_appealed_against_can_still_protect() {
    let mut case = smooth(State::Investigating, STAFF);
    case.standing = Standing { appeal: Some(Appeal::Pending), refused_by: case.maker.account, ..case.standing };
    assert_eq!(check(Move::Protect, &case, NOW), Ok(State::Investigating));
}
