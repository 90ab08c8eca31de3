//! Who may do what with places.

use crate::authz::{KeyScope, Reach, Role, actions};

actions! {
    ListPlaces "list_places" => everyone_reads;
    GetPlace "get_place" => everyone_reads;
    CreatePlace "create_place" => administrators_write;
    UpdatePlace "update_place" => administrators_write;
}

fn everyone_reads(role: Role) -> Reach {
    match role {
        Role::Community | Role::Company | Role::Authority | Role::Staff | Role::Protection | Role::Admin => {
            Reach::Everything
        }
        Role::Partner => Reach::Key(KeyScope::ReferenceRead),
    }
}

fn administrators_write(role: Role) -> Reach {
    match role {
        Role::Admin => Reach::Everything,
        Role::Community | Role::Company | Role::Authority | Role::Staff | Role::Protection | Role::Partner => {
            Reach::Nothing
        }
    }
}
