//! Who may do what with identities. Staff are held to the cases they look after by `domain::check`.

use crate::authz::{Policy, Reach, Role, actions};

actions! {
    OpenIdentity "open_identity" => staff;
    GetIdentity "get_identity" => staff;
    CloseIdentity "close_identity" => staff;
    ListIdentityGrants "list_identity_grants" => staff;
}

fn staff(role: Role) -> Reach {
    match role {
        Role::Staff => Reach::Programme,
        Role::Protection => Reach::ProgrammeAndProtection,
        Role::Community | Role::Company | Role::Authority | Role::Admin | Role::Partner => Reach::Nothing,
    }
}

/// Opening, as a case lists what may be done with it.
pub const OPENING: (&str, Policy) = ("open_identity", staff);
