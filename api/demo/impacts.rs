//! The demonstration's impacts: what people of its three areas say, in every state, and three votes on them.

use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;
use serde::Deserialize;

use super::PROGRAMME;
use super::cast::Cast;
use super::directory::{Directory, find};
use super::files::{IMPACTS, read};
use crate::accounts::AccountId;
use crate::db::Conn;
use crate::error::{ApiError, Result};
use crate::grievances::GrievanceId;
use crate::grievances::clock::day_of;
use crate::grievances::domain::{Category, Track};
use crate::impact_rounds::domain::VotingMethod;
use crate::impact_rounds::input::{CountedHands, DotsOfImpact, NewImpactRound};
use crate::impact_rounds::{self, Voter};
use crate::impacts::domain::{
    AffectedGroup, ImpactBasis, ImpactDirection, ImpactExtent, ImpactMove, ImpactSourceKind, ImpactState,
};
use crate::impacts::input::{NewImpact, NewImpactSource};
use crate::impacts::{ImpactId, links, moves, sources, store};
use crate::programmes::ProgrammeId;
use crate::schema::{grievances, impacts};
use crate::sites::SiteId;

/// When the first of them was recorded; the last one came ten days ago.
const FIRST_DAYS_AGO: i64 = 150;
const LAST_DAYS_AGO: i64 = 10;

#[derive(Deserialize)]
struct File {
    impacts: Vec<Told>,
    notes: Notes,
    rounds: Vec<Round>,
}

#[derive(Deserialize)]
struct Told {
    place: String,
    site: Option<String>,
    title: String,
    description: String,
    category: Category,
    direction: ImpactDirection,
    basis: ImpactBasis,
    severity: i64,
    likelihood: i64,
    extent: ImpactExtent,
    affected: Vec<AffectedGroup>,
    /// How far it has come.
    step: ImpactState,
    observed: String,
}

/// Reasons that are taken in turns.
#[derive(Deserialize)]
struct Notes {
    validate: Vec<String>,
    publish: Vec<String>,
    prioritise: Vec<String>,
    put_on_agenda: Vec<String>,
    address: Vec<String>,
    dismiss: Vec<String>,
}

#[derive(Deserialize)]
struct Round {
    title: String,
    method: VotingMethod,
    place: String,
    budget: i64,
    numbers: i64,
    by_account: bool,
    days_ago: i64,
    closed: bool,
    /// The dots of each participant.
    ballots: Vec<Vec<i64>>,
    hands: Option<Hands>,
}

#[derive(Deserialize)]
struct Hands {
    participants: i64,
    dots: Vec<i64>,
}

pub fn load(conn: &mut Conn, known: &Directory, now: DateTime<Utc>) -> Result<()> {
    let File { impacts, notes, rounds } = read(IMPACTS)?;
    let programme = find(&known.programmes, PROGRAMME)?;
    let cast = Cast::of(known, programme);
    let count = i64::try_from(impacts.len()).unwrap_or(1).max(1);
    for (number, told) in impacts.iter().enumerate() {
        let place = i64::try_from(number).unwrap_or_default();
        let days = FIRST_DAYS_AGO - place * (FIRST_DAYS_AGO - LAST_DAYS_AGO) / count;
        let at = now - TimeDelta::days(days) - TimeDelta::minutes(place * 11 % 300);
        let by = cast.owner(number)?.id;
        let id = record(conn, known, programme, told, by, at)?;
        lead(conn, id, told.step, (&notes, number), by, at)?;
    }
    rounds.iter().enumerate().try_for_each(|(number, round)| {
        vote(conn, known, programme, round, cast.owner(number)?.id, now - TimeDelta::days(round.days_ago))
    })
}

fn record(
    conn: &mut Conn,
    known: &Directory,
    programme: ProgrammeId,
    told: &Told,
    by: AccountId,
    at: DateTime<Utc>,
) -> Result<ImpactId> {
    let site = told.site.as_ref().map(|site| find(&known.sites, site)).transpose()?.map(|(site, _)| site);
    let new = NewImpact {
        programme_id: programme,
        title: told.title.clone(),
        description: told.description.clone(),
        category: told.category,
        direction: told.direction,
        basis: told.basis,
        severity: told.severity,
        likelihood: told.likelihood,
        extent: told.extent,
        affected: told.affected.clone(),
        site_id: site,
        place_id: find(&known.places, &told.place)?,
        reported_on: Some(day_of(at)),
        sources: vec![],
    };
    let id = store::insert(conn, &new, by, at)?;
    let observed = NewImpactSource {
        kind: ImpactSourceKind::Observed,
        grievance_id: None,
        observed: Some(told.observed.clone()),
        day: Some(day_of(at)),
    };
    sources::insert(conn, id, &observed, by, at)?;
    for (number, case) in cases(conn, site, told.category)?.into_iter().enumerate() {
        let heard =
            NewImpactSource { kind: ImpactSourceKind::Grievance, grievance_id: Some(case), observed: None, day: None };
        // It was heard in the first; the others are where it is dealt with.
        if number == 0 {
            sources::insert(conn, id, &heard, by, at + TimeDelta::hours(1))?;
        } else {
            links::insert(conn, id, case, by, at + TimeDelta::hours(1))?;
        }
    }
    Ok(id)
}

/// A few cases around a site about the same, never of the protection track.
fn cases(conn: &mut Conn, site: Option<SiteId>, category: Category) -> Result<Vec<GrievanceId>> {
    let Some(site) = site else { return Ok(vec![]) };
    Ok(grievances::table
        .filter(grievances::site_id.eq(site).and(grievances::category.eq(category)))
        .filter(grievances::track.eq(Track::Normal))
        .order(grievances::reference)
        .select(grievances::id)
        .limit(3)
        .load(conn)?)
}

/// The moves that lead to a state, with the publication of what was confirmed.
fn way(step: ImpactState) -> Vec<ImpactMove> {
    use ImpactMove::{Address, Dismiss, Prioritise, Publish, PutOnAgenda, Validate};
    let way = [Validate, Publish, Prioritise, PutOnAgenda, Address];
    match step {
        ImpactState::Reported => vec![],
        ImpactState::Dismissed => vec![Dismiss],
        ImpactState::Validated => way.into_iter().take(2).collect(),
        ImpactState::Prioritised => way.into_iter().take(3).collect(),
        ImpactState::OnAgenda => way.into_iter().take(4).collect(),
        ImpactState::Addressed => way.to_vec(),
    }
}

fn lead(
    conn: &mut Conn,
    id: ImpactId,
    step: ImpactState,
    (notes, number): (&Notes, usize),
    by: AccountId,
    at: DateTime<Utc>,
) -> Result<()> {
    for (day, made) in (1_i64..).zip(way(step)) {
        // One in five of what was only confirmed waits for somebody to look it over.
        if made == ImpactMove::Publish && step == ImpactState::Validated && number % 5 == 3 {
            continue;
        }
        let row = impacts::table.find(id).select(store::Row::as_select()).first(conn)?;
        moves::make(conn, &row, made, reason(notes, made, number)?, by, at + TimeDelta::days(day))?;
    }
    Ok(())
}

fn reason(notes: &Notes, made: ImpactMove, number: usize) -> Result<&str> {
    let Notes { validate, publish, prioritise, put_on_agenda, address, dismiss } = notes;
    let all = match made {
        ImpactMove::Validate => validate,
        ImpactMove::Publish => publish,
        ImpactMove::Prioritise => prioritise,
        ImpactMove::PutOnAgenda => put_on_agenda,
        ImpactMove::Address => address,
        ImpactMove::Dismiss => dismiss,
        ImpactMove::Report | ImpactMove::Change | ImpactMove::Return | ImpactMove::WithdrawPublication => {
            return Err(ApiError::Internal);
        }
    };
    all.get(number % all.len().max(1)).map(String::as_str).ok_or(ApiError::Internal)
}

fn vote(
    conn: &mut Conn,
    known: &Directory,
    programme: ProgrammeId,
    round: &Round,
    by: AccountId,
    at: DateTime<Utc>,
) -> Result<()> {
    let place = find(&known.places, &round.place)?;
    let ids: Vec<ImpactId> = impacts::table
        .filter(impacts::place_id.eq(place))
        .filter(impacts::state.ne(ImpactState::Reported).and(impacts::state.ne(ImpactState::Dismissed)))
        .order(impacts::id)
        .select(impacts::id)
        .limit(4)
        .load(conn)?;
    let new = NewImpactRound {
        programme_id: programme,
        title: round.title.clone(),
        method: round.method,
        place_id: Some(place),
        site_id: None,
        budget: round.budget,
        numbers: round.numbers,
        by_account: round.by_account,
        impact_ids: ids.clone(),
    };
    let id = impact_rounds::store::insert(conn, &new, by, at)?;
    let dots = |given: &[i64]| -> Vec<DotsOfImpact> {
        let each = ids.iter().zip(given).filter(|(_, dots)| **dots > 0);
        each.map(|(impact_id, dots)| DotsOfImpact { impact_id: *impact_id, dots: *dots }).collect()
    };
    for (number, ballot) in (1_i64..).zip(&round.ballots) {
        let row = impact_rounds::store::reread(conn, id)?;
        impact_rounds::cast(conn, &row, Voter::Number(number), &dots(ballot))?;
    }
    if let Some(Hands { participants, dots: given }) = &round.hands {
        let row = impact_rounds::store::reread(conn, id)?;
        let counted = CountedHands { participants: *participants, dots: dots(given) };
        impact_rounds::count_hands(conn, &row, &counted)?;
    }
    if round.closed {
        let row = impact_rounds::store::reread(conn, id)?;
        impact_rounds::close(conn, &row, at + TimeDelta::hours(2))?;
    }
    Ok(())
}
