//! Whatever is done: nobody is held to come who was not told, and nothing follows an end.

use proptest::prelude::*;
use strum::VariantArray;

use super::machine::{Facts, MOVES, Maker, check};
use super::words::{MeetingMove, MeetingState};
use crate::accounts::AccountId;
use crate::authz::Role;

/// Two people in each role; the first of staff leads the meeting.
fn people() -> Vec<Maker> {
    let twice = Role::VARIANTS.iter().flat_map(|role| [*role, *role]);
    twice.map(|role| Maker { account: AccountId::random(), role }).collect()
}

fn facilitator(people: &[Maker]) -> AccountId {
    people.iter().find(|maker| maker.role == Role::Staff).unwrap().account
}

#[derive(Clone, Copy, Debug)]
struct Step {
    made: MeetingMove,
    who: usize,
    has_venue: bool,
    has_guests: bool,
    begun: bool,
    noted: bool,
}

fn step() -> impl Strategy<Value = Step> {
    let people = Role::VARIANTS.len() * 2;
    let made = (0..MeetingMove::VARIANTS.len()).prop_map(|made| MeetingMove::VARIANTS[made]);
    (made, 0..people, any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>()).prop_map(
        |(made, who, has_venue, has_guests, begun, noted)| Step { made, who, has_venue, has_guests, begun, noted },
    )
}

proptest! {
    #[test]
    fn no_sequence_of_moves_holds_a_meeting_without_an_agenda_an_invitation_and_a_confirmation(
        steps in prop::collection::vec(step(), 0..300)
    ) {
        let people = people();
        let (mut state, mut told, mut path) = (MeetingState::Draft, false, vec![]);
        for Step { made, who, has_venue, has_guests, begun, noted } in steps {
            let facts = Facts { state, facilitator: facilitator(&people), has_venue, has_guests, begun, noted };
            let maker = people[who];
            let Ok(to) = check(made, &facts, &maker) else { continue };
            prop_assert!(maker.is_of_the_programme(), "a side leads no meeting on");
            prop_assert!(
                !matches!(state, MeetingState::Cancelled | MeetingState::Closed),
                "nothing follows an end: {made}"
            );
            match made {
                MeetingMove::Invite => {
                    prop_assert!(has_venue && has_guests && !begun);
                    told = true;
                }
                MeetingMove::Hold => {
                    prop_assert!(begun, "nothing is held before its time");
                    prop_assert_eq!(maker.account, facts.facilitator);
                    prop_assert_eq!(path.last(), Some(&MeetingState::Confirmed));
                }
                MeetingMove::Postpone => prop_assert!(!noted, "what was noted of a day stays with it"),
                MeetingMove::Reschedule => prop_assert_eq!(to, MeetingState::Invited, "all are asked again"),
                MeetingMove::Draft
                | MeetingMove::Change
                | MeetingMove::OpenAgenda
                | MeetingMove::Confirm
                | MeetingMove::DraftMinutes
                | MeetingMove::ApproveMinutes
                | MeetingMove::Close
                | MeetingMove::Cancel => {}
            }
            if made == MeetingMove::Change {
                prop_assert_eq!(to, state);
            } else {
                path.push(to);
            }
            if let MeetingState::Confirmed | MeetingState::Held | MeetingState::Postponed | MeetingState::Closed = to {
                prop_assert!(told, "who was invited was told");
                prop_assert!(path.contains(&MeetingState::AgendaOpen), "each side could propose");
            }
            state = to;
        }
    }
}

#[test]
fn every_move_is_in_the_table_once_and_every_state_is_reached() {
    for made in MeetingMove::VARIANTS.iter().filter(|made| **made != MeetingMove::Draft) {
        assert_eq!(MOVES.iter().filter(|(listed, ..)| listed == made).count(), 1, "{made}");
    }
    for state in MeetingState::VARIANTS {
        let reached = *state == MeetingState::Draft || MOVES.iter().any(|(.., to)| to.as_ref() == Some(state));
        assert!(reached, "{state}");
    }
}
