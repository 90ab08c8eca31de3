//! Who may do what with minutes.

use crate::authz::{Reach, Role, actions};

actions! {
    GetMeetingMinutes "get_meeting_minutes" => who_takes_part;
    AnswerMeetingMinutes "answer_meeting_minutes" => who_is_asked;
    WriteMeetingMinutes "write_meeting_minutes" => staff;
    DraftMeetingMinutes "draft_meeting_minutes" => staff;
    RecordMinutesAnswer "record_minutes_answer" => staff;
    ApproveMeetingMinutes "approve_meeting_minutes" => staff;
}

fn who_takes_part(role: Role) -> Reach {
    match role {
        Role::Community => Reach::OwnPlaces,
        Role::Company => Reach::OwnSites,
        Role::Authority => Reach::Territory,
        Role::Staff => Reach::Programme,
        Role::Protection => Reach::ProgrammeAndProtection,
        Role::Admin | Role::Partner => Reach::Nothing,
    }
}

/// The sides; the programme wrote what they are asked about.
fn who_is_asked(role: Role) -> Reach {
    match role {
        Role::Community => Reach::OwnPlaces,
        Role::Company => Reach::OwnSites,
        Role::Authority => Reach::Territory,
        Role::Staff | Role::Protection | Role::Admin | Role::Partner => Reach::Nothing,
    }
}

fn staff(role: Role) -> Reach {
    match role {
        Role::Staff => Reach::Programme,
        Role::Protection => Reach::ProgrammeAndProtection,
        Role::Community | Role::Company | Role::Authority | Role::Admin | Role::Partner => Reach::Nothing,
    }
}
