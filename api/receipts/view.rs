//! What is told of receipts.

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::keys::KnownKey;

/// A public key that receipts are checked with (Ed25519, RFC 8032).
#[derive(Debug, Serialize, ToSchema)]
pub struct PublicReceiptKey {
    /// As the proof names it: the first 16 hexadecimal digits of the SHA-256 of the key.
    #[schema(example = "4f1d6c0a9be2d377")]
    pub id: String,
    /// 32 bytes in hexadecimal.
    #[schema(example = "ea4a6c63e29c520abef5507b132ec5f9954776aebebe7b92421eea691446d22c")]
    pub public_key: String,
    /// Since when it signs.
    pub from: DateTime<Utc>,
    /// Until when it signed. It vouches for nothing that was submitted more than a day later. None: it signs now.
    pub until: Option<DateTime<Utc>>,
}

impl From<KnownKey> for PublicReceiptKey {
    fn from(KnownKey { verifier, from, until }: KnownKey) -> Self {
        Self { id: verifier.id(), public_key: verifier.public_key(), from, until }
    }
}

/// The proof that a case was received.
#[derive(Debug, Serialize, ToSchema)]
pub struct OwnProof {
    #[schema(example = "MSL-2026-000123")]
    pub reference: String,
    pub submitted_at: DateTime<Utc>,
    /// `1.<key>.<reference>.<seconds since 1970>.<signature>`. None where the server has no key to sign with.
    pub proof: Option<String>,
}
