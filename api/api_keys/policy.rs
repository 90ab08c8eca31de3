//! Who may do what with partners' keys.

use crate::authz::{Reach, Role, actions};

actions! {
    ListApiKeys "list_api_keys" => administrators;
    CreateApiKey "create_api_key" => administrators;
    RevokeApiKey "revoke_api_key" => administrators;
}

fn administrators(role: Role) -> Reach {
    match role {
        Role::Admin => Reach::Everything,
        Role::Community | Role::Company | Role::Authority | Role::Staff | Role::Protection | Role::Partner => {
            Reach::Nothing
        }
    }
}
