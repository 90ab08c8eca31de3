//! From rows to what an audience sees: the one place where a case is masked.

use chrono::{Datelike, Utc};

use super::beside::Beside;
use super::consent::Consent;
use super::domain::{APPEALS, Audience, Channel, HIGHEST, Move, Standing, State, audience};
use super::policy::GetPressure;
use super::store::Case;
use super::thread::{EventRow, MessageRow, events, messages};
use super::view::{
    ClosingRequest, Decision, Grievance, GrievanceSummary, MyCase, Proposal, Recorded, RespondentGrievance,
    RespondentSummary, StaffGrievance, StaffSummary, Summary,
};
use super::{actions, clock, committee, decisions, duplicates, other_actions, referrals, second_ratings, withdrawals};
use crate::attachments;
use crate::authn::Actor;
use crate::authz::Action;
use crate::db::Conn;
use crate::db::types::Moment;
use crate::directory::{Directory, directory};
use crate::erasures;
use crate::error::Result;
use crate::identities::domain::IdentityStatus;
use crate::papers::of_case::{CasePaper, of_case};
use crate::protection::check_ins;

/// Characters of the narrative that a list shows.
const EXCERPT: usize = 160;

/// Cases in a list, as the actor sees them.
pub fn summaries(conn: &mut Conn, cases: Vec<Case>, actor: &Actor) -> Result<Vec<GrievanceSummary>> {
    let seen_by = audience(actor.role);
    let directory = directory(conn)?;
    let mut beside = Beside::of_page(conn, &cases)?;
    let mut beside = |case: &Case| beside.remove(&case.id).unwrap_or_default();
    cases.into_iter().map(|case| summary(&beside(&case), case, actor, seen_by, &directory)).collect()
}

fn summary(
    beside: &Beside,
    case: Case,
    actor: &Actor,
    seen_by: Audience,
    names: &Directory,
) -> Result<GrievanceSummary> {
    let actions = actions::of(&case, beside, actor, Utc::now());
    Ok(match seen_by {
        Audience::Staff => GrievanceSummary::Staff(StaffSummary {
            id: case.id,
            version: case.version,
            state: case.state,
            track: case.track,
            sensitivity: case.sensitivity,
            severity: case.severity,
            category: case.category,
            confidentiality: case.confidentiality,
            language: case.language,
            place: names.place(case.place_id)?,
            site: names.site(case.site_id),
            owner: names.person(case.owner_id),
            excerpt: excerpt(case.narrative),
            released: case.released_at.is_some(),
            submitted_at: case.submitted_at.utc(),
            updated_at: case.updated_at.utc(),
            due_at: case.due_at.map(Moment::utc),
            due_clock: case.due_clock,
            clock: case.clock,
            reference: case.reference,
            actions,
        }),
        Audience::Respondent => GrievanceSummary::Respondent(RespondentSummary {
            id: case.id,
            version: case.version,
            state: case.state,
            severity: case.severity,
            category: case.category,
            site: names.site(case.site_id),
            district: names.district(case.place_id),
            month: month(case.submitted_at),
            summary: released_summary(&case),
            reference: case.reference,
            actions,
        }),
    })
}

fn excerpt(mut narrative: String) -> String {
    if let Some((end, _)) = narrative.char_indices().nth(EXCERPT) {
        narrative.truncate(end);
    }
    narrative
}

fn month(at: Moment) -> String {
    let local = at.utc().with_timezone(&chrono_tz::Asia::Bishkek);
    format!("{:04}-{:02}", local.year(), local.month())
}

/// The summary once it was let go; a draft stays inside.
fn released_summary(case: &Case) -> Option<String> {
    case.released_at.and(case.summary.clone())
}

fn proposal(case: &Case) -> Option<Proposal> {
    case.remedy.clone().map(|remedy| Proposal {
        remedy,
        due_on: case.remedy_due_on,
        proposed_at: case.proposed_at.map(Moment::utc),
    })
}

/// A case as the actor sees it.
pub fn grievance(conn: &mut Conn, case: &Case, actor: &Actor) -> Result<Grievance> {
    let seen_by = audience(actor.role);
    let beside = Beside::of(conn, case)?;
    let names = directory(conn)?;
    Ok(match seen_by {
        Audience::Staff => Grievance::Staff(Box::new(staff(conn, case, beside, actor, &names)?)),
        Audience::Respondent => Grievance::Respondent(Box::new(respondent(conn, case, &beside, actor, &names)?)),
    })
}

fn staff(conn: &mut Conn, case: &Case, beside: Beside, actor: &Actor, names: &Directory) -> Result<StaffGrievance> {
    let events = events(conn, case)?;
    let messages = messages(conn, case)?;
    let clocks = clock::view::clocks(names, case, events.iter().map(EventRow::step).collect(), Utc::now());
    let happened = |made: Move| events.iter().any(|event| event.made == made);
    let second_rating = if happened(Move::RateAgain) { second_ratings::last(conn, case.id)? } else { None };
    let referral = if happened(Move::Refer) { referrals::last(conn, case.id)? } else { None };
    let referral = referral.map(|row| (names.person(Some(row.account_id)), row)).map(|(by, row)| row.for_staff(by));
    let erasures = erasures::store::of_case(conn, case.id)?;
    let identity = IdentityStatus::of(case.identity_sealed, !erasures.is_empty());
    let mut actions = actions::of(case, &beside, actor, Utc::now());
    let Beside { standing, members, promises_open: _ } = beside;
    actions.extend(pressure_actions(conn, case, actor)?);
    actions.extend(other_actions::of(case, actor, identity));
    Ok(StaffGrievance {
        id: case.id,
        version: case.version,
        reference: case.reference.clone(),
        state: case.state,
        track: case.track,
        sensitivity: case.sensitivity,
        severity: case.severity,
        category: case.category,
        confidentiality: case.confidentiality,
        channel: case.channel,
        recorded: recorded(conn, case, names)?,
        language: case.language,
        place: names.place(case.place_id)?,
        site: names.site(case.site_id),
        respondent: names.organisation(case.respondent_id),
        narrative: case.narrative.clone(),
        wish: case.wish.clone(),
        occurred_on: case.occurred_on,
        summary: case.summary.clone().map(|text| Summary {
            text,
            author: names.person(case.summary_author_id),
            released_at: case.released_at.map(Moment::utc),
            released_by: names.person(case.released_by),
        }),
        owner: names.person(case.owner_id),
        escalation_level: case.escalation_level,
        submitted_at: case.submitted_at.utc(),
        updated_at: case.updated_at.utc(),
        due_at: case.due_at.map(Moment::utc),
        due_clock: case.due_clock,
        clocks,
        proposal: proposal(case),
        messages: messages.into_iter().map(|row| row.for_staff(names)).collect(),
        attachments: attachments::store::of_case(conn, case)?,
        timeline: events.into_iter().map(|row| row.for_staff(names)).collect(),
        rating: case.rating,
        rating_comment: case.rating_comment.clone(),
        reporter_confirmed: case.confirmed_at.is_some(),
        second_rating,
        appeal: standing.appeal,
        asked: standing.asked,
        decision: decision(conn, case)?,
        closing: closing(conn, case, standing, names)?,
        referral,
        committee: committee::for_staff(names, members)?,
        external_body: external_body(conn, case)?,
        duplicate_of: duplicates::original(conn, standing.duplicate_of, actor.role)?,
        duplicates: duplicates::of(conn, case.id, actor.role)?,
        identity,
        erasures,
        actions,
    })
}

/// Who reviews a case of the third level from outside.
fn external_body(conn: &mut Conn, case: &Case) -> Result<Option<String>> {
    let escalated =
        if case.escalation_level == HIGHEST { decisions::last(conn, case.id, &[Move::Escalate])? } else { None };
    Ok(escalated.and_then(|row| row.view().elsewhere))
}

/// Why the case stands where it stands, in the words that the reporter reads.
fn decision(conn: &mut Conn, case: &Case) -> Result<Option<Decision>> {
    let moves = decisions::explaining(case.state);
    let row = if moves.is_empty() { None } else { decisions::last(conn, case.id, moves)? };
    Ok(row.map(decisions::Row::view))
}

/// The request to close the case without agreement that waits for a second person.
fn closing(conn: &mut Conn, case: &Case, standing: Standing, names: &Directory) -> Result<Option<ClosingRequest>> {
    let Some(asker) = standing.closing_asked_by else { return Ok(None) };
    let row = decisions::last(conn, case.id, &[Move::AskClosing])?.map(decisions::Row::view);
    Ok(row.map(|Decision { at, reason, elsewhere: _ }| ClosingRequest { at, by: names.person(Some(asker)), reason }))
}

/// What a reporter told of pressure shows to protection focal points only, also among the actions.
fn pressure_actions(conn: &mut Conn, case: &Case, actor: &Actor) -> Result<Vec<&'static str>> {
    if GetPressure::reach(actor.role).is_nothing() { Ok(vec![]) } else { withdrawals::actions(conn, case) }
}

fn respondent(
    conn: &mut Conn,
    case: &Case,
    beside: &Beside,
    actor: &Actor,
    names: &Directory,
) -> Result<RespondentGrievance> {
    // What happened before the release happened between the reporter and the programme.
    let since = case.released_at;
    let told = |row: &EventRow| since.is_some_and(|since| row.at >= since) && row.is_respondents();
    let events = events(conn, case)?.into_iter().filter(told);
    let messages = messages(conn, case)?.into_iter().filter(MessageRow::is_respondents);
    Ok(RespondentGrievance {
        id: case.id,
        version: case.version,
        reference: case.reference.clone(),
        state: case.state,
        severity: case.severity,
        category: case.category,
        site: names.site(case.site_id),
        district: names.district(case.place_id),
        month: month(case.submitted_at),
        summary: released_summary(case),
        own_entry: entered_by(case, actor).then(|| case.narrative.clone()),
        own_consent: consent(case).filter(|_| entered_by(case, actor)),
        proposal: since.and(proposal(case)),
        messages: messages.filter(|_| since.is_some()).map(MessageRow::plain).collect(),
        timeline: events.map(EventRow::plain).collect(),
        seat: actor.account().and_then(|account| committee::own(&beside.members, account)),
        actions: actions::of(case, beside, actor, Utc::now()),
    })
}

/// Who entered a case that its reporter did not, and with what consent.
fn recorded(conn: &mut Conn, case: &Case, names: &Directory) -> Result<Option<Recorded>> {
    if case.channel == Channel::Web && case.recorded_by.is_none() {
        return Ok(None);
    }
    let by = names.person(case.recorded_by);
    Ok(Some(Recorded { by, consent: consent(case), paper: paper(conn, case, names)? }))
}

fn paper(conn: &mut Conn, case: &Case, names: &Directory) -> Result<Option<CasePaper>> {
    if case.channel == Channel::OfflineForm { of_case(conn, names, case) } else { Ok(None) }
}

fn consent(case: &Case) -> Option<Consent> {
    Consent::of(case.consent_given, case.consent.clone())
}

fn entered_by(case: &Case, actor: &Actor) -> bool {
    case.recorded_by.is_some() && case.recorded_by == actor.account()
}

/// A case as its reporter sees it.
pub fn my_case(conn: &mut Conn, case: &Case) -> Result<MyCase> {
    let now = Utc::now();
    let names = directory(conn)?;
    let beside = Beside::of(conn, case)?;
    let actions = actions::own(case, &beside, now);
    let Beside { standing, members, promises_open: _ } = beside;
    let events = events(conn, case)?;
    let clocks = clock::view::clocks(&names, case, events.iter().map(EventRow::step).collect(), now);
    let events = events.into_iter().filter(EventRow::is_reporters);
    let referral = if case.state == State::Referred { referrals::last(conn, case.id)? } else { None };
    let second_rating = if standing.rated_again { second_ratings::last(conn, case.id)? } else { None };
    let check_in = check_ins::store::asked(conn, case.id, now)?;
    let answering = check_in.as_ref().map(|_| "answer_check_in");
    Ok(MyCase {
        version: case.version,
        reference: case.reference.clone(),
        state: case.state,
        language: case.language,
        confidentiality: case.confidentiality,
        place: names.place(case.place_id)?.names,
        site: names.site(case.site_id).map(|site| site.names),
        narrative: case.narrative.clone(),
        wish: case.wish.clone(),
        occurred_on: case.occurred_on,
        submitted_at: case.submitted_at.utc(),
        updated_at: case.updated_at.utc(),
        due_at: case.due_at.map(Moment::utc),
        clocks: clock::view::running(clocks),
        proposal: proposal(case),
        messages: messages(conn, case)?.into_iter().filter(MessageRow::is_reporters).map(MessageRow::plain).collect(),
        attachments: attachments::store::reporters_own(conn, case)?,
        timeline: events.map(EventRow::plain).collect(),
        rating: case.rating,
        confirmed: case.confirmed_at.is_some(),
        second_rating: second_rating.map(|given| given.rating),
        escalation_level: case.escalation_level,
        decision: decision(conn, case)?,
        referral: referral.map(referrals::Row::for_reporter),
        committee: committee::for_reporter(&names, members)?,
        external_body: external_body(conn, case)?,
        back_until: standing.ended_at.map(|ended| ended + APPEALS),
        check_in,
        actions: actions.into_iter().chain(answering).collect(),
    })
}
