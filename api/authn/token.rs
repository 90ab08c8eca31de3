//! Access tokens: JSON Web Tokens (RFC 7519), signed with HS256, that live for minutes.

use chrono::{DateTime, TimeDelta, Utc};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation, decode, encode};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::accounts::AccountId;
use crate::error::{ApiError, Result};
use crate::grievances::GrievanceId;
use crate::sessions::SessionId;

const ISSUER: &str = "maslahat";
pub const ACCESS: TimeDelta = TimeDelta::minutes(10);
pub const RECEIPT: TimeDelta = TimeDelta::minutes(30);

/// What a token stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bearer {
    Session { account: AccountId, session: SessionId },
    Receipt(GrievanceId),
}

#[derive(Serialize, Deserialize)]
struct Claims {
    iss: String,
    aud: String,
    sub: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    sid: Option<String>,
    iat: i64,
    nbf: i64,
    exp: i64,
}

const SESSION: &str = "maslahat:session";
const CASE: &str = "maslahat:receipt";

/// Signs and checks tokens.
pub struct Tokens {
    encoding: EncodingKey,
    decoding: DecodingKey,
    validation: Validation,
}

impl Tokens {
    pub fn new(key: &[u8]) -> Self {
        let mut validation = Validation::new(Algorithm::HS256);
        validation.leeway = 5;
        validation.validate_nbf = true;
        validation.set_issuer(&[ISSUER]);
        validation.set_audience(&[SESSION, CASE]);
        validation.set_required_spec_claims(&["exp", "nbf", "iss", "aud", "sub"]);
        Self { encoding: EncodingKey::from_secret(key), decoding: DecodingKey::from_secret(key), validation }
    }

    pub fn sign(&self, bearer: Bearer, now: DateTime<Utc>) -> Result<String> {
        let (aud, sub, sid, lives) = match bearer {
            Bearer::Session { account, session } => (SESSION, account.to_string(), Some(session.to_string()), ACCESS),
            Bearer::Receipt(case) => (CASE, case.to_string(), None, RECEIPT),
        };
        let claims = Claims {
            iss: ISSUER.into(),
            aud: aud.into(),
            sub,
            sid,
            iat: now.timestamp(),
            nbf: now.timestamp(),
            exp: (now + lives).timestamp(),
        };
        encode(&Header::new(Algorithm::HS256), &claims, &self.encoding).map_err(|_| ApiError::Internal)
    }

    /// What a token stands for; 401 for one that is forged, expired or for something else.
    pub fn check(&self, token: &str) -> Result<Bearer> {
        let claims =
            decode::<Claims>(token, &self.decoding, &self.validation).map_err(|_| ApiError::Unauthenticated)?.claims;
        let bearer = match (claims.aud.as_str(), claims.sid) {
            (SESSION, Some(session)) => Bearer::Session { account: parse(&claims.sub)?, session: parse(&session)? },
            (CASE, None) => Bearer::Receipt(parse(&claims.sub)?),
            _ => return Err(ApiError::Unauthenticated),
        };
        Ok(bearer)
    }
}

fn parse<T: std::str::FromStr>(text: &str) -> Result<T> {
    text.parse().map_err(|_| ApiError::Unauthenticated)
}

/// A random opaque token and what the database keeps of it. 256 random bits need no slow hash.
pub fn opaque() -> (String, String) {
    let token = hex::encode(rand::random::<[u8; 32]>());
    let hash = opaque_hash(&token);
    (token, hash)
}

pub fn opaque_hash(token: &str) -> String {
    hex::encode(Sha256::digest(token.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens() -> Tokens {
        Tokens::new(&[1; 32])
    }

    fn bearer(now: DateTime<Utc>) -> Bearer {
        Bearer::Session { account: AccountId::at(now), session: SessionId::at(now) }
    }

    #[test]
    fn a_token_says_whose_it_is() {
        let now = Utc::now();
        let bearer = bearer(now);
        assert_eq!(tokens().check(&tokens().sign(bearer, now).unwrap()).unwrap(), bearer);
    }

    #[test]
    fn an_expired_token_is_refused() {
        let then = Utc::now() - TimeDelta::hours(1);
        assert!(tokens().check(&tokens().sign(bearer(then), then).unwrap()).is_err());
    }

    #[test]
    fn a_token_of_tomorrow_is_refused() {
        let later = Utc::now() + TimeDelta::days(1);
        assert!(tokens().check(&tokens().sign(bearer(later), later).unwrap()).is_err());
    }

    #[test]
    fn a_token_signed_with_another_key_is_refused() {
        let now = Utc::now();
        let forged = Tokens::new(&[2; 32]).sign(bearer(now), now).unwrap();
        assert!(tokens().check(&forged).is_err());
    }
}
