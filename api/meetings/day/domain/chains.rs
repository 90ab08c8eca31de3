//! Which entries stand in one another's place.

use std::collections::{HashMap, HashSet};

use super::entry::Entry;
use super::live::first_of;
use crate::meetings::day::DayEntryId;

/// The entries that are named, those in whose place they stand, and those that stand in the place of any of these: what is
/// left of a day without them says nothing of what they said. An entry that has not come yet links those that name it.
pub fn chains_of(entries: &[Entry], named: &[DayEntryId]) -> HashSet<DayEntryId> {
    let mut links: HashMap<DayEntryId, Vec<DayEntryId>> = HashMap::new();
    for entry in entries {
        if let Some(before) = entry.supersedes {
            links.entry(entry.id).or_default().push(before);
            links.entry(before).or_default().push(entry.id);
        }
    }
    let (mut together, mut next) = (HashSet::new(), named.to_vec());
    while let Some(id) = next.pop() {
        if together.insert(id) {
            next.extend(links.get(&id).into_iter().flatten());
        }
    }
    together
}

/// The place of each entry: the one in whose place, in the end, it stands. An entry and its corrections have one place.
pub fn places(entries: &[Entry]) -> HashMap<DayEntryId, DayEntryId> {
    let known = entries.iter().map(|entry| (entry.id, entry)).collect();
    entries.iter().map(|entry| (entry.id, first_of(entry, &known))).collect()
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::super::entry::Content;
    use super::*;

    fn entry(supersedes: Option<DayEntryId>) -> Entry {
        Entry { id: DayEntryId::random(), at: DateTime::UNIX_EPOCH, supersedes, content: Content::Pause }
    }

    #[test]
    fn what_was_corrected_goes_with_its_corrections_and_they_with_it() {
        let first = entry(None);
        let second = entry(Some(first.id));
        let (third, fork) = (entry(Some(second.id)), entry(Some(first.id)));
        let beside = entry(None);
        let all = [third.clone(), beside, first.clone(), fork.clone(), second.clone()];
        let whole = HashSet::from([first.id, second.id, third.id, fork.id]);
        for named in [&first, &second, &third, &fork] {
            assert_eq!(chains_of(&all, &[named.id]), whole);
        }
        assert_eq!(chains_of(&all, &[]), HashSet::new());
    }

    #[test]
    fn an_entry_that_has_not_come_links_those_that_name_it() {
        let to_come = DayEntryId::random();
        let (one, other) = (entry(Some(to_come)), entry(Some(to_come)));
        assert!(chains_of(&[one.clone(), other.clone()], &[one.id]).contains(&other.id));
    }

    #[test]
    fn corrections_have_the_place_of_what_they_correct() {
        let first = entry(None);
        let second = entry(Some(first.id));
        let third = entry(Some(second.id));
        let places = places(&[third.clone(), second.clone(), first.clone()]);
        assert_eq!([places[&first.id], places[&second.id], places[&third.id]], [first.id; 3]);
    }

    #[test]
    fn a_ring_ends() {
        let mut first = entry(None);
        let second = entry(Some(first.id));
        first.supersedes = Some(second.id);
        assert_eq!(chains_of(&[first.clone(), second.clone()], &[second.id]), HashSet::from([first.id, second.id]));
        let places = places(&[first.clone(), second.clone()]);
        assert_eq!(places[&first.id], places[&second.id]);
    }
}
