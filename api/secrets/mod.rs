//! Keys that stay outside the database, and what is sealed with them.
//!
//! The secrets file is JSON, each key 32 bytes in hexadecimal. Without it sealed names can't be read and no receipt code
//! is found again: back it up apart from the database. It holds several sealing keys with an id each; one of them seals,
//! the others only open. `rotation` moves what is sealed from one to the next.

mod file;
mod marks;
mod receipts;
mod ring;
mod sealer;
mod stamp;
mod watched;

pub use file::Lock;
pub use marks::Marks;
pub use ring::KeyId;
pub use sealer::{HEADER, Sealer, header, key_of};
pub use watched::Watched;

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use hkdf::Hkdf;
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::signing::Signer;
use crate::{audit, backup, erasures};
use receipts::{OldReceiptKey, ReceiptKey};
use ring::Ring;

/// What the secrets file holds.
#[derive(Serialize, Deserialize, Zeroize, ZeroizeOnDrop)]
#[serde(deny_unknown_fields)]
pub struct Secrets {
    /// Signs access tokens.
    token_key: String,
    /// Peppers receipt codes.
    receipt_pepper: String,
    /// Of a file from before keys had ids: the first of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sealing_key: Option<String>,
    /// Seal names, contacts, files and kept answers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    sealing_keys: Vec<SealingKey>,
    /// The one that seals; the others only open.
    #[serde(default)]
    sealing_key_id: KeyId,
    /// Signs where the audit trail ends. A file from before has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    audit_key: Option<String>,
    /// Signs receipts. A file from before has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    receipt_key: Option<ReceiptKey>,
    /// The public ones of keys that signed receipts before: what they signed can still be checked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[zeroize(skip)]
    old_receipt_keys: Vec<OldReceiptKey>,
    /// Where it was read from: a running server looks there for new keys.
    #[serde(skip)]
    #[zeroize(skip)]
    path: PathBuf,
}

/// A key that seals, or sealed once.
#[derive(Serialize, Deserialize, Zeroize, ZeroizeOnDrop)]
#[serde(deny_unknown_fields)]
struct SealingKey {
    id: KeyId,
    key: String,
    /// Since when it seals; nothing for the first, and for one that does not yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[zeroize(skip)]
    since: Option<DateTime<Utc>>,
}

type Said<T> = std::result::Result<T, String>;

impl Secrets {
    /// Reads the file; where it is missing and `may_create`, makes it with new keys that only its owner may read.
    pub fn load(path: &Path, may_create: bool) -> Said<Self> {
        if !path.exists() && may_create {
            file::create(path, &Self::fresh())
                .map_err(|error| format!("{} can't be written: {error}", path.display()))?;
        }
        let secrets = Self::read(path)?;
        if !may_create || secrets.has_all_keys() {
            return Ok(secrets);
        }
        match Self::add_missing_keys(path) {
            Ok(added) => Ok(added),
            Err(reason) => {
                log::warn!(reason; "the secrets file lacks keys: something is not signed");
                Ok(secrets)
            }
        }
    }

    fn has_all_keys(&self) -> bool {
        self.audit_key.is_some() && self.receipt_key.is_some()
    }

    fn add_missing_keys(path: &Path) -> Said<Self> {
        let _lock = Lock::of(path)?;
        // As it is now: somebody else may have changed it meanwhile.
        let mut secrets = Self::read(path)?;
        secrets.audit_key.get_or_insert_with(new_key);
        secrets.receipt_key.get_or_insert_with(ReceiptKey::fresh);
        secrets.write()?;
        Ok(secrets)
    }

    fn read(path: &Path) -> Said<Self> {
        let mut secrets = file::read(path)?;
        path.clone_into(&mut secrets.path);
        secrets.with_ids();
        secrets.check().map_err(|reason| format!("{}: {reason}", path.display()))?;
        Ok(secrets)
    }

    fn fresh() -> Self {
        Self {
            token_key: new_key(),
            receipt_pepper: new_key(),
            sealing_key: None,
            sealing_keys: vec![SealingKey { id: ring::FIRST, key: new_key(), since: None }],
            sealing_key_id: ring::FIRST,
            audit_key: Some(new_key()),
            receipt_key: Some(ReceiptKey::fresh()),
            old_receipt_keys: vec![],
            path: PathBuf::new(),
        }
    }

    /// Gives the key of an old file its id.
    fn with_ids(&mut self) {
        if let Some(key) = self.sealing_key.take() {
            self.sealing_keys.insert(0, SealingKey { id: ring::FIRST, key, since: None });
            self.sealing_key_id = self.sealing_key_id.max(ring::FIRST);
        }
    }

    fn check(&self) -> Said<()> {
        let sealing = self.sealing_keys.iter().map(|key| &key.key);
        for key in [&self.token_key, &self.receipt_pepper].into_iter().chain(sealing).chain(&self.audit_key) {
            ring::key(key).ok_or("each key is 64 hexadecimal digits")?;
        }
        self.check_receipt_keys()?;
        let mut ids: Vec<KeyId> = self.sealing_keys.iter().map(|key| key.id).collect();
        ids.sort_unstable();
        ids.dedup();
        if ids.len() != self.sealing_keys.len() || ids.contains(&0) {
            return Err("each sealing key has an id of its own, from 1".into());
        }
        if !ids.contains(&self.sealing_key_id) {
            return Err("sealing_key_id names none of the sealing keys".into());
        }
        Ok(())
    }

    pub fn token_key(&self) -> Vec<u8> {
        hex::decode(&self.token_key).unwrap_or_default()
    }

    pub fn receipt_pepper(&self) -> Vec<u8> {
        hex::decode(&self.receipt_pepper).unwrap_or_default()
    }

    /// Signs where the audit trail ends, if the file has a key for that.
    pub fn audit_signer(&self) -> Option<Signer> {
        self.signer(audit::PURPOSE)
    }

    /// Signs what was erased, with the same key.
    pub fn erasure_signer(&self) -> Option<Signer> {
        self.signer(erasures::PURPOSE)
    }

    /// Signs backups, with the same key.
    pub fn backup_signer(&self) -> Option<Signer> {
        self.signer(backup::PURPOSE)
    }

    fn signer(&self, purpose: &'static str) -> Option<Signer> {
        Some(Signer::new(&*ring::key(self.audit_key.as_deref()?)?, purpose))
    }

    /// Seals and opens with these keys, and with those that the file has later.
    pub fn sealer(&self) -> Sealer {
        Sealer::new(Watched::new(self, &self.path, Self::ring), self.marking())
    }

    /// The key of marks, made from the pepper (HKDF, RFC 5869): it is never changed, so a mark stays what it was.
    fn marking(&self) -> ring::Bytes {
        let mut key = ring::Bytes::default();
        // Fails only for keys that are far longer.
        let made = Hkdf::<Sha256>::new(None, &self.receipt_pepper()).expand(b"maslahat marks v1", key.as_mut_slice());
        debug_assert!(made.is_ok());
        key
    }

    fn ring(&self) -> Ring {
        let keys = self.sealing_keys.iter().filter_map(|key| Some((key.id, ring::key(&key.key)?)));
        Ring::new(keys.collect(), self.sealing_key_id)
    }

    /// The ids of the sealing keys.
    pub fn sealing_ids(&self) -> Vec<KeyId> {
        self.sealing_keys.iter().map(|key| key.id).collect()
    }

    /// The key that seals.
    pub fn sealing_id(&self) -> KeyId {
        self.sealing_key_id
    }

    /// Since when the present key seals; nothing if it was the first.
    pub fn sealing_since(&self) -> Option<DateTime<Utc>> {
        self.sealing_keys.iter().find(|key| key.id == self.sealing_key_id).and_then(|key| key.since)
    }

    /// Adds a key that seals nothing yet.
    pub fn add_sealing_key(&mut self) -> Said<KeyId> {
        let id = self.newest() + 1;
        self.sealing_keys.push(SealingKey { id, key: new_key(), since: None });
        self.write().map(|()| id)
    }

    /// Seals with the newest key from now on.
    pub fn seal_with_newest(&mut self, now: DateTime<Utc>) -> Said<()> {
        let newest = self.newest();
        self.sealing_key_id = newest;
        for key in self.sealing_keys.iter_mut().filter(|key| key.id == newest) {
            key.since = Some(now);
        }
        self.write()
    }

    /// The key that was added last.
    pub fn newest(&self) -> KeyId {
        self.sealing_keys.iter().map(|key| key.id).max().unwrap_or(ring::FIRST)
    }

    /// Takes the keys out that do not seal.
    pub fn retire_others(&mut self) -> Said<()> {
        let kept = self.sealing_key_id;
        self.sealing_keys.retain(|key| key.id == kept);
        self.write()
    }

    fn write(&self) -> Said<()> {
        let path = &self.path;
        file::replace(path, self).map_err(|error| format!("{} can't be written: {error}", path.display()))
    }
}

fn new_key() -> String {
    hex::encode(rand::random::<[u8; 32]>())
}

#[cfg(test)]
mod tests;
