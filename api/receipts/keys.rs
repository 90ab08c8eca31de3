//! The keys that sign receipts and that they are checked with.

use chrono::{DateTime, TimeDelta, Utc};

use super::proof::Proof;
use crate::signing::{Signer, Verifier};

/// Where several servers share the keys, one may still sign with the old key for as long as the new file is on its way.
pub const ON_ITS_WAY: TimeDelta = TimeDelta::days(1);

/// The key that signs now, and the public ones of those that did before.
pub struct ReceiptKeys {
    /// None where the secrets file has no key for it: receipts are not signed then.
    pub signing: Option<SigningKey>,
    /// The oldest first.
    pub old: Vec<OldKey>,
}

pub struct SigningKey {
    pub signer: Signer,
    pub from: DateTime<Utc>,
}

/// The public half of a key whose other half is gone.
pub struct OldKey {
    pub verifier: Verifier,
    pub from: DateTime<Utc>,
    pub until: DateTime<Utc>,
}

/// A public key, and when it signed.
pub struct KnownKey {
    pub verifier: Verifier,
    pub from: DateTime<Utc>,
    /// None for the one that signs now.
    pub until: Option<DateTime<Utc>>,
}

/// What a check of a proof finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Genuine,
    NotGenuine,
    /// Signed, if at all, with a key that is not among the known ones.
    UnknownKey,
}

impl ReceiptKeys {
    /// The proof of a case, as text; none where there is no key to sign with.
    pub fn prove(&self, reference: &str, submitted_at: DateTime<Utc>) -> Option<String> {
        let SigningKey { signer, from: _ } = self.signing.as_ref()?;
        Some(Proof::sign(signer, reference, submitted_at).to_string())
    }

    /// All public keys, the newest first.
    pub fn known(&self) -> Vec<KnownKey> {
        let signing = self.signing.iter().map(|SigningKey { signer, from }| KnownKey {
            verifier: signer.verifier(),
            from: *from,
            until: None,
        });
        let old = self.old.iter().rev().map(|OldKey { verifier, from, until }| KnownKey {
            verifier: verifier.clone(),
            from: *from,
            until: Some(*until),
        });
        signing.chain(old).collect()
    }

    pub fn check(&self, proof: &Proof) -> Verdict {
        match self.known().into_iter().find(|key| key.verifier.id() == proof.key()) {
            None => Verdict::UnknownKey,
            Some(key) if key.may_have_signed(proof) && proof.holds(&key.verifier) => Verdict::Genuine,
            Some(_) => Verdict::NotGenuine,
        }
    }
}

impl KnownKey {
    /// A key signs nothing that was submitted after its time. Before it, it may: who opened a case can have its proof
    /// again, signed with the key of that day.
    fn may_have_signed(&self, proof: &Proof) -> bool {
        self.until.is_none_or(|until| proof.submitted_at() <= until + ON_ITS_WAY)
    }
}
