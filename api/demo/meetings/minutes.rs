//! Minutes of the demonstration's meetings, and what the sides say of them.

use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;
use serde::Deserialize;

use super::super::directory::find;
use super::guests::Seats;
use super::{Story, day};
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::{ApiError, Result};
use crate::meetings::day::domain::DayNoteKind;
use crate::meetings::domain::{MeetingMove, MeetingSide, MeetingState};
use crate::meetings::minutes::MinutesAnswerId;
use crate::meetings::minutes::domain::{self, MinutesAnswerKind, hash};
use crate::schema::{meeting_minute_answers as answers, meeting_minute_lines as lines, meeting_minutes as minutes};

#[derive(Deserialize)]
pub struct Told {
    lines: Vec<Line>,
    #[serde(default)]
    words: Vec<Word>,
}

#[derive(Deserialize)]
struct Line {
    /// Which of the agenda, the first being 1.
    item: Option<usize>,
    kind: DayNoteKind,
    side: Option<MeetingSide>,
    text: String,
}

#[derive(Deserialize)]
struct Word {
    side: MeetingSide,
    /// None of those without an account.
    organisation: Option<String>,
    answer: MinutesAnswerKind,
    words: Option<String>,
    /// Who heard it, where the programme noted it.
    witness: Option<String>,
}

/// The only text, before the sides.
const REVISION: i64 = 1;

impl Told {
    /// Puts the minutes before the sides on the day after the meeting, and approves them if that is where it stands.
    pub(super) fn write(&self, conn: &mut Conn, story: &Story, seats: &Seats, over: DateTime<Utc>) -> Result<()> {
        let (drafted, approved) = (over + TimeDelta::hours(20), over + TimeDelta::hours(140));
        let text = self.text(conn, story)?;
        let row = (
            (minutes::meeting_id.eq(story.id), minutes::revision.eq(REVISION), minutes::abridged.eq(false)),
            (minutes::written_by.eq(story.leader), minutes::written_at.eq(Moment::from(drafted))),
        );
        diesel::insert_into(minutes::table).values(row).execute(conn)?;
        for (at, line) in (0_i64..).zip(&text) {
            let row = (
                (lines::meeting_id.eq(story.id), lines::revision.eq(REVISION), lines::position.eq(at)),
                (lines::item_id.eq(line.item), lines::kind.eq(line.kind), lines::side.eq(line.side)),
                lines::text.eq(line.text.as_str()),
            );
            diesel::insert_into(lines::table).values(row).execute(conn)?;
        }
        story.step(conn, MeetingMove::DraftMinutes, MeetingState::MinutesDrafted, drafted)?;
        for (hour, word) in (1..).zip(&self.words) {
            word.write(conn, story, seats, drafted + TimeDelta::hours(7 * hour))?;
        }
        if story.told.state == MeetingState::MinutesApproved {
            let set = (minutes::sha256.eq(hash(&text)), minutes::approved_at.eq(Moment::from(approved)));
            diesel::update(minutes::table.find(story.id)).set(set).execute(conn)?;
            story.step(conn, MeetingMove::ApproveMinutes, MeetingState::MinutesApproved, approved)?;
        }
        Ok(())
    }

    fn text(&self, conn: &mut Conn, story: &Story) -> Result<Vec<domain::Line>> {
        let items = day::items(conn, story.id)?;
        let line = |Line { item, kind, side, text }: &Line| {
            Ok(domain::Line { item: day::item(&items, *item)?, kind: *kind, side: *side, text: text.clone() })
        };
        self.lines.iter().map(line).collect()
    }
}

impl Word {
    fn write(&self, conn: &mut Conn, story: &Story, seats: &Seats, at: DateTime<Utc>) -> Result<()> {
        let organisation = self.organisation.as_deref().map(|key| find(&seats.known.organisations, key)).transpose()?;
        let by = match (&self.witness, organisation) {
            (None, Some(organisation)) => seats.cast.member(organisation).ok_or(ApiError::Internal)?.id,
            (Some(_), _) => story.leader,
            (None, None) => return Err(ApiError::Internal),
        };
        let row = (
            (answers::id.eq(MinutesAnswerId::at(at)), answers::meeting_id.eq(story.id), answers::revision.eq(REVISION)),
            (answers::side.eq(self.side), answers::organisation_id.eq(organisation), answers::answer.eq(self.answer)),
            (answers::words.eq(self.words.as_deref()), answers::witness.eq(self.witness.as_deref())),
            (answers::account_id.eq(by), answers::at.eq(Moment::from(at))),
        );
        diesel::insert_into(answers::table).values(row).execute(conn)?;
        Ok(())
    }
}
