//! Who may do what with sessions.

use crate::authz::{Reach, Role, actions};

actions! {
    ListSessions "list_sessions" => everyone_their_own;
    RevokeSession "revoke_session" => everyone_their_own;
}

fn everyone_their_own(role: Role) -> Reach {
    match role {
        Role::Community | Role::Company | Role::Authority | Role::Staff | Role::Protection | Role::Admin => Reach::Own,
        // A key has no sessions.
        Role::Partner => Reach::Nothing,
    }
}
