//! Marks by which keys are known again, and from which nobody makes a key: what is kept apart from its keys can name them.

use std::collections::BTreeMap;

use hkdf::Hkdf;
use serde::{Deserialize, Serialize};
use sha2::Sha256;

use super::{KeyId, Secrets, ring};

/// Of a secrets file, as far as what it sealed can't be read without it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Marks {
    receipts: String,
    sealing: BTreeMap<KeyId, String>,
    audit: Option<String>,
}

impl Marks {
    pub fn of(secrets: &Secrets) -> Option<Self> {
        let sealing = secrets.sealing_keys.iter().map(|key| Some((key.id, mark(&key.key)?)));
        let audit = match &secrets.audit_key {
            Some(key) => Some(mark(key)?),
            None => None,
        };
        Some(Self { receipts: mark(&secrets.receipt_pepper)?, sealing: sealing.collect::<Option<_>>()?, audit })
    }

    /// What of `needed` this file does not have, in the file's own words.
    pub fn lacks(&self, needed: &Self) -> Option<String> {
        if self.receipts != needed.receipts {
            return Some("receipt_pepper".into());
        }
        if needed.audit.is_some() && self.audit != needed.audit {
            return Some("audit_key".into());
        }
        let missing = needed.sealing.iter().find(|(id, mark)| self.sealing.get(id) != Some(mark));
        missing.map(|(id, _)| format!("sealing key {id}"))
    }
}

/// Eight bytes made from a key of 32 random ones (HKDF, RFC 5869).
fn mark(key: &str) -> Option<String> {
    let mut bytes = [0; 8];
    let key = ring::key(key)?;
    Hkdf::<Sha256>::new(None, key.as_slice()).expand(b"maslahat mark of a key v1", &mut bytes).ok()?;
    Some(hex::encode(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_again_and_one_that_lacks_a_key_is_told_so() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("secrets.json");
        let mut secrets = Secrets::load(&path, true).unwrap();
        let before = Marks::of(&secrets).unwrap();
        assert_eq!(before.lacks(&before), None);
        secrets.add_sealing_key().unwrap();
        let after = Marks::of(&secrets).unwrap();
        assert_eq!(after.lacks(&before), None);
        assert_eq!(before.lacks(&after), Some("sealing key 2".into()));
        let other = Marks::of(&Secrets::load(&folder.path().join("other.json"), true).unwrap()).unwrap();
        assert_eq!(other.lacks(&before), Some("receipt_pepper".into()));
    }

    #[test]
    fn a_mark_holds_nothing_of_its_key() {
        let folder = tempfile::tempdir().unwrap();
        let secrets = Secrets::load(&folder.path().join("secrets.json"), true).unwrap();
        let marks = serde_json::to_string(&Marks::of(&secrets).unwrap()).unwrap();
        for key in [&secrets.token_key, &secrets.receipt_pepper, &secrets.sealing_keys[0].key] {
            assert!(!marks.contains(&key[..16]));
        }
    }
}
