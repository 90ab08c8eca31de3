//! The path of a commitment, as one table, and who leads it on.

use CommitmentState::{Dropped, InProgress, Open, ReportedDone, Verified};

use super::words::{CommitmentMove, CommitmentParty, CommitmentState};
use crate::accounts::AccountId;
use crate::authz::Role;
use crate::organisations::OrganisationId;

/// Who makes a move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// Who owes it, or the programme on their behalf.
    Keeper,
    /// Those to whom it was promised; the programme, with a witness, where they have nobody to say so.
    Judge,
    Programme,
}

type Row = (CommitmentMove, By, &'static [CommitmentState], Option<CommitmentState>);

/// Every move: who makes it, from which states, and to which; none where the state stays.
pub const MOVES: &[Row] = &[
    (CommitmentMove::Start, By::Keeper, &[Open], Some(InProgress)),
    (CommitmentMove::Report, By::Keeper, &[Open, InProgress], Some(ReportedDone)),
    (CommitmentMove::Verify, By::Judge, &[ReportedDone], Some(Verified)),
    (CommitmentMove::Reject, By::Judge, &[ReportedDone], Some(InProgress)),
    (CommitmentMove::Drop, By::Programme, &[Open, InProgress, ReportedDone], Some(Dropped)),
    (CommitmentMove::MoveDue, By::Programme, &[Open, InProgress], None),
    (CommitmentMove::Publish, By::Programme, &[Open, InProgress, ReportedDone, Verified, Dropped], None),
    (CommitmentMove::WithdrawPublication, By::Programme, &[Open, InProgress, ReportedDone, Verified, Dropped], None),
    (CommitmentMove::ShowEvidence, By::Programme, &[Open, InProgress, ReportedDone, Verified, Dropped], None),
    (CommitmentMove::HideEvidence, By::Programme, &[Open, InProgress, ReportedDone, Verified, Dropped], None),
];

/// What the conditions of a move look at.
#[derive(Clone, Copy, Debug)]
pub struct Facts {
    pub state: CommitmentState,
    pub owner: OrganisationId,
    pub published: bool,
    /// Who said that it is done.
    pub reported_by: Option<AccountId>,
    /// Whether somebody who speaks for the place can look at it.
    pub represented: bool,
}

/// Who wants to make a move.
#[derive(Clone, Copy, Debug)]
pub struct Maker {
    pub account: AccountId,
    pub organisation: OrganisationId,
    pub role: Role,
}

/// As whom somebody stands before a commitment; none for who only reads it.
pub fn party(owner: OrganisationId, maker: &Maker) -> Option<CommitmentParty> {
    if maker.organisation == owner {
        return Some(CommitmentParty::Owner);
    }
    match maker.role {
        Role::Staff | Role::Protection => Some(CommitmentParty::Programme),
        Role::Community => Some(CommitmentParty::Community),
        Role::Company | Role::Authority | Role::Admin | Role::Partner => None,
    }
}

/// Where a move leads, and as whom it is made; or why it can't be: the code that the caller hears.
pub fn check(
    made: CommitmentMove,
    facts: &Facts,
    maker: &Maker,
) -> Result<(CommitmentState, CommitmentParty), &'static str> {
    let (_, by, from, to) = MOVES.iter().find(|(listed, ..)| *listed == made).ok_or("not_in_this_state")?;
    let party = match by {
        By::Keeper => keeper(facts, maker)?,
        By::Judge => judge(facts, maker)?,
        By::Programme => programme(facts, maker)?,
    };
    if !from.contains(&facts.state) {
        return Err("not_in_this_state");
    }
    if made == CommitmentMove::WithdrawPublication && !facts.published {
        return Err("not_published");
    }
    Ok((to.unwrap_or(facts.state), party))
}

fn keeper(facts: &Facts, maker: &Maker) -> Result<CommitmentParty, &'static str> {
    match party(facts.owner, maker) {
        Some(owner_or_programme @ (CommitmentParty::Owner | CommitmentParty::Programme)) => Ok(owner_or_programme),
        Some(CommitmentParty::Community) | None => Err("not_the_owner"),
    }
}

fn judge(facts: &Facts, maker: &Maker) -> Result<CommitmentParty, &'static str> {
    let party = match party(facts.owner, maker) {
        Some(judge @ (CommitmentParty::Community | CommitmentParty::Programme)) => judge,
        Some(CommitmentParty::Owner) | None => return Err("owner_does_not_verify"),
    };
    if facts.reported_by == Some(maker.account) {
        return Err("reporter_does_not_verify");
    }
    if party == CommitmentParty::Programme && facts.represented {
        return Err("representative_verifies");
    }
    Ok(party)
}

/// Also of what the programme itself owes: nobody else runs the register.
fn programme(facts: &Facts, maker: &Maker) -> Result<CommitmentParty, &'static str> {
    match maker.role {
        Role::Staff | Role::Protection => Ok(party(facts.owner, maker).unwrap_or(CommitmentParty::Programme)),
        Role::Community | Role::Company | Role::Authority | Role::Admin | Role::Partner => Err("programme_only"),
    }
}
