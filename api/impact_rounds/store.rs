//! Reading rounds, within reach only, and opening new ones.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::ImpactRoundId;
use super::domain::{RoundState, VotingMethod};
use super::input::NewImpactRound;
use super::policy::{CreateImpactRound, ListImpactRounds};
use super::scope::within;
use crate::accounts::AccountId;
use crate::authz::{Action, Permit};
use crate::db::types::Moment;
use crate::db::{Backend, Conn};
use crate::error::{ApiError, FieldError, Result};
use crate::http::{Cursor, Version};
use crate::impacts::{self, ImpactId};
use crate::places::PlaceId;
use crate::programmes::ProgrammeId;
use crate::schema::{impact_round_choices as choices, impact_rounds as rounds, impacts as impact_rows};
use crate::sites::SiteId;

/// A round as the database holds it.
#[derive(Clone, Queryable, Selectable)]
#[diesel(table_name = rounds)]
pub struct Row {
    pub id: ImpactRoundId,
    pub version: Version,
    pub programme_id: ProgrammeId,
    pub title: String,
    pub method: VotingMethod,
    pub place_id: Option<PlaceId>,
    pub site_id: Option<SiteId>,
    pub budget: i64,
    pub numbers: i64,
    pub by_account: bool,
    pub participants: i64,
    pub closed_at: Option<Moment>,
    pub created_at: Moment,
}

impl Row {
    pub fn state(&self) -> RoundState {
        if self.closed_at.is_some() { RoundState::Closed } else { RoundState::Open }
    }
}

/// The round, if within the permit's reach; 404 otherwise.
pub fn find<A: Action>(conn: &mut Conn, permit: &Permit<A>, id: ImpactRoundId) -> Result<Row> {
    Ok(rounds::table
        .filter(rounds::id.eq(id))
        .filter(within(&permit.scope()?)?)
        .select(Row::as_select())
        .first(conn)?)
}

/// A round that the caller has just written, whoever may read it.
pub(crate) fn reread(conn: &mut Conn, id: ImpactRoundId) -> Result<Row> {
    Ok(rounds::table.find(id).select(Row::as_select()).first(conn)?)
}

/// The rounds within reach, the latest first, one more than the page holds.
pub fn list(conn: &mut Conn, permit: &Permit<ListImpactRounds>, after: Option<Cursor>, limit: i64) -> Result<Vec<Row>> {
    let mut rows = rounds::table
        .filter(within(&permit.scope()?)?)
        .order(rounds::id.desc())
        .limit(limit + 1)
        .select(Row::as_select())
        .into_boxed::<Backend>();
    if let Some(Cursor { key: _, id }) = after {
        let last: ImpactRoundId = id.parse().map_err(|_| ApiError::field("?after", "unknown"))?;
        rows = rows.filter(rounds::id.lt(last));
    }
    Ok(rows.load(conn)?)
}

/// Opens a round on impacts of one of the caller's programmes.
pub fn create(
    conn: &mut Conn,
    permit: &Permit<CreateImpactRound>,
    new: &NewImpactRound,
    now: DateTime<Utc>,
) -> Result<Row> {
    let within = permit.actor().programmes.contains(&new.programme_id);
    if !within {
        return Err(ApiError::field("/programme_id", "unknown"));
    }
    let id = insert(conn, new, permit.account()?, now)?;
    reread(conn, id)
}

/// Writes a new round, whoever may open it.
pub fn insert(conn: &mut Conn, new: &NewImpactRound, by: AccountId, now: DateTime<Utc>) -> Result<ImpactRoundId> {
    check(new)?;
    check_impacts(conn, new)?;
    let path = new.place_id.map(|place| impacts::store::path_in(conn, new.programme_id, place)).transpose()?;
    impacts::store::company_of(conn, new.site_id)?;
    let id = ImpactRoundId::at(now);
    let row = (
        (rounds::id.eq(id), rounds::programme_id.eq(new.programme_id), rounds::title.eq(new.title.trim())),
        (rounds::method.eq(new.method), rounds::place_id.eq(new.place_id), rounds::place_path.eq(path)),
        (rounds::site_id.eq(new.site_id), rounds::budget.eq(new.budget), rounds::numbers.eq(new.numbers)),
        (rounds::by_account.eq(new.by_account), rounds::created_by.eq(by), rounds::created_at.eq(Moment::from(now))),
    );
    diesel::insert_into(rounds::table).values(row).execute(conn)?;
    for (position, impact) in (0_i64..).zip(&new.impact_ids) {
        let row = (choices::round_id.eq(id), choices::impact_id.eq(impact), choices::position.eq(position));
        diesel::insert_into(choices::table).values(row).execute(conn)?;
    }
    Ok(id)
}

fn check(new: &NewImpactRound) -> Result<()> {
    let mut refused = vec![];
    if new.title.trim().chars().count() < 3 {
        refused.push(("/title", "too_short"));
    }
    match new.method {
        VotingMethod::Ballots if new.numbers == 0 && !new.by_account => refused.push(("/numbers", "required")),
        VotingMethod::Ballots => {}
        VotingMethod::ShowOfHands => {
            refused.extend((new.numbers > 0).then_some(("/numbers", "not_for_a_show_of_hands")));
            refused.extend(new.by_account.then_some(("/by_account", "not_for_a_show_of_hands")));
        }
    }
    if new.by_account && new.place_id.is_none() {
        refused.push(("/place_id", "required"));
    }
    let field = |(pointer, code): (&str, &str)| FieldError { pointer: pointer.into(), code: code.into() };
    if refused.is_empty() { Ok(()) } else { Err(ApiError::Invalid(refused.into_iter().map(field).collect())) }
}

/// Each once, of the programme, still to be prioritised, and public where representatives vote.
fn check_impacts(conn: &mut Conn, new: &NewImpactRound) -> Result<()> {
    let known: Vec<(ImpactId, bool)> = impact_rows::table
        .filter(impact_rows::id.eq_any(&new.impact_ids))
        .filter(impact_rows::programme_id.eq(new.programme_id))
        .select((impact_rows::id, impact_rows::published))
        .load(conn)?;
    let mut refused = vec![];
    for (place, id) in new.impact_ids.iter().enumerate() {
        let code = match known.iter().find(|(known, _)| known == id) {
            None => Some("unknown"),
            Some(_) if new.impact_ids.iter().take(place).any(|earlier| earlier == id) => Some("duplicate"),
            Some((_, published)) if new.by_account && !published => Some("not_published"),
            Some(_) => None,
        };
        refused.extend(code.map(|code| FieldError { pointer: format!("/impact_ids/{place}"), code: code.into() }));
    }
    if refused.is_empty() { Ok(()) } else { Err(ApiError::Invalid(refused)) }
}
