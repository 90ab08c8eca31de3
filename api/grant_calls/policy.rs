//! Who may do what with calls. What is published everybody reads, as the public page shows it.

use crate::authz::{Reach, Role, actions};

actions! {
    ListGrantCalls "list_grant_calls" => staff;
    GetGrantCall "get_grant_call" => staff;
    CreateGrantCall "create_grant_call" => staff;
    UpdateGrantCall "update_grant_call" => staff;
    PublishGrantCall "publish_grant_call" => staff;
    ExtendGrantCall "extend_grant_call" => staff;
    WithdrawGrantCall "withdraw_grant_call" => staff;
    CloneGrantCall "clone_grant_call" => staff;
}

fn staff(role: Role) -> Reach {
    match role {
        Role::Staff => Reach::Programme,
        Role::Protection => Reach::ProgrammeAndProtection,
        Role::Community | Role::Company | Role::Authority | Role::Admin | Role::Partner => Reach::Nothing,
    }
}
