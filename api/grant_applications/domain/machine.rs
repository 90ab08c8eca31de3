//! The path of an application, as one table, and who leads it on.

use chrono::NaiveDate;

use GrantApplicationState::{Draft, Eligible, MoreInformation, NotEligible, Submitted, Withdrawn};

use super::words::{GrantApplicationMove, GrantApplicationState, GrantParty};
use crate::accounts::AccountId;
use crate::authz::Role;
use crate::grant_calls::domain::GrantCallPhase;
use crate::organisations::OrganisationId;

type Row = (GrantApplicationMove, GrantParty, &'static [GrantApplicationState], GrantApplicationState);

/// Every move: who makes it, from which states, and to which.
pub const MOVES: &[Row] = &[
    (GrantApplicationMove::Submit, GrantParty::Applicant, &[Draft], Submitted),
    (GrantApplicationMove::Ask, GrantParty::Programme, &[Submitted], MoreInformation),
    (GrantApplicationMove::Answer, GrantParty::Applicant, &[MoreInformation], Submitted),
    (GrantApplicationMove::FindEligible, GrantParty::Programme, &[Submitted], Eligible),
    (GrantApplicationMove::FindNotEligible, GrantParty::Programme, &[Submitted, MoreInformation], NotEligible),
    (GrantApplicationMove::Withdraw, GrantParty::Applicant, &[Draft, Submitted, MoreInformation, Eligible], Withdrawn),
];

/// What the conditions of a move look at.
#[derive(Clone, Copy, Debug)]
pub struct Facts {
    pub state: GrantApplicationState,
    pub filed_by: AccountId,
    /// Whether it was filed for somebody, by the programme.
    pub on_paper: bool,
    pub organisation: Option<OrganisationId>,
    /// How the call stands at this moment.
    pub call: GrantCallPhase,
    /// The last day on which the applicant can answer.
    pub answer_by: Option<NaiveDate>,
    /// In Bishkek.
    pub today: NaiveDate,
}

/// Who wants to make a move.
#[derive(Clone, Copy, Debug)]
pub struct Maker {
    pub account: AccountId,
    pub organisation: OrganisationId,
    pub role: Role,
}

/// As whom somebody stands before an application; none for who has no part in it.
pub fn party(facts: &Facts, maker: &Maker) -> Option<GrantParty> {
    let (filed, own) = (facts.filed_by == maker.account, facts.organisation == Some(maker.organisation));
    match maker.role {
        Role::Community if own || (filed && !facts.on_paper) => Some(GrantParty::Applicant),
        Role::Staff | Role::Protection if filed && facts.on_paper => Some(GrantParty::Applicant),
        Role::Staff | Role::Protection if !filed && !own => Some(GrantParty::Programme),
        Role::Community
        | Role::Company
        | Role::Authority
        | Role::Staff
        | Role::Protection
        | Role::Admin
        | Role::Partner => None,
    }
}

/// Where a move leads, and as whom it is made; or why it can't be: the code that the caller hears.
pub fn check(
    made: GrantApplicationMove,
    facts: &Facts,
    maker: &Maker,
) -> Result<(GrantApplicationState, GrantParty), &'static str> {
    let (_, by, from, to) = MOVES.iter().find(|(listed, ..)| *listed == made).ok_or("not_in_this_state")?;
    if party(facts, maker) != Some(*by) {
        return Err(match by {
            GrantParty::Applicant => "not_the_applicant",
            GrantParty::Programme => "applicant_does_not_decide",
        });
    }
    if !from.contains(&facts.state) {
        return Err("not_in_this_state");
    }
    in_time(made, facts)?;
    Ok((*to, *by))
}

fn in_time(made: GrantApplicationMove, facts: &Facts) -> Result<(), &'static str> {
    match made {
        GrantApplicationMove::Submit if facts.call != GrantCallPhase::Open => Err("call_is_not_open"),
        GrantApplicationMove::Answer if is_late(facts) => Err("answer_is_late"),
        GrantApplicationMove::FindNotEligible if facts.state == MoreInformation && !is_late(facts) => {
            Err("answer_is_awaited")
        }
        GrantApplicationMove::Begin
        | GrantApplicationMove::Submit
        | GrantApplicationMove::Ask
        | GrantApplicationMove::Answer
        | GrantApplicationMove::FindEligible
        | GrantApplicationMove::FindNotEligible
        | GrantApplicationMove::Withdraw => Ok(()),
    }
}

fn is_late(facts: &Facts) -> bool {
    facts.answer_by.is_some_and(|last| facts.today > last)
}

/// Whether somebody may write what an application says.
pub fn is_saved_by(facts: &Facts, maker: &Maker) -> Result<(), &'static str> {
    if party(facts, maker) != Some(GrantParty::Applicant) {
        return Err("not_the_applicant");
    }
    match facts.state {
        Draft => Ok(()),
        MoreInformation if is_late(facts) => Err("answer_is_late"),
        MoreInformation => Ok(()),
        Submitted | Eligible | NotEligible | Withdrawn => Err("not_in_this_state"),
    }
}
