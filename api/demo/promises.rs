//! The demonstration's agreements and promises: kept in time and late, running, overdue, broken, given up.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;
use serde::Deserialize;

use super::PROGRAMME;
use super::agreements;
use super::cast::Cast;
use super::directory::{Directory, find};
use super::files::{PROMISES, read};
use crate::accounts::AccountId;
use crate::agreements::AgreementId;
use crate::commitments::CommitmentId;
use crate::commitments::domain::{CommitmentMove, CommitmentParty, CommitmentState};
use crate::commitments::events::{Step, Told as Said};
use crate::commitments::input::NewCommitment;
use crate::commitments::moves::{Changes, settle};
use crate::commitments::store::{Row, insert};
use crate::db::Conn;
use crate::error::{ApiError, Result};
use crate::grievances::GrievanceId;
use crate::grievances::clock::day_of;
use crate::grievances::domain::State;
use crate::places::PlaceId;
use crate::schema::{commitments, grievances};

#[derive(Deserialize)]
struct File {
    agreements: Vec<agreements::Told>,
    commitments: Vec<Told>,
}

#[derive(Deserialize)]
struct Told {
    /// Who owes it.
    by: String,
    what: String,
    /// What everybody reads of it.
    public: Option<String>,
    place: String,
    site: String,
    agreement: Option<String>,
    /// Whether it settles the case that is being put right in this place.
    #[serde(default)]
    case: bool,
    made_days_ago: i64,
    /// Days from now to the last day, as it is after it was moved.
    due_in: i64,
    moved: Option<Moved>,
    state: CommitmentState,
    done_days_ago: Option<i64>,
    report: Option<String>,
    rejected: Option<String>,
    verdict: Option<String>,
    witness: Option<String>,
    reason: Option<String>,
}

#[derive(Deserialize)]
struct Moved {
    days: i64,
    reason: String,
}

pub fn load(conn: &mut Conn, known: &Directory, now: DateTime<Utc>) -> Result<()> {
    let File { agreements: agreed, commitments } = read(PROMISES)?;
    let programme = find(&known.programmes, PROGRAMME)?;
    let agreed = agreements::load(conn, known, programme, &agreed, now)?;
    let cast = Cast::of(known, programme);
    for (number, told) in commitments.iter().enumerate() {
        let staff = cast.owner(number)?.id;
        let at = now - TimeDelta::days(told.made_days_ago);
        let id = record(conn, known, &agreed, told, staff, at, now)?;
        let owner = find(&known.organisations, &told.by)?;
        let keeper = cast.member(owner).ok_or(ApiError::Internal)?.id;
        let judge = match (&told.witness, cast.representative(&told.place)) {
            (None, Some(person)) if person.organisation != owner => (CommitmentParty::Community, person.id),
            (Some(_), _) | (None, Some(_) | None) => (CommitmentParty::Programme, cast.second(number)?.id),
        };
        Story { conn, id, told, staff, keeper, judge }.tell(at, now)?;
    }
    Ok(())
}

fn record(
    conn: &mut Conn,
    known: &Directory,
    agreed: &HashMap<String, AgreementId>,
    told: &Told,
    staff: AccountId,
    at: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<CommitmentId> {
    let place = find(&known.places, &told.place)?;
    let moved = told.moved.as_ref().map_or(0, |moved| moved.days);
    let new = NewCommitment {
        programme_id: find(&known.programmes, PROGRAMME)?,
        what: told.what.clone(),
        organisation_id: find(&known.organisations, &told.by)?,
        place_id: place,
        site_id: Some(find(&known.sites, &told.site)?.0),
        grievance_id: if told.case { Some(case(conn, place)?) } else { None },
        agreement_id: told.agreement.as_ref().map(|key| find(agreed, key)).transpose()?,
        meeting_id: None,
        meeting_entry_id: None,
        made_on: Some(day_of(at)),
        due_on: day_of(now + TimeDelta::days(told.due_in - moved)),
    };
    insert(conn, &new, CommitmentParty::Programme, staff, at)
}

fn case(conn: &mut Conn, place: PlaceId) -> Result<GrievanceId> {
    let here = grievances::table.filter(grievances::place_id.eq(place).and(grievances::state.eq(State::Implementing)));
    Ok(here.order(grievances::id).select(grievances::id).first(conn)?)
}

struct Story<'a> {
    conn: &'a mut Conn,
    id: CommitmentId,
    told: &'a Told,
    staff: AccountId,
    keeper: AccountId,
    judge: (CommitmentParty, AccountId),
}

impl Story<'_> {
    fn tell(&mut self, at: DateTime<Utc>, now: DateTime<Utc>) -> Result<()> {
        if let Some(public) = &self.told.public {
            let changes = Changes { published: Some(true), public_text: Some(public.clone()), ..Changes::default() };
            self.programme(CommitmentMove::Publish, CommitmentState::Open, Said::default(), changes, at + hours(3))?;
        }
        match self.told.state {
            CommitmentState::Open => Ok(()),
            CommitmentState::InProgress => self.start(at),
            CommitmentState::Dropped => {
                self.start(at)?;
                let reason = Said::because(self.told.reason.as_deref().unwrap_or_default());
                let changes = Changes { done_on: Some(None), reported_by: Some(None), ..Changes::default() };
                self.programme(
                    CommitmentMove::Drop,
                    CommitmentState::Dropped,
                    reason,
                    changes,
                    now - TimeDelta::days(30),
                )
            }
            CommitmentState::ReportedDone => {
                self.start(at)?;
                self.report(now, 0)
            }
            CommitmentState::Verified => {
                self.start(at)?;
                self.put_off(now)?;
                self.turned_back(now)?;
                self.report(now, 0)?;
                let done = now - TimeDelta::days(self.told.done_days_ago.unwrap_or_default());
                let verdict = Said {
                    note: self.told.verdict.as_deref(),
                    witness: self.told.witness.as_deref(),
                    ..Said::default()
                };
                self.judge(
                    CommitmentMove::Verify,
                    CommitmentState::Verified,
                    verdict,
                    Changes::default(),
                    done + hours(90),
                )
            }
        }
    }

    fn start(&mut self, at: DateTime<Utc>) -> Result<()> {
        let step = (CommitmentMove::Start, CommitmentState::InProgress, Said::default());
        self.step(step, (CommitmentParty::Owner, self.keeper), Changes::default(), at + hours(50))
    }

    fn put_off(&mut self, now: DateTime<Utc>) -> Result<()> {
        let Some(Moved { days, reason }) = &self.told.moved else { return Ok(()) };
        let due = now + TimeDelta::days(self.told.due_in);
        let (before, after) = (day_of(due - TimeDelta::days(*days)), day_of(due));
        let said = Said { due: Some((before, after)), ..Said::because(reason) };
        let changes = Changes { due_on: Some(after), ..Changes::default() };
        let at = due - TimeDelta::days(days + 4);
        self.programme(CommitmentMove::MoveDue, CommitmentState::InProgress, said, changes, at)
    }

    /// Reported a fortnight too early, and not found done.
    fn turned_back(&mut self, now: DateTime<Utc>) -> Result<()> {
        let Some(reason) = &self.told.rejected else { return Ok(()) };
        self.report(now, 14)?;
        let changes = Changes { done_on: Some(None), reported_by: Some(None), ..Changes::default() };
        let at = now - TimeDelta::days(self.told.done_days_ago.unwrap_or_default() + 12);
        self.judge(CommitmentMove::Reject, CommitmentState::InProgress, Said::because(reason), changes, at)
    }

    fn report(&mut self, now: DateTime<Utc>, days_before: i64) -> Result<()> {
        let done = now - TimeDelta::days(self.told.done_days_ago.unwrap_or_default() + days_before);
        let day = day_of(done);
        let said = Said { done_on: Some(day), ..Said::because(self.told.report.as_deref().unwrap_or_default()) };
        let changes = Changes { done_on: Some(Some(day)), reported_by: Some(Some(self.keeper)), ..Changes::default() };
        let step = (CommitmentMove::Report, CommitmentState::ReportedDone, said);
        self.step(step, (CommitmentParty::Owner, self.keeper), changes, done + hours(5))
    }

    fn programme(
        &mut self,
        made: CommitmentMove,
        to: CommitmentState,
        said: Said,
        changes: Changes,
        at: DateTime<Utc>,
    ) -> Result<()> {
        self.step((made, to, said), (CommitmentParty::Programme, self.staff), changes, at)
    }

    fn judge(
        &mut self,
        made: CommitmentMove,
        to: CommitmentState,
        said: Said,
        changes: Changes,
        at: DateTime<Utc>,
    ) -> Result<()> {
        self.step((made, to, said), self.judge, changes, at)
    }

    fn step(
        &mut self,
        (made, to, told): (CommitmentMove, CommitmentState, Said),
        (party, by): (CommitmentParty, AccountId),
        changes: Changes,
        at: DateTime<Utc>,
    ) -> Result<()> {
        let before: Row = commitments::table.find(self.id).select(Row::as_select()).first(self.conn)?;
        settle(self.conn, &before, &changes, &Step { made, from: Some(before.state), to, party, told }, by, at)
    }
}

fn hours(hours: i64) -> TimeDelta {
    TimeDelta::hours(hours)
}
