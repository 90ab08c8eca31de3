//! Who may do what with sites.

use crate::authz::{KeyScope, Reach, Role, actions};

actions! {
    ListSites "list_sites" => everyone_reads;
    GetSite "get_site" => everyone_reads;
    CreateSite "create_site" => administrators_write;
    UpdateSite "update_site" => administrators_write;
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
