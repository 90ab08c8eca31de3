//! Who may put which meetings into a calendar. The address of a feed opens that feed to whoever has it.

use crate::authz::{Reach, Role, actions};

actions! {
    GetMeetingCalendar "get_meeting_calendar" => who_takes_part;
    GetCalendarFeed "get_calendar_feed" => their_own;
    CreateCalendarFeed "create_calendar_feed" => their_own;
    RevokeCalendarFeed "revoke_calendar_feed" => their_own;
}

/// As one reads the meeting.
fn who_takes_part(role: Role) -> Reach {
    crate::meetings::policy::who_takes_part(role)
}

/// Whoever can be invited.
fn their_own(role: Role) -> Reach {
    match role {
        Role::Community | Role::Company | Role::Authority | Role::Staff | Role::Protection => Reach::Own,
        Role::Admin | Role::Partner => Reach::Nothing,
    }
}
