//! Rows made into what those see who run a vote or take part in it.

use diesel::prelude::*;

use super::ballots::has_voted;
use super::domain::{RoundState, VotingMethod, ranks, shares};
use super::policy::{CastImpactBallot, CloseImpactRound, CountImpactHands, PrioritiseImpactRound};
use super::store::Row;
use super::view::{ChosenImpact, ImpactRound, ImpactRoundSummary, RoundChoice};
use crate::authz::{Action, Permit, Role, allowed};
use crate::db::Conn;
use crate::db::types::Moment;
use crate::directory::directory;
use crate::error::Result;
use crate::figures::domain::LEAST;
use crate::grievances::domain::Category;
use crate::impacts::ImpactId;
use crate::impacts::domain::{ImpactDirection, ImpactState};
use crate::impacts::policy::{Audience, audience};
use crate::schema::{impact_round_choices as choices, impacts};

type ChoiceRow = (i64, ImpactId, String, Category, ImpactDirection, ImpactState);

/// The whole round, as the caller sees it.
pub fn whole<A: Action>(conn: &mut Conn, permit: &Permit<A>, row: Row) -> Result<ImpactRound> {
    let rows: Vec<ChoiceRow> = choices::table
        .inner_join(impacts::table)
        .filter(choices::round_id.eq(row.id))
        .order(choices::position)
        .select((choices::dots, impacts::id, impacts::title, impacts::category, impacts::direction, impacts::state))
        .load(conn)?;
    let voted = match audience(permit.role()) {
        Audience::Staff => false,
        Audience::Published => has_voted(conn, row.id, permit.account()?)?,
    };
    let names = directory(conn)?;
    let place = row.place_id.map(|place| names.place(place)).transpose()?;
    let choices = chosen(rows, told(&row, audience(permit.role())));
    Ok(ImpactRound {
        actions: actions(permit.role(), &row, voted, &choices),
        id: row.id,
        version: row.version,
        state: row.state(),
        participants: participants(&row, audience(permit.role())),
        title: row.title,
        method: row.method,
        place,
        site: names.site(row.site_id),
        budget: row.budget,
        numbers: row.numbers,
        by_account: row.by_account,
        has_voted: voted,
        choices,
        created_at: row.created_at.utc(),
        closed_at: row.closed_at.map(Moment::utc),
    })
}

/// What is told of the result.
struct Told {
    dots: bool,
    shares: bool,
    sorted: bool,
}

/// Nobody learns how it stands while others still choose; what a few have chosen is not told outside the programme.
fn told(row: &Row, seen_by: Audience) -> Told {
    let closed = match row.state() {
        RoundState::Open => false,
        RoundState::Closed => true,
    };
    match seen_by {
        Audience::Staff => {
            let counted = closed || row.method == VotingMethod::ShowOfHands;
            Told { dots: counted, shares: counted, sorted: closed }
        }
        Audience::Published => {
            let shares = closed && row.participants >= LEAST;
            Told { dots: false, shares, sorted: shares }
        }
    }
}

fn chosen(rows: Vec<ChoiceRow>, told: Told) -> Vec<RoundChoice> {
    let dots: Vec<i64> = rows.iter().map(|(dots, ..)| *dots).collect();
    let of_each = shares(&dots).into_iter().zip(ranks(&dots));
    let choice =
        |((dots, id, title, category, direction, state), (share, rank)): (ChoiceRow, (i64, i64))| RoundChoice {
            impact: ChosenImpact { id, title, category, direction, state },
            dots: told.dots.then_some(dots),
            share: told.shares.then_some(share),
            rank: told.shares.then_some(rank),
        };
    let mut all: Vec<RoundChoice> = rows.into_iter().zip(of_each).map(choice).collect();
    if told.sorted {
        all.sort_by_key(|choice| choice.rank);
    }
    all
}

fn participants(row: &Row, seen_by: Audience) -> Option<i64> {
    match seen_by {
        Audience::Staff => Some(row.participants),
        Audience::Published => Some(row.participants - row.participants % LEAST).filter(|shown| *shown >= LEAST),
    }
}

/// A page of a list.
pub fn summaries<A: Action>(conn: &mut Conn, permit: &Permit<A>, rows: Vec<Row>) -> Result<Vec<ImpactRoundSummary>> {
    let names = directory(conn)?;
    let summary = |row: Row| -> Result<ImpactRoundSummary> {
        Ok(ImpactRoundSummary {
            id: row.id,
            version: row.version,
            state: row.state(),
            participants: participants(&row, audience(permit.role())),
            title: row.title,
            method: row.method,
            place: row.place_id.map(|place| names.place(place)).transpose()?,
            site: names.site(row.site_id),
            created_at: row.created_at.utc(),
            closed_at: row.closed_at.map(Moment::utc),
        })
    };
    rows.into_iter().map(summary).collect()
}

fn actions(role: Role, row: &Row, voted: bool, choices: &[RoundChoice]) -> Vec<&'static str> {
    let can_be_chosen = choices.iter().any(|choice| choice.impact.state == ImpactState::Validated);
    let vote = match (row.state(), row.method) {
        (RoundState::Closed, _) if can_be_chosen => {
            return allowed::<PrioritiseImpactRound>(role).into_iter().collect();
        }
        (RoundState::Closed, _) => return vec![],
        (RoundState::Open, VotingMethod::Ballots) if voted => None,
        (RoundState::Open, VotingMethod::Ballots) => allowed::<CastImpactBallot>(role),
        (RoundState::Open, VotingMethod::ShowOfHands) => allowed::<CountImpactHands>(role),
    };
    [vote, allowed::<CloseImpactRound>(role)].into_iter().flatten().collect()
}
