//! Moving a case on: the one way in which a case changes.

use actix_web::web::Data;
use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use super::GrievanceId;
use super::domain::{Author, Category, Move, Sensitivity, Severity, SharedWith, State, Track, check, due};
use super::news;
use super::policy;
use super::render;
use super::store::{self, Case};
use super::view::{Grievance, MyCase};
use crate::accounts::AccountId;
use crate::app::System;
use crate::audit::{self, Subject};
use crate::authz::{Action, Permit, Reporter, Who};
use crate::db::Conn;
use crate::db::search::{self, Kind};
use crate::db::types::Moment;
use crate::error::{ApiError, Result};
use crate::http::version::{changed_one, still};
use crate::http::{IfMatch, Tagged};
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
    pub owner_id: Option<AccountId>,
    pub summary: Option<String>,
    pub summary_author_id: Option<AccountId>,
    pub released_by: Option<AccountId>,
    pub released_at: Option<Moment>,
    pub escalation_level: Option<i64>,
    pub remedy: Option<String>,
    pub remedy_due_on: Option<Option<NaiveDate>>,
    pub proposed_at: Option<Moment>,
    pub confirmed_at: Option<Moment>,
    pub rating: Option<i64>,
    pub rating_comment: Option<String>,
}

/// A message that a move sends.
pub struct Message {
    pub author: Author,
    pub shared_with: SharedWith,
    pub body: String,
}

/// What a move does besides changing the state.
#[derive(Default)]
pub struct Step {
    pub change: Change,
    /// For the timeline; staff read it.
    pub note: Option<String>,
    pub message: Option<Message>,
}

/// Who makes a move, and under which operation.
pub struct Mover {
    pub who: Who,
    /// None: the reporter.
    pub account: Option<AccountId>,
    pub operation: &'static str,
}

/// Makes a move of staff or respondents, and answers with the case as it is then.
pub async fn make<A: Action>(
    system: &Data<System>,
    permit: Permit<A>,
    id: GrievanceId,
    expected: IfMatch,
    made: Move,
    prepare: impl FnOnce(&mut Conn, &Case, DateTime<Utc>) -> Result<Step> + Send + 'static,
) -> Result<Tagged<Grievance>> {
    let case = system
        .db
        .write(move |conn| {
            let now = Utc::now();
            let case = store::find(conn, &permit, id)?;
            let mover = Mover { who: permit.who(), account: Some(permit.account()?), operation: A::OPERATION };
            let step = prepare(conn, &case, now)?;
            apply(conn, &case, expected, &mover, made, step, now)?;
            let case = store::reread(conn, id)?;
            render::grievance(conn, &case, permit.actor())
        })
        .await?;
    Ok(Tagged(case.version(), case))
}

/// Makes a move of the reporter.
pub async fn make_own(
    system: &Data<System>,
    reporter: Reporter,
    expected: IfMatch,
    made: Move,
    operation: &'static str,
    prepare: impl FnOnce(DateTime<Utc>) -> Step + Send + 'static,
) -> Result<Tagged<MyCase>> {
    let case = system
        .db
        .write(move |conn| {
            let now = Utc::now();
            let case = store::find_own(conn, &reporter)?;
            let mover = Mover { who: Reporter::who(), account: None, operation };
            apply(conn, &case, expected, &mover, made, prepare(now), now)?;
            let case = store::reread(conn, case.id)?;
            render::my_case(conn, &case)
        })
        .await?;
    Ok(Tagged(case.version, case))
}

/// Writes a move: the case, its timeline, its message, the search index and the audit trail, or nothing.
pub fn apply(
    conn: &mut Conn,
    case: &Case,
    expected: IfMatch,
    mover: &Mover,
    made: Move,
    step: Step,
    now: DateTime<Utc>,
) -> Result<()> {
    still(case.version, expected)?;
    let to = check(made, &case.facts(mover.account), now).map_err(ApiError::Conflict)?;
    let Step { change, note, message } = step;
    let severity = change.severity.or(case.severity);
    let released = change.released_at.is_some();
    let other_track = change.track.is_some_and(|track| track != case.track);
    let new_words = change.summary.is_some() || message.is_some() || other_track;
    let moved = case.state != to || made == Move::Accept;
    let due_at = if moved { due(to, severity, now).map(Moment::from) } else { case.due_at };
    let target = grievances::table.filter(grievances::id.eq(case.id)).filter(grievances::version.eq(case.version));
    let set = (
        change,
        grievances::state.eq(to),
        grievances::due_at.eq(due_at),
        grievances::version.eq(case.version + 1),
        grievances::updated_at.eq(Moment::from(now)),
    );
    changed_one(diesel::update(target).set(set).execute(conn)?)?;
    note_event(conn, case.id, made, Some(case.state), to, mover.account, note, now)?;
    if let Some(message) = message {
        send(conn, case.id, mover.account, message, now)?;
    }
    if new_words {
        index(conn, case.id)?;
    }
    if released {
        index_released(conn, case.id)?;
        check_ins::store::plan(conn, case.id, CountedFrom::Release, now)?;
    }
    let moved_on = store::reread(conn, case.id)?;
    news::of_move(conn, &moved_on, made, mover.account, case.owner_id, now)?;
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

/// Puts the words of a case where the programme's staff search.
pub fn index(conn: &mut Conn, id: GrievanceId) -> Result<()> {
    let case = store::reread(conn, id)?;
    let mut words = vec![case.reference, case.narrative];
    words.extend(case.wish);
    words.extend(case.summary);
    let messages: Vec<String> = grievance_messages::table
        .filter(grievance_messages::grievance_id.eq(id))
        .select(grievance_messages::body)
        .load(conn)?;
    words.extend(messages);
    let (kind, before) = match case.track {
        Track::Normal => (Kind::GrievanceStaff, Kind::GrievanceProtected),
        Track::Protection => (Kind::GrievanceProtected, Kind::GrievanceStaff),
    };
    search::reclassify(conn, before, kind, id.as_str())?;
    if case.track == Track::Protection {
        search::remove(conn, Kind::GrievanceReleased, id.as_str())?;
    }
    search::put(conn, kind, id.as_str(), &words.join("\n"))
}

/// Puts the released words of a case where respondents search: nothing that they can't read.
fn index_released(conn: &mut Conn, id: GrievanceId) -> Result<()> {
    let case = store::reread(conn, id)?;
    if case.track == Track::Protection {
        return Ok(());
    }
    let words = [Some(case.reference), case.summary].into_iter().flatten().collect::<Vec<_>>().join("\n");
    search::put(conn, Kind::GrievanceReleased, id.as_str(), &words)
}

/// The operations that an actor may call on a case now.
pub fn actions(case: &Case, actor: &crate::authn::Actor, now: DateTime<Utc>) -> Vec<&'static str> {
    let account = match actor.credential {
        crate::authn::Credential::Session { account, session: _ } => Some(account),
        crate::authn::Credential::Key(_) => None,
    };
    let facts = case.facts(account);
    policy::MOVES
        .iter()
        .filter(|(made, _, reach)| !reach(actor.role).is_nothing() && check(*made, &facts, now).is_ok())
        .map(|(_, operation, _)| *operation)
        .chain(
            policy::ALWAYS.iter().filter(|(_, reach)| !reach(actor.role).is_nothing()).map(|(operation, _)| *operation),
        )
        .collect()
}

/// The operations that the reporter may call on the case now.
pub fn own_actions(case: &Case, now: DateTime<Utc>) -> Vec<&'static str> {
    let facts = case.facts(None);
    policy::REPORTERS_MOVES
        .iter()
        .filter(|(made, _)| check(*made, &facts, now).is_ok())
        .map(|(_, operation)| *operation)
        .chain(case.state.is_open().then_some(["message_my_case", "attach_my_case"]).into_iter().flatten())
        .collect()
}
