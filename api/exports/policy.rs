//! Who may have lists as files: their own, of what they read in the list.

use crate::authz::{Reach, Role, actions};

actions! {
    ListExports "list_exports" => own;
    GetExport "get_export" => own;
    CreateExport "create_export" => own;
    DeleteExport "delete_export" => own;
    GetExportFile "get_export_file" => own;
}

fn own(role: Role) -> Reach {
    match role {
        Role::Community | Role::Company | Role::Authority | Role::Staff | Role::Protection => Reach::Own,
        // Who keeps the accounts reads no cases; a partner's software pages through the list.
        Role::Admin | Role::Partner => Reach::Nothing,
    }
}
