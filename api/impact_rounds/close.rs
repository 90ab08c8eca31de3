//! Closing a round, and what follows from it.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::ImpactRoundId;
use super::domain::RoundState;
use super::input::{ChosenByVote, RoundClosing};
use super::policy::{CloseImpactRound, PrioritiseImpactRound};
use super::store::{Row, find, reread};
use crate::accounts::AccountId;
use crate::audit;
use crate::authz::{Action, Permit};
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::{ApiError, Result};
use crate::http::IfMatch;
use crate::http::version::{changed_one, still};
use crate::impacts::domain::ImpactMove;
use crate::impacts::policy::PrioritiseImpact;
use crate::impacts::{self, ImpactId};
use crate::schema::{impact_round_choices as choices, impact_rounds as rounds, impacts as impact_rows};

/// Closes a round; impacts that are chosen with it are prioritised, all of them or nothing is done.
pub fn send(
    conn: &mut Conn,
    permit: &Permit<CloseImpactRound>,
    id: ImpactRoundId,
    expected: IfMatch,
    closing: &RoundClosing,
    now: DateTime<Utc>,
) -> Result<Row> {
    let round = find(conn, permit, id)?;
    still(round.version, expected)?;
    close(conn, &round, now)?;
    if let Some(chosen) = &closing.chosen {
        choose(conn, permit, id, chosen, "/chosen", now)?;
    }
    reread(conn, id)
}

/// Prioritises what a closed round has chosen, all of it or nothing.
pub fn send_chosen(
    conn: &mut Conn,
    permit: &Permit<PrioritiseImpactRound>,
    id: ImpactRoundId,
    expected: IfMatch,
    chosen: &ChosenByVote,
    now: DateTime<Utc>,
) -> Result<Row> {
    let round = find(conn, permit, id)?;
    still(round.version, expected)?;
    match round.state() {
        RoundState::Closed => {}
        RoundState::Open => return Err(ApiError::Conflict("round_is_open")),
    }
    let target = rounds::table.find(id).filter(rounds::version.eq(round.version));
    changed_one(diesel::update(target).set(rounds::version.eq(round.version + 1)).execute(conn)?)?;
    choose(conn, permit, id, chosen, "", now)?;
    reread(conn, id)
}

pub fn close(conn: &mut Conn, round: &Row, now: DateTime<Utc>) -> Result<()> {
    match round.state() {
        RoundState::Open => {}
        RoundState::Closed => return Err(ApiError::Conflict("round_is_closed")),
    }
    let target =
        rounds::table.find(round.id).filter(rounds::version.eq(round.version)).filter(rounds::closed_at.is_null());
    let set = (rounds::closed_at.eq(Moment::from(now)), rounds::version.eq(round.version + 1));
    changed_one(diesel::update(target).set(set).execute(conn)?)
}

fn choose<A: Action>(
    conn: &mut Conn,
    permit: &Permit<A>,
    round: ImpactRoundId,
    ChosenByVote { impact_ids, note }: &ChosenByVote,
    at: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    for (place, impact) in impact_ids.iter().enumerate() {
        let pointer = format!("{at}/impact_ids/{place}");
        prioritise(conn, round, *impact, note, permit.account()?, now).map_err(|error| refused(&pointer, error))?;
        let subject = impacts::routes::subject(*impact);
        audit::record(conn, &permit.who(), PrioritiseImpact::OPERATION, &subject, "", now)?;
    }
    Ok(())
}

/// Prioritises an impact of a round.
fn prioritise(
    conn: &mut Conn,
    round: ImpactRoundId,
    impact: ImpactId,
    note: &str,
    by: AccountId,
    now: DateTime<Utc>,
) -> Result<()> {
    let row: impacts::store::Row = impact_rows::table
        .inner_join(choices::table)
        .filter(choices::round_id.eq(round).and(impact_rows::id.eq(impact)))
        .select(impacts::store::Row::as_select())
        .first(conn)?;
    impacts::moves::make(conn, &row, ImpactMove::Prioritise, note, by, now)
}

/// Which of the chosen impacts can't be prioritised.
fn refused(pointer: &str, error: ApiError) -> ApiError {
    if matches!(error, ApiError::NotFound) {
        ApiError::field(pointer, "unknown")
    } else if matches!(error, ApiError::Conflict(_)) {
        ApiError::field(pointer, "not_validated")
    } else {
        error
    }
}
