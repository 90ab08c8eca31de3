//! The sealing keys, and which of them seals.

use chacha20poly1305::aead::KeyInit;
use chacha20poly1305::{Key, XChaCha20Poly1305};
use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::error::{ApiError, Result};

/// The id of a sealing key, from 1.
pub type KeyId = u32;

/// The key that there was when keys had no ids.
pub const FIRST: KeyId = 1;

pub type Bytes = Zeroizing<[u8; 32]>;

pub struct Ring {
    keys: Vec<(KeyId, Bytes)>,
    current: KeyId,
}

impl Ring {
    pub fn new(keys: Vec<(KeyId, Bytes)>, current: KeyId) -> Self {
        Self { keys, current }
    }

    pub fn current(&self) -> KeyId {
        self.current
    }

    pub fn has(&self, id: KeyId) -> bool {
        self.key(id).is_some()
    }

    fn key(&self, id: KeyId) -> Option<&Bytes> {
        self.keys.iter().find(|(known, _)| *known == id).map(|(_, key)| key)
    }

    /// The cipher of a key, for a purpose.
    pub fn cipher(&self, id: KeyId, purpose: &[u8]) -> Result<XChaCha20Poly1305> {
        derived(self.key(id).ok_or(ApiError::Internal)?.as_slice(), purpose)
    }
}

/// A key as the file holds it.
pub fn key(text: &str) -> Option<Bytes> {
    let mut key = Bytes::default();
    hex::decode_to_slice(text, key.as_mut_slice()).ok().map(|()| key)
}

/// A cipher whose key is made from another (HKDF, RFC 5869).
pub fn derived(secret: &[u8], purpose: &[u8]) -> Result<XChaCha20Poly1305> {
    let mut key = Bytes::default();
    Hkdf::<Sha256>::new(None, secret).expand(purpose, key.as_mut_slice()).map_err(|_| ApiError::Internal)?;
    Ok(XChaCha20Poly1305::new(&Key::from(*key)))
}
