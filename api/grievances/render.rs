//! From rows to what an audience sees: the one place where a case is masked.

use chrono::{Datelike, Utc};

use super::besides;
use super::directory::Directory;
use super::domain::{Audience, audience};
use super::moves::{actions, own_actions};
use super::store::Case;
use super::thread::{EventRow, MessageRow, events, messages};
use super::view::{
    Grievance, GrievanceSummary, MyCase, Proposal, RespondentGrievance, RespondentSummary, StaffGrievance,
    StaffSummary, Summary,
};
use crate::accounts::AccountId;
use crate::attachments;
use crate::authn::Actor;
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::Result;
use crate::protection::check_ins;
use crate::{erasures, identities};

/// Characters of the narrative that a list shows.
const EXCERPT: usize = 160;

/// Cases in a list, as the actor sees them.
pub fn summaries(conn: &mut Conn, cases: Vec<Case>, actor: &Actor) -> Result<Vec<GrievanceSummary>> {
    let seen_by = audience(actor.role);
    let directory = Directory::of(conn, &cases, seen_by)?;
    cases.into_iter().map(|case| summary(case, actor, seen_by, &directory)).collect()
}

fn summary(case: Case, actor: &Actor, seen_by: Audience, names: &Directory) -> Result<GrievanceSummary> {
    let actions = actions(&case, actor, Utc::now());
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
            excerpt: case.narrative.chars().take(EXCERPT).collect(),
            released: case.released_at.is_some(),
            submitted_at: case.submitted_at.utc(),
            updated_at: case.updated_at.utc(),
            due_at: case.due_at.map(Moment::utc),
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
    let mut names = Directory::of(conn, std::slice::from_ref(case), seen_by)?;
    Ok(match seen_by {
        Audience::Staff => Grievance::Staff(Box::new(staff(conn, case, actor, &mut names)?)),
        Audience::Respondent => Grievance::Respondent(Box::new(respondent(conn, case, actor, &names)?)),
    })
}

fn staff(conn: &mut Conn, case: &Case, actor: &Actor, names: &mut Directory) -> Result<StaffGrievance> {
    let events = events(conn, case)?;
    let messages = messages(conn, case)?;
    let mut people: Vec<AccountId> = events.iter().filter_map(|event| event.account_id).collect();
    people.extend(messages.iter().filter_map(|message| message.account_id));
    people.extend([case.summary_author_id, case.released_by].into_iter().flatten());
    names.add_people(conn, people)?;
    names.add_organisation(conn, case.respondent_id)?;
    let identity = identities::store::status(conn, case.id)?;
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
        proposal: proposal(case),
        messages: messages.into_iter().map(|row| row.for_staff(names)).collect(),
        attachments: attachments::store::of_case(conn, case)?,
        timeline: events.into_iter().map(|row| row.for_staff(names)).collect(),
        rating: case.rating,
        rating_comment: case.rating_comment.clone(),
        reporter_confirmed: case.confirmed_at.is_some(),
        identity,
        erasures: erasures::store::of_case(conn, case.id)?,
        actions: [actions(case, actor, Utc::now()), besides::actions(case, actor, identity)].concat(),
    })
}

fn respondent(conn: &mut Conn, case: &Case, actor: &Actor, names: &Directory) -> Result<RespondentGrievance> {
    // What happened before the release happened between the reporter and the programme.
    let since = case.released_at;
    let events = events(conn, case)?.into_iter().filter(|row| since.is_some_and(|since| row.at >= since));
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
        proposal: since.and(proposal(case)),
        messages: messages.filter(|_| since.is_some()).map(MessageRow::plain).collect(),
        timeline: events.map(EventRow::plain).collect(),
        actions: actions(case, actor, Utc::now()),
    })
}

fn entered_by(case: &Case, actor: &Actor) -> bool {
    case.recorded_by.is_some() && case.recorded_by == actor.account()
}

/// A case as its reporter sees it.
pub fn my_case(conn: &mut Conn, case: &Case) -> Result<MyCase> {
    let now = Utc::now();
    let names = Directory::of(conn, std::slice::from_ref(case), Audience::Respondent)?;
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
        proposal: proposal(case),
        messages: messages(conn, case)?.into_iter().filter(MessageRow::is_reporters).map(MessageRow::plain).collect(),
        attachments: attachments::store::reporters_own(conn, case)?,
        timeline: events(conn, case)?.into_iter().filter(EventRow::is_reporters).map(EventRow::plain).collect(),
        rating: case.rating,
        confirmed: case.confirmed_at.is_some(),
        check_in,
        actions: own_actions(case, now).into_iter().chain(answering).collect(),
    })
}
