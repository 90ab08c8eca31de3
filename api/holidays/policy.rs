//! Who may do what with holidays.

use crate::authz::{KeyScope, Reach, Role, actions};

actions! {
    ListHolidays "list_holidays" => everyone_reads;
    CreateHoliday "create_holiday" => administrators_write;
    UpdateHoliday "update_holiday" => administrators_write;
    DeleteHoliday "delete_holiday" => administrators_write;
}

fn everyone_reads(role: Role) -> Reach {
    match role {
        Role::Community | Role::Company | Role::Authority | Role::Staff | Role::Protection | Role::Admin => {
            Reach::Everything
        }
        Role::Partner => Reach::Key(KeyScope::ReferenceRead),
    }
}

fn administrators_write(role: Role) -> Reach {
    match role {
        Role::Admin => Reach::Everything,
        Role::Community | Role::Company | Role::Authority | Role::Staff | Role::Protection | Role::Partner => {
            Reach::Nothing
        }
    }
}
