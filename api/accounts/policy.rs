//! Who may do what with accounts.

use crate::authz::{Reach, Role, actions};

actions! {
    GetMe "get_me" => everyone_their_own;
    UpdateMe "update_me" => everyone_their_own;
    ChangePassword "change_password" => everyone_their_own;
    ListAccounts "list_accounts" => administrators;
    GetAccount "get_account" => administrators;
    UpdateAccount "update_account" => administrators;
}

fn everyone_their_own(role: Role) -> Reach {
    match role {
        Role::Community | Role::Company | Role::Authority | Role::Staff | Role::Protection | Role::Admin => Reach::Own,
        // A key is not a person.
        Role::Partner => Reach::Nothing,
    }
}

fn administrators(role: Role) -> Reach {
    match role {
        Role::Admin => Reach::Everything,
        Role::Community | Role::Company | Role::Authority | Role::Staff | Role::Protection | Role::Partner => {
            Reach::Nothing
        }
    }
}
