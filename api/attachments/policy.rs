//! Who may do what with files.

use crate::authz::{Reach, Role, actions};

actions! {
    AttachGrievance "attach_grievance" => staff;
    GetAttachment "get_attachment" => staff;
}

/// Files show people and places: they stay with the programme until somebody releases their content in words.
fn staff(role: Role) -> Reach {
    match role {
        Role::Staff => Reach::Programme,
        Role::Protection => Reach::ProgrammeAndProtection,
        Role::Community | Role::Company | Role::Authority | Role::Admin | Role::Partner => Reach::Nothing,
    }
}
