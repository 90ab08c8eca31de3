//! How a day stands, from its entries alone.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};

use super::entry::{Content, Entry, Note, Promise};
use super::live::live;
use super::words::DayNoteKind;
use crate::headcount::Headcount;
use crate::meetings::AgendaItemId;
use crate::meetings::day::DayEntryId;
use crate::meetings::domain::MeetingSide;
use crate::organisations::OrganisationId;
use crate::stakeholders::domain::Sex;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DayState {
    pub sides: BTreeMap<MeetingSide, SideState>,
    pub items: BTreeMap<AgendaItemId, ItemState>,
    /// What is spoken of now.
    pub running: Option<Running>,
    /// Words by the time at which they were noted.
    pub notes: Vec<Noted>,
    pub promises: Vec<Promised>,
}

/// Who came of a side, and how often it spoke.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SideState {
    /// Once for each sex and age band.
    pub counts: Vec<Headcount>,
    /// People of them who were not expected.
    pub walk_ins: i64,
    pub turns: i64,
    pub turns_of_women: i64,
    pub turns_of_youth: i64,
}

/// How long an item was spoken of, without what runs.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ItemState {
    pub seconds: i64,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Running {
    pub item: AgendaItemId,
    pub since: DateTime<Utc>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Noted {
    pub id: DayEntryId,
    pub kind: DayNoteKind,
    pub item: Option<AgendaItemId>,
    pub side: Option<MeetingSide>,
    pub text: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Promised {
    pub id: DayEntryId,
    pub item: Option<AgendaItemId>,
    pub what: String,
    pub organisation: Option<OrganisationId>,
    pub due_on: Option<NaiveDate>,
}

/// What the entries come to, whatever their order and however often each is among them.
pub fn fold(entries: &[Entry]) -> DayState {
    let mut day = DayState::default();
    for entry in live(entries) {
        day.take(entry);
    }
    for side in day.sides.values_mut() {
        side.counts.sort_unstable_by_key(|count| (count.sex, count.band));
    }
    day
}

impl DayState {
    fn take(&mut self, Entry { id, at, supersedes: _, content }: &Entry) {
        match content {
            Content::OpenItem(item) => {
                self.stop(*at);
                self.items.entry(*item).or_default();
                self.running = Some(Running { item: *item, since: *at });
            }
            Content::Pause => self.stop(*at),
            Content::Came { side, walk_in, count } => {
                let side = self.sides.entry(*side).or_default();
                side.walk_ins += if *walk_in { count.people } else { 0 };
                side.add(*count);
            }
            Content::Spoke { side, sex, youth, item: _ } => {
                let side = self.sides.entry(*side).or_default();
                side.turns += 1;
                side.turns_of_women += i64::from(*sex == Sex::Female);
                side.turns_of_youth += i64::from(*youth);
            }
            Content::Note(Note { kind, item, side, text }) => {
                let text = text.clone();
                self.notes.push(Noted { id: *id, kind: *kind, item: *item, side: *side, text });
            }
            Content::Promise(Promise { item, what, organisation, due_on }) => {
                let (what, organisation, due_on) = (what.clone(), *organisation, *due_on);
                self.promises.push(Promised { id: *id, item: *item, what, organisation, due_on });
            }
            Content::Withdraw => {}
        }
    }

    fn stop(&mut self, at: DateTime<Utc>) {
        if let Some(Running { item, since }) = self.running.take() {
            self.items.entry(item).or_default().seconds += (at - since).num_seconds();
        }
    }
}

impl SideState {
    fn add(&mut self, more: Headcount) {
        match self.counts.iter_mut().find(|count| (count.sex, count.band) == (more.sex, more.band)) {
            Some(count) => count.people += more.people,
            None => self.counts.push(more),
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;
    use crate::headcount::CountedBand;

    fn entry(minute: i64, content: Content) -> Entry {
        let at = DateTime::UNIX_EPOCH + TimeDelta::minutes(minute);
        Entry { id: DayEntryId::random(), at, supersedes: None, content }
    }

    #[test]
    fn one_item_is_spoken_of_at_a_time() {
        let (dust, water) = (AgendaItemId::random(), AgendaItemId::random());
        let mut entries = vec![
            entry(0, Content::OpenItem(dust)),
            entry(10, Content::OpenItem(water)),
            entry(15, Content::Pause),
            entry(20, Content::Pause),
            entry(30, Content::OpenItem(dust)),
        ];
        let day = fold(&entries);
        assert_eq!((day.items[&dust].seconds, day.items[&water].seconds), (600, 300));
        assert_eq!(day.running, Some(Running { item: dust, since: entries[4].at }));
        entries.push(entry(31, Content::Pause));
        assert_eq!((fold(&entries).items[&dust].seconds, fold(&entries).running), (660, None));
    }

    #[test]
    fn people_are_counted_by_side_and_what_was_wrong_is_not_counted_twice() {
        let came = |people, walk_in| Content::Came {
            side: MeetingSide::Community,
            walk_in,
            count: Headcount { sex: Sex::Female, band: CountedBand::From36, people },
        };
        let wrong = entry(0, came(30, false));
        let right = Entry { supersedes: Some(wrong.id), ..entry(1, came(3, false)) };
        let day = fold(&[right.clone(), entry(2, came(2, true)), wrong, right]);
        let side = &day.sides[&MeetingSide::Community];
        assert_eq!((side.counts.len(), side.counts[0].people, side.walk_ins), (1, 5, 2));
    }

    #[test]
    fn turns_are_counted_by_side_women_and_youth() {
        let spoke = |side, sex, youth| entry(0, Content::Spoke { side, sex, youth, item: None });
        let day = fold(&[
            spoke(MeetingSide::Company, Sex::Male, false),
            spoke(MeetingSide::Community, Sex::Female, true),
            spoke(MeetingSide::Community, Sex::Male, true),
        ]);
        let side = &day.sides[&MeetingSide::Community];
        assert_eq!((side.turns, side.turns_of_women, side.turns_of_youth), (2, 1, 2));
        assert_eq!(day.sides[&MeetingSide::Company].turns_of_women, 0);
    }
}
