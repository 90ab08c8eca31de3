//! How much cases have in common, by their words. Pure: no database, no HTTP, no clock.

use std::collections::{BTreeMap, HashMap};

use crate::db::search::normalise;

/// Kyrgyz and Russian change the end of a word, so words are compared by how they begin: by five letters and, as many a
/// root has no more (`суу`, `чаң`, `жол`), by three, which say less. Shorter words join others and say nothing.
const STEMS: [usize; 2] = [5, SHORTEST];
const SHORTEST: usize = 3;
/// What a stem of three letters counts beside a longer one.
const SHORT: f64 = 0.6;

/// The words of a text: each stem with the word that it was first met in.
pub struct Words(BTreeMap<String, String>);

impl Words {
    pub fn of(text: &str) -> Self {
        let mut stems = BTreeMap::new();
        for word in normalise(text).split(|c: char| !c.is_alphanumeric()) {
            for letters in STEMS.iter().filter(|_| word.chars().count() >= SHORTEST) {
                stems.entry(word.chars().take(*letters).collect()).or_insert_with(|| word.to_owned());
            }
        }
        Self(stems)
    }
}

/// What a text has in common with another.
#[derive(Debug, PartialEq)]
pub struct Likeness {
    /// From 0, nothing, to 1, the same words.
    pub share: f64,
    /// Common words as the other text has them, the rarest first.
    pub words: Vec<String>,
}

/// How alike each of `others` is to `one`. A word counts the more, the fewer of the texts have it: the angle between
/// their words, each weighed by its rarity (the usual tf-idf cosine, a word counted once a text).
pub fn compare(one: &Words, others: &[Words]) -> Vec<Likeness> {
    let mut texts_with: HashMap<&str, usize> = HashMap::new();
    for text in others.iter().chain([one]) {
        text.0.keys().for_each(|stem| *texts_with.entry(stem).or_default() += 1);
    }
    let texts = (others.len() + 1) as f64;
    let weight = |stem: &str| {
        let rarity = (1.0 + texts / texts_with.get(stem).copied().unwrap_or(1) as f64).ln();
        if stem.chars().count() > SHORTEST { rarity } else { rarity * SHORT }
    };
    let length = |words: &Words| words.0.keys().map(|stem| weight(stem).powi(2)).sum::<f64>().sqrt();
    let own = length(one);
    let likeness = |other: &Words| {
        let mut common: Vec<(f64, &String)> = other
            .0
            .iter()
            .filter(|(stem, _)| one.0.contains_key(*stem))
            .map(|(stem, word)| (weight(stem), word))
            .collect();
        common.sort_by(|a, b| b.0.total_cmp(&a.0));
        let shared: f64 = common.iter().map(|(weight, _)| weight.powi(2)).sum();
        let share = if common.is_empty() { 0.0 } else { shared / (own * length(other)) };
        let mut words: Vec<String> = vec![];
        for (_, word) in common {
            if !words.contains(word) {
                words.push(word.clone());
            }
        }
        Likeness { share, words }
    };
    others.iter().map(likeness).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compared(one: &str, others: &[&str]) -> Vec<Likeness> {
        compare(&Words::of(one), &others.iter().map(|text| Words::of(text)).collect::<Vec<_>>())
    }

    #[test]
    fn the_same_words_are_wholly_alike_and_other_words_not_at_all() {
        let found = compared("Жолдо чаң көп", &["көп ЧАҢ, жолдо!", "Суу киргиленди"]);
        assert!((found[0].share - 1.0).abs() < 1e-9);
        assert_eq!(found[1], Likeness { share: 0.0, words: vec![] });
    }

    #[test]
    fn an_ending_makes_no_other_word() {
        let found = compared("Унаалардын чаңы айылды басты", &["Унаадан чыккан чаң айылга жетти"]);
        let mut words = found[0].words.clone();
        words.sort();
        assert_eq!(words, ["айылга", "унаадан", "чаң"]);
        let russian = compared("Взрывы на карьере", &["После взрывов на карьерах трещины"]);
        assert_eq!(russian[0].words.len(), 2, "{russian:?}");
    }

    #[test]
    fn a_rare_word_says_more_than_one_that_all_have() {
        let texts = ["чаң жол көпүрө", "чаң жол дарак", "чаң жол үйлөр"];
        let found = compared("чаң дарак кулады", &texts);
        assert!(found[1].share > found[0].share && found[1].words[0] == "дарак", "{found:?}");
    }

    #[test]
    fn nothing_is_like_nothing() {
        assert_eq!(compared("", &["чаң", ""]).iter().map(|found| found.share).sum::<f64>(), 0.0);
    }
}
