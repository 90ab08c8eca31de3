//! Who may do what with mandates.

use crate::authz::{Reach, Role, actions};

actions! {
    ListMandates "list_mandates" => staff;
    GetMandate "get_mandate" => staff;
    NominateRepresentative "nominate_representative" => staff;
    UpdateMandate "update_mandate" => staff;
    VetMandate "vet_mandate" => staff;
    EndorseMandate "endorse_mandate" => staff;
    ActivateMandate "activate_mandate" => staff;
    EndMandate "end_mandate" => staff;
    ListMandateAccounts "list_mandate_accounts" => staff;
    ListRepresentatives "list_representatives" => whoever_deals_with_the_place;
}

/// What people declared of themselves, and who was not endorsed, is for those who run the programme.
fn staff(role: Role) -> Reach {
    match role {
        Role::Staff => Reach::Programme,
        Role::Protection => Reach::ProgrammeAndProtection,
        Role::Community | Role::Company | Role::Authority | Role::Admin | Role::Partner => Reach::Nothing,
    }
}

/// Who speaks for a place is no secret to whom they speak with; each sees who agreed to being named.
fn whoever_deals_with_the_place(role: Role) -> Reach {
    match role {
        Role::Staff => Reach::Programme,
        Role::Protection => Reach::ProgrammeAndProtection,
        Role::Company => Reach::OwnSites,
        Role::Authority => Reach::Territory,
        Role::Community => Reach::OwnPlaces,
        Role::Admin | Role::Partner => Reach::Nothing,
    }
}
