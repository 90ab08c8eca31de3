//! A saved filter as its owner sees it.

use serde::Serialize;
use utoipa::ToSchema;

use super::SavedFilterId;
use crate::http::Version;

/// A filter of the list of cases, under a name.
#[derive(Debug, Serialize, ToSchema)]
pub struct SavedFilter {
    pub id: SavedFilterId,
    pub version: Version,
    pub name: String,
    /// The list's query, without the page.
    #[schema(example = "state=accepted&sort=due")]
    pub query: String,
    /// What the caller may do with it now.
    pub actions: Vec<&'static str>,
}
