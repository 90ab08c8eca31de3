//! Who may do what with programmes.

use crate::authz::{KeyScope, Reach, Role, actions};

actions! {
    ListProgrammes "list_programmes" => everyone_reads;
    GetProgramme "get_programme" => everyone_reads;
    CreateProgramme "create_programme" => administrators_write;
    UpdateProgramme "update_programme" => administrators_write;
    GetProgrammeTerms "get_programme_terms" => everyone_reads;
    UpdateProgrammeTerms "update_programme_terms" => administrators_write;
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
