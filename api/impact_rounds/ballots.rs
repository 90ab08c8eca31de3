//! Taking a ballot, and counting hands.

use std::collections::HashSet;

use diesel::prelude::*;

use super::ImpactRoundId;
use super::domain::{RoundState, VotingMethod, refused_ballot, refused_hands};
use super::input::{CountedHands, DotsOfImpact, ImpactBallot};
use super::policy::{CastImpactBallot, CountImpactHands};
use super::store::{Row, find, reread};
use crate::accounts::AccountId;
use crate::authz::{Permit, Role};
use crate::db::Conn;
use crate::error::{ApiError, Result};
use crate::http::IfMatch;
use crate::http::version::{changed_one, still};
use crate::impacts::ImpactId;
use crate::schema::{impact_ballots as ballots, impact_round_choices as choices, impact_rounds as rounds};

/// Who votes.
#[derive(Clone, Copy, Debug)]
pub enum Voter {
    /// Whoever was handed this number.
    Number(i64),
    Account(AccountId),
}

impl Voter {
    fn key(self) -> String {
        match self {
            Self::Number(number) => number.to_string(),
            Self::Account(account) => account.to_string(),
        }
    }

    fn account(self) -> Option<AccountId> {
        match self {
            Self::Number(_) => None,
            Self::Account(account) => Some(account),
        }
    }
}

/// Takes the ballot that somebody sends: staff for whoever holds a number, a representative her own.
pub fn send(
    conn: &mut Conn,
    permit: &Permit<CastImpactBallot>,
    id: ImpactRoundId,
    ballot: &ImpactBallot,
) -> Result<Row> {
    let round = find(conn, permit, id)?;
    let voter = voter(permit, &round, ballot.number)?;
    cast(conn, &round, voter, &ballot.dots)?;
    reread(conn, id)
}

fn voter(permit: &Permit<CastImpactBallot>, round: &Row, number: Option<i64>) -> Result<Voter> {
    match (permit.role(), number) {
        (Role::Staff | Role::Protection, Some(number)) if (1..=round.numbers).contains(&number) => {
            Ok(Voter::Number(number))
        }
        (Role::Staff | Role::Protection, Some(_)) => Err(ApiError::field("/number", "unknown")),
        (Role::Staff | Role::Protection, None) => Err(ApiError::field("/number", "required")),
        (Role::Community, None) => Ok(Voter::Account(permit.account()?)),
        (Role::Community, Some(_)) => Err(ApiError::field("/number", "not_with_an_account")),
        (Role::Company | Role::Authority | Role::Admin | Role::Partner, _) => Err(ApiError::Forbidden),
    }
}

/// Takes a ballot. Of two by one voter at once the second breaks the rule that there is one.
pub fn cast(conn: &mut Conn, round: &Row, voter: Voter, dots: &[DotsOfImpact]) -> Result<()> {
    open(round, VotingMethod::Ballots)?;
    let given: Vec<i64> = dots.iter().map(|each| each.dots).collect();
    named(conn, round.id, dots)?;
    refused_ballot(round.budget, &given).map_or(Ok(()), |code| Err(ApiError::field("/dots", code)))?;
    // The round first, which it may close meanwhile; one after another, also where many vote at once.
    let still_open = rounds::table.find(round.id).filter(rounds::closed_at.is_null());
    let counted = diesel::update(still_open).set(rounds::participants.eq(rounds::participants + 1)).execute(conn)?;
    if counted == 0 {
        return Err(ApiError::Conflict("round_is_closed"));
    }
    let row =
        ((ballots::round_id.eq(round.id), ballots::voter.eq(voter.key())), ballots::account_id.eq(voter.account()));
    diesel::insert_into(ballots::table).values(row).execute(conn)?;
    for DotsOfImpact { impact_id, dots } in dots {
        let choice = choices::table.find((round.id, *impact_id));
        diesel::update(choice).set(choices::dots.eq(choices::dots + *dots)).execute(conn)?;
    }
    Ok(())
}

/// Whether somebody has voted with an account.
pub(super) fn has_voted(conn: &mut Conn, round: ImpactRoundId, account: AccountId) -> Result<bool> {
    let own = ballots::table.filter(ballots::round_id.eq(round)).filter(ballots::account_id.eq(account));
    Ok(diesel::select(diesel::dsl::exists(own)).get_result(conn)?)
}

/// Takes what was counted by hand, in place of what was counted before.
pub fn send_hands(
    conn: &mut Conn,
    permit: &Permit<CountImpactHands>,
    id: ImpactRoundId,
    expected: IfMatch,
    counted: &CountedHands,
) -> Result<Row> {
    let round = find(conn, permit, id)?;
    still(round.version, expected)?;
    count_hands(conn, &round, counted)?;
    reread(conn, id)
}

pub fn count_hands(conn: &mut Conn, round: &Row, counted: &CountedHands) -> Result<()> {
    open(round, VotingMethod::ShowOfHands)?;
    let CountedHands { participants, dots } = counted;
    named(conn, round.id, dots)?;
    let given: Vec<i64> = dots.iter().map(|each| each.dots).collect();
    refused_hands(round.budget, *participants, &given).map_or(Ok(()), |code| Err(ApiError::field("/dots", code)))?;
    let target = rounds::table.find(round.id).filter(rounds::version.eq(round.version));
    let set = (rounds::participants.eq(*participants), rounds::version.eq(round.version + 1));
    changed_one(diesel::update(target).set(set).execute(conn)?)?;
    let all = choices::table.filter(choices::round_id.eq(round.id));
    diesel::update(all).set(choices::dots.eq(0)).execute(conn)?;
    for DotsOfImpact { impact_id, dots } in dots {
        diesel::update(choices::table.find((round.id, *impact_id))).set(choices::dots.eq(*dots)).execute(conn)?;
    }
    Ok(())
}

fn open(round: &Row, method: VotingMethod) -> Result<()> {
    match round.state() {
        RoundState::Open if round.method == method => Ok(()),
        RoundState::Open => Err(ApiError::Conflict("another_way_of_voting")),
        RoundState::Closed => Err(ApiError::Conflict("round_is_closed")),
    }
}

/// Refuses dots on what is not voted on, and on anything twice.
fn named(conn: &mut Conn, round: ImpactRoundId, dots: &[DotsOfImpact]) -> Result<()> {
    let known: HashSet<ImpactId> =
        choices::table.filter(choices::round_id.eq(round)).select(choices::impact_id).load(conn)?.into_iter().collect();
    let mut seen = HashSet::new();
    for (place, each) in dots.iter().enumerate() {
        let pointer = format!("/dots/{place}/impact_id");
        if !known.contains(&each.impact_id) {
            return Err(ApiError::field(&pointer, "unknown"));
        }
        if !seen.insert(each.impact_id) {
            return Err(ApiError::field(&pointer, "duplicate"));
        }
    }
    Ok(())
}
