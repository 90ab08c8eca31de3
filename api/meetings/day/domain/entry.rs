//! What an entry of the day holds: of its fields those that its kind has, and no others.

use std::ops::RangeInclusive;

use chrono::{DateTime, Datelike, NaiveDate, Utc};

use super::words::{DayEntryKind, DayNoteKind};
use crate::headcount::{CountedBand, Headcount};
use crate::meetings::AgendaItemId;
use crate::meetings::day::DayEntryId;
use crate::meetings::domain::MeetingSide;
use crate::organisations::OrganisationId;
use crate::stakeholders::domain::Sex;

/// The longest words, in characters; of a promise, as the register of promises has it.
const LONGEST: usize = 2000;
const LONGEST_PROMISE: usize = 1000;
const SHORTEST: usize = 3;
/// Years of which something can be said: either engine keeps them, and sorts them as time goes.
const YEARS: RangeInclusive<i32> = 1900..=9000;
/// People counted at once.
const MOST_AT_ONCE: i64 = 1000;

/// Something noted on the day.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub id: DayEntryId,
    /// By the clock of the device.
    pub at: DateTime<Utc>,
    /// In whose place it stands.
    pub supersedes: Option<DayEntryId>,
    pub content: Content,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    OpenItem(AgendaItemId),
    Pause,
    Came { side: MeetingSide, walk_in: bool, count: Headcount },
    Spoke { side: MeetingSide, sex: Sex, youth: bool, item: Option<AgendaItemId> },
    Note(Note),
    Promise(Promise),
    Withdraw,
}

/// Words said about an item, or about none.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    pub kind: DayNoteKind,
    pub item: Option<AgendaItemId>,
    pub side: Option<MeetingSide>,
    pub text: String,
}

/// What somebody promised, as far as it was said.
#[derive(Clone, Debug, PartialEq)]
pub struct Promise {
    pub item: Option<AgendaItemId>,
    pub what: String,
    pub organisation: Option<OrganisationId>,
    pub due_on: Option<NaiveDate>,
}

/// The fields of an entry, as they are sent and kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fields {
    pub item: Option<AgendaItemId>,
    pub side: Option<MeetingSide>,
    pub sex: Option<Sex>,
    pub band: Option<CountedBand>,
    pub people: Option<i64>,
    pub walk_in: Option<bool>,
    pub youth: Option<bool>,
    pub text: Option<String>,
    pub organisation: Option<OrganisationId>,
    pub due_on: Option<NaiveDate>,
}

/// A field, and what is wrong with it.
pub type Wrong = (&'static str, &'static str);

/// What the fields of an entry say, or why they say nothing: the field, and the code.
pub fn content(
    kind: DayEntryKind,
    id: DayEntryId,
    supersedes: Option<DayEntryId>,
    given: &Fields,
) -> Result<Content, Wrong> {
    match supersedes {
        Some(other) if other == id => return Err(("/supersedes", "stands_for_itself")),
        None if kind == DayEntryKind::Withdraw => return Err(("/supersedes", "required")),
        Some(_) | None => {}
    }
    if given.due_on.is_some_and(|day| !YEARS.contains(&day.year())) {
        return Err(("/due_on", "no_such_year"));
    }
    let content = read(kind, given)?;
    match needless(given, &fields_of(&content)) {
        Some(field) => Err((field, "not_of_this_kind")),
        None => Ok(content),
    }
}

/// Refuses a time that no clock tells.
pub fn told_by_a_clock(at: DateTime<Utc>) -> Result<(), Wrong> {
    if YEARS.contains(&at.year()) { Ok(()) } else { Err(("/at", "no_such_year")) }
}

fn read(kind: DayEntryKind, given: &Fields) -> Result<Content, Wrong> {
    let note = |kind| -> Result<Content, Wrong> {
        let text = words(given, LONGEST)?;
        Ok(Content::Note(Note { kind, item: given.item, side: given.side, text }))
    };
    match kind {
        DayEntryKind::OpenItem => Ok(Content::OpenItem(needed("/item_id", given.item)?)),
        DayEntryKind::Pause => Ok(Content::Pause),
        DayEntryKind::Came => {
            let (side, sex) = (needed("/side", given.side)?, needed("/sex", given.sex)?);
            let (band, people) = (needed("/band", given.band)?, needed("/people", given.people)?);
            if people < 1 {
                return Err(("/people", "too_small"));
            }
            if people > MOST_AT_ONCE {
                return Err(("/people", "too_large"));
            }
            let count = Headcount { sex, band, people };
            Ok(Content::Came { side, walk_in: given.walk_in.unwrap_or_default(), count })
        }
        DayEntryKind::Spoke => {
            let (side, sex) = (needed("/side", given.side)?, needed("/sex", given.sex)?);
            Ok(Content::Spoke { side, sex, youth: needed("/youth", given.youth)?, item: given.item })
        }
        DayEntryKind::Position => note(DayNoteKind::Position),
        DayEntryKind::Interest => note(DayNoteKind::Interest),
        DayEntryKind::Option => note(DayNoteKind::Option),
        DayEntryKind::Decision => note(DayNoteKind::Decision),
        DayEntryKind::Promise => {
            let (organisation, due_on) = (given.organisation, given.due_on);
            Ok(Content::Promise(Promise {
                item: given.item,
                what: words(given, LONGEST_PROMISE)?,
                organisation,
                due_on,
            }))
        }
        DayEntryKind::Withdraw => Ok(Content::Withdraw),
    }
}

fn needed<T>(field: &'static str, value: Option<T>) -> Result<T, Wrong> {
    value.ok_or((field, "required"))
}

fn words(given: &Fields, longest: usize) -> Result<String, Wrong> {
    let text = needed("/text", given.text.as_deref())?.trim();
    match text.chars().count() {
        ..SHORTEST => Err(("/text", "too_short")),
        length if length > longest => Err(("/text", "too_long")),
        SHORTEST.. if text.contains('\0') => Err(("/text", "unreadable_letter")),
        SHORTEST.. => Ok(text.to_owned()),
    }
}

/// A field that was given and means nothing to this kind.
fn needless(given: &Fields, kept: &Fields) -> Option<&'static str> {
    let both = [
        ("/item_id", given.item.is_some(), kept.item.is_some()),
        ("/side", given.side.is_some(), kept.side.is_some()),
        ("/sex", given.sex.is_some(), kept.sex.is_some()),
        ("/band", given.band.is_some(), kept.band.is_some()),
        ("/people", given.people.is_some(), kept.people.is_some()),
        ("/walk_in", given.walk_in.is_some(), kept.walk_in.is_some()),
        ("/youth", given.youth.is_some(), kept.youth.is_some()),
        ("/text", given.text.is_some(), kept.text.is_some()),
        ("/organisation_id", given.organisation.is_some(), kept.organisation.is_some()),
        ("/due_on", given.due_on.is_some(), kept.due_on.is_some()),
    ];
    both.into_iter().find(|(_, given, kept)| *given && !kept).map(|(field, ..)| field)
}

/// The fields that a content is kept in.
pub fn fields_of(content: &Content) -> Fields {
    let none = Fields::default();
    match content {
        Content::OpenItem(item) => Fields { item: Some(*item), ..none },
        Content::Pause | Content::Withdraw => none,
        Content::Came { side, walk_in, count: Headcount { sex, band, people } } => Fields {
            side: Some(*side),
            sex: Some(*sex),
            band: Some(*band),
            people: Some(*people),
            walk_in: Some(*walk_in),
            ..none
        },
        Content::Spoke { side, sex, youth, item } => {
            Fields { item: *item, side: Some(*side), sex: Some(*sex), youth: Some(*youth), ..none }
        }
        Content::Note(Note { kind: _, item, side, text }) => {
            Fields { item: *item, side: *side, text: Some(text.clone()), ..none }
        }
        Content::Promise(Promise { item, what, organisation, due_on }) => {
            Fields { item: *item, text: Some(what.clone()), organisation: *organisation, due_on: *due_on, ..none }
        }
    }
}

impl Content {
    pub fn kind(&self) -> DayEntryKind {
        match self {
            Self::OpenItem(_) => DayEntryKind::OpenItem,
            Self::Pause => DayEntryKind::Pause,
            Self::Came { .. } => DayEntryKind::Came,
            Self::Spoke { .. } => DayEntryKind::Spoke,
            Self::Note(note) => match note.kind {
                DayNoteKind::Position => DayEntryKind::Position,
                DayNoteKind::Interest => DayEntryKind::Interest,
                DayNoteKind::Option => DayEntryKind::Option,
                DayNoteKind::Decision => DayEntryKind::Decision,
            },
            Self::Promise(_) => DayEntryKind::Promise,
            Self::Withdraw => DayEntryKind::Withdraw,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(kind: DayEntryKind, given: &Fields) -> Result<Content, Wrong> {
        content(kind, DayEntryId::random(), None, given)
    }

    #[test]
    fn an_entry_has_the_fields_of_its_kind_and_no_others() {
        let came = Fields {
            side: Some(MeetingSide::Community),
            sex: Some(Sex::Female),
            band: Some(CountedBand::From18),
            people: Some(3),
            ..Fields::default()
        };
        assert!(said(DayEntryKind::Came, &came).is_ok());
        assert_eq!(said(DayEntryKind::Pause, &came), Err(("/side", "not_of_this_kind")));
        assert_eq!(said(DayEntryKind::Spoke, &came), Err(("/youth", "required")));
        let many = |people| said(DayEntryKind::Came, &Fields { people: Some(people), ..came.clone() });
        assert_eq!([many(0), many(1001)], [Err(("/people", "too_small")), Err(("/people", "too_large"))]);
        assert_eq!(said(DayEntryKind::OpenItem, &Fields::default()), Err(("/item_id", "required")));
    }

    #[test]
    fn words_say_something() {
        let text = |kind, text: &str| said(kind, &Fields { text: Some(text.into()), ..Fields::default() });
        assert_eq!(text(DayEntryKind::Decision, "  a "), Err(("/text", "too_short")));
        assert_eq!(text(DayEntryKind::Promise, &"a".repeat(1001)), Err(("/text", "too_long")));
        assert_eq!(text(DayEntryKind::Option, &"a".repeat(2001)), Err(("/text", "too_long")));
        let Ok(Content::Note(note)) = text(DayEntryKind::Interest, "  Суу  ") else { panic!("it says something") };
        assert_eq!((note.kind, note.text.as_str()), (DayNoteKind::Interest, "Суу"));
    }

    #[test]
    fn what_no_engine_keeps_is_refused_by_itself() {
        let text = Fields { text: Some("Суу\0себилет".into()), ..Fields::default() };
        assert_eq!(said(DayEntryKind::Decision, &text), Err(("/text", "unreadable_letter")));
        let due = |year| {
            let due_on = NaiveDate::from_ymd_opt(year, 1, 1);
            said(DayEntryKind::Promise, &Fields { text: Some("Суу".into()), due_on, ..Fields::default() })
        };
        assert!(due(1900).is_ok() && due(9000).is_ok());
        assert_eq!([due(1899), due(9001)], [Err(("/due_on", "no_such_year")), Err(("/due_on", "no_such_year"))]);
        assert_eq!(told_by_a_clock(DateTime::UNIX_EPOCH), Ok(()));
        assert_eq!(told_by_a_clock(DateTime::<Utc>::MAX_UTC), Err(("/at", "no_such_year")));
    }

    #[test]
    fn nothing_takes_its_own_place_and_what_is_withdrawn_is_named() {
        let id = DayEntryId::random();
        let none = Fields::default();
        assert_eq!(content(DayEntryKind::Pause, id, Some(id), &none), Err(("/supersedes", "stands_for_itself")));
        assert_eq!(content(DayEntryKind::Withdraw, id, None, &none), Err(("/supersedes", "required")));
        assert_eq!(content(DayEntryKind::Withdraw, id, Some(DayEntryId::random()), &none), Ok(Content::Withdraw));
    }
}
