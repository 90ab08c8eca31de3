//! An invitation as administrators see it, and as the person invited does.

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::InvitationId;
use super::domain::InvitationState;
use crate::authz::Role;
use crate::http::Version;
use crate::names::{Language, Named};

/// An invitation to open an account.
#[derive(Debug, Serialize, ToSchema)]
pub struct Invitation {
    pub id: InvitationId,
    pub version: Version,
    pub email: String,
    pub name: String,
    pub role: Role,
    pub language: Language,
    pub organisation: Named,
    pub places: Vec<Named>,
    pub programmes: Vec<Named>,
    pub state: InvitationState,
    pub created_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
    /// What the caller may do with it now.
    pub actions: Vec<&'static str>,
}

/// An invitation that was just made.
#[derive(Debug, Serialize, ToSchema)]
pub struct NewInvitationLink {
    #[serde(flatten)]
    pub invitation: Invitation,
    /// The secret part of the link to send. It is shown this once.
    pub link_token: String,
}

/// What a link opens: whose account it is going to be.
#[derive(Debug, Serialize, ToSchema)]
pub struct OpenInvitation {
    pub email: String,
    pub name: String,
    pub role: Role,
    pub language: Language,
}
