//! Who proposes what is to be spoken of, and who decides.

use super::machine::Maker;
use super::words::{AgendaItemState, MeetingState};
use crate::accounts::AccountId;

/// What is done with an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgendaMove {
    Accept,
    Decline,
    Withdraw,
}

/// An item, as far as the rules look at it.
#[derive(Clone, Copy, Debug)]
pub struct Item {
    pub state: AgendaItemState,
    /// Whether who wants to move it belongs to the organisation that proposed it.
    pub own: bool,
}

/// Why somebody can't propose an item now. Each side does while the agenda is open; the programme adds to it until the
/// meeting is held.
pub fn propose(state: MeetingState, maker: &Maker) -> Result<(), &'static str> {
    match state {
        MeetingState::AgendaOpen => Ok(()),
        MeetingState::Draft | MeetingState::Invited | MeetingState::Confirmed | MeetingState::Postponed
            if maker.is_of_the_programme() =>
        {
            Ok(())
        }
        MeetingState::Draft
        | MeetingState::Invited
        | MeetingState::Confirmed
        | MeetingState::Postponed
        | MeetingState::Held
        | MeetingState::MinutesDrafted
        | MeetingState::MinutesApproved
        | MeetingState::Closed
        | MeetingState::Cancelled => Err("agenda_closed"),
    }
}

/// What becomes of an item, or why it can't. The facilitator decides, and may think again until the meeting is held; who
/// proposed it takes it back before that.
pub fn decide(
    made: AgendaMove,
    item: Item,
    meeting: MeetingState,
    facilitator: AccountId,
    maker: &Maker,
) -> Result<AgendaItemState, &'static str> {
    if !is_prepared(meeting) {
        return Err("agenda_closed");
    }
    match made {
        AgendaMove::Accept | AgendaMove::Decline if maker.account != facilitator => return Err("not_the_facilitator"),
        AgendaMove::Withdraw if !item.own => return Err("not_the_proposer"),
        AgendaMove::Accept | AgendaMove::Decline | AgendaMove::Withdraw => {}
    }
    match (made, item.state) {
        (AgendaMove::Accept, AgendaItemState::Proposed | AgendaItemState::Declined) => Ok(AgendaItemState::Accepted),
        (AgendaMove::Decline, AgendaItemState::Proposed | AgendaItemState::Accepted) => Ok(AgendaItemState::Declined),
        (AgendaMove::Withdraw, AgendaItemState::Proposed) => Ok(AgendaItemState::Withdrawn),
        (AgendaMove::Accept, AgendaItemState::Accepted | AgendaItemState::Withdrawn)
        | (AgendaMove::Decline, AgendaItemState::Declined | AgendaItemState::Withdrawn)
        | (AgendaMove::Withdraw, AgendaItemState::Accepted | AgendaItemState::Declined | AgendaItemState::Withdrawn) => {
            Err("not_in_this_state")
        }
    }
}

fn is_prepared(meeting: MeetingState) -> bool {
    match meeting {
        MeetingState::Draft
        | MeetingState::AgendaOpen
        | MeetingState::Invited
        | MeetingState::Confirmed
        | MeetingState::Postponed => true,
        MeetingState::Held
        | MeetingState::MinutesDrafted
        | MeetingState::MinutesApproved
        | MeetingState::Closed
        | MeetingState::Cancelled => false,
    }
}

#[cfg(test)]
mod tests {
    use strum::VariantArray;

    use super::*;
    use crate::authz::Role;

    fn maker(role: Role) -> Maker {
        Maker { account: AccountId::random(), role }
    }

    #[test]
    fn sides_propose_while_the_agenda_is_open_and_never_after() {
        for state in MeetingState::VARIANTS {
            for role in [Role::Company, Role::Authority, Role::Community] {
                assert_eq!(propose(*state, &maker(role)).is_ok(), *state == MeetingState::AgendaOpen, "{state} {role}");
            }
        }
        assert!(propose(MeetingState::Confirmed, &maker(Role::Staff)).is_ok());
        assert_eq!(propose(MeetingState::Held, &maker(Role::Staff)), Err("agenda_closed"));
    }

    #[test]
    fn only_the_facilitator_decides_and_only_who_proposed_it_takes_it_back() {
        let (facilitator, other) = (maker(Role::Staff), maker(Role::Staff));
        let decided = |made, state, own, maker: &Maker| {
            decide(made, Item { state, own }, MeetingState::AgendaOpen, facilitator.account, maker)
        };
        let proposed = AgendaItemState::Proposed;
        assert_eq!(decided(AgendaMove::Accept, proposed, true, &other), Err("not_the_facilitator"));
        assert_eq!(decided(AgendaMove::Accept, proposed, false, &facilitator), Ok(AgendaItemState::Accepted));
        assert_eq!(decided(AgendaMove::Withdraw, proposed, false, &facilitator), Err("not_the_proposer"));
        assert_eq!(decided(AgendaMove::Withdraw, proposed, true, &other), Ok(AgendaItemState::Withdrawn));
        assert_eq!(
            decided(AgendaMove::Withdraw, AgendaItemState::Accepted, true, &other),
            Err("not_in_this_state"),
            "what is on the agenda is not its proposer's alone any more"
        );
        for made in [AgendaMove::Accept, AgendaMove::Decline] {
            assert!(decided(made, AgendaItemState::Withdrawn, true, &facilitator).is_err());
        }
    }

    #[test]
    fn nothing_is_decided_about_a_meeting_that_was_held() {
        let facilitator = maker(Role::Staff);
        for state in [MeetingState::Held, MeetingState::Closed, MeetingState::Cancelled] {
            let item = Item { state: AgendaItemState::Proposed, own: true };
            for made in [AgendaMove::Accept, AgendaMove::Decline, AgendaMove::Withdraw] {
                assert_eq!(decide(made, item, state, facilitator.account, &facilitator), Err("agenda_closed"));
            }
        }
    }
}
