//! Moving a case on: the one way in which a case changes.

use actix_web::body::BoxBody;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, Responder};
use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use super::GrievanceId;
use super::beside::Beside;
use super::domain::{
    Asked, Author, Category, Made, Maker, Move, Sensitivity, Severity, SharedWith, State, Track, check,
};
use super::indexed::{index, index_released};
use super::store::{self, Case};
use super::view::{Grievance, MyCase};
use super::{clock, duplicates, news, render, standings};
use crate::accounts::AccountId;
use crate::app::System;
use crate::audit::{self, Subject};
use crate::authz::{Action, Permit, Reporter, Who};
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::{ApiError, Result};
use crate::exports;
use crate::http::version::{changed_one, still};
use crate::http::{IfMatch, Tagged};
use crate::impacts;
use crate::meetings;
use crate::organisations::OrganisationId;
use crate::protection::check_ins;
use crate::protection::check_ins::domain::CountedFrom;
use crate::schema::{grievance_events, grievance_messages, grievances};
use crate::sites::SiteId;

/// What a move writes into the case, beside its state; what is `None` stays.
#[derive(Default, AsChangeset)]
#[diesel(table_name = grievances)]
pub struct Change {
    pub category: Option<Category>,
    pub severity: Option<Severity>,
    pub sensitivity: Option<Sensitivity>,
    pub track: Option<Track>,
    pub site_id: Option<Option<SiteId>>,
    pub respondent_id: Option<Option<OrganisationId>>,
    pub owner_id: Option<Option<AccountId>>,
    pub summary: Option<String>,
    pub summary_author_id: Option<AccountId>,
    pub released_by: Option<AccountId>,
    pub released_at: Option<Moment>,
    pub escalation_level: Option<i64>,
    pub remedy: Option<String>,
    pub remedy_due_on: Option<Option<NaiveDate>>,
    pub proposed_at: Option<Moment>,
    pub confirmed_at: Option<Option<Moment>>,
    pub rating: Option<Option<i64>>,
    pub rating_comment: Option<Option<String>>,
}

impl Change {
    /// What the reporter said at the end of a case counts no more once it goes on. The timeline keeps it.
    fn begun_again(self) -> Self {
        Self { confirmed_at: Some(None), rating: Some(None), rating_comment: Some(None), ..self }
    }
}

/// A message that a move sends.
pub struct Message {
    pub author: Author,
    pub shared_with: SharedWith,
    pub body: String,
}

impl Message {
    /// Words of the programme, to the reporter.
    pub fn to_reporter(body: String) -> Self {
        Self { author: Author::Programme, shared_with: SharedWith::Reporter, body }
    }

    /// Words of the reporter, to the programme.
    pub fn of_reporter(body: String) -> Self {
        Self { author: Author::Reporter, shared_with: SharedWith::Programme, body }
    }
}

/// What a move does besides changing the state.
#[derive(Default)]
pub struct Step {
    pub change: Change,
    /// For the timeline; staff read it.
    pub note: Option<String>,
    pub message: Option<Message>,
    /// Whose answer the case then waits for.
    pub asked: Option<Asked>,
    /// The case under which it then goes on.
    pub duplicate_of: Option<GrievanceId>,
}

/// Who makes a move, and under which operation.
pub struct Mover {
    pub who: Who,
    pub maker: Maker,
    pub operation: &'static str,
}

/// What answers a move: the case as it is then, or nothing if the move took it out of its maker's reach.
pub enum Moved {
    Case(Box<Tagged<Grievance>>),
    Gone,
}

impl Responder for Moved {
    type Body = BoxBody;

    fn respond_to(self, request: &HttpRequest) -> HttpResponse {
        match self {
            Self::Case(case) => case.respond_to(request),
            Self::Gone => HttpResponse::NoContent().finish(),
        }
    }
}

/// Makes a move of staff or respondents.
pub async fn make<A: Action>(
    system: &Data<System>,
    permit: Permit<A>,
    id: GrievanceId,
    expected: IfMatch,
    made: Move,
    prepare: impl FnOnce(&mut Conn, &Case, DateTime<Utc>) -> Result<Step> + Send + 'static,
) -> Result<Moved> {
    system
        .db
        .write(move |conn| {
            lead(conn, &permit, id, expected, made, prepare, Utc::now())?;
            let Some(case) = store::find(conn, &permit, id).map(Some).or_else(if_gone)? else {
                return Ok(Moved::Gone);
            };
            let case = render::grievance(conn, &case, permit.actor())?;
            Ok(Moved::Case(Box::new(Tagged(case.version(), case))))
        })
        .await
}

fn if_gone(error: ApiError) -> Result<Option<Case>> {
    if matches!(error, ApiError::NotFound) { Ok(None) } else { Err(error) }
}

/// Makes a move of staff or respondents within a transaction.
pub fn lead<A: Action>(
    conn: &mut Conn,
    permit: &Permit<A>,
    id: GrievanceId,
    expected: IfMatch,
    made: Move,
    prepare: impl FnOnce(&mut Conn, &Case, DateTime<Utc>) -> Result<Step>,
    now: DateTime<Utc>,
) -> Result<()> {
    let case = store::find(conn, permit, id)?;
    let maker = Maker { account: Some(permit.account()?), role: Some(permit.role()) };
    let mover = Mover { who: permit.who(), maker, operation: A::OPERATION };
    apply_with(conn, &case, expected, &mover, made, prepare, now)
}

/// Makes a move of the reporter.
pub async fn make_own(
    system: &Data<System>,
    reporter: Reporter,
    expected: IfMatch,
    made: Move,
    operation: &'static str,
    prepare: impl FnOnce(&mut Conn, &Case, DateTime<Utc>) -> Result<Step> + Send + 'static,
) -> Result<Tagged<MyCase>> {
    let case = system
        .db
        .write(move |conn| {
            let now = Utc::now();
            let case = store::find_own(conn, &reporter)?;
            let mover = Mover { who: Reporter::who(), maker: Maker::REPORTER, operation };
            apply_with(conn, &case, expected, &mover, made, prepare, now)?;
            let case = store::reread(conn, case.id)?;
            render::my_case(conn, &case)
        })
        .await?;
    Ok(Tagged(case.version, case))
}

/// Makes a move whose step is known.
pub fn apply(
    conn: &mut Conn,
    case: &Case,
    expected: IfMatch,
    mover: &Mover,
    made: Move,
    step: Step,
    now: DateTime<Utc>,
) -> Result<()> {
    apply_with(conn, case, expected, mover, made, |_, _, _| Ok(step), now)
}

/// Writes a move: the case, its timeline, its message, the search index and the audit trail, or nothing. What it does
/// besides is prepared once it is clear that it may be made.
fn apply_with(
    conn: &mut Conn,
    case: &Case,
    expected: IfMatch,
    mover: &Mover,
    made: Move,
    prepare: impl FnOnce(&mut Conn, &Case, DateTime<Utc>) -> Result<Step>,
    now: DateTime<Utc>,
) -> Result<()> {
    still(case.version, expected)?;
    let beside = Beside::of(conn, case)?;
    let to = check(made, &beside.facts(case, mover.maker), now).map_err(ApiError::Conflict)?;
    let Step { change, note, message, asked, duplicate_of } = prepare(conn, case, now)?;
    let change = if to.is_open() && !case.state.is_open() { change.begun_again() } else { change };
    let released = change.released_at.is_some();
    let other_track = change.track.is_some_and(|track| track != case.track);
    let new_words = change.summary.is_some() || message.is_some() || other_track;
    if other_track {
        exports::store::forget_showing(conn, case.id)?;
        impacts::links::forget(conn, case.id)?;
    }
    let by = mover.maker.account;
    let target = grievances::table.filter(grievances::id.eq(case.id)).filter(grievances::version.eq(case.version));
    let set = (
        change,
        grievances::state.eq(to),
        grievances::version.eq(case.version + 1),
        grievances::updated_at.eq(Moment::from(now)),
    );
    changed_one(diesel::update(target).set(set).execute(conn)?)?;
    if other_track {
        // Not before: who puts the case on an agenda at this moment holds its row.
        meetings::agenda::store::forget(conn, case.id)?;
    }
    let standing = beside.standing;
    let after = standing.after(&Made { made, from: case.state, to, by, asked, duplicate_of, at: now });
    standings::keep(conn, case.id, standing, after)?;
    note_event(conn, case.id, made, Some(case.state), to, by, note, now)?;
    if let Some(message) = message {
        send(conn, case.id, by, message, now)?;
    }
    if new_words {
        index(conn, case.id)?;
    }
    if released {
        index_released(conn, case.id)?;
        check_ins::store::plan(conn, case.id, CountedFrom::Release, now)?;
    }
    if let Some(other) = duplicate_of {
        duplicates::goes_on(conn, other)?;
    }
    let moved_on = store::reread(conn, case.id)?;
    clock::refresh(conn, &moved_on, now)?;
    news::of_move(conn, &moved_on, made, by, case.owner_id, now)?;
    let detail = if case.state == to { String::new() } else { format!("{} -> {to}", case.state) };
    audit::record(conn, &mover.who, mover.operation, &Subject::new("grievance", case.id), &detail, now)
}

/// Adds a step to the timeline.
#[expect(clippy::too_many_arguments, reason = "an event is these values; a struct for one call would only move them")]
pub fn note_event(
    conn: &mut Conn,
    case: GrievanceId,
    made: Move,
    from: Option<State>,
    to: State,
    account: Option<AccountId>,
    note: Option<String>,
    now: DateTime<Utc>,
) -> Result<()> {
    diesel::insert_into(grievance_events::table)
        .values((
            grievance_events::id.eq(String::from(GrievanceId::at(now))),
            grievance_events::grievance_id.eq(case),
            grievance_events::at.eq(Moment::from(now)),
            grievance_events::made.eq(made),
            grievance_events::from_state.eq(from),
            grievance_events::to_state.eq(to),
            grievance_events::account_id.eq(account),
            grievance_events::note.eq(note),
        ))
        .execute(conn)?;
    Ok(())
}

/// Adds a message to a case.
pub fn send(
    conn: &mut Conn,
    case: GrievanceId,
    account: Option<AccountId>,
    message: Message,
    now: DateTime<Utc>,
) -> Result<()> {
    let Message { author, shared_with, body } = message;
    diesel::insert_into(grievance_messages::table)
        .values((
            grievance_messages::id.eq(String::from(GrievanceId::at(now))),
            grievance_messages::grievance_id.eq(case),
            grievance_messages::at.eq(Moment::from(now)),
            grievance_messages::author.eq(author),
            grievance_messages::account_id.eq(account),
            grievance_messages::shared_with.eq(shared_with),
            grievance_messages::body.eq(body),
        ))
        .execute(conn)?;
    Ok(())
}
