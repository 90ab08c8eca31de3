//! Who may do what with invitations. Whoever holds a link may open and accept it.

use crate::authz::{Reach, Role, actions};

actions! {
    ListInvitations "list_invitations" => administrators;
    CreateInvitation "create_invitation" => administrators;
    WithdrawInvitation "withdraw_invitation" => administrators;
}

fn administrators(role: Role) -> Reach {
    match role {
        Role::Admin => Reach::Everything,
        Role::Community | Role::Company | Role::Authority | Role::Staff | Role::Protection | Role::Partner => {
            Reach::Nothing
        }
    }
}
