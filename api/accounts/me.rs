//! The account as its holder sees it.

use serde::Serialize;
use utoipa::ToSchema;

use super::AccountId;
use crate::authz::Role;
use crate::http::Version;
use crate::names::{Language, Named};

/// The caller's own account.
#[derive(Debug, Serialize, ToSchema)]
pub struct Me {
    pub id: AccountId,
    pub version: Version,
    pub name: String,
    pub email: String,
    pub role: Role,
    pub language: Language,
    pub organisation: Named,
    pub places: Vec<Named>,
    pub programmes: Vec<Named>,
    /// Ids of the operations that this role may call: what the web app's navigation is drawn from.
    pub operations: Vec<&'static str>,
}
