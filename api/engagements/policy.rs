//! Who may do what with the log of contacts.

use crate::authz::{Reach, Role, actions};

actions! {
    ListEngagements "list_engagements" => staff;
    GetEngagement "get_engagement" => staff;
    CreateEngagement "create_engagement" => staff;
    UpdateEngagement "update_engagement" => staff;
    CompleteFollowUp "complete_follow_up" => staff;
    ReopenFollowUp "reopen_follow_up" => staff;
}

/// What was said to the programme in confidence is read by those who run it.
fn staff(role: Role) -> Reach {
    match role {
        Role::Staff => Reach::Programme,
        Role::Protection => Reach::ProgrammeAndProtection,
        Role::Community | Role::Company | Role::Authority | Role::Admin | Role::Partner => Reach::Nothing,
    }
}
