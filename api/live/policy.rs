//! Who may follow records; which ones, their own policies say.

use crate::authz::{Reach, Role, actions};

actions! {
    FollowRecords "follow_records" => everyone_who_signs_in;
}

fn everyone_who_signs_in(role: Role) -> Reach {
    match role {
        Role::Community | Role::Company | Role::Authority | Role::Staff | Role::Protection | Role::Admin => Reach::Own,
        // A key is not a person who looks at a screen.
        Role::Partner => Reach::Nothing,
    }
}
