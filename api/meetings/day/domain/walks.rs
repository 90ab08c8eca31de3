//! However the entries come, the day is the same.

use chrono::{DateTime, TimeDelta};
use proptest::prelude::*;
use strum::VariantArray;

use super::{Content, DayNoteKind, Entry, Note, Promise, fold, live};
use crate::headcount::{CountedBand, Headcount};
use crate::meetings::AgendaItemId;
use crate::meetings::day::DayEntryId;
use crate::meetings::domain::MeetingSide;
use crate::stakeholders::domain::Sex;

/// An entry as dice make it: what it says, when, and in whose place of those before it.
#[derive(Clone, Debug)]
struct Thrown {
    kind: usize,
    minute: i64,
    item: usize,
    side: usize,
    people: i64,
    flag: bool,
    supersedes: Option<prop::sample::Index>,
}

fn thrown() -> impl Strategy<Value = Thrown> {
    let place = prop::option::weighted(0.4, any::<prop::sample::Index>());
    let side = 0..MeetingSide::VARIANTS.len();
    (0..7_usize, 0..20_i64, 0..3_usize, side, 1..5_i64, any::<bool>(), place).prop_map(
        |(kind, minute, item, side, people, flag, supersedes)| Thrown {
            kind,
            minute,
            item,
            side,
            people,
            flag,
            supersedes,
        },
    )
}

fn content(thrown: &Thrown, items: &[AgendaItemId]) -> Content {
    let (side, item) = (MeetingSide::VARIANTS[thrown.side], items[thrown.item]);
    let sex = if thrown.flag { Sex::Female } else { Sex::Male };
    let count = Headcount { sex, band: CountedBand::VARIANTS[thrown.item], people: thrown.people };
    let text = thrown.people.to_string();
    match thrown.kind {
        0 => Content::OpenItem(item),
        1 => Content::Pause,
        2 => Content::Came { side, walk_in: thrown.flag, count },
        3 => Content::Spoke { side, sex, youth: thrown.flag, item: Some(item) },
        4 => Content::Note(Note { kind: DayNoteKind::VARIANTS[thrown.item], item: Some(item), side: Some(side), text }),
        5 => Content::Promise(Promise { item: Some(item), what: text, organisation: None, due_on: None }),
        6.. => Content::Withdraw,
    }
}

fn entries(dice: &[Thrown]) -> Vec<Entry> {
    let items: Vec<AgendaItemId> = (0..3).map(|_| AgendaItemId::random()).collect();
    let mut made: Vec<Entry> = vec![];
    for thrown in dice {
        let supersedes = thrown.supersedes.filter(|_| !made.is_empty()).map(|index| index.get(&made).id);
        let at = DateTime::UNIX_EPOCH + TimeDelta::minutes(thrown.minute);
        made.push(Entry { id: DayEntryId::random(), at, supersedes, content: content(thrown, &items) });
    }
    made
}

/// As the server takes them: batch after batch, each entry once.
fn kept(batches: &[Vec<Entry>]) -> Vec<Entry> {
    let mut log: Vec<Entry> = vec![];
    for entry in batches.iter().flatten() {
        if !log.iter().any(|known| known.id == entry.id) {
            log.push(entry.clone());
        }
    }
    log
}

proptest! {
    #[test]
    fn any_order_and_any_repetition_of_batches_gives_the_same_day(
        dice in prop::collection::vec(thrown(), 0..40),
        order in prop::collection::vec(any::<prop::sample::Index>(), 0..200),
        cut in 1..7_usize,
    ) {
        let all = entries(&dice);
        // Whatever comes twice or in another order: in the end each has come.
        let mut sent: Vec<Entry> = order.iter().filter(|_| !all.is_empty()).map(|at| at.get(&all).clone()).collect();
        sent.extend(all.iter().rev().cloned());
        let batches: Vec<Vec<Entry>> = sent.chunks(cut).map(<[Entry]>::to_vec).collect();
        prop_assert_eq!(fold(&kept(&batches)), fold(&all));
        prop_assert_eq!(fold(&sent), fold(&all), "also without a server that keeps each once");
    }

    #[test]
    fn nothing_is_lost_but_what_was_superseded(dice in prop::collection::vec(thrown(), 0..40)) {
        let all = entries(&dice);
        let standing = live(&all);
        for entry in &all {
            let superseded = all.iter().any(|other| other.supersedes == Some(entry.id));
            let stands = standing.iter().any(|other| other.id == entry.id);
            prop_assert!(!(superseded && stands), "what was superseded does not count");
            if entry.supersedes.is_none() && !superseded {
                prop_assert!(stands, "what nobody corrected counts");
            }
        }
        let people: i64 = fold(&all).sides.values().flat_map(|side| &side.counts).map(|count| count.people).sum();
        let counted = standing
            .iter()
            .map(|entry| if let Content::Came { count, .. } = &entry.content { count.people } else { 0 });
        prop_assert_eq!(people, counted.sum::<i64>());
    }
}
