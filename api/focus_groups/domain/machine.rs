//! The path of a focus group, as one table.

use FocusGroupState::{Cancelled, Coded, Consented, Held, Planned, Published, Validated};

use super::words::{FocusGroupMove, FocusGroupState};

/// Every move: from which states, and to which; none where the state stays.
pub const MOVES: &[(FocusGroupMove, &[FocusGroupState], Option<FocusGroupState>)] = &[
    (FocusGroupMove::Change, &[Planned, Consented], None),
    (FocusGroupMove::Consent, &[Planned], Some(Consented)),
    (FocusGroupMove::RecordGuardians, &[Planned, Consented], None),
    // A count that was made without a network arrives whenever there is one again.
    (FocusGroupMove::CountAttendance, &[Planned, Consented, Held], None),
    // What was said before people agreed is not written down.
    (FocusGroupMove::WriteNotes, &[Consented, Held], None),
    (FocusGroupMove::KeepParticipants, &[Consented, Held, Coded, Validated], None),
    (FocusGroupMove::Hold, &[Consented], Some(Held)),
    (FocusGroupMove::Code, &[Held], None),
    (FocusGroupMove::FinishCoding, &[Held], Some(Coded)),
    (FocusGroupMove::ReopenCoding, &[Coded], Some(Held)),
    (FocusGroupMove::Validate, &[Coded], Some(Validated)),
    (FocusGroupMove::Publish, &[Validated], Some(Published)),
    (FocusGroupMove::Cancel, &[Planned, Consented], Some(Cancelled)),
];

fn row(step: FocusGroupMove) -> Option<&'static (FocusGroupMove, &'static [FocusGroupState], Option<FocusGroupState>)> {
    MOVES.iter().find(|(each, _, _)| *each == step)
}

/// Whether a focus group in this state takes the move.
pub fn now_possible(step: FocusGroupMove, state: FocusGroupState) -> bool {
    row(step).is_some_and(|(_, from, _)| from.contains(&state))
}

/// What a focus group becomes by a move that it takes.
pub fn target(step: FocusGroupMove, state: FocusGroupState) -> Option<FocusGroupState> {
    let (_, from, to) = row(step)?;
    from.contains(&state).then_some(to.unwrap_or(state))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use strum::VariantArray;

    use super::*;

    fn walk(steps: &[usize]) -> Vec<FocusGroupState> {
        let mut path = vec![Planned];
        for step in steps {
            let state = path[path.len() - 1];
            path.extend(target(FocusGroupMove::VARIANTS[*step], state));
        }
        path
    }

    proptest! {
        #[test]
        fn whatever_is_done_people_agreed_before_they_were_heard_and_heard_it_back_before_others_did(
            steps in prop::collection::vec(0..FocusGroupMove::VARIANTS.len(), 0..60)
        ) {
            let path = walk(&steps);
            let first = |state| path.iter().position(|each| *each == state);
            for (sooner, later) in [(Consented, Held), (Held, Coded), (Coded, Validated), (Validated, Published)] {
                if let Some(later) = first(later) {
                    prop_assert!(first(sooner).is_some_and(|sooner| sooner < later), "{path:?}");
                }
            }
            for end in [Published, Cancelled] {
                if let Some(at) = first(end) {
                    prop_assert!(path[at..].iter().all(|state| *state == end), "{path:?}");
                }
            }
            if first(Held).is_some() {
                prop_assert!(first(Cancelled).is_none(), "who was heard is not cancelled: {path:?}");
            }
        }

        #[test]
        fn nothing_is_published_but_by_each_of_its_steps_and_what_was_coded_stays_as_the_people_heard_it(
            steps in prop::collection::vec(0..FocusGroupMove::VARIANTS.len(), 0..60)
        ) {
            let (mut state, mut taken) = (Planned, vec![]);
            for step in steps {
                let step = FocusGroupMove::VARIANTS[step];
                let Some(next) = target(step, state) else { continue };
                (state, taken) = (next, [taken, vec![step]].concat());
            }
            let last = |step| taken.iter().rposition(|each| *each == step);
            if state == Published {
                let needed = [
                    FocusGroupMove::Consent,
                    FocusGroupMove::Hold,
                    FocusGroupMove::FinishCoding,
                    FocusGroupMove::Validate,
                    FocusGroupMove::Publish,
                ];
                let places: Vec<_> = needed.into_iter().map(last).collect();
                prop_assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{taken:?}");
            }
            for changes_words in [FocusGroupMove::Code, FocusGroupMove::WriteNotes, FocusGroupMove::CountAttendance] {
                if let (Some(heard), Some(changed)) = (last(FocusGroupMove::Validate), last(changes_words)) {
                    prop_assert!(changed < heard, "{taken:?}");
                }
            }
        }
    }

    #[test]
    fn every_move_is_in_the_table_once_and_every_state_is_reached() {
        for step in FocusGroupMove::VARIANTS {
            assert_eq!(MOVES.iter().filter(|(each, _, _)| each == step).count(), 1, "{step}");
        }
        for state in FocusGroupState::VARIANTS {
            let reached = *state == Planned || MOVES.iter().any(|(_, _, to)| to.as_ref() == Some(state));
            assert!(reached, "{state}");
        }
    }
}
