//! Who may do what with saved filters.

use crate::authz::{Reach, Role, actions};

actions! {
    ListSavedFilters "list_saved_filters" => own;
    CreateSavedFilter "create_saved_filter" => own;
    UpdateSavedFilter "update_saved_filter" => own;
    DeleteSavedFilter "delete_saved_filter" => own;
}

/// Everybody with an account who reads a list of cases.
fn own(role: Role) -> Reach {
    match role {
        Role::Community | Role::Company | Role::Authority | Role::Staff | Role::Protection => Reach::Own,
        Role::Admin | Role::Partner => Reach::Nothing,
    }
}
