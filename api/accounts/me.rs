//! The account as its holder sees it.

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::AccountId;
use crate::authz::Role;
use crate::http::Version;
use crate::names::{Language, Named};
use crate::second_factor::domain::FactorState;

/// The caller's own account.
#[derive(Debug, Serialize, ToSchema)]
pub struct Me {
    pub id: AccountId,
    pub version: Version,
    pub name: String,
    pub email: String,
    pub role: Role,
    pub language: Language,
    /// Whether e-mails say that something waits.
    pub mail_wanted: bool,
    pub organisation: Named,
    pub places: Vec<Named>,
    pub programmes: Vec<Named>,
    pub second_factor: FactorState,
    /// When an administrator took the second factor away, until the caller acknowledges that or sets up another.
    pub second_factor_reset_at: Option<DateTime<Utc>>,
    /// Ids of the operations that the caller may call now: what the web app's navigation is drawn from.
    pub operations: Vec<&'static str>,
}
