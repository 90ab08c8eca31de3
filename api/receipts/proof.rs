//! The proof that a grievance was received, as the receipt carries it: `1.<key>.<reference>.<moment>.<signature>`.
//!
//! It says that a case of this reference was submitted at that moment, to the second, and which key signed that. It is
//! signed with Ed25519 (RFC 8032), so whoever has the public key checks it without asking anybody. Nothing in it tells who
//! raised the case, where or what about, nor anything of the code: who holds a hash of one can try codes at home.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, SubsecRound, Utc};

use crate::signing::{SIGNATURE, Signer, Verifier};

/// What the signatures are for.
pub const PURPOSE: &str = "maslahat receipt v1";

const VERSION: &str = "1";
const LONGEST_REFERENCE: usize = 32;

/// What a receipt's text says. Whether it is true, [`Proof::holds`] tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    key: String,
    reference: String,
    submitted_at: DateTime<Utc>,
    signature: [u8; SIGNATURE],
}

impl Proof {
    pub fn sign(signer: &Signer, reference: &str, submitted_at: DateTime<Utc>) -> Self {
        let mut proof = Self {
            key: signer.verifier().id(),
            reference: reference.to_owned(),
            submitted_at: submitted_at.trunc_subsecs(0),
            signature: [0; SIGNATURE],
        };
        proof.signature = proof.with_parts(|parts| signer.signature(parts));
        proof
    }

    /// Reads a text that is written just as the program writes it: there is one text for each proof.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('.');
        let (version, key, reference) = (parts.next()?, parts.next()?, parts.next()?);
        let (seconds, signature) = (parts.next()?, parts.next()?);
        if version != VERSION || !is_reference(reference) {
            return None;
        }
        let proof = Self {
            key: key.to_owned(),
            reference: reference.to_owned(),
            submitted_at: DateTime::from_timestamp(seconds.parse::<u32>().ok()?.into(), 0)?,
            signature: URL_SAFE_NO_PAD.decode(signature).ok()?.try_into().ok()?,
        };
        (proof.to_string() == text && is_key_id(key)).then_some(proof)
    }

    /// Whether it was signed with the key of this verifier, which is to be one for [`PURPOSE`].
    pub fn holds(&self, verifier: &Verifier) -> bool {
        self.key == verifier.id() && self.with_parts(|parts| verifier.holds_bytes(parts, &self.signature))
    }

    /// The id of the key that signed, see [`Verifier::id`].
    pub fn key(&self) -> &str {
        &self.key
    }

    pub fn reference(&self) -> &str {
        &self.reference
    }

    /// To the second.
    pub fn submitted_at(&self) -> DateTime<Utc> {
        self.submitted_at
    }

    fn with_parts<T>(&self, act: impl FnOnce(&[&str]) -> T) -> T {
        act(&[&self.key, &self.reference, &self.submitted_at.timestamp().to_string()])
    }
}

impl fmt::Display for Proof {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { key, reference, submitted_at, signature } = self;
        let signature = URL_SAFE_NO_PAD.encode(signature);
        write!(f, "{VERSION}.{key}.{reference}.{}.{signature}", submitted_at.timestamp())
    }
}

fn is_reference(text: &str) -> bool {
    let known = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'-';
    (1..=LONGEST_REFERENCE).contains(&text.len()) && text.bytes().all(known)
}

fn is_key_id(text: &str) -> bool {
    text.len() == 16 && text.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}

#[cfg(test)]
mod tests;
