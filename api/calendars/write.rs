//! Writing iCalendar (RFC 5545).

use chrono::{DateTime, Utc};
use icalendar::{Calendar, Class, Component, Event, EventLike, EventStatus, Property};

use sha2::{Digest, Sha256};

use super::words;
use crate::meetings::MeetingId;
use crate::meetings::domain::{MeetingKind, MeetingState, MeetingVisibility};
use crate::names::{Language, Names};

/// What a calendar is told of a meeting, and more than it says.
#[derive(Clone, Debug)]
pub struct Entry {
    pub id: MeetingId,
    pub version: i64,
    pub kind: MeetingKind,
    pub title: String,
    pub visibility: MeetingVisibility,
    pub state: MeetingState,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub place: Names,
    pub venue: Option<String>,
    pub updated_at: DateTime<Utc>,
}

/// Who reads a calendar, and where the web app is.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    pub language: Language,
    /// None of somebody without an account: there is nothing for them to open.
    pub web_app: Option<&'a str>,
}

/// How often a subscribed calendar is to be asked for again (RFC 7986, 5.7).
const REFRESH: &str = "PT1H";

/// The meetings as a calendar.
pub fn calendar(entries: &[Entry], reader: Reader<'_>) -> String {
    let mut calendar = Calendar::empty();
    calendar
        .append_property(Property::new("VERSION", "2.0"))
        .append_property(Property::new("PRODID", "-//Maslahat//Meetings//EN"))
        .append_property(Property::new("CALSCALE", "GREGORIAN"))
        .append_property(Property::new("METHOD", "PUBLISH"))
        .append_property(Property::new("NAME", words::name(reader.language)))
        .append_property(Property::new("X-WR-CALNAME", words::name(reader.language)))
        .append_property(Property::new("X-PUBLISHED-TTL", REFRESH))
        .append_property(Property::new("REFRESH-INTERVAL", REFRESH).add_parameter("VALUE", "DURATION").done());
    for entry in entries {
        calendar.push(event(entry, reader));
    }
    calendar.to_string()
}

/// Times are in UTC: a zone of its own would have to be described, and each calendar shows the reader's own anyway.
fn event(entry: &Entry, reader: Reader<'_>) -> Event {
    let mut event = Event::new();
    event
        .uid(&uid(entry.id))
        .timestamp(entry.updated_at)
        .last_modified(entry.updated_at)
        .sequence(u32::try_from(entry.version).unwrap_or(u32::MAX))
        .starts(entry.starts_at)
        .ends(entry.ends_at)
        .summary(&summary(entry, reader.language))
        .location(&location(entry, reader.language))
        .status(status(entry.state))
        .class(class(entry.visibility));
    if let Some(web_app) = reader.web_app {
        event.url(&format!("{web_app}/desk/meetings/{}", entry.id));
    }
    event.done()
}

/// The same in every calendar, and no id of ours: one tells when a meeting was planned, and a link is passed on.
fn uid(id: MeetingId) -> String {
    let digest = hex::encode(Sha256::digest(format!("calendar {id}")));
    format!("{}@maslahat", digest.get(..32).unwrap_or(&digest))
}

fn summary(entry: &Entry, language: Language) -> String {
    let kind = words::kind(entry.kind, language);
    let called = match entry.visibility {
        MeetingVisibility::Public => format!("{kind}: {}", entry.title),
        MeetingVisibility::Participants => kind.to_owned(),
    };
    match words::off(entry.state, language) {
        Some(off) => format!("{off}. {called}"),
        None => called,
    }
}

fn location(entry: &Entry, language: Language) -> String {
    let place = entry.place.in_language(language);
    entry.venue.as_ref().map_or_else(|| place.to_owned(), |venue| format!("{venue}, {place}"))
}

/// A postponed meeting takes up nobody's day: it has another date, or none yet.
fn status(state: MeetingState) -> EventStatus {
    match state {
        MeetingState::Draft | MeetingState::AgendaOpen | MeetingState::Invited => EventStatus::Tentative,
        MeetingState::Confirmed
        | MeetingState::Held
        | MeetingState::MinutesDrafted
        | MeetingState::MinutesApproved
        | MeetingState::Closed => EventStatus::Confirmed,
        MeetingState::Postponed | MeetingState::Cancelled => EventStatus::Cancelled,
    }
}

fn class(visibility: MeetingVisibility) -> Class {
    match visibility {
        MeetingVisibility::Public => Class::Public,
        MeetingVisibility::Participants => Class::Private,
    }
}

#[cfg(test)]
mod tests {
    use strum::VariantArray;

    use super::*;

    fn entry() -> Entry {
        Entry {
            id: "0198a000-0000-7000-8000-000000000001".parse().unwrap(),
            version: 3,
            kind: MeetingKind::SiteVisit,
            title: "Барскоондун суусу; ким, качан\nжана кандай".into(),
            visibility: MeetingVisibility::Public,
            state: MeetingState::Confirmed,
            starts_at: "2026-12-10T04:00:00Z".parse().unwrap(),
            ends_at: "2026-12-10T08:00:00Z".parse().unwrap(),
            place: Names { ky: "Барскоон".into(), ru: "Барскоон".into(), en: "Barskoon".into() },
            venue: Some("Мектептин залы".into()),
            updated_at: "2026-12-02T10:00:00Z".parse().unwrap(),
        }
    }

    fn written(entry: Entry) -> String {
        let reader = Reader { language: Language::Ky, web_app: Some("https://maslahat.example") };
        calendar(&[entry], reader).replace("\r\n ", "")
    }

    #[test]
    fn no_line_is_longer_than_75_octets_and_all_end_as_the_standard_asks() {
        let reader = Reader { language: Language::Ky, web_app: Some("https://maslahat.example") };
        let text = calendar(&[Entry { title: "Ө".repeat(300), ..entry() }], reader);
        assert!(text.ends_with("END:VCALENDAR\r\n"));
        assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')), "{text}");
    }

    #[test]
    fn who_is_not_to_know_reads_neither_title_nor_more() {
        let text = written(Entry { visibility: MeetingVisibility::Participants, ..entry() });
        assert!(!text.contains("суусу"), "{text}");
        assert!(text.contains("SUMMARY:Кенге баруу\r\n") && text.contains("CLASS:PRIVATE\r\n"), "{text}");
    }

    #[test]
    fn a_title_cannot_add_a_line() {
        let text = written(Entry { title: "A\r\nATTENDEE:mailto:spy@example.org".into(), ..entry() });
        assert!(!text.contains("\nATTENDEE"), "{text}");
    }

    #[test]
    fn what_does_not_take_place_says_so_also_where_the_status_is_not_shown() {
        for state in [MeetingState::Postponed, MeetingState::Cancelled] {
            let text = written(Entry { state, ..entry() });
            let said = words::off(state, Language::Ky).unwrap();
            assert!(text.contains(&format!("SUMMARY:{said}. ")) && text.contains("STATUS:CANCELLED\r\n"), "{text}");
        }
    }

    #[test]
    fn every_kind_has_a_name_of_its_own_in_each_language() {
        for language in Language::VARIANTS {
            let names: std::collections::HashSet<_> =
                MeetingKind::VARIANTS.iter().map(|kind| words::kind(*kind, *language)).collect();
            assert_eq!(names.len(), MeetingKind::VARIANTS.len());
        }
    }
}
