//! Keys that stay outside the database, and what is sealed with them.

use std::path::Path;

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use hkdf::Hkdf;
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::error::{ApiError, Result};

/// The secrets file: JSON, each key 32 bytes in hexadecimal. Without it sealed names can't be read and no receipt
/// code is found again: back it up apart from the database.
#[derive(Serialize, Deserialize, Zeroize, ZeroizeOnDrop)]
#[serde(deny_unknown_fields)]
pub struct Secrets {
    /// Signs access tokens.
    token_key: String,
    /// Peppers receipt codes.
    receipt_pepper: String,
    /// Seals names, contacts, files and kept answers.
    sealing_key: String,
}

impl Secrets {
    /// Reads the file; where it is missing and `may_create`, makes it with new keys that only its owner may read.
    pub fn load(path: &Path, may_create: bool) -> std::result::Result<Self, String> {
        if !path.exists() && may_create {
            Self::create(path).map_err(|error| format!("{} can't be written: {error}", path.display()))?;
        }
        let text =
            std::fs::read_to_string(path).map_err(|error| format!("{} can't be read: {error}", path.display()))?;
        let secrets: Self = serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?;
        for key in [&secrets.token_key, &secrets.receipt_pepper, &secrets.sealing_key] {
            if hex::decode(key).map(|key| key.len()) != Ok(32) {
                return Err(format!("{}: each key is 64 hexadecimal digits", path.display()));
            }
        }
        Ok(secrets)
    }

    fn create(path: &Path) -> std::io::Result<()> {
        use std::io::Write;
        use std::os::unix::fs::OpenOptionsExt;
        let fresh = Self { token_key: new_key(), receipt_pepper: new_key(), sealing_key: new_key() };
        let mut file = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
        file.write_all(&serde_json::to_vec_pretty(&fresh)?)?;
        file.sync_all()
    }

    pub fn token_key(&self) -> Vec<u8> {
        hex::decode(&self.token_key).unwrap_or_default()
    }

    pub fn receipt_pepper(&self) -> Vec<u8> {
        hex::decode(&self.receipt_pepper).unwrap_or_default()
    }

    pub fn sealer(&self) -> Sealer {
        Sealer { key: hex::decode(&self.sealing_key).unwrap_or_default() }
    }
}

fn new_key() -> String {
    hex::encode(rand::random::<[u8; 32]>())
}

/// Encrypts what the database and the file store must not give away (XChaCha20-Poly1305, random nonce).
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct Sealer {
    key: Vec<u8>,
}

const NONCE: usize = 24;

impl Sealer {
    /// Seals `plain`; it opens only in the same `place`, such as `grievances/<id>/reporter`.
    pub fn seal(&self, place: &str, plain: &[u8]) -> Result<Vec<u8>> {
        self.seal_under("", place, plain)
    }

    pub fn open(&self, place: &str, sealed: &[u8]) -> Result<Vec<u8>> {
        self.open_under("", place, sealed)
    }

    /// Seals under the server's key and one that the caller keeps.
    pub fn seal_under(&self, callers: &str, place: &str, plain: &[u8]) -> Result<Vec<u8>> {
        let nonce = rand::random::<[u8; NONCE]>();
        let payload = Payload { msg: plain, aad: place.as_bytes() };
        let mut sealed =
            self.cipher(callers)?.encrypt(&XNonce::from(nonce), payload).map_err(|_| ApiError::Internal)?;
        sealed.splice(0..0, nonce);
        Ok(sealed)
    }

    pub fn open_under(&self, callers: &str, place: &str, sealed: &[u8]) -> Result<Vec<u8>> {
        let (nonce, text) = sealed.split_first_chunk::<NONCE>().ok_or(ApiError::Internal)?;
        let payload = Payload { msg: text, aad: place.as_bytes() };
        self.cipher(callers)?.decrypt(&XNonce::from(*nonce), payload).map_err(|_| ApiError::Internal)
    }

    fn cipher(&self, callers: &str) -> Result<XChaCha20Poly1305> {
        let mut derived = [0; 32];
        Hkdf::<Sha256>::new(Some(callers.as_bytes()), &self.key)
            .expand(b"maslahat seal v1", &mut derived)
            .map_err(|_| ApiError::Internal)?;
        Ok(XChaCha20Poly1305::new(&Key::from(derived)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sealer() -> Sealer {
        Sealer { key: vec![7; 32] }
    }

    #[test]
    fn what_was_sealed_opens_in_its_own_place_only() {
        let sealed = sealer().seal("grievances/1/reporter", "Айгүл".as_bytes()).unwrap();
        assert_eq!(sealer().open("grievances/1/reporter", &sealed).unwrap(), "Айгүл".as_bytes());
        assert!(sealer().open("grievances/2/reporter", &sealed).is_err());
    }

    #[test]
    fn a_changed_byte_is_noticed() {
        let mut sealed = sealer().seal("a", b"words").unwrap();
        *sealed.last_mut().unwrap() ^= 1;
        assert!(sealer().open("a", &sealed).is_err());
    }

    #[test]
    fn an_answer_kept_for_a_caller_needs_the_callers_key() {
        let sealed = sealer().seal_under("key-of-the-caller", "a", b"code").unwrap();
        assert!(sealer().open_under("another-key", "a", &sealed).is_err());
        assert_eq!(sealer().open_under("key-of-the-caller", "a", &sealed).unwrap(), b"code");
    }
}
