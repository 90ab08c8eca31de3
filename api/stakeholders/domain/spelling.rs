//! Names and telephone numbers without what differs from one spelling to the next: alphabet, letter case, doubled letters,
//! the many ways to write one Kyrgyz or Russian sound in Latin letters.

use unicode_normalization::UnicodeNormalization;

/// A number as the telephone network of Kyrgyzstan knows it: `+996 (555) 12-34-56`, `0555 123456` and `555123456` are
/// one. None for what is too short to be anybody's.
pub fn plain_phone(phone: &str) -> Option<String> {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.strip_prefix("00").unwrap_or(&digits);
    let own = match (digits.len(), digits) {
        (12, digits) => digits.strip_prefix("996")?.to_owned(),
        (10, digits) => digits.strip_prefix('0').unwrap_or(digits).to_owned(),
        (9, digits) => digits.to_owned(),
        // Of another country.
        (7.., digits) => return Some(digits.to_owned()),
        // A short number is a service's, not a person's.
        (0..7, _) => return None,
    };
    Some(format!("996{own}"))
}

/// The words of a name in plain Latin letters, in order: Айгүл, Айгуль, Aigul and Aygul are one.
pub fn plain_words(name: &str) -> Vec<String> {
    let latin: String = name.to_lowercase().chars().map(latin).collect();
    // What letters have above and below them falls off.
    let bare: String = latin.nfkd().filter(|c| !('\u{300}'..='\u{36f}').contains(c)).collect();
    let words = bare.split(|c: char| !(c.is_alphanumeric() || "'’ʼ`".contains(c)));
    let mut words: Vec<String> = words.map(plain_word).filter(|word| !word.is_empty()).collect();
    words.sort_unstable();
    words
}

fn plain_word(word: &str) -> String {
    let mut word: String = word.chars().filter(char::is_ascii_alphanumeric).collect();
    for (written, meant) in SOUNDS {
        word = word.replace(written, meant);
    }
    let mut plain = String::new();
    for c in word.chars() {
        if !plain.ends_with(c) {
            plain.push(c);
        }
    }
    plain
}

/// Ways to write one sound, the longer ones first.
const SOUNDS: [(&str, &str); 25] = [
    ("shch", "s"),
    ("dzh", "j"),
    ("zh", "j"),
    ("dj", "j"),
    ("kh", "h"),
    ("ch", "c"),
    ("sh", "s"),
    ("ts", "c"),
    ("ng", "n"),
    ("yu", "u"),
    ("iu", "u"),
    ("ju", "u"),
    ("ya", "a"),
    ("ia", "a"),
    ("ja", "a"),
    ("yo", "o"),
    ("io", "o"),
    ("ye", "e"),
    ("ie", "e"),
    ("y", "i"),
    ("w", "v"),
    ("q", "k"),
    ("x", "ks"),
    ("ii", "i"),
    ("ph", "f"),
];

/// A Cyrillic letter in Latin ones; any other letter as it is.
fn latin(c: char) -> char {
    match c {
        'а' | 'я' => 'a',
        'б' => 'b',
        'в' => 'v',
        'г' | 'ғ' => 'g',
        'д' => 'd',
        'е' | 'э' | 'ё' => 'e',
        'ж' | 'җ' => 'j',
        'з' => 'z',
        'и' | 'й' | 'ы' => 'i',
        'к' | 'қ' => 'k',
        'л' => 'l',
        'м' => 'm',
        'н' | 'ң' => 'n',
        'о' | 'ө' => 'o',
        'п' => 'p',
        'р' => 'r',
        'с' | 'ш' | 'щ' => 's',
        'т' => 't',
        'у' | 'ү' | 'ў' | 'ю' => 'u',
        'ф' => 'f',
        'х' | 'ҳ' | 'һ' => 'h',
        'ц' | 'ч' => 'c',
        'ь' | 'ъ' => '\'',
        'ı' => 'i',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_one_however_it_is_written() {
        for written in ["+996 (555) 12-34-56", "0555 123456", "0555-12-34-56", "555 12 34 56", "00996555123456"] {
            assert_eq!(plain_phone(written).as_deref(), Some("996555123456"), "{written}");
        }
        assert_eq!(plain_phone("+7 495 123-45-67").as_deref(), Some("74951234567"));
        assert_eq!(plain_phone("101"), None);
    }

    #[test]
    fn a_name_is_one_in_either_alphabet() {
        for spellings in [
            vec!["Айгүл Эсенова", "Айгуль Эсенова", "Aigul Esenova", "AYGUL  ESENOVA", "Эсенова, Айгүл"],
            vec!["Жылдыз Чоңмурунова", "Jyldyz Chongmurunova", "Zhyldyz Chonmurunova"],
            vec!["Өмүрбек Шаршеналиев", "Omurbek Sharshenaliev", "Омурбек Шаршеналиев", "Ömürbek Şarşenaliev"],
            vec!["Каныкей Бөкөнбаева", "Kanykei Bokonbaeva", "Kanykey Bökönbaeva", "Каныкей Боконбаева"],
            vec!["Жээнбек Ысаков", "Jeenbek Ysakov", "Zheenbek Ysakov"],
            vec!["Хасан Цой", "Khasan Tsoi", "Hasan Tsoy"],
        ] {
            let plain: Vec<Vec<String>> = spellings.iter().map(|name| plain_words(name)).collect();
            assert!(plain.iter().all(|words| *words == plain[0]), "{spellings:?} {plain:?}");
        }
    }

    #[test]
    fn signs_are_no_name() {
        assert_eq!(plain_words(" — / ()"), Vec::<String>::new());
    }
}
