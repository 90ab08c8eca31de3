//! Signatures that others check without a secret of ours: Ed25519 (RFC 8032).

use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use sha2::{Digest, Sha256};

/// Bytes of a signature.
pub const SIGNATURE: usize = 64;

/// Signs for one purpose.
#[derive(Clone)]
pub struct Signer {
    key: SigningKey,
    purpose: &'static str,
}

impl Signer {
    /// `seed` is 32 random bytes; what is signed for one purpose holds for no other.
    pub fn new(seed: &[u8; 32], purpose: &'static str) -> Self {
        Self { key: SigningKey::from_bytes(seed), purpose }
    }

    /// The signature, in hexadecimal, of `parts` one after the other.
    pub fn sign(&self, parts: &[&str]) -> String {
        hex::encode(self.signature(parts))
    }

    /// The same, as its 64 bytes.
    pub fn signature(&self, parts: &[&str]) -> [u8; SIGNATURE] {
        self.key.sign(&message(self.purpose, parts)).to_bytes()
    }

    pub fn verifier(&self) -> Verifier {
        Verifier { key: self.key.verifying_key(), purpose: self.purpose }
    }
}

/// Checks what a [`Signer`] signed.
#[derive(Clone, Debug)]
pub struct Verifier {
    key: VerifyingKey,
    purpose: &'static str,
}

impl Verifier {
    /// From a public key in hexadecimal.
    pub fn parse(text: &str, purpose: &'static str) -> Option<Self> {
        let mut bytes = [0; 32];
        hex::decode_to_slice(text.trim(), &mut bytes).ok()?;
        Some(Self { key: VerifyingKey::from_bytes(&bytes).ok()?, purpose })
    }

    pub fn holds(&self, parts: &[&str], signature: &str) -> bool {
        let mut bytes = [0; SIGNATURE];
        hex::decode_to_slice(signature, &mut bytes).is_ok() && self.holds_bytes(parts, &bytes)
    }

    /// The same, of a signature as its bytes.
    pub fn holds_bytes(&self, parts: &[&str], signature: &[u8; SIGNATURE]) -> bool {
        self.key.verify_strict(&message(self.purpose, parts), &Signature::from_bytes(signature)).is_ok()
    }

    /// The public key, in hexadecimal.
    pub fn public_key(&self) -> String {
        hex::encode(self.key.to_bytes())
    }

    /// A short name of the key.
    pub fn id(&self) -> String {
        let digest = hex::encode(Sha256::digest(self.key.to_bytes()));
        digest.chars().take(16).collect()
    }
}

/// The purpose and the parts, a line each; no part has a line break of its own.
fn message(purpose: &str, parts: &[&str]) -> Vec<u8> {
    [&[purpose], parts].concat().join("\n").into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SEED: [u8; 32] = [7; 32];

    #[test]
    fn a_signature_holds_for_what_was_signed_and_nothing_else() {
        let signer = Signer::new(&SEED, "tests v1");
        let (signature, verifier) = (signer.sign(&["one", "two"]), signer.verifier());
        assert!(verifier.holds(&["one", "two"], &signature));
        assert!(!verifier.holds(&["one", "three"], &signature));
        assert!(!verifier.holds(&["one"], &signature));
        assert!(!verifier.holds(&["one", "two"], "00"));
    }

    #[test]
    fn a_signature_is_for_one_purpose_and_of_one_key() {
        let signature = Signer::new(&SEED, "tests v1").sign(&["one"]);
        assert!(!Signer::new(&SEED, "others v1").verifier().holds(&["one"], &signature));
        assert!(!Signer::new(&[8; 32], "tests v1").verifier().holds(&["one"], &signature));
    }

    #[test]
    fn a_public_key_is_all_that_is_needed() {
        let signer = Signer::new(&SEED, "tests v1");
        let verifier = Verifier::parse(&signer.verifier().public_key(), "tests v1").unwrap();
        assert!(verifier.holds(&["one"], &signer.sign(&["one"])));
        assert_eq!(verifier.id(), signer.verifier().id());
        assert!(Verifier::parse("not a key", "tests v1").is_none());
    }
}
