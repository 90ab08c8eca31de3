//! A key as administrators see it: never its secret.

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::ApiKeyId;
use crate::authz::KeyScope;
use crate::http::Version;
use crate::names::Named;

/// A partner's key.
#[derive(Debug, Serialize, ToSchema)]
pub struct ApiKey {
    pub id: ApiKeyId,
    pub version: Version,
    pub name: String,
    pub organisation: Named,
    pub programme: Named,
    pub scopes: Vec<KeyScope>,
    pub created_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
    pub revoked_at: Option<DateTime<Utc>>,
    /// To the hour.
    pub last_used_at: Option<DateTime<Utc>>,
    /// What the caller may do with it now.
    pub actions: Vec<&'static str>,
}

/// A key that was just made.
#[derive(Debug, Serialize, ToSchema)]
pub struct NewApiKeySecret {
    #[serde(flatten)]
    pub key: ApiKey,
    /// Send it as `Authorization: Bearer …`. It is shown this once.
    pub secret: String,
}
