//! Whatever anybody does: a promise is not found kept by who owes it.

use proptest::prelude::*;
use strum::VariantArray;

use super::machine::{Facts, MOVES, Maker, check};
use super::words::{CommitmentMove, CommitmentParty, CommitmentState};
use crate::accounts::AccountId;
use crate::authz::Role;
use crate::organisations::OrganisationId;

/// People of four organisations, one of them the owner, in every role: also in roles that such an organisation has none of.
fn people() -> Vec<Maker> {
    let mut all = vec![];
    for organisation in (0..4).map(|_| OrganisationId::random()) {
        for role in Role::VARIANTS {
            for _ in 0..2 {
                all.push(Maker { account: AccountId::random(), organisation, role: *role });
            }
        }
    }
    all
}

/// What a step leaves behind of the facts.
fn after(facts: Facts, made: CommitmentMove, to: CommitmentState, maker: &Maker) -> Facts {
    let reported_by = match to {
        CommitmentState::ReportedDone if made == CommitmentMove::Report => Some(maker.account),
        CommitmentState::ReportedDone | CommitmentState::Verified => facts.reported_by,
        CommitmentState::Open | CommitmentState::InProgress | CommitmentState::Dropped => None,
    };
    let published = match made {
        CommitmentMove::Publish => true,
        CommitmentMove::WithdrawPublication => false,
        CommitmentMove::Make
        | CommitmentMove::Start
        | CommitmentMove::Report
        | CommitmentMove::Verify
        | CommitmentMove::Reject
        | CommitmentMove::Drop
        | CommitmentMove::MoveDue
        | CommitmentMove::ShowEvidence
        | CommitmentMove::HideEvidence => facts.published,
    };
    Facts { state: to, reported_by, published, ..facts }
}

proptest! {
    #[test]
    fn no_sequence_of_moves_lets_the_owner_or_who_reported_it_verify_a_promise(
        steps in prop::collection::vec((0..CommitmentMove::VARIANTS.len(), 0..56_usize, any::<bool>()), 0..200)
    ) {
        let people = people();
        let owner = people[0].organisation;
        let (mut facts, mut verified) = (
            Facts { state: CommitmentState::Open, owner, published: false, reported_by: None, represented: false },
            None,
        );
        let mut reported = None;
        for (made, who, represented) in steps {
            let (made, maker) = (CommitmentMove::VARIANTS[made], &people[who]);
            facts.represented = represented;
            let Ok((to, party)) = check(made, &facts, maker) else { continue };
            if made == CommitmentMove::Report {
                reported = Some(maker.account);
            }
            if to == CommitmentState::Verified && facts.state != CommitmentState::Verified {
                prop_assert_ne!(maker.organisation, owner);
                prop_assert_ne!(Some(maker.account), reported);
                prop_assert!(reported.is_some(), "it was reported before");
                prop_assert_ne!(party, CommitmentParty::Owner);
                prop_assert!(party == CommitmentParty::Community || !represented, "the people speak for themselves");
                prop_assert!(verified.is_none(), "once");
                verified = Some(maker.account);
            }
            if let CommitmentState::Verified | CommitmentState::Dropped = facts.state {
                prop_assert_eq!(facts.state, to, "nothing follows an end");
            }
            facts = after(facts, made, to, maker);
        }
    }

    #[test]
    fn only_who_speaks_for_the_place_or_the_programme_finds_a_promise_kept(
        who in 0..56_usize, reporter in 0..56_usize, represented in any::<bool>()
    ) {
        let people = people();
        let facts = Facts {
            state: CommitmentState::ReportedDone,
            owner: people[0].organisation,
            published: false,
            reported_by: Some(people[reporter].account),
            represented,
        };
        let maker = &people[who];
        let may = match maker.role {
            Role::Community => true,
            Role::Staff | Role::Protection => !represented,
            Role::Company | Role::Authority | Role::Admin | Role::Partner => false,
        };
        let may = may && maker.organisation != facts.owner && who != reporter;
        for made in [CommitmentMove::Verify, CommitmentMove::Reject] {
            prop_assert_eq!(check(made, &facts, maker).is_ok(), may);
        }
    }
}

#[test]
fn every_move_is_in_the_table_once_and_every_state_is_reached() {
    for made in CommitmentMove::VARIANTS.iter().filter(|made| **made != CommitmentMove::Make) {
        assert_eq!(MOVES.iter().filter(|(listed, ..)| listed == made).count(), 1, "{made}");
    }
    for state in CommitmentState::VARIANTS {
        let reached = *state == CommitmentState::Open || MOVES.iter().any(|(.., to)| to.as_ref() == Some(state));
        assert!(reached, "{state}");
    }
}
