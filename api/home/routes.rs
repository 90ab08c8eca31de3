//! The first page.

use actix_web::{get, web};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

use super::policy::GetHome;
use super::waiting::waits_for;
use crate::app::System;
use crate::authz::{Action, Permit};
use crate::db::Conn;
use crate::error::Result;
use crate::grievances::domain::State;
use crate::grievances::list::{self, ListQuery, Sort};
use crate::grievances::policy::{CountGrievances, HeedPressure, ListGrievances};
use crate::grievances::store::Case;
use crate::grievances::view::{GrievanceSummary, StateCount};
use crate::grievances::{render, tally, withdrawals};

/// Cases of one kind that the page shows; the list has the rest.
const SHOWN: i64 = 5;

pub fn routes(api: &mut ServiceConfig) {
    api.service(get_home);
}

/// What waits for the caller, what changed, and how many cases there are.
#[derive(Serialize, ToSchema)]
pub struct Home {
    /// The most pressing first.
    pub waiting: Vec<Waiting>,
    /// The latest changes within reach.
    pub changed: Vec<GrievanceSummary>,
    pub figures: Vec<StateCount>,
}

/// A case and the move that it waits for.
#[derive(Serialize, ToSchema)]
pub struct Waiting {
    /// The operation's id.
    pub action: &'static str,
    pub grievance: GrievanceSummary,
}

/// The caller's first page.
#[utoipa::path(tag = "home", responses((status = OK, body = Home)))]
#[get("/home")]
async fn get_home(permit: Permit<GetHome>, system: web::Data<System>) -> Result<web::Json<Home>> {
    Ok(web::Json(system.db.read(move |conn| home(conn, &permit)).await?))
}

fn home(conn: &mut Conn, permit: &Permit<GetHome>) -> Result<Home> {
    // An administrator reads no cases: the page then has figures only.
    let Ok(reads) = permit.also::<ListGrievances>() else {
        return Ok(Home { waiting: vec![], changed: vec![], figures: figures(conn, permit)? });
    };
    let changed = few(conn, &reads, None, Sort::Updated)?;
    Ok(Home {
        waiting: waiting(conn, permit, &reads)?,
        changed: render::summaries(conn, changed, permit.actor())?,
        figures: figures(conn, permit)?,
    })
}

fn waiting(conn: &mut Conn, permit: &Permit<GetHome>, reads: &Permit<ListGrievances>) -> Result<Vec<Waiting>> {
    let mut all = pressed(conn, permit, reads)?;
    for (state, operations) in waits_for(permit.role()) {
        let cases = few(conn, reads, Some(*state), Sort::Due)?;
        for grievance in render::summaries(conn, cases, permit.actor())? {
            let next = operations.iter().find(|operation| grievance.actions().contains(operation));
            all.extend(next.map(|action| Waiting { action, grievance }));
        }
    }
    Ok(all)
}

/// Withdrawals under pressure that a focal point has not seen to yet; for everybody else there are none.
fn pressed(conn: &mut Conn, permit: &Permit<GetHome>, reads: &Permit<ListGrievances>) -> Result<Vec<Waiting>> {
    let Ok(heeds) = permit.also::<HeedPressure>() else { return Ok(vec![]) };
    let cases = withdrawals::unheeded(conn, reads, &heeds, SHOWN)?;
    let summaries = render::summaries(conn, cases, permit.actor())?;
    let action = HeedPressure::OPERATION;
    Ok(summaries.into_iter().map(|grievance| Waiting { action, grievance }).collect())
}

fn figures(conn: &mut Conn, permit: &Permit<GetHome>) -> Result<Vec<StateCount>> {
    let Ok(counts) = permit.also::<CountGrievances>() else { return Ok(vec![]) };
    let by_state = tally::by_state(conn, &counts)?;
    Ok(by_state.into_iter().map(|(state, count)| StateCount { state, count }).collect())
}

/// The first cases of a list, without the one more that tells of a next page.
fn few(conn: &mut Conn, reads: &Permit<ListGrievances>, state: Option<State>, sort: Sort) -> Result<Vec<Case>> {
    let query = ListQuery { state, sort: Some(sort), limit: Some(SHOWN), ..ListQuery::default() };
    let mut cases = list::list(conn, reads, &query)?;
    cases.truncate(usize::try_from(SHOWN).unwrap_or_default());
    Ok(cases)
}
