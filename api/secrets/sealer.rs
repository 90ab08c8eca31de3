//! Encrypts what the database and the file store must not give away: XChaCha20-Poly1305 with a random nonce.
//!
//! What is sealed begins with a mark and the id of its key, then the nonce, then the text. Mark, id and place are
//! authenticated: nothing opens in another row, under another key's name, or changed by a bit. What was sealed before keys
//! had ids begins with the nonce; the first key opens it.

use std::sync::Arc;

use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::ring::{Bytes, FIRST, KeyId, Ring, derived};
use super::watched::Watched;
use crate::error::{ApiError, Result};

const MARK: [u8; 4] = *b"MSL\x02";
const NONCE: usize = 24;
/// The mark and the id of the key.
pub const HEADER: usize = 8;

/// Seals and opens. A server that runs while keys are rotated notices: the file is looked at before each sealing.
#[derive(Clone)]
pub struct Sealer {
    keys: Watched<Ring>,
    /// What marks are made with: it stays when sealing keys go.
    marking: Arc<Bytes>,
}

impl Sealer {
    pub(super) fn new(keys: Watched<Ring>, marking: Bytes) -> Self {
        Self { keys, marking: Arc::new(marking) }
    }

    /// By which a text is known again and from which nobody without the key finds it, however few texts there can be
    /// (HMAC-SHA-256, cut to 16 bytes).
    pub fn mark(&self, purpose: &str, text: &str) -> Result<String> {
        let mut mac = Hmac::<Sha256>::new_from_slice(self.marking.as_slice()).map_err(|_| ApiError::Internal)?;
        mac.update(purpose.as_bytes());
        mac.update(&[0]);
        mac.update(text.as_bytes());
        let bytes = mac.finalize().into_bytes();
        Ok(hex::encode(bytes.get(..16).unwrap_or_default()))
    }

    /// Seals `plain`; it opens only in the same `place`: `table/row/column`, such as `grievances/<id>/reporter`.
    pub fn seal(&self, place: &str, plain: &[u8]) -> Result<Vec<u8>> {
        let keys = self.keys.now();
        let id = keys.current();
        let head = header(id);
        let mut sealed = head.to_vec();
        sealed.extend(encrypt(&cipher(&keys, id)?, &bound(&head, place), plain)?);
        Ok(sealed)
    }

    pub fn open(&self, place: &str, sealed: &[u8]) -> Result<Vec<u8>> {
        if let Some((id, head, text)) = parts(sealed) {
            if !self.keys.known().has(id) {
                self.keys.look();
            }
            let keys = self.keys.known();
            if keys.has(id)
                && let Ok(plain) = decrypt(&cipher(&keys, id)?, &bound(head, place), text)
            {
                return Ok(plain);
            }
        }
        // One in four billion of the old ones begins with the mark by chance.
        decrypt(&self.keys.known().cipher(FIRST, BEFORE_IDS)?, place.as_bytes(), sealed)
    }

    /// A text that was sealed.
    pub fn open_text(&self, place: &str, sealed: &[u8]) -> Result<String> {
        String::from_utf8(self.open(place, sealed)?).map_err(|_| ApiError::Internal)
    }

    /// Seals under a key that the caller keeps, and that under the server's: the outer one can be rotated without the
    /// caller.
    pub fn seal_under(&self, callers: &str, place: &str, plain: &[u8]) -> Result<Vec<u8>> {
        self.seal(place, &encrypt(&callers_cipher(callers)?, place.as_bytes(), plain)?)
    }

    pub fn open_under(&self, callers: &str, place: &str, sealed: &[u8]) -> Result<Vec<u8>> {
        decrypt(&callers_cipher(callers)?, place.as_bytes(), &self.open(place, sealed)?)
    }

    /// The same under the key that seals now; `None` if it is that already.
    pub fn rewrap(&self, place: &str, sealed: &[u8]) -> Result<Option<Vec<u8>>> {
        if key_of(sealed) == Some(self.current()) {
            return Ok(None);
        }
        self.seal(place, &self.open(place, sealed)?).map(Some)
    }

    /// The key that seals now.
    pub fn current(&self) -> KeyId {
        self.keys.now().current()
    }
}

const BEFORE_IDS: &[u8] = b"maslahat seal v1";

fn cipher(ring: &Ring, id: KeyId) -> Result<XChaCha20Poly1305> {
    ring.cipher(id, b"maslahat seal v2")
}

fn callers_cipher(callers: &str) -> Result<XChaCha20Poly1305> {
    derived(callers.as_bytes(), b"maslahat seal under a caller's key v2")
}

/// What the sealed text of a key begins with.
pub fn header(id: KeyId) -> [u8; HEADER] {
    let ([a, b, c, d], [e, f, g, h]) = (MARK, id.to_be_bytes());
    [a, b, c, d, e, f, g, h]
}

/// The key that something was sealed with; `None` if it was before keys had ids.
pub fn key_of(sealed: &[u8]) -> Option<KeyId> {
    parts(sealed).map(|(id, ..)| id)
}

fn parts(sealed: &[u8]) -> Option<(KeyId, &[u8; HEADER], &[u8])> {
    let (head, text) = sealed.split_first_chunk::<HEADER>()?;
    let id = head.strip_prefix(&MARK)?;
    Some((KeyId::from_be_bytes(id.try_into().ok()?), head, text))
}

fn bound(head: &[u8; HEADER], place: &str) -> Vec<u8> {
    [head.as_slice(), place.as_bytes()].concat()
}

fn encrypt(cipher: &XChaCha20Poly1305, bound_to: &[u8], plain: &[u8]) -> Result<Vec<u8>> {
    let nonce = rand::random::<[u8; NONCE]>();
    let payload = Payload { msg: plain, aad: bound_to };
    let mut sealed = cipher.encrypt(&XNonce::from(nonce), payload).map_err(|_| ApiError::Internal)?;
    sealed.splice(0..0, nonce);
    Ok(sealed)
}

fn decrypt(cipher: &XChaCha20Poly1305, bound_to: &[u8], sealed: &[u8]) -> Result<Vec<u8>> {
    let (nonce, text) = sealed.split_first_chunk::<NONCE>().ok_or(ApiError::Internal)?;
    let payload = Payload { msg: text, aad: bound_to };
    cipher.decrypt(&XNonce::from(*nonce), payload).map_err(|_| ApiError::Internal)
}
