//! The demonstration's meetings: planned, open for proposals, invited to, today, put off, called off, held, with minutes.

mod agenda;
mod day;
mod guests;
mod minutes;

use std::collections::HashMap;

use chrono::{DateTime, Days, TimeDelta, Utc};
use serde::Deserialize;

use super::PROGRAMME;
use super::cast::Cast;
use super::directory::{Directory, find};
use super::files::{MEETINGS, read};
use crate::accounts::AccountId;
use crate::db::Conn;
use crate::error::{ApiError, Result};
use crate::grievances::clock::{day_of, start_of};
use crate::meetings::MeetingId;
use crate::meetings::domain::{MeetingKind, MeetingMove, MeetingState, MeetingVisibility};
use crate::meetings::events::{Step, Told as Said};
use crate::meetings::input::NewMeeting;
use crate::meetings::moves::{Changes, settle};
use crate::meetings::store::{insert, reread};
use crate::names::Language;
use crate::stakeholders::domain::SpokenLanguage;

#[derive(Deserialize)]
struct File {
    ground_rules: HashMap<Language, String>,
    meetings: Vec<Told>,
}

#[derive(Deserialize)]
struct Told {
    kind: MeetingKind,
    title: String,
    place: String,
    site: Option<String>,
    venue: Option<String>,
    visibility: MeetingVisibility,
    /// In which the rules of the meeting are written.
    language: Language,
    languages: Vec<SpokenLanguage>,
    #[serde(default)]
    interpreters: Vec<SpokenLanguage>,
    /// Which of the staff.
    leader: usize,
    planned_days_ago: i64,
    /// Days from now, by Bishkek's calendar.
    in_days: i64,
    /// The hour in Bishkek; none of one that began an hour ago.
    hour: Option<i64>,
    hours: i64,
    state: MeetingState,
    /// Why it was put off, or called off.
    reason: Option<String>,
    /// Where it was put off and has another date: the one before, in days from now.
    before_in_days: Option<i64>,
    #[serde(default)]
    agenda: Vec<agenda::Told>,
    #[serde(default)]
    guests: Vec<guests::Told>,
    #[serde(default)]
    day: Vec<day::Told>,
    minutes: Option<minutes::Told>,
}

pub fn load(conn: &mut Conn, known: &Directory, now: DateTime<Utc>) -> Result<()> {
    let File { ground_rules, meetings } = read(MEETINGS)?;
    let programme = find(&known.programmes, PROGRAMME)?;
    let cast = Cast::of(known, programme);
    for told in &meetings {
        let planned = now - TimeDelta::days(told.planned_days_ago);
        let leader = cast.owner(told.leader)?.id;
        let starts_at = told.starts_at(told.in_days, now);
        let before = told.before_in_days.map(|days| told.starts_at(days, now));
        let first = before.unwrap_or(starts_at);
        let new = NewMeeting {
            programme_id: programme,
            kind: told.kind,
            title: told.title.clone(),
            place_id: find(&known.places, &told.place)?,
            site_id: told.site.as_ref().map(|site| find(&known.sites, site)).transpose()?.map(|(site, _)| site),
            starts_at: first,
            ends_at: first + TimeDelta::hours(told.hours),
            venue: told.venue.clone(),
            facilitator_id: leader,
            languages: told.languages.clone(),
            interpreters: told.interpreters.clone(),
            ground_rules: ground_rules.get(&told.language).cloned(),
            visibility: told.visibility,
        };
        let id = insert(conn, &new, leader, planned)?;
        let seats = guests::Seats { known, cast: &cast, meeting: id, by: leader };
        seats.ask(conn, &told.guests, planned + TimeDelta::hours(2))?;
        agenda::write(conn, known, &cast, (id, &told.agenda), planned + TimeDelta::hours(30))?;
        let dates = before.map(|before| (before, starts_at));
        let story = Story { id, told, leader, dates };
        story.tell(conn, planned, now)?;
        seats.answer(conn, &told.guests, now - TimeDelta::hours(20))?;
        day::write(conn, known, (id, &told.day), leader, starts_at)?;
        if let Some(minutes) = &told.minutes {
            minutes.write(conn, &story, &seats, starts_at + TimeDelta::hours(told.hours))?;
        }
    }
    Ok(())
}

impl Told {
    fn starts_at(&self, in_days: i64, now: DateTime<Utc>) -> DateTime<Utc> {
        let days = Days::new(in_days.unsigned_abs());
        let day = if in_days < 0 { day_of(now) - days } else { day_of(now) + days };
        match self.hour {
            Some(hour) => start_of(day) + TimeDelta::hours(hour),
            None => now - TimeDelta::hours(1),
        }
    }

    /// What led to its state.
    fn path(&self) -> Result<Vec<(MeetingMove, MeetingState)>> {
        let (opened, invited) =
            ((MeetingMove::OpenAgenda, MeetingState::AgendaOpen), (MeetingMove::Invite, MeetingState::Invited));
        let confirmed = (MeetingMove::Confirm, MeetingState::Confirmed);
        let postponed = (MeetingMove::Postpone, MeetingState::Postponed);
        let mut path = match self.state {
            MeetingState::Draft => vec![],
            MeetingState::AgendaOpen => vec![opened],
            MeetingState::Invited => vec![opened, invited],
            MeetingState::Confirmed => vec![opened, invited, confirmed],
            // Minutes follow.
            MeetingState::Held | MeetingState::MinutesDrafted | MeetingState::MinutesApproved => {
                vec![opened, invited, confirmed, (MeetingMove::Hold, MeetingState::Held)]
            }
            MeetingState::Postponed => vec![opened, invited, postponed],
            MeetingState::Cancelled => vec![opened, invited, (MeetingMove::Cancel, MeetingState::Cancelled)],
            MeetingState::Closed => return Err(ApiError::Internal),
        };
        if self.before_in_days.is_some() {
            path.splice(2..2, [postponed, (MeetingMove::Reschedule, MeetingState::Invited)]);
        }
        Ok(path)
    }
}

struct Story<'a> {
    id: MeetingId,
    told: &'a Told,
    leader: AccountId,
    dates: Option<(DateTime<Utc>, DateTime<Utc>)>,
}

impl Story<'_> {
    /// The steps fill the time from the plan to yesterday, or to the evening of the meeting.
    fn tell(&self, conn: &mut Conn, planned: DateTime<Utc>, now: DateTime<Utc>) -> Result<()> {
        let path = self.told.path()?;
        let over = reread(conn, self.id)?.ends_at.utc() + TimeDelta::hours(1);
        let end = over.min(now - TimeDelta::hours(26));
        let steps = i32::try_from(path.len()).unwrap_or(1).max(1);
        for (step, (made, to)) in (1..).zip(path) {
            let at = planned + (end - planned) / steps * step;
            self.step(conn, made, to, at)?;
        }
        Ok(())
    }

    fn step(&self, conn: &mut Conn, made: MeetingMove, to: MeetingState, at: DateTime<Utc>) -> Result<()> {
        let mut changes = Changes::default();
        let mut said = Said::default();
        match made {
            MeetingMove::OpenAgenda => changes.opened_at = Some(at.into()),
            MeetingMove::Postpone | MeetingMove::Cancel => said.note = self.told.reason.as_deref(),
            MeetingMove::Reschedule => {
                let (_, starts_at) = self.dates.ok_or(ApiError::Internal)?;
                changes.starts_at = Some(starts_at.into());
                changes.ends_at = Some((starts_at + TimeDelta::hours(self.told.hours)).into());
                said.moved = self.dates;
            }
            MeetingMove::Draft
            | MeetingMove::Change
            | MeetingMove::Invite
            | MeetingMove::Confirm
            | MeetingMove::Hold
            | MeetingMove::DraftMinutes
            | MeetingMove::ApproveMinutes
            | MeetingMove::Close => {}
        }
        let before = reread(conn, self.id)?;
        let step = Step { made, from: Some(before.state), to, told: said };
        settle(conn, &before, &changes, &step, self.leader, at)
    }
}
