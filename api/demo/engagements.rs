//! The demonstration's log: what its staff and its stakeholders said to one another, and what is to follow.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};
use serde::Deserialize;

use super::PROGRAMME;
use super::directory::{Directory, find};
use super::files::{ENGAGEMENTS, read};
use super::stakeholders::Met;
use crate::accounts::AccountId;
use crate::authz::Role;
use crate::db::Conn;
use crate::engagements::change::done;
use crate::engagements::domain::EngagementChannel;
use crate::engagements::input::{FollowUpCompletion, NewEngagement, NewFollowUp};
use crate::engagements::store::{insert, reread};
use crate::error::{ApiError, Result};
use crate::grievances::clock::day_of;
use crate::names::Language;

const COUNT: usize = 200;

/// Numbers of the last, whose follow-ups wait to be done.
const RECENT: usize = 24;

#[derive(Deserialize)]
struct Talks {
    talks: Vec<Talk>,
}

#[derive(Deserialize)]
struct Talk {
    summary: HashMap<Language, String>,
    task: HashMap<Language, String>,
    outcome: HashMap<Language, String>,
}

pub fn load(conn: &mut Conn, known: &Directory, met: &[Met], now: DateTime<Utc>) -> Result<()> {
    let Talks { talks } = read(ENGAGEMENTS)?;
    let programme = find(&known.programmes, PROGRAMME)?;
    let staff: Vec<AccountId> = known
        .people
        .iter()
        .filter(|person| person.role == Role::Staff && person.programmes.contains(&programme))
        .map(|person| person.id)
        .collect();
    for number in 0..COUNT {
        let talk = talks.get(number * 7 % talks.len().max(1)).ok_or(ApiError::Internal)?;
        let by = *staff.get(number % staff.len().max(1)).ok_or(ApiError::Internal)?;
        // Of the last ones some were given to a colleague, who was told.
        let given = if number + RECENT >= COUNT { number / 8 } else { 0 };
        let owner = *staff.get((number + given) % staff.len().max(1)).ok_or(ApiError::Internal)?;
        let people = people(met, number)?;
        let at = spoken_at(people.iter().map(|met| met.at).max().unwrap_or(now), number, now);
        let told = Told { number, talk, by, owner, at, now };
        add(conn, &told, &people, programme)?;
    }
    Ok(())
}

/// One of the register, at times with others whom the same colleague met.
fn people(met: &[Met], number: usize) -> Result<Vec<&Met>> {
    let first = number * 11 % met.len().max(1);
    let more = match number % 5 {
        0 => 3,
        1 => 2,
        2.. => 1,
    };
    (0..more).map(|next| met.get((first + next * 3) % met.len().max(1)).ok_or(ApiError::Internal)).collect()
}

/// After they were met; the last ones in the last days.
fn spoken_at(met: DateTime<Utc>, number: usize, now: DateTime<Utc>) -> DateTime<Utc> {
    let minutes = TimeDelta::minutes(i64::try_from(number * 13 % 400).unwrap_or_default());
    if number + RECENT >= COUNT {
        let days = i64::try_from((COUNT - number) / 2 + 1).unwrap_or(1);
        return now - TimeDelta::days(days) - minutes;
    }
    let days = TimeDelta::days(i64::try_from(number * 17 % 40).unwrap_or_default());
    (met + days).min(now - TimeDelta::days(13)) - minutes
}

struct Told<'a> {
    number: usize,
    talk: &'a Talk,
    by: AccountId,
    owner: AccountId,
    at: DateTime<Utc>,
    now: DateTime<Utc>,
}

impl Told<'_> {
    fn language(&self) -> Language {
        match self.number % 10 {
            ..6 => Language::Ky,
            6..9 => Language::Ru,
            9.. => Language::En,
        }
    }

    fn text(&self, of: &HashMap<Language, String>) -> Result<String> {
        of.get(&self.language()).cloned().ok_or(ApiError::Internal)
    }

    fn channel(&self) -> EngagementChannel {
        match self.number * 5 % 12 {
            ..3 => EngagementChannel::Visit,
            3..6 => EngagementChannel::Meeting,
            6..9 => EngagementChannel::Phone,
            9 => EngagementChannel::Message,
            10 => EngagementChannel::Letter,
            11.. => EngagementChannel::Email,
        }
    }

    fn is_recent(&self) -> bool {
        self.number + RECENT >= COUNT
    }

    fn follow_up(&self) -> Result<Option<NewFollowUp>> {
        if !self.is_recent() && !self.number.is_multiple_of(4) {
            return Ok(None);
        }
        // Of those that wait, some are late and some are due in the next days.
        let due = if self.is_recent() {
            self.now + TimeDelta::days(i64::try_from(self.number % 12).unwrap_or_default() - 3)
        } else {
            self.at + TimeDelta::days(10)
        };
        let due_on = day_of(due).max(day_of(self.at));
        Ok(Some(NewFollowUp { task: self.text(&self.talk.task)?, owner_id: self.owner, due_on }))
    }
}

fn add(conn: &mut Conn, told: &Told, people: &[&Met], programme: crate::programmes::ProgrammeId) -> Result<()> {
    let mut ids: Vec<_> = people.iter().map(|met| met.id).collect();
    ids.sort_unstable();
    ids.dedup();
    let follow_up = told.follow_up()?;
    let closes = follow_up.is_some() && !told.is_recent();
    let new = NewEngagement {
        programme_id: programme,
        day: day_of(told.at),
        channel: told.channel(),
        by_id: told.by,
        summary: told.text(&told.talk.summary)?,
        stakeholder_ids: ids.clone(),
        follow_up,
    };
    let id = insert(conn, &new, &ids, told.by, told.at)?;
    if closes {
        let at = told.at + TimeDelta::days(8);
        let note = told.text(&told.talk.outcome)?;
        let before = reread(conn, id)?;
        done(conn, &before, &FollowUpCompletion { done_on: day_of(at), note }, told.owner, at)?;
    }
    Ok(())
}
