//! The demonstration's stakeholders: a few hundred invented people and groups of its three areas, the same each time.

mod files;
mod likeness;
mod told;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use self::files::Words;
use self::likeness::Likeness;
use super::PROGRAMME;
use super::directory::{Directory, find};
use super::files::{Programmes, STAKEHOLDERS, read};
use crate::accounts::AccountId;
use crate::authz::Role;
use crate::db::Conn;
use crate::error::{ApiError, Result};
use crate::grievances::clock::day_of;
use crate::places::PlaceId;
use crate::secrets::Sealer;
use crate::stakeholders::StakeholderId;
use crate::stakeholders::change::assess;
use crate::stakeholders::consent::take_back;
use crate::stakeholders::domain::{StakeholderCategory, StakeholderKind};
use crate::stakeholders::input::{ConsentWithdrawal, NewAssessment, NewConsent};
use crate::stakeholders::store::{insert, reread};

const COUNT: usize = 300;
/// When the first of them was met; the last one came a fortnight ago.
const FIRST_DAYS_AGO: i64 = 190;
const LAST_DAYS_AGO: i64 = 14;

/// Somebody of the demonstration's register.
pub struct Met {
    pub id: StakeholderId,
    pub kind: StakeholderKind,
    pub category: StakeholderCategory,
    pub at: DateTime<Utc>,
    /// Who of the staff.
    pub by: AccountId,
}

pub fn load(conn: &mut Conn, sealer: &Sealer, known: &Directory, now: DateTime<Utc>) -> Result<Vec<Met>> {
    let words: Words = read(STAKEHOLDERS)?;
    let programme = find(&known.programmes, PROGRAMME)?;
    let staff: Vec<AccountId> = known
        .people
        .iter()
        .filter(|person| person.role == Role::Staff && person.programmes.contains(&programme))
        .map(|person| person.id)
        .collect();
    let places = places(known)?;
    let mut all = vec![];
    for number in 0..COUNT {
        let likeness = Likeness { number, words: &words, known, programme, places: &places };
        let by = *staff.get(number % staff.len().max(1)).ok_or(ApiError::Internal)?;
        all.push(add(conn, sealer, &likeness, by, now)?);
    }
    Ok(all)
}

/// The places of the three areas, in turns, so that each area has its share.
fn places(known: &Directory) -> Result<Vec<(String, PlaceId)>> {
    let programmes = read::<Programmes>(super::files::PROGRAMMES)?.programmes;
    let areas = programmes.into_iter().find(|programme| programme.key == PROGRAMME).ok_or(ApiError::Internal)?;
    let areas: Vec<Vec<String>> = areas.focus_areas.into_iter().map(|area| area.places).collect();
    let longest = areas.iter().map(Vec::len).max().unwrap_or_default();
    let mut places = vec![];
    for turn in 0..longest {
        for area in &areas {
            let code = area.get(turn % area.len().max(1)).ok_or(ApiError::Internal)?;
            places.push((code.clone(), find(&known.places, code)?));
        }
    }
    Ok(places)
}

fn met_at(number: usize, now: DateTime<Utc>) -> DateTime<Utc> {
    let count = i64::try_from(COUNT).unwrap_or(1);
    let number = i64::try_from(number).unwrap_or_default();
    let days = FIRST_DAYS_AGO - number * (FIRST_DAYS_AGO - LAST_DAYS_AGO) / count;
    now - TimeDelta::days(days) - TimeDelta::minutes(number * 7 % 300)
}

fn add(conn: &mut Conn, sealer: &Sealer, likeness: &Likeness, by: AccountId, now: DateTime<Utc>) -> Result<Met> {
    let met = met_at(likeness.number, now);
    let mut new = likeness.stakeholder(conn, met)?;
    new.consent = likeness.consents().then(|| consent(likeness, day_of(met))).transpose()?;
    new.contact = new.consent.is_some().then(|| likeness.contact()).transpose()?;
    let opinions = likeness.opinions();
    new.assessment = match opinions.first() {
        Some([influence, interest, stance]) => Some(NewAssessment {
            influence: *influence,
            interest: *interest,
            stance: *stance,
            reason: likeness.reason(*stance)?,
        }),
        None => None,
    };
    let id = insert(conn, sealer, &new, by, met)?;
    for (opinion, days) in opinions.iter().skip(1).zip([5_i64, 9, 12]) {
        let [_, _, stance] = *opinion;
        let before = reread(conn, id)?;
        assess(conn, &before, *opinion, &likeness.reason(stance)?, by, met + TimeDelta::days(days))?;
    }
    if new.consent.is_some() && likeness.withdraws() {
        let at = met + TimeDelta::days(13);
        let withdrawal = ConsentWithdrawal { withdrawn_on: day_of(at), note: Some(likeness.withdrawal()?) };
        let before = reread(conn, id)?;
        take_back(conn, &before, &withdrawal, by, at)?;
    }
    Ok(Met { id, kind: new.kind, category: new.category, at: met, by })
}

fn consent(likeness: &Likeness, given_on: NaiveDate) -> Result<NewConsent> {
    Ok(NewConsent { purpose: likeness.purpose()?, form: likeness.form(), given_on })
}
