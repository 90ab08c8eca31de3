//! Who may do what with notifications.

use crate::authz::{Reach, Role, actions};

actions! {
    ListNotifications "list_notifications" => everyone_their_own;
    CountNotifications "count_unread_notifications" => everyone_their_own;
    ReadNotification "read_notification" => everyone_their_own;
    ReadNotifications "read_notifications" => everyone_their_own;
}

fn everyone_their_own(role: Role) -> Reach {
    match role {
        Role::Community | Role::Company | Role::Authority | Role::Staff | Role::Protection | Role::Admin => Reach::Own,
        // A key is not a person.
        Role::Partner => Reach::Nothing,
    }
}
