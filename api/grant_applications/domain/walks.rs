//! Whatever anybody does: nobody decides on what they applied for, nothing is submitted late, and nothing follows an end.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use strum::VariantArray;

use super::machine::{Facts, MOVES, Maker, check, is_saved_by, party};
use super::words::{GrantApplicationMove, GrantApplicationState, GrantParty};
use crate::accounts::AccountId;
use crate::authz::Role;
use crate::grant_calls::domain::GrantCallPhase;
use crate::organisations::OrganisationId;

/// People of three organisations in every role.
fn people() -> Vec<Maker> {
    let mut all = vec![];
    for organisation in (0..3).map(|_| OrganisationId::random()) {
        for role in Role::VARIANTS {
            for _ in 0..2 {
                all.push(Maker { account: AccountId::random(), organisation, role: *role });
            }
        }
    }
    all
}

const PEOPLE: usize = 42;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 12, 3).unwrap()
}

proptest! {
    #[test]
    fn no_sequence_of_moves_lets_an_applicant_decide_or_be_late(
        filer in 0..PEOPLE, of in prop::option::of(0..PEOPLE), on_paper in any::<bool>(),
        steps in prop::collection::vec(
            (0..GrantApplicationMove::VARIANTS.len(), 0..PEOPLE, 0..GrantCallPhase::VARIANTS.len(), 0..3_u64), 0..200)
    ) {
        let people = people();
        let organisation = of.map(|of| people[of].organisation);
        let mut facts = Facts {
            state: GrantApplicationState::Draft, filed_by: people[filer].account, on_paper, organisation,
            call: GrantCallPhase::Open, answer_by: None, today: today(),
        };
        let mut submitted = false;
        for (made, who, phase, passed) in steps {
            let (made, maker) = (GrantApplicationMove::VARIANTS[made], &people[who]);
            facts.call = GrantCallPhase::VARIANTS[phase];
            facts.today = facts.today + Days::new(passed);
            let Ok((to, by)) = check(made, &facts, maker) else { continue };
            match by {
                GrantParty::Programme => {
                    prop_assert_ne!(maker.account, facts.filed_by);
                    prop_assert_ne!(Some(maker.organisation), facts.organisation);
                    prop_assert!(matches!(maker.role, Role::Staff | Role::Protection));
                    prop_assert!(submitted, "a draft is the applicant's own");
                }
                GrantParty::Applicant => {
                    prop_assert!(maker.account == facts.filed_by || Some(maker.organisation) == facts.organisation);
                }
            }
            match made {
                GrantApplicationMove::Submit => {
                    prop_assert!(!submitted, "once");
                    prop_assert_eq!(facts.call, GrantCallPhase::Open);
                    submitted = true;
                }
                GrantApplicationMove::Answer => prop_assert!(facts.answer_by.unwrap() >= facts.today),
                GrantApplicationMove::FindNotEligible if facts.state == GrantApplicationState::MoreInformation => {
                    prop_assert!(facts.answer_by.unwrap() < facts.today, "the applicant has the days that were given");
                }
                GrantApplicationMove::Begin
                | GrantApplicationMove::Ask
                | GrantApplicationMove::FindEligible
                | GrantApplicationMove::FindNotEligible
                | GrantApplicationMove::Withdraw => {}
            }
            prop_assert!(
                !matches!(facts.state, GrantApplicationState::NotEligible | GrantApplicationState::Withdrawn),
                "nothing follows an end"
            );
            let asked = to == GrantApplicationState::MoreInformation;
            facts = Facts { state: to, answer_by: asked.then(|| facts.today + Days::new(2)), ..facts };
        }
    }

    #[test]
    fn only_an_applicant_writes_what_an_application_says_and_only_before_the_programme_looks_at_it(
        who in 0..PEOPLE, filer in 0..PEOPLE, of in prop::option::of(0..PEOPLE), on_paper in any::<bool>(),
        state in 0..GrantApplicationState::VARIANTS.len()
    ) {
        let people = people();
        let facts = Facts {
            state: GrantApplicationState::VARIANTS[state], filed_by: people[filer].account, on_paper,
            organisation: of.map(|of| people[of].organisation), call: GrantCallPhase::Closed,
            answer_by: Some(today()), today: today(),
        };
        let open = matches!(facts.state, GrantApplicationState::Draft | GrantApplicationState::MoreInformation);
        let applicant = party(&facts, &people[who]) == Some(GrantParty::Applicant);
        prop_assert_eq!(is_saved_by(&facts, &people[who]).is_ok(), open && applicant);
    }
}

#[test]
fn every_move_is_in_the_table_once_and_every_state_is_reached() {
    for made in GrantApplicationMove::VARIANTS.iter().filter(|made| **made != GrantApplicationMove::Begin) {
        assert_eq!(MOVES.iter().filter(|(listed, ..)| listed == made).count(), 1, "{made}");
    }
    for state in GrantApplicationState::VARIANTS {
        let reached = *state == GrantApplicationState::Draft || MOVES.iter().any(|(.., to)| to == state);
        assert!(reached, "{state}");
    }
}
