//! How like two names are, and by which keys those that may be alike are found without comparing all with all.

use strsim::normalized_damerau_levenshtein as word_likeness;

use super::spelling::plain_words;
use super::words::Sex;

/// Likeness, of a hundred, from which two of one place may be one.
const LIKELY: i64 = 88;
/// No two words less alike than this are one word, however alike the others are: one slip in four letters.
const WORD: f64 = 0.75;
/// Words of a name that keys are made of; the names of groups can be sentences.
const MOST_WORDS: usize = 4;

/// What is compared of somebody.
#[derive(Clone, Debug)]
pub struct Likeness {
    words: Vec<String>,
    sex: Option<Sex>,
    birth_year: Option<i64>,
}

impl Likeness {
    pub fn of(name: &str, sex: Option<Sex>, birth_year: Option<i64>) -> Self {
        Self { words: plain_words(name), sex, birth_year }
    }

    /// What likely namesakes share: the beginnings of two words of the name, or of the only one.
    pub fn keys(&self) -> Vec<String> {
        let begins: Vec<String> = self.words.iter().take(MOST_WORDS).map(|word| beginning(word)).collect();
        let mut keys = vec![];
        for (index, one) in begins.iter().enumerate() {
            for other in begins.iter().skip(index + 1) {
                keys.push(if one <= other { format!("{one}-{other}") } else { format!("{other}-{one}") });
            }
        }
        if keys.is_empty() {
            keys.push(begins.into_iter().next().unwrap_or_default());
        }
        keys.sort_unstable();
        keys.dedup();
        keys
    }

    /// How like the names are, of a hundred.
    pub fn to(&self, other: &Self) -> i64 {
        let (fewer, more) = if self.words.len() <= other.words.len() { (self, other) } else { (other, self) };
        // One word is too little to tell by where the other has two.
        if fewer.words.is_empty() || (fewer.words.len() == 1 && more.words.len() > 1) {
            return 0;
        }
        let best = |word: &String| more.words.iter().map(|other| word_likeness(word, other)).fold(0.0, f64::max);
        let mut sum = 0.0;
        // Most namesakes part at the first word.
        for likeness in fewer.words.iter().map(best) {
            if likeness < WORD {
                return 0;
            }
            sum += likeness;
        }
        (sum / fewer.words.len() as f64 * 100.0).round() as i64
    }

    /// Whether two of one place may be one.
    pub fn may_be(&self, other: &Self) -> bool {
        // Names come last: nothing takes longer to compare.
        !differ(self.sex, other.sex) && !apart(self.birth_year, other.birth_year) && self.to(other) >= LIKELY
    }
}

fn differ(one: Option<Sex>, other: Option<Sex>) -> bool {
    matches!((one, other), (Some(one), Some(other)) if one != other)
}

/// Years are often told by heart: one more or less is no difference.
fn apart(one: Option<i64>, other: Option<i64>) -> bool {
    matches!((one, other), (Some(one), Some(other)) if (one - other).abs() > 1)
}

/// The first letter of a word and its next consonant: what a slip of the pen seldom changes.
fn beginning(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next();
    let next = letters.find(|c| !"aeiou".contains(*c));
    first.into_iter().chain(next).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(name: &str) -> Likeness {
        Likeness::of(name, None, None)
    }

    fn alike(one: &str, other: &str) -> bool {
        let (one, other) = (named(one), named(other));
        one.may_be(&other) && one.keys().iter().any(|key| other.keys().contains(key))
    }

    #[test]
    fn slips_and_alphabets_do_not_hide_who_it_is() {
        for (one, other) in [
            ("Айгүл Эсенова", "Aigul Esenova"),
            ("Айгүл Эсенова", "Эсенова Айгүл Бакытовна"),
            ("Нурлан Асанов", "Нурлан Асанав"),
            ("Gulnara Toktogulova", "Гүлнара Токтогулова"),
            ("Чынгыз Матиев", "Chyngyz Matiyev"),
            ("Кеңеш", "Kenesh"),
        ] {
            assert!(alike(one, other), "{one} {other} {}", named(one).to(&named(other)));
        }
    }

    #[test]
    fn neighbours_stay_neighbours() {
        for (one, other) in [
            ("Нурлан Асанов", "Нурбек Асанов"),
            ("Айгүл Эсенова", "Айгерим Эсенова"),
            ("Айгүл Эсенова", "Айгүл Токтогулова"),
            ("Бакыт Алиев", "Бакай Алиев"),
            ("Айгүл", "Айгүл Эсенова"),
            ("", "Айгүл"),
        ] {
            assert!(!alike(one, other), "{one} {other} {}", named(one).to(&named(other)));
        }
    }

    #[test]
    fn sex_and_age_tell_namesakes_apart() {
        let of = |sex, year| Likeness::of("Асан Асанов", sex, year);
        assert!(of(Some(Sex::Male), Some(1979)).may_be(&of(None, Some(1980))));
        assert!(!of(Some(Sex::Male), None).may_be(&of(Some(Sex::Female), None)));
        assert!(!of(None, Some(1979)).may_be(&of(None, Some(2001))));
    }
}
