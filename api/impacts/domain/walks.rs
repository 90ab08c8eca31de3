//! What holds on every path that an impact can take.

use proptest::prelude::*;

use super::machine::{MOVES, Standing, check, possible};
use super::words::{ImpactMove, ImpactState};

use ImpactMove::{Address, Prioritise, PutOnAgenda, Return, Validate};

const BEGINNING: Standing = Standing { state: ImpactState::Reported, published: false };

/// The moves of a walk that tries any moves in any order, as far as they are allowed, and how the impact then stands.
fn walk(tries: &[usize]) -> Vec<(ImpactMove, Standing)> {
    let mut now = BEGINNING;
    let mut done = vec![];
    for wanted in tries {
        let (made, ..) = MOVES[wanted % MOVES.len()];
        if let Ok(next) = check(made, now) {
            now = next;
            done.push((made, now));
        }
    }
    done
}

proptest! {
    #[test]
    fn nothing_is_addressed_that_was_not_confirmed_chosen_and_talked_of(tries in prop::collection::vec(any::<usize>(), 0..60)) {
        let done = walk(&tries);
        for (place, (made, _)) in done.iter().enumerate() {
            if *made != Address {
                continue;
            }
            // Since it was at the beginning last.
            let since = done[..place].iter().rposition(|(made, _)| *made == Return).map_or(0, |back| back + 1);
            let way: Vec<ImpactMove> = done[since..place].iter().map(|(made, _)| *made).collect();
            let of_the_state: Vec<&ImpactMove> =
                way.iter().filter(|made| [Validate, Prioritise, PutOnAgenda].contains(made)).collect();
            prop_assert_eq!(of_the_state, [&Validate, &Prioritise, &PutOnAgenda]);
        }
    }

    #[test]
    fn nothing_is_public_that_is_only_reported_or_dismissed(tries in prop::collection::vec(any::<usize>(), 0..60)) {
        for (made, now) in walk(&tries) {
            let hidden = matches!(now.state, ImpactState::Reported | ImpactState::Dismissed);
            prop_assert!(!(hidden && now.published), "{made} {now:?}");
        }
    }

    #[test]
    fn there_is_always_a_way_on_and_it_is_what_the_table_says(tries in prop::collection::vec(any::<usize>(), 0..60)) {
        let now = walk(&tries).last().map_or(BEGINNING, |(_, now)| *now);
        let all: Vec<ImpactMove> = possible(now).collect();
        prop_assert!(!all.is_empty());
        prop_assert!(all.iter().all(|made| check(*made, now).is_ok()));
    }
}

#[test]
fn every_state_can_be_reached_and_left() {
    for state in [ImpactState::Validated, ImpactState::Prioritised, ImpactState::OnAgenda, ImpactState::Addressed] {
        assert!(MOVES.iter().any(|(_, _, to)| *to == Some(state)), "{state}");
        assert!(MOVES.iter().any(|(made, from, _)| *made == Return && from.contains(&state)), "{state}");
    }
    let addressed = Standing { state: ImpactState::Addressed, published: true };
    assert_eq!(check(ImpactMove::Dismiss, addressed), Err("move_not_possible_from_here"));
    assert_eq!(check(Return, addressed), Ok(BEGINNING));
}

#[test]
fn a_publication_is_made_once_and_taken_back_once() {
    let hidden = Standing { state: ImpactState::Validated, published: false };
    let shown = Standing { published: true, ..hidden };
    assert_eq!(check(ImpactMove::Publish, hidden), Ok(shown));
    assert_eq!(check(ImpactMove::Publish, shown), Err("already_published"));
    assert_eq!(check(ImpactMove::WithdrawPublication, shown), Ok(hidden));
    assert_eq!(check(ImpactMove::WithdrawPublication, hidden), Err("not_published"));
    assert_eq!(check(ImpactMove::Publish, BEGINNING), Err("move_not_possible_from_here"));
}
