//! Who can be invited, and when whoever is can answer.

use super::words::{MeetingSide, MeetingState};
use crate::authz::Role;
use crate::organisations::OrganisationKind;

/// Why nobody can be invited, or taken from the list, any more.
pub fn invite(state: MeetingState) -> Result<(), &'static str> {
    match state {
        MeetingState::Draft
        | MeetingState::AgendaOpen
        | MeetingState::Invited
        | MeetingState::Confirmed
        | MeetingState::Postponed => Ok(()),
        MeetingState::Held
        | MeetingState::MinutesDrafted
        | MeetingState::MinutesApproved
        | MeetingState::Closed
        | MeetingState::Cancelled => Err("not_in_this_state"),
    }
}

/// Why nobody can say now whether they come.
pub fn answer(state: MeetingState, begun: bool) -> Result<(), &'static str> {
    match state {
        MeetingState::Invited | MeetingState::Confirmed if begun => Err("already_begun"),
        MeetingState::Invited | MeetingState::Confirmed => Ok(()),
        MeetingState::Draft
        | MeetingState::AgendaOpen
        | MeetingState::Held
        | MeetingState::MinutesDrafted
        | MeetingState::MinutesApproved
        | MeetingState::Closed
        | MeetingState::Postponed
        | MeetingState::Cancelled => Err("not_in_this_state"),
    }
}

/// The side for which an organisation sits at the table.
pub fn side_of(kind: OrganisationKind) -> MeetingSide {
    match kind {
        OrganisationKind::Company => MeetingSide::Company,
        OrganisationKind::Authority => MeetingSide::Authority,
        OrganisationKind::CommunityGroup => MeetingSide::Community,
        OrganisationKind::Ngo => MeetingSide::Programme,
        OrganisationKind::Partner => MeetingSide::Other,
    }
}

/// The side of an account; none of those that take part in nothing.
pub fn side_of_role(role: Role) -> Option<MeetingSide> {
    match role {
        Role::Company => Some(MeetingSide::Company),
        Role::Authority => Some(MeetingSide::Authority),
        Role::Community => Some(MeetingSide::Community),
        Role::Staff | Role::Protection => Some(MeetingSide::Programme),
        Role::Admin | Role::Partner => None,
    }
}
