//! Who has a first page.

use crate::authz::{Reach, Role, actions};

actions! {
    GetHome "get_home" => everyone_who_signs_in;
}

fn everyone_who_signs_in(role: Role) -> Reach {
    match role {
        Role::Community => Reach::OwnPlaces,
        Role::Company => Reach::OwnSites,
        Role::Authority => Reach::Territory,
        Role::Staff => Reach::Programme,
        Role::Protection => Reach::ProgrammeAndProtection,
        Role::Admin => Reach::Own,
        Role::Partner => Reach::Nothing,
    }
}
