//! Passages of notes: where they stand, and where they stand when the notes are written anew.

/// Where a passage stands, in characters from the first; the last one is not part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub starts: i64,
    pub ends: i64,
}

/// What stands there, if anything does.
pub fn passage(notes: &str, Span { starts, ends }: Span) -> Option<String> {
    let (starts, length) = (usize::try_from(starts).ok()?, usize::try_from(ends - starts).ok()?);
    let text: String = notes.chars().skip(starts).take(length).collect();
    (text.chars().count() == length && !text.trim().is_empty()).then_some(text)
}

/// Where a passage stands in other notes: nearest to where it stood; nowhere if its words are gone.
pub fn found_again(notes: &str, passage: &str, stood: i64) -> Option<Span> {
    let length = i64::try_from(passage.chars().count()).ok()?;
    let stands = |byte: usize| notes.get(byte..).is_some_and(|rest| rest.starts_with(passage));
    let places = (0_i64..).zip(notes.char_indices()).filter(|(_, (byte, _))| stands(*byte));
    let starts = places.map(|(place, _)| place).min_by_key(|place| place.abs_diff(stood))?;
    Some(Span { starts, ends: starts + length })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_passage_is_what_stands_between_two_characters() {
        let at = |starts, ends| passage("Суу 🏔 кир.", Span { starts, ends });
        assert_eq!(at(0, 3).as_deref(), Some("Суу"));
        assert_eq!(at(4, 5).as_deref(), Some("🏔"));
        assert_eq!(at(6, 10).as_deref(), Some("кир."));
        for (starts, ends) in [(3, 3), (5, 4), (0, 11), (3, 4), (-1, 3)] {
            assert_eq!(at(starts, ends), None, "{starts} to {ends}");
        }
    }

    #[test]
    fn words_that_moved_are_found_again_and_words_that_are_gone_are_not() {
        assert_eq!(found_again("Жол. Суу кир.", "Суу", 0), Some(Span { starts: 5, ends: 8 }));
        assert_eq!(found_again("Суу, суу, Суу", "Суу", 9), Some(Span { starts: 10, ends: 13 }));
        assert_eq!(found_again("Жол", "Суу", 0), None);
    }

    proptest! {
        #[test]
        fn what_was_marked_is_found_where_it_is(before in "[аб🏔]{0,9}", marked in "[аб🏔]{1,9}", after in "[аб🏔]{0,9}") {
            let notes = format!("{before}{marked}{after}");
            let length = |text: &str| i64::try_from(text.chars().count()).unwrap();
            let starts = length(&before);
            let span = Span { starts, ends: starts + length(&marked) };
            prop_assert_eq!(found_again(&notes, &marked, starts), Some(span));
            prop_assert_eq!(passage(&notes, span), Some(marked));
        }

        #[test]
        fn words_are_there_however_much_is_written_before_them(before in ".{0,30}", marked in "\\S{1,9}") {
            let found = found_again(&format!("{before}{marked}"), &marked, 0).unwrap();
            prop_assert_eq!(passage(&format!("{before}{marked}"), found), Some(marked));
        }
    }
}
