//! Who may read the trail.

use crate::authz::{Reach, Role, actions};

actions! {
    ListAuditEntries "list_audit_entries" => who_watch;
    GetAuditState "get_audit_state" => who_watch;
}

/// Those who must answer for what others did. What each may read of it: see `scope`.
fn who_watch(role: Role) -> Reach {
    match role {
        Role::Admin => Reach::Everything,
        Role::Protection => Reach::ProgrammeAndProtection,
        Role::Community | Role::Company | Role::Authority | Role::Staff | Role::Partner => Reach::Nothing,
    }
}
