//! Who may take a person out of a case or out of the register.

use crate::authz::{Policy, Reach, Role, actions};

actions! {
    EraseGrievance "erase_grievance" => protection;
    EraseStakeholder "erase_stakeholder" => protection;
}

/// It can't be undone, and somebody may be made to ask for it: only who is trained to tell.
fn protection(role: Role) -> Reach {
    match role {
        Role::Protection => Reach::ProgrammeAndProtection,
        Role::Staff | Role::Community | Role::Company | Role::Authority | Role::Admin | Role::Partner => Reach::Nothing,
    }
}

/// Erasing, as a case lists what may be done with it.
pub const ERASING: (&str, Policy) = ("erase_grievance", protection);
