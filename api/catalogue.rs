//! The web app's words for states, categories and the like, where the server writes to people itself: in letters and in
//! exported files. Taken from the web app's own catalogues, so that a case is called the same wherever it is read.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde_json::Value;

use crate::names::Language;

macro_rules! catalogues {
    ($($language:ident $folder:literal),+) => {
        &[$(
            (Language::$language, &[
                ("", include_str!(concat!("../frontend/src/i18n/", $folder, "/cases.json"))),
                ("", include_str!(concat!("../frontend/src/i18n/", $folder, "/grievances.json"))),
                ("", include_str!(concat!("../frontend/src/i18n/", $folder, "/many.json"))),
                ("sheets", include_str!(concat!("../frontend/src/i18n/", $folder, "/sheets.json"))),
                ("stakeholders", include_str!(concat!("../frontend/src/i18n/", $folder, "/stakeholders.json"))),
                ("grants", include_str!(concat!("../frontend/src/i18n/", $folder, "/grants.json"))),
            ]),
        )+]
    };
}

/// The catalogues of each language, and what the paths of their texts begin with.
const FILES: &[(Language, &[(&str, &str); 6])] = catalogues!(Ky "ky", Ru "ru", En "en");

/// Texts by language and path, such as `category.water`.
static TEXTS: LazyLock<HashMap<(Language, String), String>> = LazyLock::new(|| {
    let mut texts = HashMap::new();
    for (language, files) in FILES {
        for (path, file) in *files {
            gather(&mut texts, *language, (*path).to_owned(), serde_json::from_str(file).unwrap_or_default());
        }
    }
    texts
});

fn gather(texts: &mut HashMap<(Language, String), String>, language: Language, path: String, value: Value) {
    match value {
        Value::String(text) => drop(texts.insert((language, path), text)),
        Value::Object(fields) => {
            for (name, inner) in fields {
                let below = if path.is_empty() { name } else { format!("{path}.{name}") };
                gather(texts, language, below, inner);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) => {}
    }
}

/// The text of a path; the path itself, if the catalogues have none.
pub fn text(language: Language, path: &str) -> String {
    TEXTS.get(&(language, path.to_owned())).cloned().unwrap_or_else(|| path.to_owned())
}

#[cfg(test)]
mod tests {
    use strum::VariantArray;

    use super::*;
    use crate::grant_applications::domain::GrantApplicationState;
    use crate::grant_calls::domain::GrantApplicantKind;
    use crate::grievances::domain::{Category, Confidentiality, Sensitivity, Severity, State, Track};
    use crate::stakeholders::domain::{
        AgeBand, ConsentForm, ConsentStanding, STANCES, Sex, SpokenLanguage, StakeholderCategory, StakeholderKind,
    };

    #[test]
    fn every_word_that_the_server_writes_is_known_in_every_language() {
        let words =
            |group: &str, words: Vec<&str>| words.iter().map(|word| format!("{group}.{word}")).collect::<Vec<_>>();
        let paths = [
            words("state", State::VARIANTS.iter().map(State::as_str).collect()),
            words("category", Category::VARIANTS.iter().map(Category::as_str).collect()),
            words("severity", Severity::VARIANTS.iter().map(Severity::as_str).collect()),
            words("sensitivity", Sensitivity::VARIANTS.iter().map(Sensitivity::as_str).collect()),
            words("confidentiality", Confidentiality::VARIANTS.iter().map(Confidentiality::as_str).collect()),
            words("language", Language::VARIANTS.iter().map(Language::as_str).collect()),
            words("stakeholders.kind", StakeholderKind::VARIANTS.iter().map(StakeholderKind::as_str).collect()),
            words(
                "stakeholders.category",
                StakeholderCategory::VARIANTS.iter().map(StakeholderCategory::as_str).collect(),
            ),
            words("stakeholders.sex", Sex::VARIANTS.iter().map(Sex::as_str).collect()),
            words("stakeholders.age_band", AgeBand::VARIANTS.iter().map(AgeBand::as_str).collect()),
            words("stakeholders.language", SpokenLanguage::VARIANTS.iter().map(SpokenLanguage::as_str).collect()),
            words("stakeholders.standing", ConsentStanding::VARIANTS.iter().map(ConsentStanding::as_str).collect()),
            words("stakeholders.form", ConsentForm::VARIANTS.iter().map(ConsentForm::as_str).collect()),
            words("stakeholders.stance", STANCES.to_vec()),
            words("grants.state", GrantApplicationState::VARIANTS.iter().map(GrantApplicationState::as_str).collect()),
            words("grants.applicant", GrantApplicantKind::VARIANTS.iter().map(GrantApplicantKind::as_str).collect()),
            words("track", vec![Track::Protection.as_str()]),
        ];
        for language in Language::VARIANTS {
            for path in paths.iter().flatten() {
                assert_ne!(&text(*language, path), path, "{language}");
            }
        }
    }
}
