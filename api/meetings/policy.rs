//! Who may do what with meetings.

use super::domain::MeetingMove;
use crate::authz::{Policy, Reach, Role, actions};

actions! {
    ListMeetings "list_meetings" => who_takes_part;
    ListMeetingMonth "list_meeting_month" => who_takes_part;
    GetMeeting "get_meeting" => who_takes_part;
    ProposeAgendaItem "propose_agenda_item" => who_takes_part;
    WithdrawAgendaItem "withdraw_agenda_item" => who_takes_part;
    AnswerMeetingInvitation "answer_meeting_invitation" => who_takes_part;
    CreateMeeting "create_meeting" => staff;
    UpdateMeeting "update_meeting" => staff;
    OpenMeetingAgenda "open_meeting_agenda" => staff;
    SendMeetingInvitations "send_meeting_invitations" => staff;
    ConfirmMeeting "confirm_meeting" => staff;
    HoldMeeting "hold_meeting" => staff;
    PostponeMeeting "postpone_meeting" => staff;
    RescheduleMeeting "reschedule_meeting" => staff;
    CancelMeeting "cancel_meeting" => staff;
    CloseMeeting "close_meeting" => staff;
    OrderMeetingAgenda "order_meeting_agenda" => staff;
    AcceptAgendaItem "accept_agenda_item" => staff;
    DeclineAgendaItem "decline_agenda_item" => staff;
    ListMeetingInvitations "list_meeting_invitations" => staff;
    ListMeetingCandidates "list_meeting_candidates" => staff;
    CreateMeetingInvitation "create_meeting_invitation" => staff;
    WithdrawMeetingInvitation "withdraw_meeting_invitation" => staff;
    RenewMeetingLink "renew_meeting_link" => staff;
}

/// The sides read the meetings to which they are invited and the public ones near them; who keeps the accounts and partners'
/// software take part in none.
pub fn who_takes_part(role: Role) -> Reach {
    match role {
        Role::Community => Reach::OwnPlaces,
        Role::Company => Reach::OwnSites,
        Role::Authority => Reach::Territory,
        Role::Staff => Reach::Programme,
        Role::Protection => Reach::ProgrammeAndProtection,
        Role::Admin | Role::Partner => Reach::Nothing,
    }
}

/// Who is invited, by name, is the programme's own.
fn staff(role: Role) -> Reach {
    match role {
        Role::Staff => Reach::Programme,
        Role::Protection => Reach::ProgrammeAndProtection,
        Role::Community | Role::Company | Role::Authority | Role::Admin | Role::Partner => Reach::Nothing,
    }
}

/// The moves that the meeting itself offers. The two that ask how its minutes stand are offered by these.
pub const OF_MOVES: &[(MeetingMove, &str, Policy)] = &[
    (MeetingMove::Change, "update_meeting", staff),
    (MeetingMove::OpenAgenda, "open_meeting_agenda", staff),
    (MeetingMove::Invite, "send_meeting_invitations", staff),
    (MeetingMove::Confirm, "confirm_meeting", staff),
    (MeetingMove::Hold, "hold_meeting", staff),
    (MeetingMove::Close, "close_meeting", staff),
    (MeetingMove::Postpone, "postpone_meeting", staff),
    (MeetingMove::Reschedule, "reschedule_meeting", staff),
    (MeetingMove::Cancel, "cancel_meeting", staff),
];

/// How a role sees a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    Staff,
    /// One of the sides: which organisations come, not which people.
    Side,
}

pub fn audience(role: Role) -> Audience {
    match role {
        Role::Staff | Role::Protection => Audience::Staff,
        Role::Community | Role::Company | Role::Authority | Role::Admin | Role::Partner => Audience::Side,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::meetings::domain::MOVES;

    #[test]
    fn every_move_but_those_of_the_minutes_is_offered_by_the_meeting() {
        let of_minutes = [MeetingMove::DraftMinutes, MeetingMove::ApproveMinutes];
        for (made, ..) in MOVES {
            let listed = OF_MOVES.iter().filter(|(listed, ..)| listed == made).count();
            assert_eq!(listed, usize::from(!of_minutes.contains(made)), "{made}");
        }
        assert_eq!(OF_MOVES.len() + of_minutes.len(), MOVES.len());
    }
}
