//! Who may do what with organisations.

use crate::authz::{KeyScope, Reach, Role, actions};

actions! {
    ListOrganisations "list_organisations" => everyone_reads;
    GetOrganisation "get_organisation" => everyone_reads;
    CreateOrganisation "create_organisation" => administrators_write;
    UpdateOrganisation "update_organisation" => administrators_write;
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
