//! What a template is made from and changed by.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use super::domain::is_understood;
use super::view::Bodies;
use crate::error::{ApiError, FieldError, Result};
use crate::names::Names;
use crate::programmes::ProgrammeId;

/// A template to add.
#[derive(Clone, Deserialize, Serialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewLetterTemplate {
    pub programme_id: ProgrammeId,
    #[validate(nested)]
    pub names: Names,
    #[validate(nested)]
    pub bodies: Bodies,
}

/// What to change; a field left out stays as it is.
#[derive(Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct LetterTemplateChange {
    #[validate(nested)]
    pub names: Option<Names>,
    #[validate(nested)]
    pub bodies: Option<Bodies>,
}

/// Refuses a placeholder that there is none of: it would be sent to people as it stands.
pub fn check(bodies: &Bodies) -> Result<()> {
    let Bodies { ky, ru, en } = bodies;
    let wrong: Vec<FieldError> = [("ky", ky), ("ru", ru), ("en", en)]
        .into_iter()
        .filter(|(_, text)| !is_understood(text))
        .map(|(language, _)| FieldError { pointer: format!("/bodies/{language}"), code: "unknown_placeholder".into() })
        .collect();
    if wrong.is_empty() { Ok(()) } else { Err(ApiError::Invalid(wrong)) }
}
