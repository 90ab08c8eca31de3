//! A name in the three languages of the programme.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::db::search::normalise;
use crate::db::types::words;

words! {
    /// A language of the programme (ISO 639-1).
    Language { Ky, Ru, En }
}

/// What something is called in Kyrgyz, Russian and English.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, Validate, diesel::Queryable)]
#[serde(deny_unknown_fields)]
pub struct Names {
    #[validate(length(min = 1, max = 200))]
    #[schema(min_length = 1, max_length = 200)]
    pub ky: String,
    #[validate(length(min = 1, max = 200))]
    #[schema(min_length = 1, max_length = 200)]
    pub ru: String,
    #[validate(length(min = 1, max = 200))]
    #[schema(min_length = 1, max_length = 200)]
    pub en: String,
}

/// Some sentences in Kyrgyz, Russian and English.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, Validate, diesel::Queryable)]
#[serde(deny_unknown_fields)]
pub struct Texts {
    #[validate(length(min = 3, max = 4000))]
    #[schema(min_length = 3, max_length = 4000)]
    pub ky: String,
    #[validate(length(min = 3, max = 4000))]
    #[schema(min_length = 3, max_length = 4000)]
    pub ru: String,
    #[validate(length(min = 3, max = 4000))]
    #[schema(min_length = 3, max_length = 4000)]
    pub en: String,
}

impl Names {
    /// The three names of a change, if it has any.
    pub fn parts(names: Option<Self>) -> (Option<String>, Option<String>, Option<String>) {
        names.map_or((None, None, None), |Self { ky, ru, en }| (Some(ky), Some(ru), Some(en)))
    }

    pub fn in_language(&self, language: Language) -> &str {
        match language {
            Language::Ky => &self.ky,
            Language::Ru => &self.ru,
            Language::En => &self.en,
        }
    }

    /// Whether one of the names is `name`, which is normalised already.
    pub fn are(&self, name: &str) -> bool {
        [&self.ky, &self.ru, &self.en].iter().any(|own| normalise(own) == name)
    }

    /// Whether one of the names holds `words`, which are normalised already.
    pub fn hold(&self, words: &str) -> bool {
        [&self.ky, &self.ru, &self.en].iter().any(|name| normalise(name).contains(words))
    }
}

impl From<(String, String, String)> for Names {
    fn from((ky, ru, en): (String, String, String)) -> Self {
        Self { ky, ru, en }
    }
}

/// Another record, by its id and names.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Named {
    #[schema(format = Uuid)]
    pub id: String,
    pub names: Names,
}

/// A person, by account and name.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Person {
    #[schema(format = Uuid)]
    pub id: String,
    pub name: String,
}
