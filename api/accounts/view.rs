//! An account as administrators see it.

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::AccountId;
use crate::authz::Role;
use crate::http::Version;
use crate::names::{Language, Named};
use crate::second_factor::domain::FactorState;

/// Somebody's account.
#[derive(Debug, Serialize, ToSchema)]
pub struct Account {
    pub id: AccountId,
    pub version: Version,
    pub name: String,
    pub email: String,
    pub role: Role,
    pub language: Language,
    /// A closed account can't be signed in to.
    pub active: bool,
    pub organisation: Named,
    /// The places that it speaks for.
    pub places: Vec<Named>,
    /// The programmes that it works in.
    pub programmes: Vec<Named>,
    pub second_factor: FactorState,
    pub last_seen_at: Option<DateTime<Utc>>,
    /// What the caller may do with it now.
    pub actions: Vec<&'static str>,
}
