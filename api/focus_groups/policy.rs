//! Who may do what with focus groups.

use crate::authz::{Reach, Role, actions};

actions! {
    ListFocusGroups "list_focus_groups" => staff;
    GetFocusGroup "get_focus_group" => staff;
    ListFocusGroupEvents "list_focus_group_events" => staff;
    GetFocusGroupBalance "get_focus_group_balance" => staff;
    CreateFocusGroup "create_focus_group" => staff;
    UpdateFocusGroup "update_focus_group" => staff;
    ConsentFocusGroup "consent_focus_group" => staff;
    RecordFocusGroupGuardians "record_focus_group_guardians" => staff;
    CountFocusGroupAttendance "count_focus_group_attendance" => staff;
    WriteFocusGroupNotes "write_focus_group_notes" => staff;
    HoldFocusGroup "hold_focus_group" => staff;
    CancelFocusGroup "cancel_focus_group" => staff;
    CodeFocusGroupPassage "code_focus_group_passage" => staff;
    UncodeFocusGroupPassage "uncode_focus_group_passage" => staff;
    FinishCodingFocusGroup "finish_coding_focus_group" => staff;
    ReopenCodingFocusGroup "reopen_coding_focus_group" => staff;
    ValidateFocusGroup "validate_focus_group" => staff;
    PublishFocusGroup "publish_focus_group" => staff;
    ListPublishedFocusGroups "list_published_focus_groups" => who_reads_what_is_published;
    ListFocusGroupParticipants "list_focus_group_participants" => staff;
    AddFocusGroupParticipant "add_focus_group_participant" => staff;
    OpenFocusGroupParticipants "open_focus_group_participants" => staff;
    WithdrawFocusGroupParticipant "withdraw_focus_group_participant" => staff;
}

/// What was said and who was there is for those who run the programme: a company or a neighbour must not find out who spoke.
fn staff(role: Role) -> Reach {
    match role {
        Role::Staff => Reach::Programme,
        Role::Protection => Reach::ProgrammeAndProtection,
        Role::Community | Role::Company | Role::Authority | Role::Admin | Role::Partner => Reach::Nothing,
    }
}

/// What names nobody is read by the three sides, of their own sites, territory and places.
fn who_reads_what_is_published(role: Role) -> Reach {
    match role {
        Role::Community => Reach::OwnPlaces,
        Role::Company => Reach::OwnSites,
        Role::Authority => Reach::Territory,
        Role::Staff => Reach::Programme,
        Role::Protection => Reach::ProgrammeAndProtection,
        Role::Admin | Role::Partner => Reach::Nothing,
    }
}
