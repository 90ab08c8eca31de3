//! The path of a case, as one table. `docs/grievance-states.md` is drawn from it.

use super::words::{Move, State};
use crate::authz::Role;

/// Who makes a move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    Reporter,
    /// A company or an authority that the case was released to.
    Respondent,
    Staff,
    /// Who sits in the committee of the case.
    Member,
    /// A member of staff other than the one who did that.
    OtherThan(Doer),
}

/// Somebody who did what somebody else must look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doer {
    /// Who wrote the summary.
    Author,
    /// Who found the case ineligible.
    Refuser,
    /// Who asked to close it without agreement.
    Closer,
}

/// What a move does to the state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    To(State),
    /// Noted on the way; the state stays.
    Stays,
}

use State::{
    Accepted, Acknowledged, AwaitingInformation, ClosedUnresolved, Contested, Duplicate, Implementing, Ineligible,
    Investigating, Referred, ResolutionProposed, Resolved, Submitted, Withdrawn,
};

/// The states of a case that still asks something of somebody.
pub const OPEN: &[State] = &[
    Submitted,
    Acknowledged,
    Accepted,
    Investigating,
    AwaitingInformation,
    ResolutionProposed,
    Contested,
    Implementing,
];

/// The ends.
pub const ENDS: &[State] = &[Resolved, Ineligible, Referred, Duplicate, Withdrawn, ClosedUnresolved];

/// Open, and the next step is somebody else's than the programme's.
pub const OTHERS_TURN: &[State] = &[AwaitingInformation, ResolutionProposed, Implementing];

/// Every move: who makes it, from which states, and what comes of it.
pub const MOVES: &[(Move, By, &[State], Effect)] = {
    use By::{Member, OtherThan, Reporter, Respondent, Staff};
    use Doer::{Author, Closer, Refuser};
    use Effect::{Stays, To};
    // Who turned to the mechanism is asked how it went, whatever came of it; not who withdrew or goes on elsewhere.
    const RATED: &[State] = &[Resolved, Ineligible, Referred, ClosedUnresolved];
    &[
        (Move::Acknowledge, Staff, &[Submitted], To(Acknowledged)),
        (Move::Accept, Staff, &[Acknowledged], To(Accepted)),
        // One that was opened again before it had been taken up.
        (Move::Accept, Staff, &[Investigating], Stays),
        (Move::FindIneligible, Staff, &[Acknowledged], To(Ineligible)),
        (Move::Appeal, Reporter, &[Ineligible], To(Investigating)),
        (Move::UpholdAppeal, OtherThan(Refuser), &[Investigating], Stays),
        (Move::DismissAppeal, OtherThan(Refuser), &[Investigating], To(Ineligible)),
        (Move::Refer, Staff, &[Acknowledged, Accepted], To(Referred)),
        (Move::RecordReply, Staff, &[Referred], Stays),
        (Move::Summarise, Staff, &[Accepted, Investigating], Stays),
        (Move::Release, OtherThan(Author), &[Accepted, Investigating], Stays),
        (Move::Investigate, Staff, &[Accepted], To(Investigating)),
        (Move::Ask, Staff, &[Investigating], To(AwaitingInformation)),
        (Move::Reply, Reporter, &[AwaitingInformation], To(Investigating)),
        (Move::Answer, Respondent, &[AwaitingInformation], To(Investigating)),
        (Move::Answer, Respondent, &[Investigating], Stays),
        // Without the answer, or with one that came in another way.
        (Move::Resume, Staff, &[AwaitingInformation], To(Investigating)),
        (Move::Propose, Staff, &[Investigating], To(ResolutionProposed)),
        (Move::Agree, Reporter, &[ResolutionProposed], To(Implementing)),
        (Move::RecordAgreement, Staff, &[ResolutionProposed], To(Implementing)),
        (Move::Contest, Reporter, &[ResolutionProposed], To(Contested)),
        (Move::Escalate, Staff, &[Contested], To(Investigating)),
        (Move::AppointCommittee, Staff, &[Investigating], Stays),
        (Move::Declare, Member, &[Investigating], Stays),
        (Move::AskClosing, Staff, &[Investigating, Contested], Stays),
        (Move::DropClosing, Staff, &[Investigating, Contested], Stays),
        (Move::ConfirmClosing, OtherThan(Closer), &[Investigating, Contested], To(ClosedUnresolved)),
        (Move::Confirm, Reporter, &[Implementing], Stays),
        (Move::Resolve, Staff, &[Implementing], To(Resolved)),
        (Move::Withdraw, Reporter, OPEN, To(Withdrawn)),
        (Move::MarkDuplicate, Staff, OPEN, To(Duplicate)),
        // Whoever is at risk is at risk after the end too.
        (Move::Protect, Staff, OPEN, Stays),
        (Move::Protect, Staff, ENDS, Stays),
        // Its severity, found anew.
        (
            Move::Assess,
            Staff,
            &[Accepted, Investigating, AwaitingInformation, ResolutionProposed, Contested, Implementing],
            Stays,
        ),
        (Move::Extend, Staff, &[Investigating, ResolutionProposed], Stays),
        (
            Move::Assign,
            Staff,
            &[Acknowledged, Accepted, Investigating, AwaitingInformation, ResolutionProposed, Contested, Implementing],
            Stays,
        ),
        (Move::Rate, Reporter, RATED, Stays),
        (Move::RateAgain, Reporter, RATED, Stays),
        // Against a finding of ineligibility the reporter appeals.
        (Move::Reopen, Reporter, &[Resolved, Referred, Duplicate, Withdrawn, ClosedUnresolved], To(Investigating)),
        (Move::Reopen, Staff, ENDS, To(Investigating)),
    ]
};

impl By {
    /// Whether the role may be the one; none is the reporter, who has no account.
    pub fn allows(self, role: Option<Role>) -> bool {
        match (self, role) {
            (Self::Reporter, None)
            | (Self::Respondent, Some(Role::Company | Role::Authority))
            | (Self::Member, Some(Role::Community | Role::Company | Role::Authority))
            | (Self::Staff | Self::OtherThan(_), Some(Role::Staff | Role::Protection)) => true,
            (Self::Reporter, Some(_))
            | (Self::Respondent | Self::Member | Self::Staff | Self::OtherThan(_), None)
            | (Self::Member, Some(Role::Staff | Role::Protection | Role::Admin | Role::Partner))
            | (
                Self::Respondent,
                Some(Role::Community | Role::Staff | Role::Protection | Role::Admin | Role::Partner),
            )
            | (
                Self::Staff | Self::OtherThan(_),
                Some(Role::Community | Role::Company | Role::Authority | Role::Admin | Role::Partner),
            ) => false,
        }
    }
}

impl Effect {
    pub fn from(self, state: State) -> State {
        match self {
            Self::To(state) => state,
            Self::Stays => state,
        }
    }
}

impl State {
    /// The state after a move, whoever makes it; `None` if nobody can make it from here.
    pub fn after(self, made: Move) -> Option<State> {
        let mut lines = MOVES.iter();
        lines.find(|(listed, _, from, _)| *listed == made && from.contains(&self)).map(|(.., effect)| effect.from(self))
    }

    /// Whether the case still asks something of somebody.
    pub fn is_open(self) -> bool {
        OPEN.contains(&self)
    }
}

#[cfg(test)]
mod tests {
    use strum::VariantArray;

    use super::*;

    #[test]
    fn the_main_path_leads_from_submitted_to_resolved() {
        use Move::*;
        let path = [Acknowledge, Accept, Investigate, Propose, Agree, Resolve];
        assert_eq!(path.into_iter().try_fold(Submitted, State::after), Some(Resolved));
    }

    #[test]
    fn a_contested_case_is_looked_into_again() {
        assert_eq!(ResolutionProposed.after(Move::Contest), Some(Contested));
        assert_eq!(Contested.after(Move::Escalate), Some(Investigating));
    }

    #[test]
    fn every_state_is_open_or_an_end() {
        for state in State::VARIANTS {
            assert_ne!(OPEN.contains(state), ENDS.contains(state), "{state}");
        }
    }

    #[test]
    fn every_move_but_the_first_stands_in_the_table() {
        for made in Move::VARIANTS {
            assert_eq!(MOVES.iter().any(|(listed, ..)| listed == made), *made != Move::Submit, "{made}");
        }
    }

    #[test]
    fn a_move_leads_from_a_state_to_one_state_whoever_makes_it() {
        for (made, _, from, effect) in MOVES {
            for state in *from {
                assert_eq!(state.after(*made), Some(effect.from(*state)), "{made} from {state}");
            }
        }
    }

    #[test]
    fn every_end_is_reached_and_can_be_left() {
        for end in ENDS {
            assert!(MOVES.iter().any(|(.., effect)| *effect == Effect::To(*end)), "{end} is never reached");
            assert_eq!(end.after(Move::Reopen), Some(Investigating), "{end}");
        }
    }
}
