//! Who may do what with assemblies.

use crate::authz::{Reach, Role, actions};

actions! {
    ListAssemblies "list_assemblies" => staff;
    GetAssembly "get_assembly" => staff;
    CreateAssembly "create_assembly" => staff;
    UpdateAssembly "update_assembly" => staff;
}

fn staff(role: Role) -> Reach {
    match role {
        Role::Staff => Reach::Programme,
        Role::Protection => Reach::ProgrammeAndProtection,
        Role::Community | Role::Company | Role::Authority | Role::Admin | Role::Partner => Reach::Nothing,
    }
}
