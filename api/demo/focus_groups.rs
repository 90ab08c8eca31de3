//! The demonstration's focus groups: a dozen of its three areas, each as far as its file says.

mod outcome;

use chrono::{DateTime, NaiveTime, TimeDelta, Utc};
use serde::Deserialize;

use self::outcome::{Back, Code};
use super::PROGRAMME;
use super::cast::Cast;
use super::directory::{Directory, find};
use super::files::{FOCUS_GROUPS, read};
use crate::accounts::AccountId;
use crate::db::Conn;
use crate::error::{ApiError, Result};
use crate::focus_groups::domain::{
    Attendance, BandCounts, FocusGroupEventKind, FocusGroupKind, FocusGroupMove, FocusGroupState, target,
};
use crate::focus_groups::events::Happened;
use crate::focus_groups::input::{ExpectedPeople, NewFocusGroup, NewParticipant, NotesToWrite, QuoteToKeep};
use crate::focus_groups::moves::{Changes, settle};
use crate::focus_groups::{FocusGroupId, attendance, notes, participants, store};
use crate::grievances::clock::{day_of, start_of};
use crate::secrets::Sealer;
use crate::stakeholders::domain::{AgeBand, ConsentForm, Sex, SpokenLanguage};

#[derive(Deserialize)]
struct Groups {
    topic_guide: String,
    ground_rules: String,
    groups: Vec<Group>,
}

#[derive(Deserialize)]
struct Group {
    place: String,
    site: Option<String>,
    kind: FocusGroupKind,
    title: String,
    venue: String,
    /// Below zero: of days to come.
    days_ago: i64,
    hour: u32,
    /// Which of the staff.
    facilitator: usize,
    languages: Vec<SpokenLanguage>,
    expected: ExpectedPeople,
    state: FocusGroupState,
    /// How many of each age.
    female: Option<[i64; 6]>,
    male: Option<[i64; 6]>,
    #[serde(default)]
    notes: String,
    #[serde(default)]
    quotes: Vec<QuoteToKeep>,
    guardians: Option<i64>,
    reason: Option<String>,
    #[serde(default)]
    codes: Vec<Code>,
    back: Option<Back>,
    summary: Option<String>,
    /// Places of quotes in their list.
    #[serde(default)]
    published_quotes: Vec<i64>,
}

pub fn load(conn: &mut Conn, sealer: &Sealer, known: &Directory, now: DateTime<Utc>) -> Result<()> {
    let file: Groups = read(FOCUS_GROUPS)?;
    let programme = find(&known.programmes, PROGRAMME)?;
    let cast = Cast::of(known, programme);
    for group in &file.groups {
        let by = cast.owner(group.facilitator)?.id;
        let new = NewFocusGroup {
            programme_id: programme,
            kind: group.kind,
            title: group.title.clone(),
            place_id: find(&known.places, &group.place)?,
            site_id: group.site.as_ref().map(|site| find(&known.sites, site)).transpose()?.map(|(site, _)| site),
            starts_at: starts_at(group, now)?,
            venue: group.venue.clone(),
            facilitator_id: by,
            note_taker_id: Some(cast.owner(group.facilitator + 1)?.id),
            languages: group.languages.clone(),
            topic_guide: Some(file.topic_guide.clone()),
            ground_rules: Some(file.ground_rules.clone()),
            expected: group.expected,
        };
        let id = store::insert(conn, &new, by, planned_at(group, now))?;
        Story { conn, id, by, group, starts_at: new.starts_at }.tell(sealer, now)?;
    }
    Ok(())
}

fn starts_at(group: &Group, now: DateTime<Utc>) -> Result<DateTime<Utc>> {
    let midnight = start_of(day_of(now - TimeDelta::days(group.days_ago)));
    let hour = NaiveTime::from_hms_opt(group.hour, 0, 0).ok_or(ApiError::Internal)?;
    Ok(midnight + hour.signed_duration_since(NaiveTime::MIN))
}

/// A fortnight before, or a week ago if the day is still to come.
fn planned_at(group: &Group, now: DateTime<Utc>) -> DateTime<Utc> {
    now - TimeDelta::days(group.days_ago.max(0) + 14)
}

struct Story<'a> {
    conn: &'a mut Conn,
    id: FocusGroupId,
    by: AccountId,
    group: &'a Group,
    starts_at: DateTime<Utc>,
}

impl Story<'_> {
    fn tell(&mut self, sealer: &Sealer, now: DateTime<Utc>) -> Result<()> {
        match self.group.state {
            FocusGroupState::Planned => Ok(()),
            FocusGroupState::Cancelled => {
                let reason = self.group.reason.as_deref().unwrap_or_default();
                let happened = Happened::because(FocusGroupEventKind::Cancelled, reason);
                self.step(FocusGroupMove::Cancel, &happened, Changes::default(), self.starts_at - TimeDelta::days(1))
            }
            FocusGroupState::Consented => self.consent(now - TimeDelta::days(1)),
            FocusGroupState::Held => self.heard(sealer),
            FocusGroupState::Coded => {
                self.heard(sealer)?;
                self.coded()
            }
            FocusGroupState::Validated => {
                self.heard(sealer)?;
                self.coded()?;
                self.validated()
            }
            FocusGroupState::Published => {
                self.heard(sealer)?;
                self.coded()?;
                self.validated()?;
                self.published()
            }
        }
    }

    fn heard(&mut self, sealer: &Sealer) -> Result<()> {
        self.consent(self.starts_at)?;
        self.hold(sealer)
    }

    fn step(&mut self, step: FocusGroupMove, happened: &Happened, changes: Changes, at: DateTime<Utc>) -> Result<()> {
        let before = store::reread(self.conn, self.id)?;
        let to = target(step, before.state).ok_or(ApiError::Internal)?;
        settle(self.conn, &before, (to, &changes), happened, self.by, at)
    }

    fn consent(&mut self, at: DateTime<Utc>) -> Result<()> {
        let day = day_of(at);
        if let Some(guardians) = self.group.guardians {
            let changes = Changes {
                guardians: Some(guardians),
                guardians_form: Some(ConsentForm::Signed),
                guardians_given_on: Some(day),
                ..Changes::default()
            };
            let happened = Happened::on(FocusGroupEventKind::GuardiansAgreed, day, None);
            self.step(FocusGroupMove::RecordGuardians, &happened, changes, at - TimeDelta::hours(2))?;
        }
        let changes =
            Changes { consent_form: Some(ConsentForm::Spoken), consent_given_on: Some(day), ..Changes::default() };
        self.step(FocusGroupMove::Consent, &Happened::on(FocusGroupEventKind::Consented, day, None), changes, at)
    }

    fn hold(&mut self, sealer: &Sealer) -> Result<()> {
        let Group { female, male, notes, quotes, title, venue, .. } = self.group;
        let counted = Attendance { female: counts(female.unwrap_or_default()), male: counts(male.unwrap_or_default()) };
        attendance::replace(self.conn, self.id, &counted)?;
        let happened = Happened::bare(FocusGroupEventKind::AttendanceCounted);
        let after = |minutes| self.starts_at + TimeDelta::minutes(minutes);
        let (counting, closing, writing) = (after(15), after(110), after(240));
        self.step(FocusGroupMove::CountAttendance, &happened, Changes::default(), counting)?;
        let day = day_of(self.starts_at);
        let changes = Changes { held_on: Some(day), ..Changes::default() };
        self.step(FocusGroupMove::Hold, &Happened::on(FocusGroupEventKind::Held, day, None), changes, closing)?;
        let written = NotesToWrite { notes: notes.clone(), quotes: quotes.clone() };
        notes::replace_quotes(self.conn, self.id, &written.quotes)?;
        let words = store::words(title, venue, None, &notes::said(&written));
        let changes = Changes { notes: Some(written.notes), words: Some(words), ..Changes::default() };
        self.step(FocusGroupMove::WriteNotes, &Happened::bare(FocusGroupEventKind::NotesWritten), changes, writing)?;
        self.keep_a_name(sealer, closing)
    }

    /// One who wants to be invited again, where a group was large.
    fn keep_a_name(&mut self, sealer: &Sealer, at: DateTime<Utc>) -> Result<()> {
        if self.group.expected.people < 14 {
            return Ok(());
        }
        let somebody = NewParticipant {
            name: "Бермет Сынамыкова".into(),
            sex: Sex::Female,
            age_band: AgeBand::From36,
            consent_form: ConsentForm::Signed,
            consented_on: day_of(at),
        };
        participants::insert(self.conn, sealer, self.id, &somebody, at)?;
        let happened = Happened::bare(FocusGroupEventKind::ParticipantAdded);
        crate::focus_groups::events::note(self.conn, self.id, &happened, self.by, at)
    }
}

fn counts([under14, from14, from18, from25, from36, from60]: [i64; 6]) -> BandCounts {
    BandCounts { under14, from14, from18, from25, from36, from60 }
}
