//! The rules of minutes. Pure: no database, no HTTP, no clock.

use sha2::{Digest, Sha256};

use crate::accounts::AccountId;
use crate::db::types::words;
use crate::meetings::AgendaItemId;
use crate::meetings::day::domain::{DayNoteKind, DayState};
use crate::meetings::domain::{MeetingSide, MeetingState};
use crate::organisations::OrganisationId;

#[cfg(test)]
mod walks;

words! {
    /// What a side says of minutes.
    MinutesAnswerKind { Approved, Objected }
}

/// Lines that minutes may have.
pub const MOST: usize = 1000;

/// Whose word is asked for: an organisation that was invited, as the side for which it came; or those of a side who came
/// without an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Party {
    pub side: MeetingSide,
    pub organisation: Option<OrganisationId>,
}

/// Whether a side is asked: the programme wrote them.
pub fn is_asked(side: MeetingSide) -> bool {
    match side {
        MeetingSide::Company | MeetingSide::Authority | MeetingSide::Community | MeetingSide::Other => true,
        MeetingSide::Programme => false,
    }
}

/// What somebody said of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    pub party: Party,
    pub revision: i64,
    pub answer: MinutesAnswerKind,
}

/// The last word of a party about a text.
pub fn word_of(party: Party, revision: i64, answers: &[Answer]) -> Option<MinutesAnswerKind> {
    let said = answers.iter().rev().find(|said| said.party == party && said.revision == revision);
    said.map(|said| said.answer)
}

/// How many object to a text of which each side has said something; or why it can't be approved yet.
pub fn settled(parties: &[Party], revision: i64, answers: &[Answer]) -> Result<usize, &'static str> {
    let mut objections = 0;
    for party in parties {
        match word_of(*party, revision, answers) {
            Some(MinutesAnswerKind::Approved) => {}
            Some(MinutesAnswerKind::Objected) => objections += 1,
            None => return Err("not_all_answered"),
        }
    }
    Ok(objections)
}

/// Why somebody can't write minutes: who leads the meeting does, until they are approved.
pub fn write(state: MeetingState, facilitator: AccountId, account: AccountId) -> Result<(), &'static str> {
    match state {
        MeetingState::Held | MeetingState::MinutesDrafted => {}
        MeetingState::Draft
        | MeetingState::AgendaOpen
        | MeetingState::Invited
        | MeetingState::Confirmed
        | MeetingState::MinutesApproved
        | MeetingState::Closed
        | MeetingState::Postponed
        | MeetingState::Cancelled => return Err("not_in_this_state"),
    }
    if account == facilitator { Ok(()) } else { Err("not_the_facilitator") }
}

/// Why nothing can be said of minutes.
pub fn answer(state: MeetingState) -> Result<(), &'static str> {
    match state {
        MeetingState::MinutesDrafted => Ok(()),
        MeetingState::Draft
        | MeetingState::AgendaOpen
        | MeetingState::Invited
        | MeetingState::Confirmed
        | MeetingState::Held
        | MeetingState::MinutesApproved
        | MeetingState::Closed
        | MeetingState::Postponed
        | MeetingState::Cancelled => Err("not_in_this_state"),
    }
}

/// For whom minutes are there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    Staff,
    /// Whoever is asked for the word of a side.
    Party,
    /// Whoever else reaches the meeting.
    Other,
}

/// Whether somebody reads minutes: the programme works on them; the sides that are asked read what is put before them, and all
/// others what was approved.
pub fn reads(state: MeetingState, reader: Reader) -> bool {
    match state {
        MeetingState::Held => reader == Reader::Staff,
        MeetingState::MinutesDrafted => match reader {
            Reader::Staff | Reader::Party => true,
            Reader::Other => false,
        },
        MeetingState::MinutesApproved | MeetingState::Closed => true,
        MeetingState::Draft
        | MeetingState::AgendaOpen
        | MeetingState::Invited
        | MeetingState::Confirmed
        | MeetingState::Postponed
        | MeetingState::Cancelled => false,
    }
}

/// A line of minutes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub item: Option<AgendaItemId>,
    pub kind: DayNoteKind,
    pub side: Option<MeetingSide>,
    pub text: String,
}

/// A first text from the notes of the day: item by item in the order of the agenda, then what belongs to none; of each what the
/// sides want, why, what could be done and what was decided.
pub fn drafted(day: &DayState, agenda: &[AgendaItemId]) -> Vec<Line> {
    let place = |line: &Line| {
        let item = line.item.and_then(|item| agenda.iter().position(|listed| *listed == item));
        (item.unwrap_or(agenda.len()), line.kind)
    };
    let line = |note: &crate::meetings::day::domain::Noted| Line {
        item: note.item,
        kind: note.kind,
        side: note.side,
        text: note.text.clone(),
    };
    let mut lines: Vec<Line> = day.notes.iter().map(line).collect();
    lines.sort_by_key(place);
    lines
}

/// SHA-256 of a text: of each line a JSON array of the item, the kind, the side (`null` where there is none) and the words,
/// without spaces and ended by a line feed, in UTF-8.
pub fn hash(lines: &[Line]) -> String {
    let mut digest = Sha256::new();
    for Line { item, kind, side, text } in lines {
        digest.update(serde_json::json!([item, kind, side, text]).to_string());
        digest.update("\n");
    }
    hex::encode(digest.finalize())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::meetings::day::DayEntryId;
    use crate::meetings::day::domain::Noted;

    #[test]
    fn a_first_text_follows_the_agenda_and_what_was_said_of_an_item() {
        let (dust, water) = (AgendaItemId::random(), AgendaItemId::random());
        let noted =
            |item, kind, text: &str| Noted { id: DayEntryId::random(), kind, item, side: None, text: text.into() };
        let day = DayState {
            notes: vec![
                noted(None, DayNoteKind::Decision, "We meet again."),
                noted(Some(dust), DayNoteKind::Decision, "Water it."),
                noted(Some(dust), DayNoteKind::Position, "No dust."),
                noted(Some(water), DayNoteKind::Interest, "Health."),
            ],
            ..DayState::default()
        };
        let texts: Vec<String> = drafted(&day, &[water, dust]).into_iter().map(|line| line.text).collect();
        assert_eq!(texts, ["Health.", "No dust.", "Water it.", "We meet again."]);
    }

    #[test]
    fn another_text_has_another_hash() {
        let line = |text: &str| Line { item: None, kind: DayNoteKind::Decision, side: None, text: text.into() };
        let one = hash(&[line("One."), line("Two.")]);
        assert_eq!(one.len(), 64);
        assert_ne!(one, hash(&[line("Two."), line("One.")]));
        let of_side = Line { side: Some(MeetingSide::Company), ..line("One.") };
        assert_ne!(hash(&[line("One.")]), hash(&[of_side]));
        assert_eq!(one, hash(&[line("One."), line("Two.")]));
        assert_ne!(one, hash(&[line("One.\nTwo.")]));
    }

    #[test]
    fn nobody_beside_the_programme_reads_what_is_not_put_before_them() {
        assert!(reads(MeetingState::Held, Reader::Staff));
        assert!(!reads(MeetingState::Held, Reader::Party));
        assert!(reads(MeetingState::MinutesDrafted, Reader::Party));
        assert!(!reads(MeetingState::MinutesDrafted, Reader::Other));
        assert!(reads(MeetingState::MinutesApproved, Reader::Other) && reads(MeetingState::Closed, Reader::Other));
        assert!(!reads(MeetingState::Confirmed, Reader::Staff));
    }
}
