//! Who may do what with rounds of votes.

use crate::authz::{Reach, Role, actions};

actions! {
    ListImpactRounds "list_impact_rounds" => who_votes;
    GetImpactRound "get_impact_round" => who_votes;
    CreateImpactRound "create_impact_round" => staff;
    CastImpactBallot "cast_impact_ballot" => who_votes;
    CountImpactHands "count_impact_hands" => staff;
    CloseImpactRound "close_impact_round" => staff;
    PrioritiseImpactRound "prioritise_impact_round" => staff;
}

/// Staff run a vote; representatives of the place vote with their accounts, where the round is open to them.
fn who_votes(role: Role) -> Reach {
    match role {
        Role::Community => Reach::OwnPlaces,
        Role::Staff => Reach::Programme,
        Role::Protection => Reach::ProgrammeAndProtection,
        Role::Company | Role::Authority | Role::Admin | Role::Partner => Reach::Nothing,
    }
}

fn staff(role: Role) -> Reach {
    match role {
        Role::Staff => Reach::Programme,
        Role::Protection => Reach::ProgrammeAndProtection,
        Role::Community | Role::Company | Role::Authority | Role::Admin | Role::Partner => Reach::Nothing,
    }
}
