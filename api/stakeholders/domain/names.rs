//! The order of names.

use crate::db::search::normalise;

/// Marks a letter that stands behind the one it is written as: greater than every letter.
const BEHIND: char = '\u{e000}';

/// What names are ordered by, character by character: Latin letters before Cyrillic ones, Ң, Ө and Ү behind Н, О and У as in
/// the Kyrgyz alphabet, without regard to letter case.
pub fn name_key(name: &str) -> String {
    let name = normalise(name);
    let words: Vec<&str> = name.split_whitespace().collect();
    let mut key = String::new();
    for c in words.join(" ").chars() {
        let (letter, behind) = match c {
            'ң' => ('н', true),
            'ө' => ('о', true),
            'ү' => ('у', true),
            other => (other, false),
        };
        key.push(letter);
        if behind {
            key.push(BEHIND);
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_in_the_order_of_the_alphabet() {
        let ordered = [
            "Aigul",
            "Zarina",
            "Асан",
            "Ноорузбай",
            "Нуржан",
            "Ңари",
            "Омурбек",
            "Орто",
            "Өмүр",
            "Пакир",
            "Умар",
            "Үсөн",
            "Фатима",
        ];
        let mut names = ordered;
        names.reverse();
        names.sort_by_key(|name| name_key(name));
        assert_eq!(names, ordered);
    }

    #[test]
    fn case_and_spaces_make_no_order() {
        assert_eq!(name_key("  Айгүл   Эсенова "), name_key("айгүл эсенова"));
    }
}
