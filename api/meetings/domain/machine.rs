//! The path of a meeting, as one table, and who leads it on.

use MeetingState::{
    AgendaOpen, Cancelled, Closed, Confirmed, Draft, Held, Invited, MinutesApproved, MinutesDrafted, Postponed,
};

use super::words::{MeetingMove, MeetingState};
use crate::accounts::AccountId;
use crate::authz::Role;

/// Who makes a move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// Any of the programme's staff.
    Programme,
    /// Who leads the meeting, and nobody in their place.
    Facilitator,
}

type Row = (MeetingMove, By, &'static [MeetingState], Option<MeetingState>);

/// Every move: who makes it, from which states, and to which; none where the state stays.
pub const MOVES: &[Row] = &[
    (MeetingMove::Change, By::Programme, &[Draft, AgendaOpen, Invited, Confirmed, Postponed], None),
    (MeetingMove::OpenAgenda, By::Programme, &[Draft], Some(AgendaOpen)),
    (MeetingMove::Invite, By::Programme, &[AgendaOpen], Some(Invited)),
    (MeetingMove::Confirm, By::Programme, &[Invited], Some(Confirmed)),
    (MeetingMove::Hold, By::Facilitator, &[Confirmed], Some(Held)),
    (MeetingMove::DraftMinutes, By::Programme, &[Held], Some(MinutesDrafted)),
    (MeetingMove::ApproveMinutes, By::Programme, &[MinutesDrafted], Some(MinutesApproved)),
    (MeetingMove::Close, By::Programme, &[MinutesApproved], Some(Closed)),
    (MeetingMove::Postpone, By::Programme, &[Invited, Confirmed], Some(Postponed)),
    (MeetingMove::Reschedule, By::Programme, &[Postponed], Some(Invited)),
    (MeetingMove::Cancel, By::Programme, &[Draft, AgendaOpen, Invited, Confirmed, Postponed], Some(Cancelled)),
];

/// What the conditions of a move look at.
#[derive(Clone, Copy, Debug)]
pub struct Facts {
    pub state: MeetingState,
    pub facilitator: AccountId,
    pub has_venue: bool,
    /// Whether anybody is invited.
    pub has_guests: bool,
    /// Whether its time has come.
    pub begun: bool,
    /// Whether something was noted of its day.
    pub noted: bool,
}

/// Who wants to make a move.
#[derive(Clone, Copy, Debug)]
pub struct Maker {
    pub account: AccountId,
    pub role: Role,
}

impl Maker {
    pub fn is_of_the_programme(&self) -> bool {
        match self.role {
            Role::Staff | Role::Protection => true,
            Role::Community | Role::Company | Role::Authority | Role::Admin | Role::Partner => false,
        }
    }
}

/// Where a move leads, or why it can't be made: the code that the caller hears.
pub fn check(made: MeetingMove, facts: &Facts, maker: &Maker) -> Result<MeetingState, &'static str> {
    let (_, by, from, to) = MOVES.iter().find(|(listed, ..)| *listed == made).ok_or("not_in_this_state")?;
    if !maker.is_of_the_programme() {
        return Err("programme_only");
    }
    if !from.contains(&facts.state) {
        return Err("not_in_this_state");
    }
    match by {
        By::Programme => {}
        By::Facilitator if maker.account == facts.facilitator => {}
        By::Facilitator => return Err("not_the_facilitator"),
    }
    unmet(made, facts).map_or(Ok(to.unwrap_or(facts.state)), Err)
}

/// What a move still waits for.
fn unmet(made: MeetingMove, facts: &Facts) -> Option<&'static str> {
    match made {
        MeetingMove::Invite if !facts.has_venue => Some("venue_missing"),
        MeetingMove::Invite if !facts.has_guests => Some("nobody_invited"),
        MeetingMove::Invite if facts.begun => Some("already_begun"),
        MeetingMove::Hold if !facts.begun => Some("not_begun_yet"),
        // Another date would leave who came and what was said to a meeting that is still to come.
        MeetingMove::Postpone if facts.noted => Some("day_begun"),
        MeetingMove::Draft
        | MeetingMove::Change
        | MeetingMove::OpenAgenda
        | MeetingMove::Invite
        | MeetingMove::Confirm
        | MeetingMove::Hold
        | MeetingMove::DraftMinutes
        | MeetingMove::ApproveMinutes
        | MeetingMove::Close
        | MeetingMove::Postpone
        | MeetingMove::Reschedule
        | MeetingMove::Cancel => None,
    }
}

/// Whether people may still be meant to come: it takes somebody's time, and a venue.
pub fn is_open(state: MeetingState) -> bool {
    match state {
        Draft | AgendaOpen | Invited | Confirmed => true,
        Held | MinutesDrafted | MinutesApproved | Closed | Postponed | Cancelled => false,
    }
}

/// Whether who is invited was told when and where: the time moves then only by postponing, and each other change is told.
pub fn is_told_of_changes(state: MeetingState) -> bool {
    match state {
        Invited | Confirmed | Postponed => true,
        Draft | AgendaOpen | Held | MinutesDrafted | MinutesApproved | Closed | Cancelled => false,
    }
}
