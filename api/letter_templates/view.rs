//! A template as the office sees it, and a letter made of one.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use super::LetterTemplateId;
use super::domain::Placeholder;
use crate::http::Version;
use crate::names::{Language, Named, Names};

/// A text in three languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, Validate, diesel::Queryable)]
#[serde(deny_unknown_fields)]
pub struct Bodies {
    #[validate(length(min = 1, max = 4000))]
    #[schema(min_length = 1, max_length = 4000)]
    pub ky: String,
    #[validate(length(min = 1, max = 4000))]
    #[schema(min_length = 1, max_length = 4000)]
    pub ru: String,
    #[validate(length(min = 1, max = 4000))]
    #[schema(min_length = 1, max_length = 4000)]
    pub en: String,
}

impl Bodies {
    pub fn in_language(&self, language: Language) -> &str {
        match language {
            Language::Ky => &self.ky,
            Language::Ru => &self.ru,
            Language::En => &self.en,
        }
    }
}

/// A template of letters to reporters.
#[derive(Debug, Serialize, ToSchema)]
pub struct LetterTemplate {
    pub id: LetterTemplateId,
    pub version: Version,
    pub programme: Named,
    pub names: Names,
    /// With placeholders, such as `{reference}`.
    pub bodies: Bodies,
    /// What the caller may do with it now.
    pub actions: Vec<&'static str>,
}

/// A template filled from a case, in the reporter's language; to be read, and changed, before it is sent.
#[derive(Debug, Serialize, ToSchema)]
pub struct Letter {
    pub template_id: LetterTemplateId,
    /// What the template is called.
    pub names: Names,
    pub text: String,
    /// What the case has nothing for yet: `…` stands in its place.
    pub missing: Vec<Placeholder>,
}
