//! Which entries stand.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::entry::Entry;
use crate::meetings::day::DayEntryId;

/// The entries that stand, by the time of the device: those in whose place nothing stands. Where two stand in one place, since
/// two devices corrected the same, the later does.
///
/// It asks only what the entries say, never when they came here: a correction may come before what it corrects, and anything
/// may come twice.
pub fn live(entries: &[Entry]) -> Vec<&Entry> {
    let known: HashMap<DayEntryId, &Entry> = entries.iter().map(|entry| (entry.id, entry)).collect();
    let superseded: HashSet<DayEntryId> = known.values().filter_map(|entry| entry.supersedes).collect();
    let mut places: BTreeMap<DayEntryId, &Entry> = BTreeMap::new();
    for entry in known.values().filter(|entry| !superseded.contains(&entry.id)) {
        let stands = places.entry(first_of(entry, &known)).or_insert(entry);
        if (entry.at, entry.id) > (stands.at, stands.id) {
            *stands = entry;
        }
    }
    let mut standing: Vec<&Entry> = places.into_values().collect();
    standing.sort_unstable_by_key(|entry| (entry.at, entry.id));
    standing
}

/// The entry in whose place, in the end, an entry stands. Of a ring of corrections, which no honest device makes, the least.
pub(super) fn first_of(entry: &Entry, known: &HashMap<DayEntryId, &Entry>) -> DayEntryId {
    let (mut first, mut seen) = (entry.id, HashSet::from([entry.id]));
    while let Some(before) = known.get(&first).and_then(|entry| entry.supersedes) {
        if !seen.insert(before) {
            return seen.into_iter().min().unwrap_or(first);
        }
        first = before;
    }
    first
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, TimeDelta};

    use super::super::entry::Content;
    use super::*;

    fn entry(minute: i64, supersedes: Option<&Entry>) -> Entry {
        Entry {
            id: DayEntryId::random(),
            at: DateTime::UNIX_EPOCH + TimeDelta::minutes(minute),
            supersedes: supersedes.map(|entry| entry.id),
            content: Content::Pause,
        }
    }

    fn standing(entries: &[&Entry]) -> Vec<DayEntryId> {
        let entries: Vec<Entry> = entries.iter().map(|entry| (*entry).clone()).collect();
        live(&entries).iter().map(|entry| entry.id).collect()
    }

    #[test]
    fn a_correction_stands_in_the_place_of_what_it_corrects_also_by_a_clock_that_is_slow() {
        let first = entry(10, None);
        let second = entry(5, Some(&first));
        assert_eq!(standing(&[&first, &second]), [second.id]);
        assert_eq!(standing(&[&second]), [second.id], "what it corrects has not come yet");
        let third = entry(20, Some(&second));
        assert_eq!(standing(&[&third, &first]), [first.id, third.id], "what links them has not come yet");
        assert_eq!(standing(&[&third, &first, &second]), [third.id]);
    }

    #[test]
    fn of_two_corrections_of_one_entry_the_later_stands() {
        let first = entry(10, None);
        let (one, other) = (entry(20, Some(&first)), entry(30, Some(&first)));
        assert_eq!(standing(&[&first, &other, &one]), [other.id]);
        let again = entry(25, Some(&one));
        assert_eq!(standing(&[&again, &first, &other, &one]), [other.id], "one place holds one entry");
    }

    #[test]
    fn a_ring_stands_for_nothing_and_ends() {
        let mut first = entry(10, None);
        let second = entry(20, Some(&first));
        first.supersedes = Some(second.id);
        assert_eq!(standing(&[&first, &second]), []);
        let outside = entry(30, Some(&first));
        assert_eq!(standing(&[&first, &second, &outside]), [outside.id]);
    }
}
