//! The words of closed lists, in three languages and as people write them.

use std::collections::HashMap;
use std::sync::LazyLock;

use strum::VariantArray;

use super::domain::ImportField;
use super::fields::bare;
use crate::catalogue;
use crate::names::Language;
use crate::stakeholders::domain::{
    AgeBand, ConsentForm, ConsentStanding, STANCES, Sex, SpokenLanguage, StakeholderCategory, StakeholderKind,
};

/// What words are called besides what the web app calls them.
const ALSO: &[(ImportField, &str, &[&str])] = &[
    (ImportField::Kind, "person", &["физлицо", "жеке адам", "киши", "individual"]),
    (ImportField::Kind, "group", &["топ", "жамаат", "организация", "уюм", "organisation", "organization"]),
    (
        ImportField::Category,
        "resident",
        &["житель", "жительница", "жители", "тургун", "айыл тургуну", "local resident"],
    ),
    (
        ImportField::Category,
        "herder",
        &["чабан", "малчы", "пастух", "животновод", "скотовод", "shepherd", "farmer", "фермер", "дыйкан"],
    ),
    (ImportField::Category, "youth", &["молодёжь", "жаш", "жаштар", "молодой человек", "young person"]),
    (
        ImportField::Category,
        "womens_group",
        &["женщины", "женсовет", "женская группа", "аялдар", "аялдар кеңеши", "womens group", "womens council"],
    ),
    (ImportField::Category, "elders", &["аксакал", "аксакалы", "аксакалдар", "старейшина", "старейшины", "elder"]),
    (ImportField::Category, "company", &["компания", "недропользователь", "бизнес", "business"]),
    (
        ImportField::Category,
        "authority",
        &[
            "власть",
            "власти",
            "орган власти",
            "мсу",
            "госорган",
            "бийлик",
            "өкмөт",
            "акимат",
            "government",
            "authorities",
        ],
    ),
    (ImportField::Category, "media", &["сми", "жмк", "журналист", "press", "journalist"]),
    (ImportField::Category, "civil_society", &["нпо", "гражданское общество", "бөу", "ngo", "cso"]),
    (ImportField::Category, "donor", &["донор", "доноры"]),
    (ImportField::Category, "other", &["другое", "иное", "прочее", "башка", "others"]),
    (ImportField::Sex, "female", &["ж", "жен", "женский", "женщина", "аял", "кыз", "f", "w", "woman"]),
    (ImportField::Sex, "male", &["м", "муж", "мужской", "мужчина", "эркек", "бала", "m", "man"]),
    (ImportField::Languages, "ky", &["кырг", "кыргыз", "кыргызский", "kg", "kirghiz"]),
    (ImportField::Languages, "ru", &["рус", "орус"]),
    (ImportField::Languages, "uz", &["узб", "өзбек"]),
    (ImportField::Languages, "en", &["англ"]),
    (ImportField::Consent, "given", &["да", "есть", "дано", "ооба", "бар", "берилген", "yes", "true", "1", "+"]),
    (ImportField::Consent, "none", &["нет", "не спрошено", "жок", "no", "false", "0", "сурала элек"]),
    (ImportField::Consent, "withdrawn", &["отозвано", "кайтарылган", "withdrawn"]),
    (ImportField::ConsentForm, "spoken", &["устно", "устное", "оозеки", "oral", "verbal"]),
    (
        ImportField::ConsentForm,
        "signed",
        &["письменно", "подпись", "подписано", "жазуу түрүндө", "кол койду", "written", "in writing"],
    ),
    (ImportField::ConsentForm, "thumbprint", &["отпечаток", "бармак изи", "fingerprint"]),
    (ImportField::Stance, "strongly_for", &["поддерживает полностью", "2", "+2", "strong support"]),
    (ImportField::Stance, "for", &["поддерживает", "за", "колдойт", "1", "+1", "support", "supportive"]),
    (ImportField::Stance, "between", &["нейтрально", "нейтральная", "бейтарап", "0", "neutral"]),
    (ImportField::Stance, "against", &["против", "каршы", "oppose", "opposed"]),
    (ImportField::Stance, "strongly_against", &["резко против", "кескин каршы", "strongly opposed"]),
];

static WORDS: LazyLock<HashMap<(ImportField, String), &'static str>> = LazyLock::new(|| {
    let lists: [(ImportField, &str, Vec<&'static str>); 8] = [
        (ImportField::Kind, "kind", StakeholderKind::VARIANTS.iter().map(StakeholderKind::as_str).collect()),
        (ImportField::Category, "category", StakeholderCategory::VARIANTS.iter().map(|word| word.as_str()).collect()),
        (ImportField::Sex, "sex", Sex::VARIANTS.iter().map(Sex::as_str).collect()),
        (ImportField::AgeBand, "age_band", AgeBand::VARIANTS.iter().map(AgeBand::as_str).collect()),
        (ImportField::Languages, "language", SpokenLanguage::VARIANTS.iter().map(SpokenLanguage::as_str).collect()),
        (ImportField::Consent, "standing", ConsentStanding::VARIANTS.iter().map(ConsentStanding::as_str).collect()),
        (ImportField::ConsentForm, "form", ConsentForm::VARIANTS.iter().map(ConsentForm::as_str).collect()),
        (ImportField::Stance, "stance", STANCES.to_vec()),
    ];
    let mut words = HashMap::new();
    for (field, also, names) in ALSO {
        words.extend(names.iter().map(|name| ((*field, bare(name)), *also)));
    }
    for (field, group, list) in lists {
        for word in list {
            words.insert((field, bare(word)), word);
            for language in Language::VARIANTS {
                words.insert((field, bare(&catalogue::text(*language, &format!("stakeholders.{group}.{word}")))), word);
            }
        }
    }
    words
});

/// The word of a closed list that is written so.
pub fn word(field: ImportField, text: &str) -> Option<&'static str> {
    // A bare sign is a word too: a plus in the column of consents.
    let key = if bare(text).is_empty() { text.trim().to_owned() } else { bare(text) };
    WORDS.get(&(field, key)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_known_in_three_languages_and_as_people_write_them() {
        for (field, text, meant) in [
            (ImportField::Category, "Herder", "herder"),
            (ImportField::Category, "чабан", "herder"),
            (ImportField::Category, "Малчы", "herder"),
            (ImportField::Category, "НПО", "civil_society"),
            (ImportField::Sex, "жен.", "female"),
            (ImportField::Sex, "Эркек", "male"),
            (ImportField::AgeBand, "25–35", "from25"),
            (ImportField::AgeBand, "25-35", "from25"),
            (ImportField::Stance, "strongly_against", "strongly_against"),
            (ImportField::Stance, "Против", "against"),
            (ImportField::Languages, "кыргызча", "ky"),
        ] {
            assert_eq!(word(field, text), Some(meant), "{text}");
        }
        assert_eq!(word(ImportField::Sex, "кто-то"), None);
    }
}
