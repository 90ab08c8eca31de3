//! The demonstration's representatives: who was proposed, vetted and endorsed, by which assemblies, and who left.

use chrono::{DateTime, TimeDelta, Utc};
use serde::Deserialize;

use super::PROGRAMME;
use super::directory::{Directory, find};
use super::files::{MANDATES, read};
use crate::accounts::AccountId;
use crate::assemblies::domain::AssemblyForm;
use crate::assemblies::view::NewAssembly;
use crate::authz::Role;
use crate::db::Conn;
use crate::error::{ApiError, Result};
use crate::grievances::clock::day_of;
use crate::headcount::Headcount;
use crate::mandates::domain::{MandateEnding, MandateState, SpeaksFor};
use crate::mandates::input::{Activation, Ending, InterestInput, Nomination, Vetting};
use crate::mandates::{MandateId, steps, store};
use crate::programmes::ProgrammeId;
use crate::secrets::Sealer;
use crate::stakeholders::StakeholderId;
use crate::stakeholders::domain::{ConsentForm, Sex, SpokenLanguage, StakeholderCategory, StakeholderKind};
use crate::stakeholders::input::{NewConsent, NewStakeholder};
use crate::{assemblies, stakeholders};

#[derive(Deserialize)]
struct Representatives {
    people: Vec<Representative>,
}

#[derive(Deserialize)]
struct Representative {
    name: String,
    sex: Sex,
    birth_year: i64,
    category: StakeholderCategory,
    position: String,
    languages: Vec<SpokenLanguage>,
    /// The address that the person signs in with.
    account: Option<String>,
    mandates: Vec<Story>,
}

/// The life of a mandate so far.
#[derive(Deserialize)]
struct Story {
    place: String,
    speaks_for: SpeaksFor,
    nominated_days_ago: i64,
    nominated_by: String,
    state: MandateState,
    interests: Vec<InterestInput>,
    assembly: Option<Gathering>,
    named: bool,
    expires_in_days: Option<i64>,
    ending: Option<Left>,
}

#[derive(Deserialize)]
struct Gathering {
    form: AssemblyForm,
    venue: Option<String>,
    attendance: Vec<Headcount>,
}

#[derive(Deserialize)]
struct Left {
    ending: MandateEnding,
    days_ago: i64,
    note: String,
}

/// Days from the nomination to the vetting, from there to the assembly, and from there to the first day.
const VETTED_AFTER: i64 = 5;
const ENDORSED_AFTER: i64 = 7;
const ACTIVE_AFTER: i64 = 2;

pub fn load(conn: &mut Conn, sealer: &Sealer, known: &Directory, now: DateTime<Utc>) -> Result<()> {
    let programme = find(&known.programmes, PROGRAMME)?;
    let by = known.people.iter().find(|person| person.role == Role::Staff && person.programmes.contains(&programme));
    let by = by.map(|person| person.id).ok_or(ApiError::Internal)?;
    let teller = Teller { known, programme, by, now };
    for person in read::<Representatives>(MANDATES)?.people {
        let stakeholder = teller.register(conn, sealer, &person)?;
        let account = person.account.as_deref().map(|email| account(conn, email)).transpose()?;
        for story in &person.mandates {
            teller.tell(conn, stakeholder, account, story)?;
        }
    }
    Ok(())
}

fn account(conn: &mut Conn, address: &str) -> Result<AccountId> {
    use diesel::prelude::*;

    use crate::schema::accounts;
    Ok(accounts::table.filter(accounts::email.eq(address)).select(accounts::id).first(conn)?)
}

struct Teller<'a> {
    known: &'a Directory,
    programme: ProgrammeId,
    by: AccountId,
    now: DateTime<Utc>,
}

impl Teller<'_> {
    fn days_ago(&self, days: i64) -> DateTime<Utc> {
        self.now - TimeDelta::days(days)
    }

    fn register(&self, conn: &mut Conn, sealer: &Sealer, person: &Representative) -> Result<StakeholderId> {
        let first = person.mandates.iter().max_by_key(|story| story.nominated_days_ago).ok_or(ApiError::Internal)?;
        let met = self.days_ago(first.nominated_days_ago + 1);
        let new = NewStakeholder {
            programme_id: self.programme,
            kind: StakeholderKind::Person,
            category: person.category,
            name: person.name.clone(),
            position: Some(person.position.clone()),
            place_id: find(&self.known.places, &first.place)?,
            organisation_id: None,
            sex: Some(person.sex),
            birth_year: Some(person.birth_year),
            age_band: None,
            languages: person.languages.clone(),
            tags: vec![],
            contact: None,
            assessment: None,
            consent: Some(NewConsent {
                purpose: "Жамааттын өкүлү катары каттоо".into(),
                form: ConsentForm::Signed,
                given_on: day_of(met),
            }),
        };
        stakeholders::store::insert(conn, sealer, &new, self.by, met)
    }

    fn tell(
        &self,
        conn: &mut Conn,
        stakeholder_id: StakeholderId,
        account: Option<AccountId>,
        story: &Story,
    ) -> Result<()> {
        let nominated = self.days_ago(story.nominated_days_ago);
        let nomination = Nomination {
            stakeholder_id,
            place_id: find(&self.known.places, &story.place)?,
            speaks_for: story.speaks_for,
            nominated_on: day_of(nominated),
            nominated_by: story.nominated_by.clone(),
            note: None,
        };
        let id = store::insert(conn, self.programme, &nomination, self.by, nominated)?;
        if story.state > MandateState::Nominated {
            self.vet(conn, id, story)?;
        }
        if let Some(gathering) = &story.assembly {
            self.endorse(conn, id, story, gathering)?;
        }
        // Who left had spoken for the place, if an assembly had sent them.
        if story.assembly.is_some() && story.state > MandateState::Endorsed {
            self.activate(conn, id, account, story)?;
        }
        story.ending.as_ref().map_or(Ok(()), |left| self.end(conn, id, left))
    }

    fn vet(&self, conn: &mut Conn, id: MandateId, story: &Story) -> Result<()> {
        let at = self.days_ago(story.nominated_days_ago - VETTED_AFTER);
        let vetting = Vetting { vetted_on: day_of(at), interests: story.interests.clone(), note: None };
        let row = store::reread(conn, id)?;
        steps::note_vetting(conn, &row, &vetting, self.by, at)
    }

    fn endorse(&self, conn: &mut Conn, id: MandateId, story: &Story, gathering: &Gathering) -> Result<()> {
        let at = self.days_ago(story.nominated_days_ago - VETTED_AFTER - ENDORSED_AFTER);
        let row = store::reread(conn, id)?;
        let new = NewAssembly {
            programme_id: self.programme,
            place_id: row.place_id,
            form: gathering.form,
            held_on: day_of(at),
            venue: gathering.venue.clone(),
            attendance: gathering.attendance.clone(),
            note: None,
        };
        let assembly = assemblies::store::insert(conn, &new, self.by, at)?;
        let assembly = assemblies::store::reread(conn, assembly)?;
        steps::note_endorsement(conn, &row, &assembly, None, self.by, at)
    }

    fn activate(&self, conn: &mut Conn, id: MandateId, account: Option<AccountId>, story: &Story) -> Result<()> {
        let at = self.days_ago(story.nominated_days_ago - VETTED_AFTER - ENDORSED_AFTER - ACTIVE_AFTER);
        let last = story.expires_in_days.map(|days| day_of(self.now + TimeDelta::days(days)));
        let activation =
            Activation { starts_on: day_of(at), expires_on: last, account_id: account, named: story.named, note: None };
        let row = store::reread(conn, id)?;
        steps::note_activation(conn, &row, &activation, self.by, at)
    }

    fn end(&self, conn: &mut Conn, id: MandateId, left: &Left) -> Result<()> {
        let at = self.days_ago(left.days_ago);
        let ending = Ending { ended_on: day_of(at), ending: left.ending, note: left.note.clone() };
        let row = store::reread(conn, id)?;
        steps::note_end(conn, &row, &ending, self.by, at)
    }
}
