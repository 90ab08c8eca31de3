//! What signs requests to the store: the hashes that the rest of the server uses too, so that no second cryptographic
//! library is built for it.

use hmac::{Hmac, KeyInit, Mac};
use object_store::client::{CryptoProvider, DigestAlgorithm, DigestContext, HmacContext, Signer, SigningAlgorithm};
use object_store::{Error, Result};
use sha2::{Digest, Sha256};

#[derive(Debug)]
pub struct Sha256Signing;

impl CryptoProvider for Sha256Signing {
    fn digest(&self, algorithm: DigestAlgorithm) -> Result<Box<dyn DigestContext>> {
        known(&algorithm)?;
        Ok(Box::new(Hashing { hash: Sha256::new(), result: [0; 32] }))
    }

    fn hmac(&self, algorithm: DigestAlgorithm, secret: &[u8]) -> Result<Box<dyn HmacContext>> {
        known(&algorithm)?;
        let mac = Hmac::<Sha256>::new_from_slice(secret).map_err(|_| Error::NotImplemented {
            operation: "a key of that length".into(),
            implementer: "Sha256Signing".into(),
        })?;
        Ok(Box::new(Authenticating { mac, result: [0; 32] }))
    }

    /// For Google's store only, which is not offered.
    fn sign(&self, _: SigningAlgorithm, _: &[u8]) -> Result<Box<dyn Signer>> {
        Err(unknown())
    }
}

fn known(algorithm: &DigestAlgorithm) -> Result<()> {
    match algorithm {
        DigestAlgorithm::Sha256 => Ok(()),
        _ => Err(unknown()),
    }
}

fn unknown() -> Error {
    Error::NotImplemented { operation: "another algorithm than SHA-256".into(), implementer: "Sha256Signing".into() }
}

struct Hashing {
    hash: Sha256,
    result: [u8; 32],
}

impl DigestContext for Hashing {
    fn update(&mut self, data: &[u8]) {
        self.hash.update(data);
    }

    fn finish(&mut self) -> Result<&[u8]> {
        self.result = self.hash.finalize_reset().into();
        Ok(&self.result)
    }
}

struct Authenticating {
    mac: Hmac<Sha256>,
    result: [u8; 32],
}

impl HmacContext for Authenticating {
    fn update(&mut self, data: &[u8]) {
        self.mac.update(data);
    }

    fn finish(&mut self) -> Result<&[u8]> {
        self.result = self.mac.clone().finalize().into_bytes().into();
        Ok(&self.result)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_is_that_of_the_standard() {
        let mut digest = Sha256Signing.digest(DigestAlgorithm::Sha256).unwrap();
        digest.update(b"a");
        digest.update(b"bc");
        let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(hex::encode(digest.finish().unwrap()), expected);
    }

    /// RFC 4231, the second case.
    #[test]
    fn a_code_is_that_of_the_standard() {
        let mut code = Sha256Signing.hmac(DigestAlgorithm::Sha256, b"Jefe").unwrap();
        code.update(b"what do ya want ");
        code.update(b"for nothing?");
        let expected = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
        assert_eq!(hex::encode(code.finish().unwrap()), expected);
    }
}
