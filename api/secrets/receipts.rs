//! The key that signs receipts, and what is left of those that did before.
//!
//! Of an old key only the public half is kept: what it signed can be checked, and nobody can sign with it any more.

use chrono::{DateTime, SubsecRound, Utc};
use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, ZeroizeOnDrop};

use super::ring;
use super::{Said, Secrets, Watched, new_key};
use crate::receipts::keys::{OldKey, ReceiptKeys, SigningKey};
use crate::receipts::proof::PURPOSE;
use crate::signing::{Signer, Verifier};

/// The key that signs receipts.
#[derive(Serialize, Deserialize, Zeroize, ZeroizeOnDrop)]
#[serde(deny_unknown_fields)]
pub struct ReceiptKey {
    key: String,
    /// Since when it signs.
    #[zeroize(skip)]
    from: DateTime<Utc>,
}

/// A key that signed receipts once.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OldReceiptKey {
    public_key: String,
    from: DateTime<Utc>,
    until: DateTime<Utc>,
}

impl ReceiptKey {
    pub fn fresh() -> Self {
        Self::since(Utc::now())
    }

    fn since(now: DateTime<Utc>) -> Self {
        Self { key: new_key(), from: now.trunc_subsecs(0) }
    }

    fn signer(&self) -> Option<Signer> {
        Some(Signer::new(&*ring::key(&self.key)?, PURPOSE))
    }
}

impl Secrets {
    pub(super) fn check_receipt_keys(&self) -> Said<()> {
        if self.receipt_key.as_ref().is_some_and(|key| key.signer().is_none()) {
            return Err("each key is 64 hexadecimal digits".into());
        }
        match self.old_receipt_keys.iter().all(|old| Verifier::parse(&old.public_key, PURPOSE).is_some()) {
            true => Ok(()),
            false => Err("old_receipt_keys has something that is no public key".into()),
        }
    }

    /// What signs receipts and checks them now, and what the file has for it later.
    pub fn receipt_signer(&self) -> Watched<ReceiptKeys> {
        Watched::new(self, &self.path, Self::receipt_keys)
    }

    pub fn receipt_keys(&self) -> ReceiptKeys {
        let signing = self.receipt_key.as_ref();
        let old = self.old_receipt_keys.iter().filter_map(|OldReceiptKey { public_key, from, until }| {
            Some(OldKey { verifier: Verifier::parse(public_key, PURPOSE)?, from: *from, until: *until })
        });
        ReceiptKeys {
            signing: signing.and_then(|key| Some(SigningKey { signer: key.signer()?, from: key.from })),
            old: old.collect(),
        }
    }

    /// Signs receipts with a new key from now on. Of the one before only the public half stays.
    pub fn renew_receipt_key(&mut self, now: DateTime<Utc>) -> Said<()> {
        let fresh = ReceiptKey::since(now);
        let until = fresh.from;
        if let Some(before) = self.receipt_key.replace(fresh)
            && let Some(signer) = before.signer()
        {
            let public_key = signer.verifier().public_key();
            self.old_receipt_keys.push(OldReceiptKey { public_key, from: before.from, until });
        }
        self.write()
    }
}
