//! Who may do what with the day of a meeting.

use crate::authz::{Reach, Role, actions};

actions! {
    GetMeetingDay "get_meeting_day" => staff;
    AddMeetingDayEntries "add_meeting_day_entries" => staff;
}

/// Raw notes are the programme's own.
fn staff(role: Role) -> Reach {
    match role {
        Role::Staff => Reach::Programme,
        Role::Protection => Reach::ProgrammeAndProtection,
        Role::Community | Role::Company | Role::Authority | Role::Admin | Role::Partner => Reach::Nothing,
    }
}
