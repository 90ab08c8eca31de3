//! From rows to what an audience sees: the one place where a case is masked.

use std::collections::HashMap;

use chrono::{Datelike, Utc};
use diesel::prelude::*;

use super::domain::{Audience, Author, Move, SharedWith, State, audience};
use super::moves::{actions, own_actions};
use super::store::Case;
use super::view::{
    Event, Grievance, GrievanceSummary, Message, MyCase, Proposal, RespondentGrievance, RespondentSummary,
    StaffGrievance, StaffSummary, Summary,
};
use crate::accounts::AccountId;
use crate::attachments;
use crate::authn::{Actor, Credential};
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::{ApiError, Result};
use crate::names::{Named, Names, Person};
use crate::organisations::OrganisationId;
use crate::places::PlaceId;
use crate::schema::{accounts, grievance_events, grievance_messages, organisations, places, sites};
use crate::sites::SiteId;

/// Characters of the narrative that a list shows.
const EXCERPT: usize = 160;

type NameColumns = (String, String, String);

/// Names that cases refer to, read once for a whole page.
#[derive(Default)]
struct Directory {
    places: HashMap<PlaceId, (Names, Option<PlaceId>)>,
    sites: HashMap<SiteId, Names>,
    organisations: HashMap<OrganisationId, Names>,
    people: HashMap<AccountId, String>,
}

impl Directory {
    fn of(conn: &mut Conn, cases: &[Case], seen_by: Audience) -> Result<Self> {
        let mut directory = Self { sites: sites_of(conn, cases)?, ..Self::default() };
        directory.add_places(conn, cases.iter().map(|case| case.place_id).collect())?;
        match seen_by {
            Audience::Respondent => {
                let districts = directory.places.values().filter_map(|(_, district)| *district).collect();
                directory.add_places(conn, districts)?;
            }
            Audience::Staff => directory.add_people(conn, cases.iter().filter_map(|case| case.owner_id).collect())?,
        }
        Ok(directory)
    }

    fn add_places(&mut self, conn: &mut Conn, mut ids: Vec<PlaceId>) -> Result<()> {
        ids.sort_unstable();
        ids.dedup();
        ids.retain(|id| !self.places.contains_key(id));
        if ids.is_empty() {
            return Ok(());
        }
        let rows: Vec<(PlaceId, NameColumns, Option<PlaceId>)> = places::table
            .filter(places::id.eq_any(ids))
            .select((places::id, (places::name_ky, places::name_ru, places::name_en), places::district_id))
            .load(conn)?;
        self.places.extend(rows.into_iter().map(|(id, names, district)| (id, (Names::from(names), district))));
        Ok(())
    }

    fn add_people(&mut self, conn: &mut Conn, mut ids: Vec<AccountId>) -> Result<()> {
        ids.sort_unstable();
        ids.dedup();
        if !ids.is_empty() {
            let rows = accounts::table.filter(accounts::id.eq_any(ids)).select((accounts::id, accounts::name));
            self.people.extend(rows.load::<(AccountId, String)>(conn)?);
        }
        Ok(())
    }

    fn add_organisation(&mut self, conn: &mut Conn, id: Option<OrganisationId>) -> Result<()> {
        if let Some(id) = id {
            let names: NameColumns = organisations::table
                .find(id)
                .select((organisations::name_ky, organisations::name_ru, organisations::name_en))
                .first(conn)?;
            self.organisations.insert(id, names.into());
        }
        Ok(())
    }

    fn place(&self, id: PlaceId) -> Result<Named> {
        let (names, _) = self.places.get(&id).ok_or(ApiError::Internal)?;
        Ok(Named { id: id.into(), names: names.clone() })
    }

    fn district(&self, place: PlaceId) -> Option<Names> {
        let (_, district) = self.places.get(&place)?;
        self.places.get(district.as_ref()?).map(|(names, _)| names.clone())
    }

    fn site(&self, id: Option<SiteId>) -> Option<Named> {
        let id = id?;
        self.sites.get(&id).map(|names| Named { id: id.into(), names: names.clone() })
    }

    fn organisation(&self, id: Option<OrganisationId>) -> Option<Named> {
        let id = id?;
        self.organisations.get(&id).map(|names| Named { id: id.into(), names: names.clone() })
    }

    fn person(&self, id: Option<AccountId>) -> Option<Person> {
        let id = id?;
        self.people.get(&id).map(|name| Person { id: id.into(), name: name.clone() })
    }
}

fn sites_of(conn: &mut Conn, cases: &[Case]) -> Result<HashMap<SiteId, Names>> {
    let mut ids: Vec<SiteId> = cases.iter().filter_map(|case| case.site_id).collect();
    ids.sort_unstable();
    ids.dedup();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<(SiteId, NameColumns)> = sites::table
        .filter(sites::id.eq_any(ids))
        .select((sites::id, (sites::name_ky, sites::name_ru, sites::name_en)))
        .load(conn)?;
    Ok(rows.into_iter().map(|(id, names)| (id, names.into())).collect())
}

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
        actions: actions(case, actor, Utc::now()),
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
    match actor.credential {
        Credential::Session { account, session: _ } => case.recorded_by == Some(account),
        Credential::Key(_) => false,
    }
}

/// A case as its reporter sees it.
pub fn my_case(conn: &mut Conn, case: &Case) -> Result<MyCase> {
    let names = Directory::of(conn, std::slice::from_ref(case), Audience::Respondent)?;
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
        actions: own_actions(case, Utc::now()),
    })
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = grievance_events)]
struct EventRow {
    at: Moment,
    made: Move,
    from_state: Option<State>,
    to_state: State,
    account_id: Option<AccountId>,
    note: Option<String>,
}

impl EventRow {
    fn for_staff(self, names: &Directory) -> Event {
        let by = names.person(self.account_id);
        Event { at: self.at.utc(), made: self.made, from: self.from_state, to: self.to_state, by, note: self.note }
    }

    fn plain(self) -> Event {
        Event { at: self.at.utc(), made: self.made, from: self.from_state, to: self.to_state, by: None, note: None }
    }

    /// What the reporter is told: not the programme's inner steps.
    fn is_reporters(&self) -> bool {
        match self.made {
            Move::Summarise | Move::Assign => false,
            Move::Submit
            | Move::Acknowledge
            | Move::Accept
            | Move::Release
            | Move::Investigate
            | Move::Answer
            | Move::Propose
            | Move::Agree
            | Move::RecordAgreement
            | Move::Contest
            | Move::Escalate
            | Move::Confirm
            | Move::Resolve
            | Move::Rate => true,
        }
    }
}

fn events(conn: &mut Conn, case: &Case) -> Result<Vec<EventRow>> {
    Ok(grievance_events::table
        .filter(grievance_events::grievance_id.eq(case.id))
        .order((grievance_events::at, grievance_events::id))
        .select(EventRow::as_select())
        .load(conn)?)
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = grievance_messages)]
struct MessageRow {
    id: String,
    at: Moment,
    author: Author,
    account_id: Option<AccountId>,
    shared_with: SharedWith,
    body: String,
}

impl MessageRow {
    fn for_staff(self, names: &Directory) -> Message {
        let by = names.person(self.account_id);
        let shared_with = Some(self.shared_with);
        Message { id: self.id, at: self.at.utc(), from: self.author, by, shared_with, body: self.body }
    }

    fn plain(self) -> Message {
        Message { id: self.id, at: self.at.utc(), from: self.author, by: None, shared_with: None, body: self.body }
    }

    fn is_respondents(&self) -> bool {
        match (self.author, self.shared_with) {
            (Author::Respondent, _) | (Author::Programme, SharedWith::Respondent) => true,
            (Author::Reporter, _) | (Author::Programme, SharedWith::Reporter | SharedWith::Programme) => false,
        }
    }

    fn is_reporters(&self) -> bool {
        match (self.author, self.shared_with) {
            (Author::Reporter, _) | (Author::Programme, SharedWith::Reporter) => true,
            (Author::Respondent, _) | (Author::Programme, SharedWith::Respondent | SharedWith::Programme) => false,
        }
    }
}

fn messages(conn: &mut Conn, case: &Case) -> Result<Vec<MessageRow>> {
    Ok(grievance_messages::table
        .filter(grievance_messages::grievance_id.eq(case.id))
        .order((grievance_messages::at, grievance_messages::id))
        .select(MessageRow::as_select())
        .load(conn)?)
}
