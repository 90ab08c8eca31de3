//! The first page.

use actix_web::{get, web};
use chrono::{NaiveDate, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::policy::GetHome;
use super::waiting::waits_for;
use crate::agreements;
use crate::agreements::policy::ListAgreements;
use crate::agreements::view::AgreementSummary;
use crate::app::System;
use crate::authz::{Permit, Role};
use crate::commitments::policy::ListCommitments;
use crate::commitments::waiting::{WaitingCommitment, waiting as waiting_promises};
use crate::db::Conn;
use crate::engagements::open;
use crate::engagements::policy::ListEngagements;
use crate::engagements::view::Engagement;
use crate::error::Result;
use crate::focus_groups::policy::ListFocusGroups;
use crate::focus_groups::waiting::{self, WaitingFocusGroup};
use crate::grant_applications::policy::ListGrantApplications;
use crate::grant_applications::waiting::{WaitingGrantApplication, waiting as waiting_applications};
use crate::grievances::domain::{Audience, State, audience};
use crate::grievances::list::{self, ListQuery, Sort};
use crate::grievances::policy::{CountGrievances, ListGrievances};
use crate::grievances::store::Case;
use crate::grievances::view::{GrievanceSummary, StateCount};
use crate::grievances::{counts, render};
use crate::http::Routes;
use crate::meetings::policy::ListMeetings;
use crate::meetings::waiting::{WaitingMeeting, waiting as waiting_meetings};

/// Cases of one kind that the page shows; the list has the rest.
const SHOWN: i64 = 5;

pub fn routes(api: &mut impl Routes) {
    api.service(get_home);
}

/// What waits for the caller, what changed, and how many cases there are.
#[derive(Serialize, ToSchema)]
pub struct Home {
    /// The most pressing first.
    pub waiting: Vec<Waiting>,
    /// What the caller is to do after contacts with stakeholders, the one that is due first before the others.
    pub follow_ups: Vec<Engagement>,
    /// Focus groups that wait for the caller, their facilitator.
    pub waiting_focus_groups: Vec<WaitingFocusGroup>,
    /// Agreements that wait for the signature of the caller's side.
    pub unsigned_agreements: Vec<AgreementSummary>,
    /// Promises that the caller's side owes, and those that the caller is to look at.
    pub waiting_commitments: Vec<WaitingCommitment>,
    /// Meetings that wait for the caller's answer, and those that the caller leads.
    pub waiting_meetings: Vec<WaitingMeeting>,
    /// Applications for grants that the caller is to finish, to say more of, or to look at.
    pub waiting_grant_applications: Vec<WaitingGrantApplication>,
    /// The latest changes within reach.
    pub changed: Vec<GrievanceSummary>,
    pub figures: Vec<StateCount>,
    /// Of figures in fives: the day on which they were counted.
    pub figures_as_of: Option<NaiveDate>,
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
        let (figures, figures_as_of) = figures(conn, permit)?;
        return Ok(Home {
            waiting: vec![],
            follow_ups: vec![],
            waiting_focus_groups: vec![],
            unsigned_agreements: vec![],
            waiting_commitments: vec![],
            waiting_meetings: vec![],
            waiting_grant_applications: vec![],
            changed: vec![],
            figures,
            figures_as_of,
        });
    };
    let changed = few(conn, &reads, None, Sort::Updated)?;
    let (figures, figures_as_of) = figures(conn, permit)?;
    Ok(Home {
        waiting: waiting(conn, permit, &reads)?,
        follow_ups: follow_ups(conn, permit)?,
        waiting_focus_groups: focus_groups(conn, permit)?,
        unsigned_agreements: unsigned(conn, permit)?,
        waiting_commitments: commitments(conn, permit)?,
        waiting_meetings: meetings(conn, permit)?,
        waiting_grant_applications: applications(conn, permit)?,
        changed: render::summaries(conn, changed, permit.actor())?,
        figures,
        figures_as_of,
    })
}

fn waiting(conn: &mut Conn, permit: &Permit<GetHome>, reads: &Permit<ListGrievances>) -> Result<Vec<Waiting>> {
    let mut all = vec![];
    for (state, operations) in waits_for(permit.role()) {
        let cases = few(conn, reads, Some(*state), pressing(permit.role()))?;
        for grievance in render::summaries(conn, cases, permit.actor())? {
            let next = operations.iter().find(|operation| grievance.actions().contains(operation));
            all.extend(next.map(|action| Waiting { action, grievance }));
        }
    }
    Ok(all)
}

fn follow_ups(conn: &mut Conn, permit: &Permit<GetHome>) -> Result<Vec<Engagement>> {
    let Ok(permit) = permit.also::<ListEngagements>() else { return Ok(vec![]) };
    open::own(conn, &permit, SHOWN, Utc::now())
}

fn unsigned(conn: &mut Conn, permit: &Permit<GetHome>) -> Result<Vec<AgreementSummary>> {
    match permit.also::<ListAgreements>() {
        Ok(reads) => {
            let rows = agreements::list::unsigned(conn, &reads, SHOWN)?;
            agreements::render::summaries(conn, rows)
        }
        Err(_) => Ok(vec![]),
    }
}

fn commitments(conn: &mut Conn, permit: &Permit<GetHome>) -> Result<Vec<WaitingCommitment>> {
    match permit.also::<ListCommitments>() {
        Ok(reads) => waiting_promises(conn, &reads, SHOWN, Utc::now()),
        Err(_) => Ok(vec![]),
    }
}

fn meetings(conn: &mut Conn, permit: &Permit<GetHome>) -> Result<Vec<WaitingMeeting>> {
    match permit.also::<ListMeetings>() {
        Ok(reads) => waiting_meetings(conn, &reads, SHOWN, Utc::now()),
        Err(_) => Ok(vec![]),
    }
}

fn applications(conn: &mut Conn, permit: &Permit<GetHome>) -> Result<Vec<WaitingGrantApplication>> {
    match permit.also::<ListGrantApplications>() {
        Ok(reads) => waiting_applications(conn, &reads, SHOWN, Utc::now()),
        Err(_) => Ok(vec![]),
    }
}

fn focus_groups(conn: &mut Conn, permit: &Permit<GetHome>) -> Result<Vec<WaitingFocusGroup>> {
    match permit.also::<ListFocusGroups>() {
        Ok(reads) => waiting::waiting(conn, &reads, SHOWN, Utc::now()),
        Err(_) => Ok(vec![]),
    }
}

fn figures(conn: &mut Conn, permit: &Permit<GetHome>) -> Result<(Vec<StateCount>, Option<NaiveDate>)> {
    let Ok(permit) = permit.also::<CountGrievances>() else { return Ok((vec![], None)) };
    counts::by_state_alone(conn, &permit)
}

/// Deadlines are for staff; for everybody else what came first is the most pressing.
fn pressing(role: Role) -> Sort {
    match audience(role) {
        Audience::Staff => Sort::Due,
        Audience::Respondent => Sort::Oldest,
    }
}

/// The first cases of a list, without the one more that tells of a next page.
fn few(conn: &mut Conn, reads: &Permit<ListGrievances>, state: Option<State>, sort: Sort) -> Result<Vec<Case>> {
    let query = ListQuery { state, sort: Some(sort), limit: Some(SHOWN), ..ListQuery::default() };
    let mut cases = list::list(conn, reads, &query)?.cases;
    cases.truncate(usize::try_from(SHOWN).unwrap_or_default());
    Ok(cases)
}
