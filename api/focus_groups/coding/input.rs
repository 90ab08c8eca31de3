//! What passages are coded with.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::focus_groups::domain::Span;
use crate::impacts::ImpactId;
use crate::impacts::input::NewImpact;

/// A passage of the notes to be put to an impact: one that there is, or one that is made of it.
#[derive(Clone, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewPassageCode {
    /// In characters from the first.
    #[validate(range(min = 0, max = 50000))]
    #[schema(value_type = i32, minimum = 0, maximum = 50000)]
    pub starts: i64,
    /// The first that is no longer part of it.
    #[validate(range(min = 1, max = 50000))]
    #[schema(value_type = i32, minimum = 1, maximum = 50000)]
    pub ends: i64,
    /// The words that the caller marked: refused if others stand there by now.
    #[validate(length(min = 1, max = 5000))]
    #[schema(min_length = 1, max_length = 5000)]
    pub passage: String,
    /// Either this.
    pub impact_id: Option<ImpactId>,
    /// Or this, in the programme of the group.
    #[validate(nested)]
    pub impact: Option<NewImpact>,
}

impl NewPassageCode {
    pub fn span(&self) -> Span {
        Span { starts: self.starts, ends: self.ends }
    }
}
