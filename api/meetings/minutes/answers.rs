//! What the sides said of minutes.

use chrono::{DateTime, Utc};
use diesel::dsl::max;
use diesel::prelude::*;

use super::MinutesAnswerId;
use super::domain::{self, Answer, MinutesAnswerKind, Party, word_of};
use super::input::{HeardMinutesWord, MinutesWord};
use super::policy::{AnswerMeetingMinutes, RecordMinutesAnswer};
use super::store::{self, Readable, Row, own_parties, parties, readable, touch};
use crate::accounts::AccountId;
use crate::authz::Permit;
use crate::db::types::Moment;
use crate::db::{Backend, Conn};
use crate::error::{ApiError, Result};
use crate::http::IfMatch;
use crate::http::body::said;
use crate::http::version::still;
use crate::meetings::MeetingId;
use crate::meetings::domain::MeetingSide;
use crate::meetings::store::Row as Meeting;
use crate::organisations::OrganisationId;
use crate::schema::meeting_minute_answers as answers;

/// Words of one party about one text: all of them are kept, and the last one counts.
const MOST: i64 = 100;

/// What stands in the place of words that were taken out; nobody says so little.
pub const TAKEN_OUT: &str = "…";

/// An answer as the database holds it.
#[derive(Clone, Queryable, Selectable)]
#[diesel(table_name = answers)]
pub struct AnswerRow {
    pub revision: i64,
    pub side: MeetingSide,
    pub organisation_id: Option<OrganisationId>,
    pub answer: MinutesAnswerKind,
    pub words: Option<String>,
    pub witness: Option<String>,
    pub account_id: AccountId,
    pub at: Moment,
}

impl AnswerRow {
    pub fn party(&self) -> Party {
        Party { side: self.side, organisation: self.organisation_id }
    }
}

/// The last word of each party about a text of a meeting.
pub fn of(conn: &mut Conn, meeting: MeetingId, revision: i64) -> Result<Vec<AnswerRow>> {
    let last: Vec<Option<MinutesAnswerId>> = answers::table
        .filter(answers::meeting_id.eq(meeting).and(answers::revision.eq(revision)))
        .group_by((answers::side, answers::organisation_id))
        .select(max(answers::id))
        .load(conn)?;
    let last: Vec<MinutesAnswerId> = last.into_iter().flatten().collect();
    Ok(answers::table.filter(answers::id.eq_any(last)).order(answers::id).select(AnswerRow::as_select()).load(conn)?)
}

/// Takes the words out of what was said of some texts of a meeting: they may speak of what was taken out of these. That a side
/// objected stays.
pub(super) fn take_words_out(conn: &mut Conn, meeting: MeetingId, revisions: &[i64]) -> Result<()> {
    let said = answers::table
        .filter(answers::meeting_id.eq(meeting))
        .filter(answers::revision.eq_any(revisions.to_vec()))
        .filter(answers::words.is_not_null());
    diesel::update(said).set(answers::words.eq(TAKEN_OUT)).execute(conn)?;
    Ok(())
}

/// The same, as the rules look at it.
pub fn said_of(rows: &[AnswerRow]) -> Vec<Answer> {
    rows.iter().map(|row| Answer { party: row.party(), revision: row.revision, answer: row.answer }).collect()
}

/// Whether the text that is before the sides waits for the word of the caller's own.
pub fn is_asked(conn: &mut Conn, permit: &Permit<AnswerMeetingMinutes>, id: MeetingId) -> Result<bool> {
    let Some(row) = store::of(conn, id)? else { return Ok(false) };
    let said = said_of(&of(conn, id, row.revision)?);
    let own = own_parties(conn, permit, id)?;
    Ok(own.iter().any(|party| word_of(*party, row.revision, &said).is_none()))
}

/// Says for the caller's own side what it says of the text that it read.
pub fn answer(
    conn: &mut Conn,
    permit: &Permit<AnswerMeetingMinutes>,
    id: MeetingId,
    expected: IfMatch,
    MinutesWord { revision, answer, words }: &MinutesWord,
    now: DateTime<Utc>,
) -> Result<()> {
    let Readable { meeting, row, own, .. } = readable(conn, permit, id)?;
    let row = open(&meeting, row, expected)?;
    same_text(&row, *revision)?;
    if own.is_empty() {
        return Err(ApiError::Conflict("not_asked"));
    }
    let words = worded(*answer, words.as_deref())?;
    touch(conn, &meeting, now)?;
    for party in own {
        let said = Said { party, answer: *answer, words, witness: None };
        keep(conn, (id, row.revision), &said, permit.account()?, now)?;
    }
    Ok(())
}

/// Notes what a side said without an account, before a witness.
pub fn record(
    conn: &mut Conn,
    permit: &Permit<RecordMinutesAnswer>,
    id: MeetingId,
    expected: IfMatch,
    heard: &HeardMinutesWord,
    now: DateTime<Utc>,
) -> Result<()> {
    let Readable { meeting, row, .. } = readable(conn, permit, id)?;
    let row = open(&meeting, row, expected)?;
    same_text(&row, heard.revision)?;
    let party = Party { side: heard.side, organisation: heard.organisation_id };
    if !parties(conn, id)?.contains(&party) {
        return Err(ApiError::field("/side", "not_asked"));
    }
    let words = worded(heard.answer, heard.words.as_deref())?;
    said("/witness", &heard.witness)?;
    touch(conn, &meeting, now)?;
    let said = Said { party, answer: heard.answer, words, witness: Some(heard.witness.trim()) };
    keep(conn, (id, row.revision), &said, permit.account()?, now)
}

fn open(meeting: &Meeting, row: Option<Row>, expected: IfMatch) -> Result<Row> {
    still(meeting.version, expected)?;
    domain::answer(meeting.state).map_err(ApiError::Conflict)?;
    row.ok_or(ApiError::Internal)
}

/// Refuses a word about another text than the one that is before the sides: the version tells only that nothing changed since
/// something was read, and a text may have been read before that.
pub(super) fn same_text(row: &Row, read: i64) -> Result<()> {
    if row.revision == read { Ok(()) } else { Err(ApiError::Conflict("another_text")) }
}

/// An objection says to what; who approves says no more.
fn worded(answer: MinutesAnswerKind, words: Option<&str>) -> Result<Option<&str>> {
    match (answer, words) {
        (MinutesAnswerKind::Objected, Some(words)) => said("/words", words).map(|()| Some(words.trim())),
        (MinutesAnswerKind::Objected, None) => Err(ApiError::field("/words", "required")),
        (MinutesAnswerKind::Approved, Some(_)) => Err(ApiError::field("/words", "only_with_an_objection")),
        (MinutesAnswerKind::Approved, None) => Ok(None),
    }
}

struct Said<'a> {
    party: Party,
    answer: MinutesAnswerKind,
    words: Option<&'a str>,
    witness: Option<&'a str>,
}

fn keep(
    conn: &mut Conn,
    (meeting, revision): (MeetingId, i64),
    Said { party, answer, words, witness }: &Said,
    by: AccountId,
    now: DateTime<Utc>,
) -> Result<()> {
    let of_side = answers::table
        .filter(answers::meeting_id.eq(meeting).and(answers::revision.eq(revision)))
        .filter(answers::side.eq(party.side))
        .into_boxed::<Backend>();
    let before = match party.organisation {
        Some(organisation) => of_side.filter(answers::organisation_id.eq(organisation)),
        None => of_side.filter(answers::organisation_id.is_null()),
    };
    if before.count().get_result::<i64>(conn)? >= MOST {
        return Err(ApiError::Conflict("too_many_words"));
    }
    let row = (
        (answers::id.eq(MinutesAnswerId::at(now)), answers::meeting_id.eq(meeting), answers::revision.eq(revision)),
        (answers::side.eq(party.side), answers::organisation_id.eq(party.organisation)),
        (answers::answer.eq(*answer), answers::words.eq(*words), answers::witness.eq(*witness)),
        (answers::account_id.eq(by), answers::at.eq(Moment::from(now))),
    );
    diesel::insert_into(answers::table).values(row).execute(conn)?;
    Ok(())
}
